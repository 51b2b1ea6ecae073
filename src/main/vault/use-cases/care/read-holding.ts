import type { Result } from '../../../../contract/common';
import { failed } from '../../../../contract/failure-words';
import type { BackupSource } from '../../../../contract/vault-care';
import type { RecordChange } from '../../../../core/records/change';
import type { BackupManifest } from '../../backup/backup-format';
import { readBackup } from '../../backup/read-backup';
import { metaId, metaTable, type MetaDocument } from '../../ledger/meta-document';
import { backupFailure } from './backups';
import type { CareRoom } from './care-room';
import { placeOf } from './restore';

/** All of a backup: its records as changes from nothing, and the document of settings apart. */
export type Holding = {
  readonly name: string;
  readonly manifest: BackupManifest;
  readonly meta: MetaDocument;
  readonly changes: readonly RecordChange[];
};

/** Reads a backup whole with keys of the caller's, where no ledger is open that knows any. */
export async function readHolding(
  room: CareRoom,
  source: BackupSource,
  identities: readonly string[],
): Promise<Result<Holding>> {
  const place = placeOf(source, room);
  if (place === undefined) return failed('C-101');
  const changes: RecordChange[] = [];
  let meta: MetaDocument = {};
  try {
    const manifest = await readBackup(
      place.files,
      place.name,
      identities,
      ({ table, id, value }) => {
        if (table !== metaTable) changes.push({ table, id, before: null, after: value });
        else if (id === metaId) meta = value as MetaDocument;
      },
    );
    return { ok: true, value: { name: place.name, manifest, meta, changes } };
  } catch (problem) {
    return { ok: false, failure: backupFailure(problem) };
  }
}
