import { basename, dirname } from 'node:path';
import type { VaultInput, VaultOutput } from '../../../../contract/channels';
import type { Result } from '../../../../contract/common';
import { failed } from '../../../../contract/failure-words';
import type { BackupDifference, BackupSource } from '../../../../contract/vault-care';
import type { RecordChange } from '../../../../core/records/change';
import type { BackupManifest } from '../../backup/backup-format';
import { readBackup } from '../../backup/read-backup';
import { identityOfRecoveryCode } from '../../crypto/age-identity';
import { readRecoveryCode } from '../../crypto/recovery-code';
import { metaTable } from '../../ledger/meta-document';
import { openFolder, type VaultFiles } from '../../ledger/vault-files';
import type { Desk } from '../desk';
import { reasonNote } from '../export-note';
import { timeWords } from '../history';
import { asJson } from '../save-person';
import { backupFailure, makeBackup, shelfKeys } from './backups';
import type { CareRoom } from './care-room';
import { tableWords } from './table-words';

type Chosen = { readonly source: BackupSource; readonly recoveryCode?: string | undefined };
type Plan = { readonly manifest: BackupManifest; readonly changes: RecordChange[] };

/** What a restore would take away, change and bring back, reckoned record by record. */
export async function compareBackup(
  desk: Desk,
  chosen: VaultInput<'backups.compare'>,
  room: CareRoom,
): Promise<Result<BackupDifference>> {
  const against = desk.ledger.sequence;
  const planned = await planRestore(desk, chosen, room);
  if (!planned.ok) return planned;
  const { manifest, changes } = planned.value;
  const names = [...new Set(changes.map(({ table }) => table))];
  const isSameLedger = manifest.vaultId === desk.ledger.vaultId;
  return {
    ok: true,
    value: {
      madeAt: timeWords(manifest.madeAt),
      unitName: manifest.unitName,
      isSameLedger,
      operations: isSameLedger ? Math.max(0, against - manifest.sequence) : against,
      lostPeople: changes.filter(({ table, after }) => table === 'people' && after === null).length,
      tables: names.map((table) => ({ words: tableWords(table), ...countOf(changes, table) })),
      against,
    },
  };
}

function countOf(changes: readonly RecordChange[], name: string) {
  const mine = changes.filter(({ table }) => table === name);
  const lost = mine.filter(({ after }) => after === null).length;
  const returned = mine.filter(({ before }) => before === null).length;
  return { lost, returned, changed: mine.length - lost - returned };
}

/** A copy of the present state first, then one change that leads to the backup's: it can be undone like any other. */
export async function restoreBackup(
  desk: Desk,
  { against, attestation, ...chosen }: VaultInput<'backups.restore'>,
  room: CareRoom,
): Promise<Result<VaultOutput<'backups.restore'>>> {
  if (desk.ledger.sequence !== against) return failed('B-704');
  const planned = await planRestore(desk, chosen, room);
  if (!planned.ok) return planned;
  const copied = await makeBackup(desk, room);
  if (!copied.ok) return copied;
  if (desk.ledger.sequence !== against) return failed('B-704');
  const { manifest, changes } = planned.value;
  const restored = desk.commit({
    action: 'backups.restore',
    note: `恢复到 ${timeWords(manifest.madeAt)} 的备份，涉及 ${changes.length} 条记录；${reasonNote(attestation.reason)}`,
    changes,
  });
  if (!restored.ok) return restored;
  return { ok: true, value: { ...restored.value, records: changes.length } };
}

/** Settings, keys and the ledger's care stay as they are: only records go back. */
async function planRestore(desk: Desk, chosen: Chosen, room: CareRoom): Promise<Result<Plan>> {
  const place = placeOf(chosen.source, room);
  if (place === undefined) return failed('C-101');
  const then = new Map<string, RecordChange>();
  try {
    const manifest = await readBackup(
      place.files,
      place.name,
      await identitiesFor(desk, chosen.recoveryCode),
      ({ table, id, value }) => {
        if (table !== metaTable)
          then.set(`${table}/${id}`, { table, id, before: null, after: value });
      },
    );
    return { ok: true, value: { manifest, changes: changesTo(desk, then) } };
  } catch (problem) {
    return { ok: false, failure: backupFailure(problem) };
  }
}

async function identitiesFor(desk: Desk, typed: string | undefined): Promise<string[]> {
  const { identities } = await shelfKeys(desk);
  const code = typed === undefined ? undefined : readRecoveryCode(typed);
  return code === undefined ? [...identities] : [...identities, identityOfRecoveryCode(code)];
}

/** The file a source names, where it is a name of the shelf or a place the user pointed at. */
export function placeOf(
  source: BackupSource,
  room: CareRoom,
): { readonly files: VaultFiles; readonly name: string } | undefined {
  if (source.kind === 'shelf') {
    const isPlain = basename(source.name) === source.name && room.backups.exists(source.name);
    return isPlain ? { files: room.backups, name: source.name } : undefined;
  }
  const path = room.places.get(source.token);
  return path === undefined
    ? undefined
    : { files: openFolder(dirname(path)), name: basename(path) };
}

function changesTo(desk: Desk, then: ReadonlyMap<string, RecordChange>): RecordChange[] {
  const changes: RecordChange[] = [];
  const seen = new Set<string>();
  for (const table of desk.ledger.tables().filter((name) => name !== metaTable)) {
    for (const { id, value } of desk.ledger.scan(table)) {
      const before = asJson(value as object);
      const after = then.get(`${table}/${id}`)?.after ?? null;
      seen.add(`${table}/${id}`);
      if (JSON.stringify(before) !== JSON.stringify(after))
        changes.push({ table, id, before, after });
    }
  }
  for (const [key, change] of then) if (!seen.has(key)) changes.push(change);
  return changes;
}
