import { describe, expect, it } from 'vitest';
import {
  electionFindings,
  planDuties,
  poolDuties,
  socialOrganizationDuties,
  statisticsDuties,
  type OfficeDuty,
} from '../../../src/core/deadlines/office-duties';
import type { EngineOptions } from '../../../src/core/deadlines/types';
import type { PartyOrganization } from '../../../src/core/records/party-organization';

const on = (today: EngineOptions['today']): EngineOptions => ({ today });
const options = on('2026-11-23');
const lines = (duties: readonly OfficeDuty[]) =>
  duties.map(({ rule, dueOn, status, days }) => `${rule} ${dueOn} ${status} ${days}`);
const committee: PartyOrganization = {
  id: 'p1',
  name: '例党委',
  level: 'committee',
  form: 'regional',
};
const switchedOn = (rule: 'SOC-5WD' | 'PLAN-Q'): EngineOptions => ({
  ...options,
  overlay: {
    name: '例',
    issuedBy: '例',
    entries: [{ act: 'switchOn', rule, from: '2026-01-01', source: '例〔2026〕1 号' }],
  },
});

describe('STAT-0630, STAT-1231 (公报 as-of 12-31, VO; 06-30, M)', () => {
  it.each<[EngineOptions['today'], string[]]>([
    ['2026-06-30', ['STAT-0630 2026-06-30 due 0', 'STAT-1231 2026-12-31 waiting 184']],
    ['2026-07-01', ['STAT-0630 2027-06-30 waiting 364', 'STAT-1231 2026-12-31 waiting 183']],
    ['2026-12-01', ['STAT-0630 2027-06-30 waiting 211', 'STAT-1231 2026-12-31 due 30']],
    ['2026-11-30', ['STAT-0630 2027-06-30 waiting 212', 'STAT-1231 2026-12-31 waiting 31']],
  ])('on %s', (today, expected) => {
    expect(lines(statisticsDuties([], on(today)))).toEqual(expected);
  });

  it('a snapshot of that very day fulfils it', () => {
    expect(lines(statisticsDuties(['2026-12-31'], on('2026-12-31')))[1]).toBe(
      'STAT-1231 2026-12-31 met 0',
    );
  });
});

describe('POOL-YEARLY (14#11 V14)', () => {
  it.each<[string, Partial<PartyOrganization>, string[]]>([
    [
      'waiting until thirty days before the end of the year',
      {},
      ['POOL-YEARLY 2026-12-31 waiting 38'],
    ],
    ['done this year', { poolAnalysedOn: ['2026-03'] }, ['POOL-YEARLY 2026-12-31 unknown 38']],
    ['done to the day', { poolAnalysedOn: ['2026-03-10'] }, ['POOL-YEARLY 2026-12-31 met 38']],
    [
      'last year was left out',
      { poolAnalysedOn: ['2024-12-31'] },
      ['POOL-YEARLY 2025-12-31 overdue -327', 'POOL-YEARLY 2026-12-31 waiting 38'],
    ],
    ['a branch has none', { level: 'branch' }, []],
  ])('%s', (_title, patch, expected) => {
    expect(lines(poolDuties({ ...committee, ...patch }, options))).toEqual(expected);
  });

  it('is of the new text by inference only', () => {
    expect(poolDuties(committee, options)[0]?.citation).toMatchObject({
      edition: 'regulation2026',
      article: '第十一条',
      tag: 'INF',
    });
  });
});

describe('ELECT-QUORUM (选举工作条例, VO): four fifths of 应到', () => {
  it.each<[number, number, string]>([
    [20, 16, 'clear'],
    [20, 15, 'unreasonable'],
    [21, 16, 'unreasonable'],
    [21, 17, 'clear'],
    [5, 4, 'clear'],
    [0, 0, 'unreasonable'],
  ])('%i should, %i came: %s', (should, present, verdict) => {
    const [finding] = electionFindings(
      { elections: [{ on: '2026-06-01', should, present }] },
      options,
    );
    expect(finding?.verdict).toBe(verdict);
    expect(finding?.evidence).toContain(`应到 ${should}`);
  });

  it('without the counts it is unknown, never passed', () => {
    expect(electionFindings({ elections: [{ on: '2026-06-01' }] }, options)[0]?.verdict).toBe(
      'unknown',
    );
  });
});

describe('local duties stay silent until a district asks for them (rules §2, L)', () => {
  const unit = { kind: 'socialGroup', foundedOn: '2026-09-28' } as const;
  it('SOC-5WD: five working days after the registration, across National Day', () => {
    expect(socialOrganizationDuties(unit, options)).toEqual([]);
    expect(lines(socialOrganizationDuties(unit, switchedOn('SOC-5WD')))).toEqual([
      'SOC-5WD 2026-10-10 overdue -44',
    ]);
    const pledged = { ...unit, pledgedOn: '2026-10-10' } as const;
    expect(lines(socialOrganizationDuties(pledged, switchedOn('SOC-5WD')))).toEqual([
      'SOC-5WD 2026-10-10 met -44',
    ]);
    const firm = { ...unit, kind: 'enterprise' } as const;
    expect(socialOrganizationDuties(firm, switchedOn('SOC-5WD'))).toEqual([]);
  });

  it('PLAN-Q: asked for by the end of November, handed down by the end of February', () => {
    expect(planDuties([2026], options)).toEqual([]);
    expect(lines(planDuties([2026], switchedOn('PLAN-Q')))).toEqual(['PLAN-Q 2026-11-30 due 7']);
    expect(lines(planDuties([], switchedOn('PLAN-Q')))).toEqual([
      'PLAN-Q 2026-11-30 due 7',
      'PLAN-Q 2026-02-28 overdue -268',
    ]);
  });
});
