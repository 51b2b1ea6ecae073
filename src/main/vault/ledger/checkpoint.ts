import { setImmediate as nextTurn } from 'node:timers/promises';
import type { LedgerParts } from './ledger-parts';
import { snapshotNumbers } from './recovery';
import { snapshotName } from './snapshot-format';
import { SnapshotReader } from './snapshot-reader';
import { writeSnapshot } from './snapshot-writer';
import type { VaultFiles } from './vault-files';

const keptSnapshots = 2;

/** Up to where the snapshot goes, and the number it shares with the journal behind it. */
type Head = { readonly fileNumber: number; readonly sequence: number; readonly headHash: Buffer };

/**
 * A snapshot of everything up to `head`, in the background: written, read back whole, made what the store reads
 * from; only then the older ones go. Where that fails the journals hold all of it as before.
 */
export async function writeCheckpoint<Hot>(
  { files, keys, store, projection, hot }: LedgerParts<Hot>,
  head: Head,
): Promise<void> {
  const blocks = store.freeze();
  const columns = projection.encode(hot);
  try {
    const content = { ...head, hotVersion: projection.version, hot: columns, blocks };
    await writeSnapshot(files, content, keys);
    const snapshot = SnapshotReader.open(files, head.fileNumber, keys);
    if (snapshot === undefined) throw new Error('the new snapshot does not open');
    for (const _ of snapshot.verification()) await nextTurn();
    store.rebase(snapshot)?.close();
  } catch (problem) {
    store.thaw();
    throw problem;
  }
  removeOldSnapshots(files);
}

function removeOldSnapshots(files: VaultFiles): void {
  for (const fileNumber of snapshotNumbers(files).slice(0, -keptSnapshots))
    files.remove(snapshotName(fileNumber));
  files.syncFolder();
}
