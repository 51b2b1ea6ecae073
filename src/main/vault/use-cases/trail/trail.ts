import type { VaultInput, VaultOutput } from '../../../../contract/channels';
import type { Result } from '../../../../contract/common';
import type { TrailFilter, TrailRow } from '../../../../contract/vault-care';
import type { ChangeEntry } from '../../ledger/history';
import type { Desk } from '../desk';
import { changeTitle, timeWords } from '../history';
import { kindOf } from './act-kinds';

/** The ledger's journal read as a trail: who did what and when, newest first. */
export function listTrail(
  desk: Desk,
  { limit, ...filter }: VaultInput<'trail.list'>,
): Result<VaultOutput<'trail.list'>> {
  const entries = desk.ledger.history.entries();
  const found = filtered(entries, filter);
  const people = [...new Set(entries.map(({ by }) => by).filter((by) => by !== ''))].sort();
  const rows = found.slice(0, limit).map((entry) => rowOf(desk, entry));
  return { ok: true, value: { rows, total: found.length, people } };
}

export function trailRows(desk: Desk, filter: TrailFilter): TrailRow[] {
  return filtered(desk.ledger.history.entries(), filter).map((entry) => rowOf(desk, entry));
}

function filtered(
  entries: readonly ChangeEntry[],
  { by, kind, from, until }: TrailFilter,
): ChangeEntry[] {
  const isWanted = (entry: ChangeEntry) => {
    const day = timeWords(entry.at).slice(0, 10);
    return (
      (by === undefined || entry.by === by) &&
      (kind === undefined || kindOf(entry.action) === kind) &&
      (from === undefined || day >= from) &&
      (until === undefined || day <= until)
    );
  };
  return entries.filter(isWanted).reverse();
}

function rowOf(desk: Desk, entry: ChangeEntry): TrailRow {
  return {
    id: entry.id,
    sequence: entry.last + 1,
    at: timeWords(entry.at),
    by: entry.by,
    kind: kindOf(entry.action),
    title: changeTitle(entry.action),
    note: noteWords(desk, entry),
    records: entry.records,
  };
}

const revealedWords: Readonly<Record<string, string>> = { idNumber: '身份证号', phone: '联系电话' };

/** A reveal is stored as a path; people read a name and a field. */
function noteWords(desk: Desk, { action, note = '' }: ChangeEntry): string {
  if (action !== 'people.reveal') return note;
  const [, id = '', field = ''] = note.split('/');
  const person = desk.read('people', id);
  return `${person?.name ?? '已移出的人员'}的${revealedWords[field] ?? field}`;
}
