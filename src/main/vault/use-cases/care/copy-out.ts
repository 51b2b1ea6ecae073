import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { VaultInput, VaultOutput } from '../../../../contract/channels';
import type { Result } from '../../../../contract/common';
import { failed } from '../../../../contract/failure-words';
import { sha256 } from '../../crypto/derive';
import { openFolder, type VaultFiles } from '../../ledger/vault-files';
import { readBackup } from '../../backup/read-backup';
import type { Desk } from '../desk';
import { backupFailure, makeBackup, shelfKeys } from './backups';
import type { CareRoom } from './care-room';
import { ensureCare, saveCare } from './care-state';

/** A fresh backup onto another medium: written, synced, read back byte by byte and decrypted there. */
export async function copyOut(
  desk: Desk,
  { token }: VaultInput<'backups.copyOut'>,
  room: CareRoom,
): Promise<Result<VaultOutput<'backups.copyOut'>>> {
  const folder = room.places.get(token);
  if (folder === undefined) return failed('C-101');
  const made = await makeBackup(desk, room);
  if (!made.ok) return made;
  const { name, records } = made.value;
  try {
    const target = openFolder(folder);
    const fileName = copyFile(room.backups, target, name);
    const isSame = sha256(readFileSync(join(folder, fileName))).equals(
      sha256(room.backups.read(name)),
    );
    if (!isSame) return failed('B-701');
    await readBackup(target, fileName, (await shelfKeys(desk)).identities, () => undefined);
    const care = await ensureCare(desk);
    const note = `${fileName}，${records} 条记录，已回读校验`;
    const saved = saveCare(
      desk,
      { ...care, externalOn: desk.today },
      { action: 'backups.copyOut', note },
    );
    return saved.ok ? { ok: true, value: { fileName, records } } : saved;
  } catch (problem) {
    return { ok: false, failure: backupFailure(problem) };
  }
}

/** Never over a file that is there: a second copy of the same name gets a number. */
function copyFile(from: VaultFiles, to: VaultFiles, name: string): string {
  let fileName = name;
  for (let copy = 2; to.exists(fileName); copy += 1)
    fileName = name.replace('.djb', `(${copy}).djb`);
  const file = to.open(fileName, 'create');
  try {
    file.write(from.read(name), 0);
    file.sync();
  } finally {
    file.close();
  }
  to.syncFolder();
  return fileName;
}
