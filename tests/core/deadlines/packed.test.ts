import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDayNumber } from '../../../src/core/calendar/day-number';
import { computeDeadlines } from '../../../src/core/deadlines/compute-deadlines';
import { deadlineTable } from '../../../src/core/deadlines/deadline-table';
import {
  absent,
  allPackedDueDays,
  compileTable,
  packedColumns,
  packedDueDays,
  packFacts,
} from '../../../src/core/deadlines/packed';
import type { EngineOptions } from '../../../src/core/deadlines/types';
import type { Dossier } from '../../../src/core/records/dossier';
import { rulebooksWithBoundary } from '../../../src/core/regulations/rulebooks';
import { anyDossier } from '../../support/any-dossier';

const options = { today: '2026-11-23' } as const;
const table = compileTable(options);

function packedOf(dossiers: readonly Dossier[], by = table): number[][] {
  const columns = packedColumns.map(() => new Int32Array(dossiers.length));
  const due = deadlineTable.map(() => new Int32Array(dossiers.length));
  for (const [row, dossier] of dossiers.entries()) packFacts({ dossier }, columns, row);
  allPackedDueDays(by, columns, dossiers.length, due);
  return dossiers.map((_, row) => due.map((column) => column[row] ?? absent));
}

/** What the explaining engine says of the same dossier: the open day of every line. */
function explainedOf(dossier: Dossier, by: EngineOptions = options): number[] {
  const open = computeDeadlines({ dossier }, by).filter(({ isOpen }) => isOpen);
  return deadlineTable.map((line) => {
    const on = open.find(({ rule }) => rule === line.rule)?.on;
    return on === undefined ? absent : toDayNumber(on);
  });
}

describe('packed due days', () => {
  it('are the open days of computeDeadlines, row by row and line by line', () => {
    fc.assert(
      fc.property(fc.array(anyDossier, { minLength: 1, maxLength: 6 }), (dossiers) => {
        expect(packedOf(dossiers)).toEqual(dossiers.map((dossier) => explainedOf(dossier)));
      }),
      { numRuns: 1_500 },
    );
  });

  it('redone row by row are the days of the whole pass', () => {
    fc.assert(
      fc.property(fc.array(anyDossier, { minLength: 1, maxLength: 4 }), (dossiers) => {
        const columns = packedColumns.map(() => new Int32Array(dossiers.length));
        const due = deadlineTable.map(() => new Int32Array(dossiers.length));
        for (const [row, dossier] of dossiers.entries()) {
          packFacts({ dossier }, columns, row);
          packedDueDays(table, columns, row, due);
        }
        const rows = dossiers.map((_, row) => due.map((column) => column[row] ?? absent));
        expect(rows).toEqual(packedOf(dossiers));
      }),
    );
  });

  it('agree under a paper of the district too', () => {
    const source = '示例〔2020〕1 号';
    const local: EngineOptions = {
      ...options,
      overlay: {
        name: '示例',
        issuedBy: '示例',
        entries: [
          { act: 'tighten', rule: 'ARCHIVE', from: '2018-01-01', offset: { days: 7 }, source },
          { act: 'tighten', rule: 'ARCHIVE', from: '2026-01-01', offset: { days: 90 }, source },
          {
            act: 'tighten',
            rule: 'OBSERVE-6M',
            from: '2020-01-01',
            until: '2024-12-31',
            offset: { months: 3 },
            source,
          },
        ],
      },
    };
    const compiled = compileTable(local);
    fc.assert(
      fc.property(fc.array(anyDossier, { minLength: 1, maxLength: 3 }), (dossiers) => {
        expect(packedOf(dossiers, compiled)).toEqual(
          dossiers.map((dossier) => explainedOf(dossier, local)),
        );
      }),
    );
  });

  it.each<[string, Partial<EngineOptions>]>([
    ['latest days moved on to working days', { rollsOverHolidays: true }],
    ['reviews on fixed days', { reviewMode: { kind: 'fixed', days: ['06-30', '12-31'] } }],
    ['a strict posting day', { countsPostingDay: false }],
    ['a later boundary', { rulebooks: rulebooksWithBoundary('2026-07-01') }],
  ])('agree under %s', (_title, setting) => {
    const local: EngineOptions = { ...options, ...setting };
    const compiled = compileTable(local);
    fc.assert(
      fc.property(fc.array(anyDossier, { minLength: 1, maxLength: 3 }), (dossiers) => {
        expect(packedOf(dossiers, compiled)).toEqual(
          dossiers.map((dossier) => explainedOf(dossier, local)),
        );
      }),
    );
  });

  it('keep a month without its day apart from a fact that is missing', () => {
    const monthOnly: Dossier = { receivedOn: '2026-10-20', talkedOn: '2026-11' };
    expect(packedOf([monthOnly])).toEqual([explainedOf(monthOnly)]);
    expect(packedOf([monthOnly])[0]?.[0]).toBe(absent);
  });
});
