import {
  decodeKeyFile,
  encodeKeyFile,
  isKeyFileGenuine,
  type KeyFileReading,
  type KeyHeader,
} from '../crypto/key-file';
import { failed, type LedgerResult } from './failures';
import { sha256 } from '../crypto/derive';
import type { Quarantine } from './quarantine';
import type { VaultFiles } from './vault-files';

const copies = ['KEYS.A', 'KEYS.B'] as const;

type GoodReading = Extract<KeyFileReading, { kind: 'read' }>;

export function hasKeys(files: VaultFiles): boolean {
  return copies.some((name) => files.exists(name));
}

const bytesOf = (files: VaultFiles, name: string): Buffer | undefined =>
  files.exists(name) ? files.read(name) : undefined;

const readingOf = (bytes: Buffer | undefined): KeyFileReading =>
  bytes === undefined ? { kind: 'damaged' } : decodeKeyFile(bytes);

/**
 * The newest good copy of the header; two copies, so that one bad sector locks nobody out. Where either is of a newer
 * program, so is the ledger.
 */
export function readKeys(files: VaultFiles): LedgerResult<GoodReading> {
  const [first, second] = copies.map((name) => bytesOf(files, name));
  const isTwice = first !== undefined && second?.equals(first) === true;
  const readings = (isTwice ? [first] : [first, second]).map(readingOf);
  const good = readings.filter((reading) => reading.kind === 'read');
  good.sort((a, b) => b.header.epoch - a.header.epoch);
  const [best] = good;
  const isNewer = readings.some(isOfNewerProgram);
  if (best !== undefined) return { ok: true, value: { ...best, isNewer } };
  if (isNewer) return failed({ code: 'F-601', reason: 'unreadableVersion' });
  return failed({ code: 'R-320', reason: 'damaged', part: 'KEYS' });
}

const isOfNewerProgram = (reading: KeyFileReading) =>
  reading.kind === 'newer' || (reading.kind === 'read' && reading.isNewer);

export function writeNewKeys(files: VaultFiles, header: KeyHeader, dataKey: Buffer): void {
  const bytes = encodeKeyFile(header, dataKey);
  for (const name of copies) writeCopy(files, name, bytes);
  files.syncFolder();
}

/** Copy A, read it back, then copy B as well: else the old passphrase would still open B. */
export function rewriteKeys(files: VaultFiles, header: KeyHeader, dataKey: Buffer): void {
  const bytes = encodeKeyFile(header, dataKey);
  for (const name of copies) {
    writeCopy(files, name, bytes);
    const reading = decodeKeyFile(files.read(name));
    if (reading.kind !== 'read' || !isKeyFileGenuine(reading, dataKey))
      throw new Error(`${name} did not read back`);
  }
  files.syncFolder();
}

/**
 * Both copies are made the newest good one again, after a bad sector or a rewriting that was cut short; a bad one is
 * kept aside. Where that fails the good one still opens the ledger.
 */
export function healKeys(files: VaultFiles, quarantine: Quarantine): void {
  const found = copies.map((name) => ({ name, bytes: bytesOf(files, name) }));
  const [first, second] = found;
  // Mostly both are the same, and the ledger was opened with them.
  if (first?.bytes !== undefined && second?.bytes?.equals(first.bytes) === true) return;
  const readings = found.map(({ name, bytes }) => ({ name, reading: readingOf(bytes) }));
  const best = readKeys(files);
  if (!best.ok || best.value.isNewer) return;
  const good = Buffer.concat([best.value.bytes, sha256(best.value.bytes), best.value.mac]);
  for (const { name, reading } of readings) {
    if (reading.kind === 'read' && reading.bytes.equals(best.value.bytes)) continue;
    if (reading.kind === 'damaged' && files.exists(name)) quarantine.keep(name, files.read(name));
    try {
      writeCopy(files, name, good);
      files.syncFolder();
    } catch (problem) {
      if (!(problem instanceof Error && 'code' in problem)) throw problem;
    }
  }
}

/** In place: the header's length may shrink, so the file is cut by its own length field, not by its end. */
function writeCopy(files: VaultFiles, name: string, bytes: Buffer): void {
  const file = files.open(name, files.exists(name) ? 'update' : 'create');
  try {
    file.write(bytes, 0);
    file.sync();
  } finally {
    file.close();
  }
}
