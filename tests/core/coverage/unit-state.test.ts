import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../../src/core/calendar/calendar-date';
import { evaluateCoverage } from '../../../src/core/coverage/evaluate';
import { defaultDefinitions } from '../../../src/core/coverage/thresholds-data';
import type { CoverageRecords } from '../../../src/core/coverage/types';
import type { PartyOrganization } from '../../../src/core/records/party-organization';
import { branch, ledger, unit } from './build-records';

const today = '2026-11-23';

function stateOf(records: CoverageRecords, id: string, asOf: CalendarDate = today): string {
  const { states } = evaluateCoverage(records, asOf, defaultDefinitions);
  return states.get(id) ?? 'not listed';
}

function stateUnder(facts: Partial<PartyOrganization>): string {
  const records = ledger({
    organizations: [unit('甲')],
    partyOrganizations: [branch('支', ['甲'], facts)],
  });
  return stateOf(records, '甲');
}

describe('which party organisation makes a unit built (rules §4.1, §4.4)', () => {
  it.each([
    { form: 'own', level: 'committee', state: 'own', because: '单独建立党委' },
    { form: 'own', level: 'generalBranch', state: 'own', because: '单独建立总支' },
    { form: 'own', level: 'branch', state: 'own', because: '单独建立支部' },
    { form: 'own', level: 'group', state: 'blank', because: '党小组的单位仍属未建' },
    { form: 'joint', level: 'branch', state: 'joint', because: '联合党支部' },
    { form: 'building', level: 'branch', state: 'joint', because: '楼宇党支部是区域性组织覆盖' },
    { form: 'floating', level: 'branch', state: 'joint', because: '流动党员党支部覆盖站点' },
    { form: 'industry', level: 'branch', state: 'joint', because: '行业性党支部' },
    { form: 'industry', level: 'committee', state: 'blank', because: '行业党委不等于单位的组织' },
    { form: 'regional', level: 'committee', state: 'blank', because: '综合党委不等于单位的组织' },
    { form: 'functional', level: 'branch', state: 'blank', because: '功能型没有组织关系' },
    { form: 'temporary', level: 'branch', state: 'blank', because: '临时党组织不计' },
  ] as const)('$form at $level is $state: $because', ({ form, level, state }) => {
    expect(stateUnder({ form, level })).toBe(state);
  });

  it('a unit with its own and a joint branch counts once, as its own', () => {
    const records = ledger({
      organizations: [unit('甲'), unit('乙')],
      partyOrganizations: [branch('联', ['甲', '乙'], { form: 'joint' }), branch('单', ['甲'])],
    });
    const { tallies } = evaluateCoverage(records, today, defaultDefinitions);
    expect(tallies.legal).toMatchObject({ units: 2, ownBranch: 1, joint: 1, jointBranches: 1 });
  });
});

describe('coverage is asked as of a day', () => {
  const records = ledger({
    organizations: [unit('甲', { foundedOn: '2026-01-05' })],
    partyOrganizations: [
      branch('支', [], {
        foundedOn: '2026-03-10',
        dissolvedOn: '2026-09-01',
        covers: [{ organizationId: '甲', from: '2026-04-01', until: '2026-08-31' }],
      }),
    ],
    instructors: [
      {
        id: '导',
        name: '练导',
        kind: 'instructor',
        assignments: [{ organizationId: '甲', from: '2026-02-01', until: '2026-02-28' }],
      },
    ],
  });

  it.each([
    { asOf: '2026-01-04', state: 'excluded', because: 'the day before it is founded' },
    { asOf: '2026-01-05', state: 'blank', because: 'the day it is founded' },
    { asOf: '2026-01-31', state: 'blank', because: 'the day before the instructor comes' },
    { asOf: '2026-02-01', state: 'workCovered', because: 'the first day of the assignment' },
    { asOf: '2026-02-28', state: 'workCovered', because: 'the last day of the assignment' },
    { asOf: '2026-03-01', state: 'blank', because: 'the day after it' },
    { asOf: '2026-03-31', state: 'blank', because: 'the branch exists, the cover does not yet' },
    { asOf: '2026-04-01', state: 'own', because: 'the first day of the cover' },
    { asOf: '2026-08-31', state: 'own', because: 'the last day of the cover' },
    { asOf: '2026-09-01', state: 'blank', because: 'the branch is dissolved' },
  ] as const)('on $asOf the unit is $state: $because', ({ asOf, state }) => {
    expect(stateOf(records, '甲', asOf)).toBe(state);
  });

  it('a unit in 历史库 is no longer listed', () => {
    const retired = ledger({
      organizations: [unit('甲', { retired: { on: '2026-05-01', reason: '重复登记' } })],
    });
    expect(stateOf(retired, '甲', '2026-04-30')).toBe('blank');
    expect(stateOf(retired, '甲', '2026-05-01')).toBe('not listed');
  });
});

