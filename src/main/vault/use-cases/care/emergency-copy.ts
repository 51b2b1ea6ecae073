import type { VaultInput, VaultOutput } from '../../../../contract/channels';
import type { Result } from '../../../../contract/common';
import { failed } from '../../../../contract/failure-words';
import { gatherContent } from '../../backup/backup-format';
import { readBackup } from '../../backup/read-backup';
import { writeBackup } from '../../backup/write-backup';
import { openFolder } from '../../ledger/vault-files';
import type { Desk } from '../desk';
import { draftsTable, type HeldDrafts } from '../drafts';
import { timeWords } from '../history';
import { aboutBackup, backupFailure, shelfKeys } from './backups';
import type { CareRoom } from './care-room';

/**
 * All that is in memory, the forms nobody could save included, as one age file at a place the user chose: for a
 * ledger that takes nothing more. Written, synced, decrypted whole and counted there.
 */
export async function emergencyCopy(
  desk: Desk,
  { token }: VaultInput<'backups.emergency'>,
  { care, drafts }: { readonly care: CareRoom; readonly drafts: HeldDrafts },
): Promise<Result<VaultOutput<'backups.emergency'>>> {
  const folder = care.places.get(token);
  if (folder === undefined) return failed('C-101');
  const { recipients, identities } = await shelfKeys(desk);
  try {
    const target = openFolder(folder);
    const content = gatherContent(withDrafts(desk, drafts), aboutBackup(desk));
    const stamp = timeWords(desk.now).replace(' ', 'T').replace(':', '');
    const fileName = freeName(target.exists, `应急副本-${stamp}`);
    await writeBackup(target, fileName, content, recipients);
    const { records } = await readBackup(target, fileName, identities, () => undefined);
    return { ok: true, value: { fileName, records, drafts: drafts.size } };
  } catch (problem) {
    return { ok: false, failure: backupFailure(problem) };
  }
}

/** A held form takes the place of the one that was sealed under its key. */
function withDrafts({ ledger }: Desk, drafts: HeldDrafts) {
  const tables = [...new Set([...ledger.tables(), ...(drafts.size > 0 ? [draftsTable] : [])])];
  return {
    tables,
    *scan(table: string): Iterable<{ id: string; value: unknown }> {
      for (const record of ledger.scan(table))
        if (table !== draftsTable || !drafts.has(record.id)) yield record;
      if (table !== draftsTable) return;
      for (const [id, value] of drafts) yield { id, value };
    },
  };
}

function freeName(exists: (name: string) => boolean, base: string): string {
  for (let copy = 1; ; copy += 1) {
    const name = copy === 1 ? `${base}.djb` : `${base}-${copy}.djb`;
    if (!exists(name)) return name;
  }
}
