import type { RecordLine } from '../../backup/backup-format';
import { removeBackup, shelve, type ShelfKeys } from '../../backup/backup-shelf';
import { BackupUnreadable, readBackup } from '../../backup/read-backup';
import type { Desk } from '../desk';
import { shelfKeys } from './backups';
import type { CareRoom } from './care-room';
import { readCare, saveCare } from './care-state';

const stampLength = '2026-11-23T0930'.length;

/**
 * After the ledger got a new key: the backups of this machine are sealed anew for the new key and the new recovery
 * sheet, each verified before the old one goes. One that cannot be read stays where it is.
 */
export async function resealBackups(desk: Desk, room: CareRoom): Promise<void> {
  const names = readCare(desk)?.resealing ?? [];
  if (names.length === 0) return;
  const keys = await shelfKeys(desk);
  let done = 0;
  for (const name of names) if (await reseal(room, name, keys)) done += 1;
  const care = readCare(desk);
  if (care === undefined) return;
  const { resealing: _done, ...rest } = care;
  const note = `${names.length} 份中 ${done} 份`;
  saveCare(desk, rest, { action: 'backups.reseal', note });
}

async function reseal({ backups }: CareRoom, name: string, keys: ShelfKeys): Promise<boolean> {
  if (!backups.exists(name)) return false;
  try {
    const lines: RecordLine[] = [];
    const manifest = await readBackup(backups, name, keys.identities, (line) => lines.push(line));
    const pieces = [manifest, ...lines].map((line) => Buffer.from(`${JSON.stringify(line)}\n`));
    await shelve(backups, { manifest, pieces }, { ...keys, stamp: name.slice(0, stampLength) });
    removeBackup(backups, name);
    return true;
  } catch (problem) {
    if (problem instanceof BackupUnreadable) return false;
    if (problem instanceof Error && 'code' in problem) return false;
    throw problem;
  }
}
