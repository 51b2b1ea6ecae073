import type { CalendarDate, FactDate } from '../calendar/calendar-date';
import { deadline, earliestAfter, wholeMonths } from '../calendar/arithmetic';
import { definitionOf, type FieldId } from './fields-data';
import { birthOnOfId } from './read-id-number';
import { endsOf } from './read-range';
import {
  addIssue,
  dayOf,
  factOf,
  hasColumn,
  isBlank,
  numberOf,
  textOf,
  type CheckContext,
  type RowDraft,
} from './row-draft';
import { thresholds } from './thresholds';

/** The steps of a member's way whose days follow one another. */
const chain: readonly FieldId[] = [
  'appliedOn',
  'talkedOn',
  'activistOn',
  'developmentTargetOn',
  'preReviewedOn',
  'receivedOn',
  'approvedOn',
  'confirmedOn',
  'confirmationApprovedOn',
];

/** Pairs outside the chain: the first must not be later than the second. */
const orderedPairs: readonly (readonly [FieldId, FieldId])[] = [
  ['receivedOn', 'flowInOn'],
  ['appliedOn', 'recommendedOn'],
  ['recommendedOn', 'activistOn'],
  ['activistOn', 'activistFiledOn'],
  ['receivedOn', 'committeeTalkOn'],
  ['committeeTalkOn', 'approvedOn'],
  ['receivedOn', 'confirmationAppliedOn'],
  ['confirmationAppliedOn', 'confirmedOn'],
];
const ranges: readonly (readonly [FieldId, FieldId])[] = [
  ['startOn', 'endOn'],
  ['noticeFrom', 'noticeUntil'],
  ['trainingFrom', 'trainingUntil'],
  ['probationFrom', 'probationUntil'],
  ['lastElectedOn', 'nextElectionOn'],
];
const periods: readonly FieldId[] = ['noticePeriod', 'trainingPeriod', 'probationPeriod', 'period'];

/** Compares as far as both are known: a month against a day is compared by months. */
export function isBefore(one: FactDate, other: FactDate): boolean {
  const length = Math.min(one.length, other.length);
  return one.slice(0, length) < other.slice(0, length);
}

export function checkDates(draft: RowDraft, context: CheckContext): void {
  checkFuture(draft, context.today);
  checkOrder(draft);
  checkRanges(draft);
  checkCultivation(draft, context);
  checkAgeAtApplying(draft, context);
  checkSeniority(draft, context.today);
}

function checkFuture(draft: RowDraft, today: CalendarDate): void {
  for (const [field] of draft.fields) {
    const definition = definitionOf(field);
    if (definition.kind !== 'date' || definition.mayBeFuture === true) continue;
    const on = factOf(draft, field);
    if (on !== undefined && isBefore(today, on)) {
      addIssue(draft, field, 'DATE_FUTURE', `晚于今天 ${today}`);
    }
  }
}

function checkOrder(draft: RowDraft): void {
  let earlier: { field: FieldId; on: FactDate } | undefined;
  for (const field of chain) {
    const on = factOf(draft, field);
    if (on === undefined) continue;
    if (earlier !== undefined && isBefore(on, earlier.on)) {
      reportOrder(draft, field, earlier.field);
    } else {
      earlier = { field, on };
    }
  }
  for (const [first, second] of orderedPairs) {
    const one = factOf(draft, first);
    const other = factOf(draft, second);
    if (one !== undefined && other !== undefined && isBefore(other, one)) {
      reportOrder(draft, second, first);
    }
  }
}

function reportOrder(draft: RowDraft, field: FieldId, earlier: FieldId): void {
  const { column } = draft.fields.get(field) ?? {};
  if (draft.issues.some((issue) => issue.code === 'DATE_ORDER' && issue.column === column)) return;
  addIssue(draft, field, 'DATE_ORDER', `早于“${draft.fields.get(earlier)?.header ?? ''}”`);
}

