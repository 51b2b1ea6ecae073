import { asDay, type FactDate } from '../calendar/calendar-date';
import { addMonthsDown, addMonthsUp, toDayNumber, fromDayNumber } from '../calendar/day-number';
import { lastWorkingDay, workingDayOnOrAfter } from '../calendar/working-days';
import {
  factNames,
  memberFactNames,
  memberFactTable,
  readFact,
  type DossierFacts,
} from '../development/facts';
import { probationOf } from '../development/probation';
import { isClosed } from '../development/stage';
import { liveFacts } from '../development/standing';
import { ruleOf } from '../regulations/development-rules';
import { localRule } from '../regulations/local-overlay';
import type { Offset, Rule } from '../regulations/types';
import { citationIn, rulebooks as nationalRulebooks } from '../regulations/rulebooks';
import { deadlineTable } from './deadline-table';
import { fixedDay } from './period-day';
import type { EngineOptions } from './types';

/** No fact. */
export const absent = -0x80000000;
/** A fact known to the month only: nothing of the day can follow from it. */
export const partial = absent + 1;

/** One Int32 column each: the dated facts, the end of probation, the number of reviews, closed or not. */
export const packedColumns = [
  ...factNames,
  ...memberFactNames,
  'confirmable',
  'deferrable',
  'reviews',
  'closed',
  'mentors',
] as const;
export type PackedColumn = (typeof packedColumns)[number];

const columnAt = new Map<string, number>(packedColumns.map((name, index) => [name, index]));
const at = (name: PackedColumn) => columnAt.get(name) ?? 0;

function packDate(fact: FactDate | undefined): number {
  if (fact === undefined) return absent;
  const day = asDay(fact);
  return day === undefined ? partial : toDayNumber(day);
}

/** Writes one person's row; the columns are arrays of equal length. */
export function packFacts(typed: DossierFacts, columns: readonly Int32Array[], row: number): void {
  const facts = liveFacts(typed);
  for (const [index, name] of factNames.entries()) {
    const column = columns[index];
    if (column !== undefined) column[row] = packDate(readFact(facts, name));
  }
  const set = (name: PackedColumn, value: number) => {
    const column = columns[at(name)];
    if (column !== undefined) column[row] = value;
  };
  for (const name of memberFactNames)
    set(name, packDate(memberFactTable[name].read(facts.dossier)));
  const probation = probationOf(facts.dossier);
  set('confirmable', packDate(probation?.confirmableOn));
  set(
    'deferrable',
    packDate(probation?.deferredUntil === undefined ? undefined : probation.confirmableOn),
  );
  set('reviews', facts.dossier.reviewedOn?.length ?? 0);
  set('closed', isClosed(facts) ? 1 : 0);
  set('mentors', facts.dossier.mentors?.length ?? 0);
}

type PeriodSize = {
  readonly months: number;
  readonly days: number;
  readonly workingDays: number;
};
type LocalSize = PeriodSize & { readonly from: number; readonly until: number };

type CompiledLine = {
  readonly anchor: number;
  /** Facts that fulfil the line or move the dossier past it. */
  readonly ends: readonly number[];
  readonly judgedBy: number | undefined;
  readonly size: PeriodSize;
  /** Stricter sizes of the district's paper, each for periods that begin while it holds. */
  readonly local: readonly LocalSize[];
  readonly isNotBefore: boolean;
  readonly isRepeated: boolean;
  readonly isProbation: boolean;
  readonly isMentors: boolean;
  /** First day on which the rule holds for a period that begins then. */
  readonly heldFrom: number;
};

export type CompiledTable = {
  readonly lines: readonly CompiledLine[];
  readonly options: EngineOptions;
};

/** Rules of other instruments hold whatever the day. */
const always = partial;

/** The deadline table with its law looked up once, for a run over many rows. */
export function compileTable(options: EngineOptions): CompiledTable {
  const books = options.rulebooks ?? nationalRulebooks;
  const lines = deadlineTable.map((line): CompiledLine => {
    const rule = ruleOf(line.rule);
    const { offset } = rule;
    const holding = books
      .filter((book) => citationIn(rule, book.edition) !== undefined)
      .map((book) => toDayNumber(book.from));
    return {
      anchor: at(line.anchor),
      ends: [...(line.done === undefined ? [] : [line.done]), ...line.closedBy].map(at),
      judgedBy: line.judgedBy === undefined ? undefined : at(line.judgedBy),
      size: sizeOf(offset),
      local: localSizes(rule, options),
      isNotBefore: line.bound === 'notBefore',
      isRepeated: line.isRepeated,
      isProbation: line.rule === 'PROBATION-1Y',
      isMentors: line.done === 'mentorAssigned',
      heldFrom: citationIn(rule, undefined) === undefined ? Math.min(...holding) : always,
    };
  });
  return { lines, options };
}

function sizeOf(offset: Offset | undefined): PeriodSize {
  return {
    months: offset !== undefined && 'months' in offset ? offset.months : 0,
    days: offset !== undefined && 'days' in offset ? offset.days : 0,
    workingDays: offset !== undefined && 'workingDays' in offset ? offset.workingDays : 0,
  };
}

