import { addDays, addMonths, differenceInCalendarDays, parseISO } from 'date-fns';
import { isCalendarDate } from '../../src/core/calendar/calendar-date';
import { readAnchor } from '../../src/core/deadlines/compute-deadlines';
import { deadlineTable } from '../../src/core/deadlines/deadline-table';
import { allPackedDueDays, compileTable } from '../../src/core/deadlines/packed';
import { factsOf, readFact } from '../../src/core/development/facts';
import { ruleOf } from '../../src/core/regulations/development-rules';
import type { PeopleColumns } from '../../src/main/vault/columns/people-columns';
import { atLeast, atMost, interleaved, median, timed, type Figure } from './figures';
import { today, type MadeLedger } from './made-ledger';

const rounds = 25;
const rules = deadlineTable.map((line) => ({ line, offset: ruleOf(line.rule).offset }));

/** What one would write first: parse, add and compare dates, person by person and rule by rule. */
function withDateFns({ people }: MadeLedger): number {
  const now = parseISO(today);
  let late = 0;
  for (const person of people) {
    const facts = factsOf(person);
    for (const { line, offset } of rules) {
      const anchor = readAnchor(facts, line.anchor);
      if (anchor === undefined || !isCalendarDate(anchor) || offset === undefined) continue;
      if (readFact(facts, line.done) !== undefined) continue;
      const from = parseISO(anchor);
      const on = 'months' in offset ? addMonths(from, offset.months) : addDays(from, 7);
      if (differenceInCalendarDays(on, now) < 0) late += 1;
    }
  }
  return late;
}

/** G7: every open due day of every person, as after a change of day. */
export async function measureDeadlines(made: MadeLedger, people: PeopleColumns): Promise<Figure> {
  const due = people.due.map((column) => new Int32Array(column.length));
  const runs = await interleaved(rounds, {
    floor: () =>
      timed(() => {
        let sum = 0;
        for (const column of people.facts)
          for (let row = 0; row < people.count; row += 1) sum = (sum + (column[row] ?? 0)) | 0;
        return sum;
      }),
    product: () =>
      timed(() => {
        const table = compileTable({ today });
        allPackedDueDays(table, people.facts, people.count, due);
      }),
    dateFns: () => timed(() => withDateFns(made)),
  });
  return {
    id: 'G7',
    work: `全部期限（${people.count} 人）`,
    product: runs.product,
    floor: { name: '各列扫一遍', runs: runs.floor },
    peers: [{ name: '逐人 date-fns', runs: runs.dateFns }],
    goals: [
      atMost('中位 ≤ 16 ms', median(runs.product), 16),
      atLeast('≥ 30 × date-fns', median(runs.dateFns) / median(runs.product), 30),
    ],
    notes: [],
  };
}