function checkRanges(draft: RowDraft): void {
  for (const [from, until] of ranges) {
    const start = factOf(draft, from);
    const end = factOf(draft, until);
    if (start !== undefined && end !== undefined && isBefore(end, start)) {
      addIssue(draft, until, 'RANGE_REVERSED', '早于开始时间，起止颠倒');
    }
  }
  for (const field of periods) {
    const period = endsOf(textOf(draft, field) ?? '');
    if (period !== undefined && isBefore(period.until, period.from)) {
      addIssue(draft, field, 'RANGE_REVERSED', '止早于起，起止颠倒');
    }
  }
}

/** The first day after a shortest period of months. */
function shortestEnd(from: CalendarDate, months: number, { monthEnd }: CheckContext): CalendarDate {
  return monthEnd === 'asRuled' ? earliestAfter(from, months) : deadline(from, months);
}

/** One full year from activist to development target (14#13), or to the day the proposal is dated. */
function checkCultivation(draft: RowDraft, context: CheckContext): void {
  const from = dayOf(draft, 'activistOn');
  if (from === undefined) return;
  const earliest = shortestEnd(from, thresholds.cultivationMonths.value, context);
  const target = dayOf(draft, 'developmentTargetOn');
  if (target !== undefined && from <= target && target < earliest) {
    addIssue(draft, 'developmentTargetOn', 'TRAIN_LT_1Y', `培养教育不足一年（最早 ${earliest}）`);
    return;
  }
  const base = context.filledOn ?? context.today;
  if (context.isProposal && !hasColumn(draft, 'developmentTargetOn') && base < earliest) {
    const why = `至 ${base} 培养教育不足一年（最早 ${earliest}）`;
    addIssue(draft, 'activistOn', 'TRAIN_LT_1Y', why);
  }
}

function checkAgeAtApplying(draft: RowDraft, context: CheckContext): void {
  const applied = dayOf(draft, 'appliedOn');
  const birth = birthOnOfId(textOf(draft, 'idNumber') ?? '') ?? dayOf(draft, 'birthOn');
  if (applied === undefined || birth === undefined) return;
  const adult = shortestEnd(birth, thresholds.applicantAgeYears.value * 12, context);
  if (applied < adult) {
    addIssue(draft, 'appliedOn', 'AGE_LT_18_AT_APPLY', `递交申请时未满 18 周岁（${adult} 满）`);
  }
}

/** Age and seniority columns are recalculated; a difference beyond rounding is shown. */
function checkSeniority(draft: RowDraft, today: CalendarDate): void {
  compareYears(draft, 'partyAge', dayOf(draft, 'confirmedOn'), today);
  const birth = birthOnOfId(textOf(draft, 'idNumber') ?? '') ?? dayOf(draft, 'birthOn');
  compareYears(draft, 'age', birth, today);
}

function compareYears(
  draft: RowDraft,
  field: FieldId,
  from: CalendarDate | undefined,
  today: CalendarDate,
): void {
  const given = numberOf(draft, field);
  if (given === undefined || from === undefined || from > today) return;
  const years = Math.floor(wholeMonths(from, today) / 12);
  if (Math.abs(given - years) > thresholds.derivedYearsTolerance.value) {
    addIssue(draft, field, 'DERIVED_MISMATCH', `按日期应为 ${years}`);
  }
}

/** A full year of probation (党章第七条), and what became of it. */
export function checkProbation(
  draft: RowDraft,
  context: CheckContext,
  isProbationary: boolean,
): void {
  const received = dayOf(draft, 'receivedOn');
  if (received === undefined) return;
  const due = shortestEnd(received, thresholds.probationMonths.value, context);
  const confirmed = dayOf(draft, 'confirmedOn');
  if (confirmed !== undefined && received <= confirmed && confirmed < due) {
    addIssue(draft, 'confirmedOn', 'PROBATION_LT_1Y', `早于期满日 ${due}`);
  }
  const field: FieldId = hasColumn(draft, 'confirmedOn') ? 'confirmedOn' : 'receivedOn';
  if (isProbationary && (field === 'receivedOn' || isBlank(draft, field)) && due < context.today) {
    addIssue(draft, field, 'PROBATION_OVERDUE', `${due} 期满未转正`);
  }
}