/** The rule's sizes between the days on which the district's paper changes, as `localRule` reads them. */
function localSizes(rule: Rule, { overlay }: EngineOptions): LocalSize[] {
  const entries = (overlay?.entries ?? []).filter((entry) => entry.rule === rule.id);
  const starts = entries.flatMap(({ from, until }) => [
    toDayNumber(from),
    ...(until === undefined ? [] : [toDayNumber(until) + 1]),
  ]);
  const sorted = [...new Set(starts)].sort((a, b) => a - b);
  return sorted.map((from, index) => ({
    ...sizeOf(localRule(rule, overlay, fromDayNumber(from)).offset),
    from,
    until: sorted[index + 1] ?? Number.MAX_SAFE_INTEGER,
  }));
}

function sizeAt(line: CompiledLine, anchor: number): PeriodSize {
  if (line.local.length === 0) return line.size;
  return line.local.find(({ from, until }) => anchor >= from && anchor < until) ?? line.size;
}

type Rows = { readonly from: number; readonly until: number };

/**
 * Due days of the open deadlines of one row, one number per line of the table; `absent` where nothing is open.
 * The same law as `computeDeadlines`, which explains what this only counts.
 */
export function packedDueDays(
  table: CompiledTable,
  columns: readonly Int32Array[],
  row: number,
  due: readonly Int32Array[],
): void {
  fillDue(table, columns, { from: row, until: row + 1 }, due);
}

/** The same for the first `count` rows: line by line, so that each pass reads few columns in order. */
export function allPackedDueDays(
  table: CompiledTable,
  columns: readonly Int32Array[],
  count: number,
  due: readonly Int32Array[],
): void {
  fillDue(table, columns, { from: 0, until: count }, due);
}

const noColumn = new Int32Array(0);
const mentorsColumn = at('mentors');
const reviewsColumn = at('reviews');
const confirmableColumn = at('confirmable');
const closedColumn = at('closed');

function fillDue(
  { lines, options }: CompiledTable,
  columns: readonly Int32Array[],
  rows: Rows,
  due: readonly Int32Array[],
): void {
  const columnOf = (index: number) => columns[index] ?? noColumn;
  const closed = columnOf(closedColumn);
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    const target = due[index];
    if (line === undefined || target === undefined) continue;
    const reads: LineColumns = {
      closed,
      anchor: columnOf(line.anchor),
      ends: line.ends.map(columnOf),
      judged: line.judgedBy === undefined ? undefined : columnOf(line.judgedBy),
      mentors: line.isMentors ? columnOf(mentorsColumn) : undefined,
      reviews: columnOf(reviewsColumn),
      confirmable: columnOf(confirmableColumn),
    };
    for (let row = rows.from; row < rows.until; row += 1)
      target[row] = isOpenAt(line, reads, row) ? openDueDay(line, reads, row, options) : absent;
  }
}

type LineColumns = {
  readonly closed: Int32Array;
  readonly anchor: Int32Array;
  /** Facts that fulfil the line or move the dossier past it. */
  readonly ends: readonly Int32Array[];
  /** The fact whose day chooses the rulebook, where it is not the anchor. */
  readonly judged: Int32Array | undefined;
  readonly mentors: Int32Array | undefined;
  readonly reviews: Int32Array;
  readonly confirmable: Int32Array;
};

function isOpenAt(line: CompiledLine, reads: LineColumns, row: number): boolean {
  const anchor = reads.anchor[row] ?? absent;
  if (anchor <= partial || reads.closed[row] === 1) return false;
  if (judgedDay(anchor, reads, row) < line.heldFrom) return false;
  const { ends } = reads;
  for (let index = 0; index < ends.length; index += 1)
    if ((ends[index]?.[row] ?? absent) !== absent) return false;
  return reads.mentors === undefined || (reads.mentors[row] ?? 0) === 0;
}

/** The anchor's day, or that of the fact the law names instead, where its day is known. */
function judgedDay(anchor: number, { judged }: LineColumns, row: number): number {
  const day = judged?.[row] ?? absent;
  return day <= partial ? anchor : day;
}

function openDueDay(
  line: CompiledLine,
  reads: LineColumns,
  row: number,
  options: EngineOptions,
): number {
  const anchor = reads.anchor[row] ?? absent;
  if (line.isProbation) return reads.confirmable[row] ?? absent;
  const size = sizeAt(line, anchor);
  if (size.workingDays > 0) {
    return toDayNumber(lastWorkingDay(fromDayNumber(anchor), size.workingDays, options).lastOn);
  }
  if (line.isRepeated) return reviewDueDay(size, anchor, (reads.reviews[row] ?? 0) + 1, options);
  if (line.isNotBefore) return addMonthsUp(anchor, size.months);
  const day = size.months === 0 ? anchor + size.days : addMonthsDown(anchor, size.months);
  return rolledDay(day, options);
}

/** The n-th review: whole months from the anchor, or the n-th fixed day after it. */
function reviewDueDay(
  size: PeriodSize,
  anchor: number,
  number: number,
  options: EngineOptions,
): number {
  const mode = options.reviewMode;
  if (mode?.kind !== 'fixed')
    return rolledDay(addMonthsDown(anchor, size.months * number), options);
  const day = fixedDay(fromDayNumber(anchor), number, mode.days);
  return day === undefined ? absent : toDayNumber(day);
}

function rolledDay(day: number, { rollsOverHolidays, calendar }: EngineOptions): number {
  if (rollsOverHolidays !== true) return day;
  return toDayNumber(workingDayOnOrAfter(fromDayNumber(day), calendar));
}
