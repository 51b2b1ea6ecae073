import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isMovedMark } from '../ledger/moved-mark';

/** One folder of a ledger's: what stands in it, and where that goes. */
export type FolderOfLedger = { readonly from: string; readonly to: string };

export const backupsOf = (folder: string) => `${folder}-backups`;
const quarantineOf = (folder: string) => join(folder, 'quarantine');

/** Everything that goes with a ledger, the ledger's own folder last. */
export function foldersOfMove(folder: string, target: string): readonly FolderOfLedger[] {
  return [
    { from: backupsOf(folder), to: backupsOf(target) },
    { from: quarantineOf(folder), to: quarantineOf(target) },
    { from: folder, to: target },
  ];
}

/** The chosen folder is the user's; the ledger gets one of its own in it, as do the backups beside it. */
export const targetIn = (chosen: string, folder: string) => join(chosen, basename(folder));

/** Files of a folder that may not be there, without the mark of a move. */
export function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !isMovedMark(entry.name))
    .map(({ name }) => name);
}

export const bytesIn = (folder: string) =>
  filesIn(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);

/** A copy that did not come to count; the folder it was to be in was empty before. */
export function removeCopy(target: string): void {
  for (const folder of [target, backupsOf(target)])
    rmSync(folder, { recursive: true, force: true });
}
