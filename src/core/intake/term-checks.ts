import type { CalendarDate } from '../calendar/calendar-date';
import { daysBetween, deadline, earliestAfter } from '../calendar/arithmetic';
import type { FieldId } from './fields-data';
import { checkSums } from './organization-checks';
import { partyOrganizationNameField } from './required-checks';
import {
  addIssue,
  dayOf,
  hasColumn,
  hasIssue,
  numberOf,
  textOf,
  valueOf,
  type CheckContext,
  type RowDraft,
} from './row-draft';
import { thresholds } from './thresholds';

export function checkPartyOrganizationRow(
  draft: RowDraft,
  context: CheckContext,
  isPastTerm: boolean,
): void {
  checkSums(draft);
  const isOver = (['abolishedOn', 'actualElectionOn'] as const).some(
    (field) => valueOf(draft, field) !== undefined,
  );
  checkTerm(draft, context, !isOver && !isPastTerm);
}

/** Rows of terms that a later row of the same organisation has ended: nothing is due on them. */
export function findPastTerms(drafts: readonly RowDraft[]): ReadonlySet<RowDraft> {
  const latest = new Map<string, RowDraft>();
  const past = new Set<RowDraft>();
  for (const draft of drafts) {
    if (textOf(draft, 'termNumber') === undefined) continue;
    const key = partyOrganizationKey(draft);
    const other = latest.get(key);
    const isLater = other === undefined || startOf(draft) >= startOf(other);
    if (other !== undefined) past.add(isLater ? other : draft);
    if (isLater) latest.set(key, draft);
  }
  return past;
}

function startOf(draft: RowDraft): string {
  return textOf(draft, 'lastElectedOn') ?? '';
}

/** A branch is told apart by its committee and its name (product.md §5). */
export function partyOrganizationKey(draft: RowDraft): string {
  const committee =
    textOf(draft, 'committeeName') ?? textOf(draft, 'superiorPartyOrganization') ?? '';
  return `${committee}|${textOf(draft, partyOrganizationNameField(draft)) ?? ''}`;
}

/** Due day = the day of appointment or election + the term; a stated one is compared with it. */
function checkTerm(draft: RowDraft, { today, monthEnd }: CheckContext, isDue: boolean): void {
  const elected = dayOf(draft, 'lastElectedOn');
  const stated = dayOf(draft, 'nextElectionOn');
  const lastOf = monthEnd === 'asRuled' ? deadline : earliestAfter;
  const computed = elected === undefined ? undefined : lastOf(elected, termYearsOf(draft) * 12);
  const isReversed = hasIssue(draft, 'RANGE_REVERSED');
  const isComparable = stated !== undefined && computed !== undefined && !isReversed;
  if (isComparable && !isSameTerm(stated, computed)) {
    addIssue(draft, 'nextElectionOn', 'TERM_MISMATCH', `按任命日加任期应为 ${computed}`);
  }
  const due = computed ?? stated;
  if (due === undefined || !isDue) return;
  const field: FieldId = hasColumn(draft, 'nextElectionOn') ? 'nextElectionOn' : 'lastElectedOn';
  const reminder = deadline(today, thresholds.termReminderMonths.value);
  if (due < today) addIssue(draft, field, 'TERM_OVERDUE', `${due} 已届满`);
  else if (due <= reminder) addIssue(draft, field, 'TERM_DUE_SOON', `${due} 届满，距今不足 6 个月`);
}

/** A term may be written as its last day or as the day after. */
function isSameTerm(stated: CalendarDate, computed: CalendarDate): boolean {
  const days = daysBetween(stated, computed);
  return days === 0 || days === 1;
}

/** The stated term, else five years for villages, communities and party committees, else three. */
export function termYearsOf(draft: RowDraft): number {
  const stated = numberOf(draft, 'termYears');
  if (stated !== undefined && stated > 0) return stated;
  const name = textOf(draft, partyOrganizationNameField(draft)) ?? '';
  const isVillage = /村/.test(name) && !/公司|银行|学校|小学|中学|医院|企业|机关/.test(name);
  if (isVillage) return thresholds.villageTermYears.value;
  const isCommittee = /(基层委员会|党委)$/.test(name);
  return (isCommittee ? thresholds.committeeTermYears : thresholds.branchTermYears).value;
}
