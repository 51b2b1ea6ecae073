import { describe, expect, it } from 'vitest';
import { evaluateCoverage } from '../../../src/core/coverage/evaluate';
import { checkIdentities, decompose } from '../../../src/core/coverage/decomposition';
import { percentOf, percentWords } from '../../../src/core/coverage/percent';
import { reachOf } from '../../../src/core/coverage/reach';
import { LiveTrend, monthEnds } from '../../../src/core/coverage/trend';
import { defaultDefinitions } from '../../../src/core/coverage/thresholds-data';
import { branch, ledger, unit } from './build-records';

const today = '2026-11-23';

describe('percent', () => {
  it.each([
    [3, 7, 42.86],
    [5, 7, 71.43],
    [1, 7, 14.29],
    [1, 8, 12.5],
    [57, 20_000, 0.29],
    [0, 9, 0],
    [9, 9, 100],
    [0, 0, null],
  ])('%d of %d is %s', (numerator, denominator, percent) => {
    expect(percentOf(numerator, denominator)).toBe(percent);
  });

  it('reads — on screen where there is nothing to divide by', () => {
    expect([percentWords(435, 678), percentWords(0, 0)]).toEqual(['64.2%', '—']);
  });
});

const sample = ledger({
  organizations: [
    unit('一', { members: 4, staff: 120 }),
    unit('二', { members: 3, staff: 60 }),
    unit('三', { members: 1, staff: 20 }),
    unit('四', { members: 5, staff: 70, hasLiaison: true }),
    unit('五', { members: 0, staff: 55 }),
    unit('六', {}),
  ],
  partyOrganizations: [branch('单', ['一']), branch('联', ['二', '三'], { form: 'joint' })],
});

describe('indicators carry their formula, figures and what they cannot judge', () => {
  const { indicators, tallies } = evaluateCoverage(sample, today, defaultDefinitions);
  const figure = (id: string): unknown => indicators.find((indicator) => indicator.id === id);

  it('writes 组织覆盖率 out', () => {
    expect(figure('organizationCoverage')).toMatchObject({
      numerator: 3,
      denominator: 6,
      percent: 50,
      formula: '组织覆盖率＝（单独建立 1 ＋ 联合建立 2）÷ 在册运营单位 6 ＝ 50.0%',
      unknown: 0,
    });
  });

  it.each([
    { id: 'ownRate', numerator: 1, denominator: 6, unknown: 0 },
    { id: 'shouldBuildRate', numerator: 2, denominator: 3, unknown: 1 },
    { id: 'withMembersRate', numerator: 3, denominator: 4, unknown: 1 },
    { id: 'staff50WithMembersRate', numerator: 3, denominator: 4, unknown: 1 },
    { id: 'staff100BuiltRate', numerator: 1, denominator: 1, unknown: 1 },
    { id: 'staff10Coverage', numerator: 3, denominator: 5, unknown: 1 },
    { id: 'workCoverage', numerator: 4, denominator: 6, unknown: 0 },
    { id: 'notBuiltWorkCoverage', numerator: 1, denominator: 3, unknown: 0 },
    { id: 'instructorRate', numerator: 0, denominator: 3, unknown: 0 },
    { id: 'siteCoverage', numerator: 0, denominator: 0, percent: null },
  ])('$id is $numerator of $denominator', ({ id, ...expected }) => {
    expect(figure(id)).toMatchObject(expected);
  });

  it('the strict reading of 应建已建率 counts 单独 only', () => {
    const strict = { ...defaultDefinitions, shouldBuildRate: 'strict' } as const;
    const found = evaluateCoverage(sample, today, strict).indicators;
    expect(found.find(({ id }) => id === 'shouldBuildRate')).toMatchObject({
      numerator: 1,
      denominator: 3,
    });
  });

  it('takes the row apart until it adds up, the unknown listed', () => {
    const row = decompose(tallies.legal);
    expect(row).toMatchObject({
      units: 6,
      own: 1,
      joint: 2,
      none: 3,
      shouldBuild: 1,
      fewMembers: 0,
      noMembers: 1,
      membersUnknown: 1,
      workCovered: 1,
      blank: 2,
    });
    expect(checkIdentities(row)).toEqual([]);
  });

  it('shows both sides of an identity that a row breaks', () => {
    const row = { ...decompose(tallies.legal), jointBranches: 9, shouldBuild: 5 };
    expect(checkIdentities(row)).toEqual([
      { words: '未建＝应建未建＋仅有个别党员＋没有党员＋党员数未知', left: 3, right: 7 },
      { words: '联合支部数≤联合单位数', left: 9, right: 2 },
    ]);
  });
});

describe('trend', () => {
  it('month ends cross the year and end with today', () => {
    expect(monthEnds('2026-02-10', 4)).toEqual([
      '2025-11-30',
      '2025-12-31',
      '2026-01-31',
      '2026-02-10',
    ]);
    expect(monthEnds('2024-03-31', 2)).toEqual(['2024-02-29', '2024-03-31']);
  });

  it('asks the covers of each month end anew', () => {
    const records = ledger({
      organizations: [unit('一'), unit('二', { foundedOn: '2026-10-01' })],
      partyOrganizations: [
        branch('单', [], { covers: [{ organizationId: '一', from: '2026-11-02' }] }),
      ],
    });
    const units = new Map(records.organizations.map((each) => [each.id, each]));
    const trend = new LiveTrend(units.keys(), reachOf(records), {
      ...{ today, months: 3 },
      definitions: defaultDefinitions,
    });
    expect(trend.catchUp((id) => units.get(id))).toBe(true);
    expect(trend.points('organizationCoverage')).toEqual([
      { monthEnd: '2026-09-30', numerator: 0, denominator: 1, percent: 0 },
      { monthEnd: '2026-10-31', numerator: 0, denominator: 2, percent: 0 },
      { monthEnd: '2026-11-23', numerator: 1, denominator: 2, percent: 50 },
    ]);
  });
});
