import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellTally, countBoard, packUnits } from '../../../src/core/coverage/packed-units';
import { recountUnit } from '../../../src/core/coverage/unit-rows';
import { isInColumn, tallyUnits } from '../../../src/core/coverage/tally';
import { columnOfKind } from '../../../src/core/coverage/thresholds-data';
import { baseColumns, workLinks } from '../../../src/core/coverage/types';
import type { CoverageDefinitions, CoverageUnit } from '../../../src/core/coverage/types';
import { organizationKinds } from '../../../src/core/records/organization';
import {
  partyOrganizationForms,
  partyOrganizationLevels,
} from '../../../src/core/records/party-organization';

const areaIds = ['s1', 's2', 's3'];

const coverArbitrary = fc.record({
  partyOrganizationId: fc.constant('p'),
  form: fc.constantFrom(...partyOrganizationForms),
  level: fc.constantFrom(...partyOrganizationLevels),
});
const numbers = fc.record(
  {
    staff: fc.oneof(fc.integer({ min: 0, max: 120 }), fc.constantFrom(9, 10, 49, 50, 99, 100)),
    members: fc.integer({ min: 0, max: 9 }),
  },
  { requiredKeys: [] },
);
const unitArbitrary: fc.Arbitrary<CoverageUnit> = fc
  .record({
    kind: fc.constantFrom(...organizationKinds),
    area: fc.constantFrom(...areaIds, 'elsewhere', undefined),
    exclusion: fc.option(fc.constantFrom('shell', 'unknown', 'stated'), { freq: 6 }),
    covers: fc.array(coverArbitrary, { maxLength: 3 }),
    links: fc.uniqueArray(fc.constantFrom(...workLinks)),
    leads: fc.nat(3),
    numbers,
    probationary: fc.nat(3),
  })
  .map(({ kind, area, exclusion, covers, links, leads, numbers: known, probationary }) => {
    const formal = known.members === undefined ? -1 : known.members - probationary;
    return {
      ...{ id: 'u', kind, column: columnOfKind[kind], covers, links, leads },
      ...(area === undefined ? {} : { areaId: area }),
      ...(exclusion === null ? {} : { exclusion }),
      ...known,
      ...(formal < 0 ? {} : { formalMembers: formal }),
      isProbationaryAssumed: false,
    } as CoverageUnit;
  });
const definitionsArbitrary: fc.Arbitrary<CoverageDefinitions> = fc.record({
  counts: fc.record({
    instructor: fc.boolean(),
    liaison: fc.boolean(),
    union: fc.boolean(),
    youthLeague: fc.boolean(),
    womensFederation: fc.boolean(),
    serviceCentre: fc.boolean(),
  }),
  socialStaff: fc.constantFrom(10, 30),
  shouldBuildRate: fc.constantFrom('lenient' as const, 'strict' as const),
});

const columns = [...baseColumns, 'legal'] as const;

function expectSame(units: readonly CoverageUnit[], definitions: CoverageDefinitions): void {
  const board = countBoard(packUnits(units, areaIds), definitions);
  for (const column of columns) {
    const inColumn = units.filter((unit) => isInColumn(unit, column));
    expect(cellTally(board, column)).toEqual(tallyUnits(inColumn, definitions));
    const inArea = inColumn.filter((unit) => unit.areaId === 's2');
    expect(cellTally(board, column, 's2')).toEqual(tallyUnits(inArea, definitions));
  }
}

describe('packed counting', () => {
  it('equals the reference for any units and any definitions', () => {
    fc.assert(
      fc.property(fc.array(unitArbitrary, { maxLength: 40 }), definitionsArbitrary, expectSame),
      { numRuns: 150 },
    );
  });

  it('one changed unit leaves the counts as if all had been counted anew', () => {
    fc.assert(
      fc.property(
        fc.array(unitArbitrary, { minLength: 1, maxLength: 20 }),
        unitArbitrary,
        definitionsArbitrary,
        (units, next, definitions) => {
          const packed = packUnits(units, areaIds);
          const board = countBoard(packed, definitions);
          recountUnit(board, packed, 0, next);
          const anew = countBoard(packUnits([next, ...units.slice(1)], areaIds), definitions);
          for (const column of columns) {
            expect(cellTally(board, column)).toEqual(cellTally(anew, column));
          }
        },
      ),
    );
  });

  it('puts units of an unknown area in a row of their own, so that the total misses none', () => {
    const unit: CoverageUnit = {
      ...{ id: 'u', kind: 'enterprise', column: 'enterprise', covers: [], links: [], leads: 0 },
      isProbationaryAssumed: false,
    };
    const board = countBoard(packUnits([unit], areaIds), {
      counts: {
        ...{ instructor: true, liaison: true, union: true },
        ...{ youthLeague: true, womensFederation: true, serviceCentre: true },
      },
      shouldBuildRate: 'lenient',
      socialStaff: 10,
    });
    expect(cellTally(board, 'legal', '').units).toBe(1);
    expect(cellTally(board, 'legal').units).toBe(1);
  });
});
