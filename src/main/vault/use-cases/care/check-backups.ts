import type { VaultOutput } from '../../../../contract/channels';
import type { Result } from '../../../../contract/common';
import { recordSchemas, type TableName } from '../../../../core/records/tables';
import { listShelf, verify, type ShelfKeys } from '../../backup/backup-shelf';
import { BackupUnreadable, readBackup } from '../../backup/read-backup';
import type { Desk } from '../desk';
import { shelfKeys } from './backups';
import type { CareRoom } from './care-room';
import { ensureCare, saveCare } from './care-state';
import { resealBackups } from './reseal';

type Findings = { readonly good: number; readonly bad: readonly string[] };

/** Reads the ledger's files and all backups through and rehearses a restore; the result is dated and on record. */
export async function checkBackups(
  desk: Desk,
  room: CareRoom,
): Promise<Result<VaultOutput<'backups.check'>>> {
  await resealBackups(desk, room);
  const keys = await shelfKeys(desk);
  const scrub = desk.ledger.scrub();
  const shelf = await verifyAll(room, keys, desk.now);
  const rehearsed = await rehearse(room, keys);
  const problems = [
    ...scrub.damagedParts.map((part) => `账本文件 ${part} 有损坏`),
    ...shelf.bad.map((name) => `备份 ${name} 没有通过校验`),
    ...(rehearsed.bad > 0 ? [`恢复演练中有 ${rehearsed.bad} 条记录不合格式`] : []),
  ];
  const isGood = problems.length === 0 && shelf.good > 0;
  const words = isGood
    ? `账本文件完好，${shelf.good} 份备份全部解密校验，恢复演练读出 ${rehearsed.records} 条记录`
    : problems.join('；') || '还没有备份，请先做一份';
  const check = { on: desk.today, isGood, words };
  const care = await ensureCare(desk);
  const saved = saveCare(
    desk,
    { ...care, lastCheck: check },
    { action: 'backups.check', note: words },
  );
  return saved.ok ? { ok: true, value: check } : saved;
}

async function verifyAll(room: CareRoom, keys: ShelfKeys, now: string): Promise<Findings> {
  let good = 0;
  const bad: string[] = [];
  for (const { name, mark } of listShelf(room.backups, keys.markKey)) {
    try {
      await verify(room.backups, name, { ...keys, now });
      good += 1;
    } catch (problem) {
      if (!(problem instanceof BackupUnreadable)) throw problem;
      // One that was never verified was cut short by a quit; it counts as no backup, not as damage.
      if (mark !== undefined) bad.push(name);
    }
  }
  return { good, bad };
}

/** The newest verified backup, read as a restore would read it: every record must have its table's shape. */
async function rehearse(
  room: CareRoom,
  keys: ShelfKeys,
): Promise<{ readonly records: number; readonly bad: number }> {
  const newest = listShelf(room.backups, keys.markKey).find(({ mark }) => mark !== undefined);
  if (newest === undefined) return { records: 0, bad: 0 };
  let records = 0;
  let bad = 0;
  await readBackup(room.backups, newest.name, keys.identities, ({ table, value }) => {
    records += 1;
    if (
      Object.hasOwn(recordSchemas, table) &&
      !recordSchemas[table as TableName].safeParse(value).success
    )
      bad += 1;
  });
  return { records, bad };
}
