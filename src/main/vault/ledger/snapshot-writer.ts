import { randomBytes } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, type BrotliOptions } from 'node:zlib';
import { shapesOf } from '../../../core/records/migrate-record';
import { pieceLength, sealPieces } from '../crypto/aead';
import { deriveKey, hmac } from '../crypto/derive';
import {
  footerMagic,
  segmentContext,
  snapshotFooterLength,
  snapshotMagic,
  snapshotName,
  type SegmentKind,
  type SnapshotIndex,
} from './snapshot-format';
import type { HotSegments } from './hot-projection';
import type { StoredRecord } from './snapshot-reader';
import type { OpenFile, VaultFiles } from './vault-files';

/** Records per block: small enough to open one person quickly, large enough to compress (performance.md). */
export const recordsPerBlock = 128;

const syncEvery = 2 * pieceLength;
/** Less than this is written on the way to the next portion. */
const smallPiece = 64 * 1024;

export type SnapshotContent = {
  readonly fileNumber: number;
  readonly sequence: number;
  readonly headHash: Buffer;
  readonly hotVersion: number;
  readonly hot: HotSegments;
  /** Blocks in order; each holds records of one table. */
  readonly blocks: Iterable<{ readonly table: string; readonly records: readonly StoredRecord[] }>;
};

/**
 * Writes a snapshot block by block, giving the loop back between blocks; nothing points to it until it
 * is complete and synced, so a crash leaves a file that the next opening ignores.
 */
export async function writeSnapshot(
  files: VaultFiles,
  content: SnapshotContent,
  keys: { readonly dataKey: Buffer; readonly vaultId: Buffer },
): Promise<void> {
  const file = files.open(snapshotName(content.fileNumber), 'create');
  try {
    await new Writing(file, content, keys).run();
  } finally {
    file.close();
  }
  files.syncFolder();
}

class Writing {
  readonly #key: Buffer;
  readonly #mac: Buffer;
  #offset: number;
  #synced = 0;
  readonly #segments: SnapshotIndex['segments'] = [];

  constructor(
    private readonly file: OpenFile,
    private readonly content: SnapshotContent,
    keys: { readonly dataKey: Buffer; readonly vaultId: Buffer },
  ) {
    const number = Buffer.alloc(4);
    number.writeUInt32BE(content.fileNumber);
    const salt = randomBytes(32);
    const body = Buffer.concat([snapshotMagic, number, keys.vaultId, salt]);
    this.#mac = hmac(deriveKey(keys.dataKey, salt, 'snap-header'), body);
    this.#key = deriveKey(keys.dataKey, salt, 'snap');
    const header = Buffer.concat([body, this.#mac]);
    file.write(header, 0);
    this.#offset = header.length;
  }

  async run(): Promise<void> {
    const { content } = this;
    await this.#write(0, 'hot', content.hot.front());
    const counts: Record<string, number> = {};
    const blockTables: string[] = [];
    const directory: string[] = [];
    for (const { table, records } of content.blocks) {
      // Reading what was there took its time already.
      await nextTurn();
      const block = compress(JSON.stringify(records));
      await this.#write(2 + blockTables.length, 'records', [block]);
      blockTables.push(table);
      directory.push(records.map((record) => record.id).join(' '));
      counts[table] = (counts[table] ?? 0) + records.length;
    }
    await this.#write(1, 'directory', [await compressAside(directory.join('\n'))]);
    for (const [place, { pieces }] of content.hot.parts.entries())
      await this.#write(2 + blockTables.length + place, 'part', pieces());
    await this.#finish({
      sequence: content.sequence,
      headHash: content.headHash.toString('base64'),
      hotVersion: content.hotVersion,
      segments: this.#segments,
      counts,
      blockTables,
      parts: content.hot.parts.map(({ name }) => name),
      shapes: shapesOf(blockTables),
    });
  }

  async #write(
    number: number,
    kind: Exclude<SegmentKind, 'index'>,
    pieces: Iterable<Uint8Array>,
  ): Promise<void> {
    this.#segments[number] = { kind, ...(await this.#put(number, kind, pieces)) };
  }

  async #put(
    number: number,
    kind: SegmentKind,
    pieces: Iterable<Uint8Array>,
  ): Promise<{ offset: number; length: number }> {
    const offset = this.#offset;
    const context = segmentContext(this.#mac, number, kind);
    for (const sealed of sealPieces(this.#key, inPortions(pieces), context)) {
      this.file.write(sealed, this.#offset);
      this.#offset += sealed.length;
      if (sealed.length > smallPiece) await nextTurn();
    }
    this.#syncNowAndThen();
    await nextTurn();
    return { offset, length: this.#offset - offset };
  }

  /** Little by little: one sync of everything at the end would hold up whoever asks meanwhile. */
  #syncNowAndThen(): void {
    if (this.#offset - this.#synced < syncEvery) return;
    this.file.sync();
    this.#synced = this.#offset;
  }

  async #finish(index: SnapshotIndex): Promise<void> {
    const bytes = Buffer.from(JSON.stringify(index), 'utf8');
    const place = await this.#put(0xffffffff, 'index', [bytes]);
    const footer = Buffer.alloc(snapshotFooterLength);
    footer.writeBigUInt64BE(BigInt(place.offset), 0);
    footer.writeUInt32BE(place.length, 8);
    footer.set(footerMagic, 12);
    // Only when all else is on the disk: a footer that outran its blocks would vouch for what is not there.
    this.file.sync();
    this.file.write(footer, this.#offset);
    this.file.sync();
  }
}

/** Portions of about a millisecond each, whatever the pieces are. */
function* inPortions(pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for (const piece of pieces) {
    if (length + piece.length <= pieceLength) {
      waiting.push(piece);
      length += piece.length;
      continue;
    }
    if (length > 0) yield Buffer.concat(waiting, length);
    for (let at = 0; at + pieceLength <= piece.length; at += pieceLength)
      yield piece.subarray(at, at + pieceLength);
    waiting = [piece.subarray(piece.length - (piece.length % pieceLength))];
    length = piece.length % pieceLength;
  }
  if (length > 0) yield Buffer.concat(waiting, length);
}

const quickly = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };

function compress(text: string): Buffer {
  return brotliCompressSync(Buffer.from(text, 'utf8'), quickly);
}

/** In a thread of the system's own: the directory of a city is many megabytes. */
function compressAside(text: string): Promise<Buffer> {
  return promisify<Buffer, BrotliOptions, Buffer>(brotliCompress)(
    Buffer.from(text, 'utf8'),
    quickly,
  );
}
