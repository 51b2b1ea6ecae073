import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { absent } from '../../../../src/core/deadlines/packed';
import type { EngineOptions } from '../../../../src/core/deadlines/types';
import type { Person } from '../../../../src/core/records/person';
import {
  columnsProjection,
  forgetDueDays,
  readyDueDays,
  type Columns,
} from '../../../../src/main/vault/columns/columns';
import { anyDossier } from '../../../support/any-dossier';
import { stored } from './store-columns';

const law: EngineOptions = { today: '2026-11-23' };
const otherLaw: EngineOptions = { ...law, rollsOverHolidays: true };

const person: fc.Arbitrary<Person> = fc.record({
  id: fc.constantFrom('测-1', '测-2', '测-3', '测-4', '测-5'),
  name: fc.constantFrom('测某', '例某某'),
  areaId: fc.constantFrom('s1', 's2'),
  dossier: anyDossier,
});
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ person }),
  },
  fc.record({ kind: fc.constantFrom('look', 'store', 'change of settings') }),
);
type Step = typeof step extends fc.Arbitrary<infer Each> ? Each : never;

const put = (columns: Columns, { id, ...rest }: Person) =>
  columnsProjection.apply(columns, [
    {
      table: 'people',
      id,
      before: null,
      after: { id, ...rest } as unknown as Record<string, string>,
    },
  ]);

/** All that is known of everybody, in rows. */
function seen(columns: Columns, options: EngineOptions) {
  const { count, texts, stage, flags, since, facts, due } = readyDueDays(columns, options);
  const rows = (column: Iterable<number>) => [...column].slice(0, count);
  return {
    texts: Object.values(texts).map((column) => column.list()),
    numbers: [stage, flags, since, ...facts.all()].map(rows),
    open: due.columns.map((column, line) =>
      rows(column).map((day, row) => [day, due.at(line, row)]),
    ),
  };
}

function play(steps: readonly Step[]) {
  let columns = columnsProjection.empty();
  let options = law;
  const people: Person[] = [];
  for (const each of steps) {
    if ('person' in each) {
      people.push(each.person);
      put(columns, each.person);
    } else if (each.kind === 'look') readyDueDays(columns, options);
    else if (each.kind === 'store') columns = stored(columns);
    else {
      options = options === law ? otherLaw : law;
      forgetDueDays(columns);
    }
  }
  return { columns, options, people };
}

describe('people kept as columns', () => {
  it('say after any edits, openings and changes of settings what the records say made anew', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const { columns, options, people } = play(steps);
        const anew = columnsProjection.empty();
        for (const each of people) put(anew, each);
        expect(seen(columns, options)).toEqual(seen(anew, options));
      }),
      { numRuns: 300 },
    );
  });

  it('visit the open days in either form alike (G3: the first screen makes no full column)', () => {
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 8 }), (people) => {
        const columns = columnsProjection.empty();
        for (const each of people) put(columns, each);
        readyDueDays(columns, law);
        const reopened = readyDueDays(stored(columns), law).due;
        for (const [line, column] of readyDueDays(columns, law).due.columns.entries()) {
          const open: [number, number][] = [];
          reopened.visit(line, (row, day) => open.push([row, day]));
          const rows = [...column].slice(0, columns.people.count);
          expect(open).toEqual([...rows.entries()].filter(([, day]) => day !== absent));
          for (const [row, day] of rows.entries()) expect(reopened.at(line, row)).toBe(day);
        }
      }),
      { numRuns: 100 },
    );
  });
});
