import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../../../src/core/calendar/calendar-date';
import { addDays } from '../../../../src/core/calendar/arithmetic';
import { evaluateCoverage } from '../../../../src/core/coverage/evaluate';
import { cellTally } from '../../../../src/core/coverage/packed-units';
import { baseColumns } from '../../../../src/core/coverage/types';
import type { RecordChange } from '../../../../src/core/records/change';
import {
  columnsProjection,
  readyTerms,
  readyUnits,
  type Columns,
} from '../../../../src/main/vault/columns/columns';
import { applyAll, definitions, edit, emptyColumns, today } from './random-district';
import { stored } from './store-columns';

/** Every cell of the counts, street by street and column by column. */
function figures(columns: Columns, on: CalendarDate) {
  const board = readyUnits(columns, on).board(definitions);
  return [undefined, 's1', 's2', ''].map((area) =>
    baseColumns.map((column) => cellTally(board, column, area)),
  );
}

function anew(columns: Columns, on: CalendarDate) {
  const { organizations, partyOrganizations, instructors } = columns.reference;
  const { board } = evaluateCoverage(
    {
      organizations: organizations.all(),
      partyOrganizations: partyOrganizations.all(),
      instructors: instructors.all(),
      areas: columns.reference.areas.all(),
    },
    on,
    definitions,
  );
  return [undefined, 's1', 's2', ''].map((area) =>
    baseColumns.map((column) => cellTally(board, column, area)),
  );
}

describe('units kept as columns', () => {
  it('count after any edits what counting the whole ledger anew counts (issue 4: as of today equals live)', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 25 }), (edits) => {
        const columns = emptyColumns();
        applyAll(columns, edits, () => figures(columns, today));
        expect(figures(columns, today)).toEqual(anew(columns, today));
      }),
      { numRuns: 300 },
    );
  });

  it('count the same after they were stored, edited unread, and stored again', () => {
    fc.assert(
      fc.property(
        fc.array(edit, { maxLength: 15 }),
        fc.array(edit, { maxLength: 5 }),
        (first, second) => {
          const live = emptyColumns();
          applyAll(live, first);
          figures(live, today);
          const reopened = stored(live);
          expect(figures(reopened, today)).toEqual(figures(live, today));
          const again = stored(stored(live));
          const known = new Map<string, RecordChange['before']>();
          for (const { table, id, after } of first)
            known.set(`${table}/${id}`, after === null ? null : ({ ...after, id } as never));
          for (const { table, id, after } of second) {
            const change: RecordChange = {
              table,
              id,
              before: known.get(`${table}/${id}`) ?? null,
              after: after === null ? null : ({ ...after, id } as never),
            };
            known.set(`${table}/${id}`, change.after);
            columnsProjection.apply(again, [change]);
          }
          expect(figures(again, today)).toEqual(anew(again, today));
          expect(figures(stored(again), today)).toEqual(anew(again, today));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('are made anew on the day something dated begins or ends', () => {
    fc.assert(
      fc.property(
        fc.array(edit, { maxLength: 15 }),
        fc.integer({ min: 0, max: 50 }),
        (edits, days) => {
          const columns = emptyColumns();
          applyAll(columns, edits);
          figures(columns, today);
          const later = addDays(today, days);
          expect(figures(columns, later)).toEqual(anew(columns, later));
          expect(figures(columns, today)).toEqual(anew(columns, today));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('find a unit by its id without decoding the list of ids', () => {
    const columns = emptyColumns();
    applyAll(columns, [
      {
        table: 'organizations',
        id: 'u1',
        after: { name: '测甲公司', kind: 'enterprise', status: 'operating', areaId: 's1' },
      },
      {
        table: 'organizations',
        id: 'u12',
        after: { name: '样乙协会', kind: 'socialGroup', status: 'operating' },
      },
    ]);
    figures(columns, today);
    const units = readyUnits(stored(columns), today);
    expect(units.find('u12')).toEqual({ name: '样乙协会', areaId: '' });
    expect(units.find('u1')).toEqual({ name: '测甲公司', areaId: 's1' });
    expect(units.find('2')).toBeUndefined();
  });
});

describe('terms kept as columns', () => {
  it('survive storing, and are looked up anew after an edit (任期意见: three years)', () => {
    const columns = emptyColumns();
    const branch = {
      name: '测试党支部',
      level: 'branch',
      form: 'own',
      lastElectedOn: '2023-11-23',
    };
    applyAll(columns, [{ table: 'partyOrganizations', id: 'p1', after: branch }]);
    const before = readyTerms(columns, today);
    expect(before.names.at(0)).toBe('测试党支部');
    const reopened = stored(columns);
    expect([...readyTerms(reopened, today).due]).toEqual([...before.due]);
    columnsProjection.apply(reopened, [
      {
        table: 'partyOrganizations',
        id: 'p1',
        before: { ...branch, id: 'p1' },
        after: { ...branch, id: 'p1', lastElectedOn: '2024-11-23' },
      },
    ]);
    expect(readyTerms(reopened, today).due[0]).toBe((before.due[0] ?? 0) + 365);
  });
});
