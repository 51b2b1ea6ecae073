import { identityToRecipient } from 'age-encryption';
import type { VaultOutput } from '../../../../contract/channels';
import { failed } from '../../../../contract/failure-words';
import type { Failure, Result } from '../../../../contract/common';
import type { CareOverview } from '../../../../contract/vault-care';
import { daysBetween } from '../../../../core/calendar/arithmetic';
import { gatherContent, type BackupContent } from '../../backup/backup-format';
import { listShelf, prune, shelve, type ShelfKeys } from '../../backup/backup-shelf';
import { BackupUnreadable } from '../../backup/read-backup';
import type { Desk } from '../desk';
import { timeWords } from '../history';
import type { CareRoom } from './care-room';
import { ensureCare, readCare, type CareState } from './care-state';

const externalReminderDays = 7;
const markPurpose = 'backup-mark';

export function careOverview(
  desk: Desk,
  room: CareRoom,
  mirror: CareOverview['mirror'],
): Result<CareOverview> {
  const care = readCare(desk);
  const externalOn = care?.externalOn ?? null;
  const days = daysBetween(externalOn ?? care?.since ?? desk.today, desk.today);
  const shelf = listShelf(room.backups, desk.ledger.subkey(markPurpose));
  return {
    ok: true,
    value: {
      backups: shelf.map(({ name, bytes, mark }) => ({
        name,
        bytes,
        madeAt: mark === undefined ? stampWords(name) : timeWords(mark.madeAt),
        ...(mark === undefined
          ? {}
          : {
              verified: {
                at: timeWords(mark.verifiedAt),
                records: mark.records,
                sequence: mark.sequence,
              },
            }),
      })),
      externalOn,
      daysWithoutExternal: days,
      isExternalDue: externalDays(desk) !== null,
      lastCheck: care?.lastCheck ?? null,
      mirror,
      opensWithRecoverySheet: care?.sheetRecipient != null,
    },
  };
}

/** Days since the last copy on another medium, once they are too many; the practice ledger needs none. */
export function externalDays(desk: Desk): number | null {
  const care = readCare(desk);
  if (care === undefined || desk.settings.isPractice) return null;
  const days = daysBetween(care.externalOn ?? care.since, desk.today);
  return days > externalReminderDays ? days : null;
}

/** What a ledger that does not open can still be put back from; marks are read without a key here. */
export function backupWords(room: CareRoom): string {
  const verified = listShelf(room.backups, undefined).filter(({ mark }) => mark !== undefined);
  const newest = verified[0]?.mark;
  if (newest === undefined) return '本机没有已校验的备份，请找出 U 盘上的备份。';
  return `可以从 ${verified.length} 份已校验的备份中恢复，最近一份：${timeWords(newest.madeAt)}。`;
}

/** The name's own time, where nothing better is known of the file. */
function stampWords(name: string): string {
  const [, day = '', hour = '', minute = ''] = /^([\d-]{10})T(\d{2})(\d{2})/.exec(name) ?? [];
  return `${day} ${hour}:${minute}`;
}

/** Sealed, written under a new name, decrypted whole, counted, marked; then old ones go by the rule. */
export function makeBackup(
  desk: Desk,
  room: CareRoom,
): Promise<Result<VaultOutput<'backups.make'>>> {
  return room.inTurn(() => backUp(desk, room));
}

async function backUp(desk: Desk, room: CareRoom): Promise<Result<VaultOutput<'backups.make'>>> {
  // What this session knows of keys is no longer true: its backup would be one for the old sheet.
  if (desk.ledger.failure?.reason === 'rekeyed') return failed('V-110');
  const content = contentOf(desk);
  const keys = await shelfKeys(desk);
  try {
    const stamp = timeWords(content.manifest.madeAt).replace(' ', 'T').replace(':', '');
    const { name, mark } = await shelve(room.backups, content, { ...keys, stamp });
    prune(room.backups, keys.markKey);
    return { ok: true, value: { name, records: mark?.records ?? 0 } };
  } catch (problem) {
    return { ok: false, failure: backupFailure(problem) };
  }
}

export function contentOf(desk: Desk): BackupContent {
  const { ledger } = desk;
  return gatherContent(
    { tables: ledger.tables(), scan: (table) => ledger.scan(table) },
    aboutBackup(desk),
  );
}

/** What a backup says of itself in its first line. */
export function aboutBackup(desk: Desk) {
  const { vaultId, sequence } = desk.ledger;
  return { vaultId, sequence, madeAt: desk.now, unitName: desk.settings.unitName };
}

export async function shelfKeys(desk: Desk): Promise<ShelfKeys> {
  const care = await ensureCare(desk);
  return {
    recipients: await recipientsOf(care),
    identities: care.identities,
    markKey: desk.ledger.subkey(markPurpose),
  };
}

async function recipientsOf({ identities, sheetRecipient }: CareState): Promise<string[]> {
  const [newest] = identities;
  const own = newest === undefined ? [] : [await identityToRecipient(newest)];
  return sheetRecipient === null ? own : [...own, sheetRecipient];
}

/** What stopped a backup, in words; anything that is not the disk's or the file's doing is a bug and is thrown on. */
export function backupFailure(problem: unknown): Failure {
  if (problem instanceof BackupUnreadable) {
    switch (problem.reason) {
      case 'wrongKey':
        return failed('B-702').failure;
      case 'newerVersion':
        return failed('F-601').failure;
      case 'damaged':
        return failed('B-703').failure;
    }
  }
  if (problem instanceof Error && 'code' in problem) return failed('B-701').failure;
  throw problem;
}
