import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { proveSameRecords } from './compare-records';
import { filesOf, type DataHome } from './data-home';
import { LedgerDamage } from './failures';
import { isMovedMark } from './moved-mark';
import { RecordStore } from './record-store';
import { recover } from './recovery';
import type { VaultFiles } from './vault-files';

const chunk = 4 * 1024 * 1024;

/** A ledger that takes nothing more, as it stood when it ended: what its copy has to be. */
export type LeftLedger = {
  readonly folder: VaultFiles;
  readonly keys: { readonly dataKey: Buffer; readonly vaultId: Buffer; readonly home: DataHome };
  readonly store: RecordStore;
  readonly sequence: number;
};

/** Without a header a copy that was cut short is nobody's ledger, so it comes last. */
const isHeader = (name: string) => name.startsWith('KEYS.');

/**
 * Every file of one folder into another, synced and read back; the caller names them, as a folder of a real disk has
 * folders in it too.
 */
export async function copyFiles(
  from: VaultFiles,
  to: VaultFiles,
  names: readonly string[],
  onCopied: () => void = () => undefined,
): Promise<void> {
  const copied = names.filter((name) => !isMovedMark(name));
  const ordered = [
    ...copied.filter((name) => !isHeader(name)),
    ...copied.filter((name) => isHeader(name)),
  ];
  for (const name of ordered) {
    copyFile(from, to, name);
    onCopied();
    await nextTurn();
  }
  to.syncFolder();
}

function copyFile(from: VaultFiles, to: VaultFiles, name: string): void {
  const target = to.open(name, 'create');
  const read = createHash('sha256');
  try {
    for (const { bytes, at } of pieces(from, name)) {
      target.write(bytes, at);
      read.update(bytes);
    }
    target.sync();
  } finally {
    target.close();
  }
  if (digestOf(to, name) !== read.digest('hex')) throw new LedgerDamage(name);
}

/** SHA-256 of a file, a piece at a time: a snapshot may be large. */
export function digestOf(files: VaultFiles, name: string): string {
  const hash = createHash('sha256');
  for (const { bytes } of pieces(files, name)) hash.update(bytes);
  return hash.digest('hex');
}

function* pieces(files: VaultFiles, name: string): Generator<{ bytes: Buffer; at: number }> {
  const file = files.open(name, 'read');
  try {
    const size = file.size();
    for (let at = 0; at < size; at += chunk)
      yield { bytes: file.readAt(at, Math.min(chunk, size - at)), at };
  } finally {
    file.close();
  }
}

/**
 * The copy decrypted whole and compared with the records in memory, one by one. What was damaged before may be
 * damaged in the copy too, and nothing else.
 * @returns how many records there are
 */
export function proveCopy({ folder, keys, store, sequence }: LeftLedger, to: VaultFiles): number {
  const own = recover(filesOf(folder, keys.home), keys, true);
  own.snapshot?.close();
  const copy = recover(filesOf(to, keys.home), keys, true);
  try {
    const isSame =
      copy.nextSequence === sequence &&
      copy.headHash.equals(own.headHash) &&
      copy.missingFrames === own.missingFrames &&
      copy.damagedParts.join() === own.damagedParts.join();
    if (!isSame) throw new LedgerDamage('copy');
    const copied = new RecordStore(copy.snapshot);
    for (const { changes } of copy.changes) copied.apply(changes);
    return proveSameRecords(store, copied);
  } finally {
    copy.snapshot?.close();
  }
}
