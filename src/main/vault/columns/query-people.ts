import type { PersonFilter, ReadyList } from '../../../contract/people';
import { absent, type PackedColumn } from '../../../core/deadlines/packed';
import { deadlineTable } from '../../../core/deadlines/deadline-table';
import { ruleOf } from '../../../core/regulations/development-rules';
import { fullMemberCode, personFlags, stageCode, type PeopleColumns } from './people-columns';

export type DayBounds = { readonly today: number; readonly sunday: number; readonly in30: number };

const column = (people: PeopleColumns, name: PackedColumn) => people.facts.column(name);
const dueOf = (people: PeopleColumns, rule: string) =>
  people.due.columns[deadlineTable.findIndex((line) => line.rule === rule)] ?? new Int32Array(0);

/** Nearest open deadline of a row: the earliest day, latest limits before first possible days. */
export function nextDue(
  people: PeopleColumns,
  row: number,
  today: number,
): { line: number; day: number } | undefined {
  let best: { line: number; day: number } | undefined;
  for (const [line, due] of people.due.columns.entries()) {
    const day = due[row] ?? absent;
    if (day === absent || (isNotBefore[line] === true && day < today)) continue;
    if (best === undefined || day < best.day) best = { line, day };
  }
  return best;
}

export const isNotBefore = deadlineTable.map(({ bound }) => bound === 'notBefore');

type Test = (row: number) => boolean;

/** One closure per condition, so that the scan over all rows asks only what was chosen. */
export function testsOf(
  people: PeopleColumns,
  filter: PersonFilter,
  bounds: DayBounds,
  areaIds: ReadonlySet<string> | undefined,
): Test[] {
  const tests: Test[] = [(row) => ((people.flags[row] ?? 0) & personFlags.retired) === 0];
  const text = filter.text?.trim().toLowerCase();
  if (text) tests.push((row) => people.haystack[row]?.includes(text) ?? false);
  if (filter.stages !== undefined && filter.stages.length > 0) {
    const wanted = new Set(filter.stages.map(stageCode));
    tests.push((row) => wanted.has(people.stage[row] ?? 0));
  } else if (filter.includesFullMembers !== true && filter.readyList !== 'overridden') {
    tests.push((row) => people.stage[row] !== fullMemberCode && people.stage[row] !== 0);
  }
  if (areaIds !== undefined) tests.push((row) => areaIds.has(people.areaIds[row] ?? ''));
  if (filter.branchId !== undefined) tests.push((row) => people.branchIds[row] === filter.branchId);
  if (filter.due !== undefined) tests.push(dueTest(people, filter.due, bounds));
  if (filter.readyList !== undefined) tests.push(readyListTest(people, filter.readyList, bounds));
  return tests;
}

function dueTest(
  people: PeopleColumns,
  due: NonNullable<PersonFilter['due']>,
  bounds: DayBounds,
): Test {
  const ranges = {
    overdue: [-Infinity, bounds.today - 1],
    thisWeek: [bounds.today, bounds.sunday],
    within30: [bounds.sunday + 1, bounds.in30],
    overdueOrWithin30: [-Infinity, bounds.in30],
  } as const;
  const [from, until] = ranges[due];
  const { columns } = people.due;
  // Any open deadline counts, as on the home page; a first possible day that is past is no deadline any more.
  return (row) =>
    columns.some((days, line) => {
      const day = days[row] ?? absent;
      if (day === absent || (isNotBefore[line] === true && day < bounds.today)) return false;
      return day >= from && day <= until;
    });
}

/** The twelve ready lists of product.md §3, and whoever was taken on over a block. */
export function readyListTest(
  people: PeopleColumns,
  list: ReadyList,
  { today, sunday, in30 }: DayBounds,
): Test {
  const has = (name: PackedColumn): Test => {
    const values = column(people, name);
    return (row) => (values[row] ?? absent) !== absent;
  };
  const stageIs = (stage: Parameters<typeof stageCode>[0]): Test => {
    const code = stageCode(stage);
    return (row) =>
      people.stage[row] === code && ((people.flags[row] ?? 0) & personFlags.closed) === 0;
  };
  const between = (rule: string, from: number, until: number): Test => {
    const due = dueOf(people, rule);
    return (row) =>
      (due[row] ?? absent) !== absent && (due[row] ?? 0) >= from && (due[row] ?? 0) <= until;
  };
  const [activist, target, probationary] = [
    stageIs('activist'),
    stageIs('developmentTarget'),
    stageIs('probationaryMember'),
  ];
  const mentors = column(people, 'mentors');
  const preReviewed = has('preReviewed');
  const meeting = has('meeting');
  const hasFlag =
    (flag: number): Test =>
    (row) =>
      ((people.flags[row] ?? 0) & flag) !== 0;
  const reviewed = hasFlag(personFlags.reviewed);
  const noticeRuns = between('PUBLICITY-5WD', today, Infinity);
  const noticeFrom = column(people, 'noticeFrom');
  const tests: Record<ReadyList, Test> = {
    dueThisWeek: dueTest(people, 'thisWeek', { today, sunday, in30 }),
    talkSoonOverdue: between('TALK-1M', -Infinity, today + ruleOf('TALK-1M').leadDays),
    withoutMentor: (row) => activist(row) && (mentors[row] ?? 0) === 0,
    yearWithoutDiscussion: between('ACTIVIST-1Y', -Infinity, today),
    inNotice: (row) => noticeRuns(row) && (noticeFrom[row] ?? absent) <= today,
    politicalReviewOpen: (row) => target(row) && !reviewed(row),
    awaitingPreReview: (row) => target(row) && reviewed(row) && !preReviewed(row) && !meeting(row),
    preReviewedWithoutMeeting: (row) => target(row) && preReviewed(row) && !meeting(row),
    awaitingApproval: (row) => target(row) && meeting(row),
    probationEnding: (row) => probationary(row) && between('PROBATION-1Y', today + 1, in30)(row),
    probationOverdue: (row) => probationary(row) && between('PROBATION-1Y', -Infinity, today)(row),
    papersMissing: hasFlag(personFlags.papersMissing),
    overridden: hasFlag(personFlags.overridden),
  };
  return tests[list];
}

/** Rows that pass every test, in the order given. */
export function selectRows(order: Int32Array | number, tests: readonly Test[]): Int32Array {
  const count = typeof order === 'number' ? order : order.length;
  const rows = new Int32Array(count);
  let found = 0;
  scan: for (let index = 0; index < count; index += 1) {
    const row = typeof order === 'number' ? index : (order[index] ?? 0);
    for (const test of tests) if (!test(row)) continue scan;
    rows[found] = row;
    found += 1;
  }
  return rows.subarray(0, found);
}

const collator = new Intl.Collator('zh-Hans-CN');

/** Rows in the order of their names; one collator pass, kept until a name changes. */
export function rowsByName(people: PeopleColumns): Int32Array {
  if (people.byName?.length !== people.count) {
    const rows = Int32Array.from({ length: people.count }, (_, row) => row);
    people.byName = rows.sort((a, b) =>
      collator.compare(people.names[a] ?? '', people.names[b] ?? ''),
    );
  }
  return people.byName;
}
