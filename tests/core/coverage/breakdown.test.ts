import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  breakDown,
  breakdownIds,
  breakdownPart,
  type BreakdownPair,
  type BreakdownPlaces,
} from '../../../src/core/coverage/breakdown';
import { evaluateCoverage } from '../../../src/core/coverage/evaluate';
import { addTally, emptyTally, tallyUnits } from '../../../src/core/coverage/tally';
import { defaultDefinitions } from '../../../src/core/coverage/thresholds-data';
import { organizationKinds, type Organization } from '../../../src/core/records/organization';
import { branch, ledger, unit } from './build-records';

const today = '2026-11-23';
const areas = [
  { id: 's1', name: '甲街道', level: 'street' as const },
  { id: 'c1', name: '东里社区', level: 'community' as const, parentId: 's1' },
];
const carriers = [{ id: 'k1', name: '样例大厦', kind: 'building' as const }];
const places: BreakdownPlaces = {
  areas: (id) => areas.find((area) => area.id === id),
  carriers: (id) => carriers.find((carrier) => carrier.id === id),
};
const facts = fc.record(
  {
    kind: fc.constantFrom(...organizationKinds),
    areaId: fc.constantFrom('s1', 'c1', 'gone'),
    carrierId: fc.constantFrom('k1', 'gone'),
    industry: fc.constantFrom('制造业', '教育', ''),
    registrationType: fc.constantFrom('私营', '外商投资'),
    staff: fc.integer({ min: 0, max: 150 }),
    staffUnder35: fc.integer({ min: 0, max: 150 }),
    members: fc.integer({ min: 0, max: 5 }),
    isAboveScale: fc.boolean(),
    head: fc.record(
      { isPartyMember: fc.boolean(), isSecretary: fc.boolean() },
      { requiredKeys: [] },
    ),
    massOrganizations: fc.record(
      { union: fc.boolean(), youthLeague: fc.boolean(), womensFederation: fc.boolean() },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ['kind'] },
);
const pairs = fc
  .tuple(fc.array(facts, { maxLength: 25 }), fc.uniqueArray(fc.nat({ max: 24 }), { maxLength: 8 }))
  .map(([list, covered]): BreakdownPair[] => {
    const organizations = list.map((each, index) =>
      unit(`u${index}`, each as Partial<Organization>),
    );
    const partyOrganizations = [
      branch(
        'p',
        covered.map((at) => `u${at}`),
        { form: 'joint' },
      ),
    ];
    const joined = evaluateCoverage(
      ledger({ areas, organizations, partyOrganizations }),
      today,
      defaultDefinitions,
    ).units;
    return joined.flatMap((each, index) => {
      const organization = organizations[index];
      return organization === undefined ? [] : [{ unit: each, organization }];
    });
  });

describe('breakdowns (rules §4.5)', () => {
  it.each(breakdownIds)('by %s the parts add up to the whole, every unit in one part', (id) => {
    fc.assert(
      fc.property(pairs, (list) => {
        const rows = breakDown(id, list, { places, definitions: defaultDefinitions });
        const sum = rows.reduce((all, { tally }) => addTally(all, tally), emptyTally);
        const units = list.map((pair) => pair.unit);
        expect(sum).toEqual(tallyUnits(units, defaultDefinitions));
        expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
        for (const { key, tally } of rows) {
          const listed = list.filter((pair) => breakdownPart(id, pair, places).key === key);
          expect(tally.units).toBe(listed.length);
        }
      }),
    );
  });

  it('what is not known is a part of its own and stands last', () => {
    const organizations = [unit('a', {}), unit('b', { staff: 120 }), unit('c', { staff: 49 })];
    const list = evaluateCoverage(
      ledger({ organizations }),
      today,
      defaultDefinitions,
    ).units.flatMap((each, index) => {
      const organization = organizations[index];
      return organization === undefined ? [] : [{ unit: each, organization }];
    });
    const rows = breakDown('staff', list, { places, definitions: defaultDefinitions });
    expect(rows.map(({ words }) => words)).toEqual(['10 至 49 人', '100 人以上', '从业人数不详']);
  });

  it('social organisations may begin at thirty in the survey subset; everybody else at ten', () => {
    const organizations = [
      unit('a', { kind: 'socialGroup', staff: 20 }),
      unit('b', { kind: 'enterprise', staff: 20 }),
    ];
    const units = evaluateCoverage(ledger({ organizations }), today, defaultDefinitions).units;
    const count = (socialStaff: number) =>
      tallyUnits(units, { ...defaultDefinitions, socialStaff }).staffSurvey;
    expect([count(10), count(30)]).toEqual([2, 1]);
  });
});
