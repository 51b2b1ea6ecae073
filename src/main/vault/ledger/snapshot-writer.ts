import { randomBytes } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { brotliCompressSync, constants } from 'node:zlib';
import { seal } from '../crypto/aead';
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
    this.#write(0, 'hot', content.hot.front);
    const counts: Record<string, number> = {};
    const blockTables: string[] = [];
    const directory: string[] = [];
    for (const { table, records } of content.blocks) {
      this.#write(2 + blockTables.length, 'records', compress(JSON.stringify(records)));
      blockTables.push(table);
      directory.push(records.map((record) => record.id).join(' '));
      counts[table] = (counts[table] ?? 0) + records.length;
      await nextTurn();
    }
    this.#write(1, 'directory', compress(directory.join('\n')));
    for (const [place, { bytes }] of content.hot.parts.entries()) {
      this.#write(2 + blockTables.length + place, 'part', bytes);
      await nextTurn();
    }
    this.#finish({
      sequence: content.sequence,
      headHash: content.headHash.toString('base64'),
      hotVersion: content.hotVersion,
      segments: this.#segments,
      counts,
      blockTables,
      parts: content.hot.parts.map(({ name }) => name),
    });
  }

  #write(number: number, kind: Exclude<SegmentKind, 'index'>, bytes: Uint8Array): void {
    this.#segments[number] = { kind, ...this.#put(number, kind, bytes) };
  }

  #put(number: number, kind: SegmentKind, bytes: Uint8Array): { offset: number; length: number } {
    const sealed = seal(this.#key, bytes, segmentContext(this.#mac, number, kind));
    const place = { offset: this.#offset, length: sealed.length };
    this.file.write(sealed, this.#offset);
    this.#offset += sealed.length;
    return place;
  }

  #finish(index: SnapshotIndex): void {
    const place = this.#put(0xffffffff, 'index', Buffer.from(JSON.stringify(index), 'utf8'));
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

function compress(text: string): Buffer {
  return brotliCompressSync(Buffer.from(text, 'utf8'), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 1 },
  });
}