describe('what counts as party work is a choice of the district', () => {
  const records = ledger({
    organizations: [
      unit('妇', { massOrganizations: { womensFederation: true } }),
      unit('工', { massOrganizations: { union: true } }),
      unit('联', { hasLiaison: true }),
      unit('站', { serviceCentreId: 's1' }),
    ],
  });

  it('by default 妇联 alone is not party work, the other links are', () => {
    const { states } = evaluateCoverage(records, today, defaultDefinitions);
    expect(Object.fromEntries(states)).toEqual({
      妇: 'blank',
      工: 'workCovered',
      联: 'workCovered',
      站: 'workCovered',
    });
  });

  it('switching a link off leaves its unit blank', () => {
    const counts = { ...defaultDefinitions.counts, union: false, womensFederation: true };
    const { states } = evaluateCoverage(records, today, { ...defaultDefinitions, counts });
    expect(states.get('妇')).toBe('workCovered');
    expect(states.get('工')).toBe('blank');
  });
});

describe('which units count at all (rules §4.2)', () => {
  it('units out of business are listed with their reason and enter no denominator', () => {
    const records = ledger({
      organizations: [
        unit('正常'),
        unit('停业', { status: 'suspended' }),
        unit('空壳', { status: 'shell' }),
        unit('未核', { status: 'unknown' }),
        unit('另', { excludedReason: '与样例一厂合署' }),
      ],
    });
    const { exclusions, indicators } = evaluateCoverage(records, today, defaultDefinitions);
    expect(indicators[0]).toMatchObject({ id: 'organizationCoverage', denominator: 1 });
    expect(exclusions.map(({ words, count }) => [words, count]).sort()).toEqual(
      [
        ['停业', 1],
        ['另有登记的理由', 1],
        ['空壳', 1],
        ['经营状态未核', 1],
      ].sort(),
    );
  });

  it('sites and sole traders are counted beside legal units, never among them', () => {
    const records = ledger({
      organizations: [
        unit('企'),
        unit('户', { kind: 'soleTrader' }),
        unit('点', { kind: 'deliverySite' }),
      ],
    });
    const { tallies } = evaluateCoverage(records, today, defaultDefinitions);
    expect([tallies.legal.units, tallies.site.units]).toEqual([1, 1]);
  });

  it('a unit in a community counts for the street above it', () => {
    const records = ledger({
      organizations: [unit('甲', { areaId: 'c1' }), unit('乙', { areaName: '竹里街道' })],
      areas: [
        { id: 'd', name: '演练区', level: 'district' },
        { id: 's1', name: '竹里街道', level: 'street', parentId: 'd' },
        { id: 'c1', name: '测社区', level: 'community', parentId: 's1' },
      ],
    });
    const { units } = evaluateCoverage(records, today, defaultDefinitions);
    expect(units.map(({ areaId }) => areaId)).toEqual(['s1', 's1']);
  });
});
