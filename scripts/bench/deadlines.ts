import { addDays, addMonths, differenceInCalendarDays, parseISO } from 'date-fns';
import { isCalendarDate } from '../../src/core/calendar/calendar-date';
import { readAnchor } from '../../src/core/deadlines/compute-deadlines';
import { deadlineTable } from '../../src/core/deadlines/deadline-table';
import { allPackedDueDays, compileTable, packedDueDays } from '../../src/core/deadlines/packed';
import { factsOf } from '../../src/core/development/facts';
import type { Person } from '../../src/core/records/person';
import { ruleOf } from '../../src/core/regulations/development-rules';
import type { Desk } from '../../src/main/vault/use-cases/desk';
import { atLeast, atMost, interleaved, median, timed, type Figure } from './figures';
import { today } from './made-ledger';

const rounds = 25;
/** The peer reads records, the product columns; a city's records are not held for it. */
const mostPeers = 50_000;
const rules = deadlineTable.map((line) => ({ line, offset: ruleOf(line.rule).offset }));

/** What one would write first: parse, add and compare dates, person by person and rule by rule. */
function withDateFns(people: readonly Person[]): number {
  const now = parseISO(today);
  let late = 0;
  for (const person of people) {
    const facts = factsOf(person);
    for (const { line, offset } of rules) {
      const anchor = readAnchor(facts, line.anchor);
      if (anchor === undefined || !isCalendarDate(anchor) || offset === undefined) continue;
      if (line.done !== undefined && readAnchor(facts, line.done) !== undefined) continue;
      const from = parseISO(anchor);
      const on = 'months' in offset ? addMonths(from, offset.months) : addDays(from, 7);
      if (differenceInCalendarDays(on, now) < 0) late += 1;
    }
  }
  return late;
}

function firstPeople({ ledger }: Desk): Person[] {
  const people: Person[] = [];
  for (const { value } of ledger.scan('people')) {
    if (people.length === mostPeers) break;
    people.push(value as Person);
  }
  return people;
}

/** Microseconds to look up one person's open due days anew, over many of them. */
async function oneRow({ people }: Desk, due: readonly Int32Array[]): Promise<number> {
  const table = compileTable({ today });
  const facts = people.facts.all();
  const rows = Math.min(people.count, 5_000);
  const took = await timed(() => {
    for (let row = 0; row < rows; row += 1) packedDueDays(table, facts, row, due);
  });
  return (took / rows) * 1_000;
}

/** G7: every open due day of every person, as after a change of day; and of one after an edit. */
export async function measureDeadlines(desk: Desk, commit: Figure): Promise<Figure> {
  const { people } = desk;
  const facts = people.facts.all();
  const records = firstPeople(desk);
  const share = records.length / people.count;
  const due = people.due.columns.map((column) => new Int32Array(column.length));
  const runs = await interleaved(rounds, {
    floor: () =>
      timed(() => {
        let sum = 0;
        for (const column of facts)
          for (let row = 0; row < people.count; row += 1) sum = (sum + (column[row] ?? 0)) | 0;
        return sum;
      }),
    product: () =>
      timed(() => {
        const table = compileTable({ today });
        allPackedDueDays(table, facts, people.count, due);
      }),
    dateFns: async () => (await timed(() => withDateFns(records))) / share,
  });
  const row = await oneRow(desk, due);
  return {
    id: 'G7',
    work: `全部期限（${people.count} 人）`,
    product: runs.product,
    floor: { name: '各列扫一遍', runs: runs.floor },
    peers: [{ name: '逐人 date-fns', runs: runs.dateFns }],
    goals: [
      ...(people.count > mostPeers ? [] : [atMost('中位 ≤ 16 ms', median(runs.product), 16)]),
      atLeast('≥ 30 × date-fns', median(runs.dateFns) / median(runs.product), 30),
      atMost('改一人 ≤ 提交的 1%', row / (median(commit.product) * 10), 1),
    ],
    notes: [
      `改一人 ${row.toFixed(2)} µs`,
      ...(share < 1 ? [`date-fns 按 ${records.length} 人折算`] : []),
    ],
  };
}
