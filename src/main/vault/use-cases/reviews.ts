import type { VaultInput, VaultOutput } from '../../../contract/channels';
import type { Result } from '../../../contract/common';
import { failed } from '../../../contract/failure-words';
import { reviewedTables, type Review, type ReviewedTable } from '../../../contract/reviews';
import type { ChangeEntry } from '../ledger/history';
import type { Desk } from './desk';
import { timeWords } from './history';

const action = 'records.review';
const shown = 50;

/** Where a record stands: who changed it since it was last confirmed, and who confirmed it. */
type Standing = {
  readonly enteredBy: Set<string>;
  changedAt: string;
  confirmed: { readonly by: string; readonly at: string } | undefined;
};

/** How a record stands; nothing while only one person uses the ledger and there is nobody to confirm. */
export function reviewOf(
  desk: Desk,
  { table, recordId }: VaultInput<'reviews.of'>,
): Result<VaultOutput<'reviews.of'>> {
  if (!isShared(desk)) return { ok: true, value: null };
  const key = `${table}/${recordId}`;
  const standing = standingsIn(desk, (touched) => touched === key).get(key);
  return { ok: true, value: standing === undefined ? null : viewOf(desk, key, standing) };
}

/** What waits for a second person, longest waiting first. */
export function listPendingReviews(desk: Desk): Result<VaultOutput<'reviews.pending'>> {
  if (!isShared(desk)) return { ok: true, value: { rows: [], total: 0 } };
  const pending = [...standingsIn(desk, isReviewed)]
    .filter(([, { enteredBy }]) => enteredBy.size > 0)
    .sort(([, a], [, b]) => (a.changedAt < b.changedAt ? -1 : 1));
  const rows = pending.slice(0, shown).map(([key, standing]) => viewOf(desk, key, standing));
  return { ok: true, value: { rows, total: pending.length } };
}

/** 复核: a second person has looked at the record as it now is. The act changes nothing but says so for good. */
export function confirmReview(
  desk: Desk,
  input: VaultInput<'reviews.confirm'>,
): Result<VaultOutput<'reviews.confirm'>> {
  const review = reviewOf(desk, input);
  if (!review.ok) return review;
  if (review.value === null || !review.value.isPending) return failed('C-103');
  if (!review.value.canConfirm) return failed('V-111');
  return desk.record(action, `${input.table}/${input.recordId}/${review.value.name}`);
}

function isShared(desk: Desk): boolean {
  const slots = desk.ledger.slots.list();
  return slots.ok && slots.value.length > 1;
}

const isReviewed = (key: string) =>
  reviewedTables.some((table) => key.startsWith(table) && key[table.length] === '/');

function standingsIn(desk: Desk, isMeant: (key: string) => boolean): Map<string, Standing> {
  const standings = new Map<string, Standing>();
  for (const entry of desk.ledger.history.entries()) {
    if (entry.action === action) confirm(standings, entry);
    for (const key of entry.touched) if (isMeant(key)) change(standings, key, entry);
  }
  return standings;
}

function confirm(standings: Map<string, Standing>, { note = '', by, at }: ChangeEntry): void {
  const key = note.split('/').slice(0, 2).join('/');
  const standing = standings.get(key);
  if (standing === undefined) return;
  standing.enteredBy.clear();
  standing.confirmed = { by, at };
}

function change(standings: Map<string, Standing>, key: string, { by, at }: ChangeEntry): void {
  const standing = standings.get(key) ?? {
    enteredBy: new Set<string>(),
    changedAt: at,
    confirmed: undefined,
  };
  standing.enteredBy.add(by);
  standing.changedAt = at;
  standings.set(key, standing);
}

function viewOf(desk: Desk, key: string, standing: Standing): Review {
  const { enteredBy, changedAt, confirmed } = standing;
  const [table, recordId = ''] = key.split('/');
  const isPending = enteredBy.size > 0;
  const words = isPending
    ? `待复核：${[...enteredBy].join('、')} ${timeWords(changedAt)}`
    : `已复核：${confirmed?.by ?? ''} ${timeWords(confirmed?.at ?? changedAt)}`;
  return {
    table: table as ReviewedTable,
    recordId,
    name: nameOf(desk, table as ReviewedTable, recordId),
    words,
    isPending,
    canConfirm:
      isPending && desk.role !== 'clerk' && desk.role !== 'auditor' && !enteredBy.has(desk.who),
  };
}

function nameOf(desk: Desk, table: ReviewedTable, id: string): string {
  const record = desk.stored(table, id);
  if (record === undefined) return '（已撤销的记录）';
  if ('name' in record) return record.name;
  return 'content' in record ? record.content.slice(0, 20) : `${record.on} 会议`;
}
