import type { RecordChange } from '../../../core/records/change';
import { migrateRecord, shapeOf } from '../../../core/records/migrate-record';
import { brotliDecompressSync } from 'node:zlib';
import { unseal, unsealPieces } from '../crypto/aead';
import { deriveKey, hmac, isSame } from '../crypto/derive';
import { LedgerDamage } from './failures';
import {
  segmentContext,
  snapshotFooterLength,
  snapshotHeaderLength,
  snapshotIndexSchema,
  snapshotMagic,
  footerMagic,
  snapshotName,
  type SegmentKind,
  type SnapshotIndex,
} from './snapshot-format';
import type { OpenFile, VaultFiles } from './vault-files';

export type StoredRecord = { readonly id: string; readonly value: unknown };

/** What is sealed is needed only until it is opened; memory that is there already is quicker than new. */
const sealedRoom = Buffer.allocUnsafeSlow(1024 * 1024);

/** An open snapshot: hot segment at once, record blocks one by one as they are asked for. */
export class SnapshotReader {
  readonly index: SnapshotIndex;
  readonly #file: OpenFile;
  readonly #key: Buffer;
  readonly #mac: Buffer;
  readonly #name: string;

  private constructor(
    name: string,
    file: OpenFile,
    opened: { index: SnapshotIndex; key: Buffer; mac: Buffer },
  ) {
    this.#name = name;
    this.#file = file;
    this.index = opened.index;
    this.#key = opened.key;
    this.#mac = opened.mac;
  }

  /** The snapshot, or `undefined` where it was never finished or does not authenticate. */
  static open(
    files: VaultFiles,
    fileNumber: number,
    keys: { dataKey: Buffer; vaultId: Buffer },
  ): SnapshotReader | undefined {
    const name = snapshotName(fileNumber);
    const file = files.open(name, 'read');
    const opened = openIndex(file, fileNumber, keys);
    if (opened === undefined) {
      file.close();
      return undefined;
    }
    return new SnapshotReader(name, file, opened);
  }

  get blockCount(): number {
    return this.index.blockTables.length;
  }

  readHot(): Buffer {
    return this.#segment(0, 'hot');
  }

  /** One part of the hot columns. */
  readPart(name: string): Buffer {
    return this.#segment(this.#numberOf(name), 'part');
  }

  /** The same for who gives the loop back in between. */
  partPieces(name: string): Iterable<Buffer> {
    return this.#pieces(this.#numberOf(name), 'part');
  }

  #numberOf(part: string): number {
    const place = this.index.parts.indexOf(part);
    if (place < 0) throw new LedgerDamage(`${this.#name} part ${part}`);
    return 2 + this.blockCount + place;
  }

  /** Ids of every record block, in block order. */
  readDirectory(): string[][] {
    const text = brotliDecompressSync(this.#segment(1, 'directory')).toString('utf8');
    return text === '' ? [] : text.split('\n').map((line) => (line === '' ? [] : line.split(' ')));
  }

  readBlock(block: number): StoredRecord[] {
    const bytes = brotliDecompressSync(this.#segment(2 + block, 'records'));
    const records = JSON.parse(bytes.toString('utf8')) as StoredRecord[];
    const { blockTables, shapes = {} } = this.index;
    const table = blockTables[block] ?? '';
    if (shapeOf(table) === (shapes[table] ?? 1)) return records;
    return records.map(({ id, value }) => ({
      id,
      value: migrateRecord(table, value as RecordChange['after'], shapes),
    }));
  }

  /**
   * Reads and authenticates every segment in small steps, for who has other things to do in between; throws
   * `LedgerDamage` at the first that does not.
   */
  *verification(): Generator<void> {
    const whole = ['hot', 'directory', 'part'];
    for (const [number, { kind }] of this.index.segments.entries()) {
      if (whole.includes(kind)) for (const _ of this.#pieces(number, kind)) yield;
    }
    for (let block = 0; block < this.blockCount; block += 1) {
      yield;
      this.readBlock(block);
    }
  }

  /** The same at one go. */
  verify(): void {
    const steps = this.verification();
    while (steps.next().done !== true);
  }

  close(): void {
    this.#file.close();
  }

  /** Throws `LedgerDamage` behind the last piece where they do not authenticate. */
  *#pieces(number: number, kind: SegmentKind): Generator<Buffer> {
    const { offset, length } = this.#place(number, kind);
    const read = (at: number, count: number) => this.#file.readAt(offset + at, count);
    const context = segmentContext(this.#mac, number, kind);
    if (!(yield* unsealPieces(this.#key, { read, length }, context)))
      throw new LedgerDamage(`${this.#name} segment ${number}`);
  }

  #place(number: number, kind: SegmentKind): { offset: number; length: number } {
    const segment = this.index.segments[number];
    if (segment === undefined || segment.kind !== kind)
      throw new LedgerDamage(`${this.#name} segment ${number}`);
    return segment;
  }

  #segment(number: number, kind: SegmentKind): Buffer {
    const segment = this.#place(number, kind);
    const sealed = this.#file.readAt(segment.offset, segment.length, sealedRoom);
    const bytes = unseal(this.#key, sealed, segmentContext(this.#mac, number, kind));
    if (bytes === undefined) throw new LedgerDamage(`${this.#name} segment ${number}`);
    return bytes;
  }
}

function openIndex(file: OpenFile, fileNumber: number, keys: { dataKey: Buffer; vaultId: Buffer }) {
  const size = file.size();
  if (size < snapshotHeaderLength + snapshotFooterLength) return undefined;
  const header = file.readAt(0, snapshotHeaderLength);
  const body = header.subarray(0, snapshotHeaderLength - 32);
  const salt = body.subarray(24);
  const mac = Buffer.from(header.subarray(snapshotHeaderLength - 32));
  const isOurs =
    body.subarray(0, 4).equals(snapshotMagic) &&
    body.readUInt32BE(4) === fileNumber &&
    isSame(body.subarray(8, 24), keys.vaultId) &&
    isSame(hmac(deriveKey(keys.dataKey, salt, 'snap-header'), body), mac);
  if (!isOurs) return undefined;
  const footer = file.readAt(size - snapshotFooterLength, snapshotFooterLength);
  if (!footer.subarray(12).equals(footerMagic)) return undefined;
  const key = deriveKey(keys.dataKey, salt, 'snap');
  const sealed = file.readAt(Number(footer.readBigUInt64BE(0)), footer.readUInt32BE(8));
  const bytes = unseal(key, sealed, segmentContext(mac, 0xffffffff, 'index'));
  if (bytes === undefined) return undefined;
  return { index: snapshotIndexSchema.parse(JSON.parse(bytes.toString('utf8'))), key, mac };
}
