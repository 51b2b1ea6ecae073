import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkIdentities, decompose } from '../../../src/core/coverage/decomposition';
import { evaluateCoverage } from '../../../src/core/coverage/evaluate';
import { addTally, emptyTally, tallyUnits } from '../../../src/core/coverage/tally';
import { defaultDefinitions } from '../../../src/core/coverage/thresholds-data';
import type { CoverageRecords, CoverageUnit } from '../../../src/core/coverage/types';
import { organizationKinds, organizationStatuses } from '../../../src/core/records/organization';
import {
  partyOrganizationForms,
  partyOrganizationLevels,
} from '../../../src/core/records/party-organization';
import { branch, ledger, unit } from './build-records';

const today = '2026-11-23';
const areas = ['a', 'b', 'c'].map((id) => ({ id, name: `${id}街道`, level: 'street' as const }));
const count = (max: number) => fc.option(fc.integer({ min: 0, max }), { nil: undefined });

const anyUnit = fc.record({
  kind: fc.constantFrom(...organizationKinds),
  status: fc.constantFrom('operating' as const, ...organizationStatuses),
  areaId: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined }),
  staff: count(200),
  members: count(8),
  probationaryMembers: count(3),
  hasLiaison: fc.boolean(),
});
const anyParty = fc.record({
  form: fc.constantFrom(...partyOrganizationForms),
  level: fc.constantFrom(...partyOrganizationLevels),
  units: fc.uniqueArray(fc.integer({ min: 0, max: 29 }), { maxLength: 6 }),
});

function known<Facts extends object>(facts: Facts): Facts {
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== undefined),
  ) as Facts;
}

const anyDistrict = fc
  .tuple(fc.array(anyUnit, { maxLength: 30 }), fc.array(anyParty, { maxLength: 10 }))
  .map(([units, parties]): CoverageRecords =>
    ledger({
      areas,
      organizations: units.map((facts, index) =>
        unit(`u${index}`, known(facts) as Parameters<typeof unit>[1]),
      ),
      partyOrganizations: parties.map(({ units: covered, ...facts }, index) =>
        branch(
          `p${index}`,
          covered.map((at) => `u${at}`),
          facts,
        ),
      ),
    }),
  );

const breakdowns: Readonly<Record<string, (unit: CoverageUnit) => string>> = {
  street: ({ areaId }) => areaId ?? '',
  kind: ({ kind }) => kind,
  column: ({ column }) => column,
  size: ({ staff }) => (staff === undefined ? '' : String(Math.floor(staff / 50))),
  members: ({ members }) => String(members),
  form: ({ covers }) => covers.map(({ form }) => form).join(),
};

describe('for any district', () => {
  it('parts sum to the whole for every break-down', () => {
    fc.assert(
      fc.property(anyDistrict, (records) => {
        const { units } = evaluateCoverage(records, today, defaultDefinitions);
        const whole = tallyUnits(units, defaultDefinitions);
        for (const of of Object.values(breakdowns)) {
          const names = [...new Set(units.map(of))];
          const parts = names.map((name) =>
            tallyUnits(
              units.filter((each) => of(each) === name),
              defaultDefinitions,
            ),
          );
          expect(parts.reduce(addTally, emptyTally)).toEqual(whole);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('every unit stands in exactly one state, and the accounting identities hold', () => {
    fc.assert(
      fc.property(anyDistrict, (records) => {
        const { units, states, tallies } = evaluateCoverage(records, today, defaultDefinitions);
        expect([...states.keys()].sort()).toEqual(records.organizations.map(({ id }) => id).sort());
        expect(units.length).toBe(records.organizations.length);
        // Two joint branches on one unit are the breach that the print shows row by row (rules §4.4).
        const isDoubled = units.some(({ covers }) => covers.length > 1);
        const breaches = checkIdentities(decompose(tallies.legal));
        expect(
          breaches.filter(({ words }) => !isDoubled || words !== '联合支部数≤联合单位数'),
        ).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('the order of the records does not matter', () => {
    fc.assert(
      fc.property(anyDistrict, (records) => {
        const turned = {
          ...records,
          organizations: [...records.organizations].reverse(),
          partyOrganizations: [...records.partyOrganizations].reverse(),
        };
        const left = evaluateCoverage(records, today, defaultDefinitions);
        const right = evaluateCoverage(turned, today, defaultDefinitions);
        expect(right.indicators).toEqual(left.indicators);
        expect(Object.fromEntries(right.states)).toEqual(Object.fromEntries(left.states));
      }),
      { numRuns: 60 },
    );
  });
});
