import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inspectCoverage } from '../../../src/main/inspect/coverage';
import { UnusableInput } from '../../../src/main/inspect/unusable-input';
import type { CoverageReport } from '../../../src/main/inspect/coverage';

const today = '2026-11-23';

function fixture(name: string): unknown {
  return JSON.parse(
    readFileSync(new URL(`../../fixtures/cases/${name}`, import.meta.url), 'utf8'),
  ) as unknown;
}

function report(json: unknown): CoverageReport {
  return inspectCoverage(json, { today });
}

function values(indicators: CoverageReport['indicators']): Record<string, number | null> {
  return Object.fromEntries(
    indicators.map(({ id, numerator, percent }) => [id, id.endsWith('_pct') ? percent : numerator]),
  );
}

interface Case {
  readonly id: string;
  readonly title: string;
  readonly facts: string;
  readonly expected: Readonly<Record<string, number>>;
}
const { cases } = fixture('coverage_cases.json') as { readonly cases: readonly Case[] };

/** Reads a case's table: 单位 | 状态 | 从业人员 | 党员 | 其中预备 | 党组织 | 指导员 | 工会. */
function fileOf(table: string): unknown {
  const rows = table
    .split('\n')
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  const parties = new Map<string, unknown>();
  const organizations = rows.map(
    ([id = '', status = '', staff, members, probationary, party = '', instructor, union]) => {
      const partyId = party === '单独' ? `单独-${id}` : party;
      const form = party.startsWith('联合') ? '联合' : '单独';
      if (party !== '无') parties.set(partyId, { id: partyId, form, level: '支部' });
      return {
        id,
        kind: 'NFE',
        status,
        staff: Number(staff),
        members: Number(members),
        probationary: Number(probationary),
        partyOrganizationIds: party === '无' ? [] : [partyId],
        hasInstructor: instructor === '有',
        hasUnion: union === '有',
      };
    },
  );
  return { organizations, partyOrganizations: [...parties.values()] };
}

describe('coverage cases that give a table of units', () => {
  const tabled = cases.filter(({ facts }) => facts.startsWith('|'));
  it.each(tabled)('$id $title', ({ facts, expected }) => {
    expect(values(report(fileOf(facts)).indicators)).toMatchObject(expected);
  });

  it('CC03: one joint branch over six units is one gap of the branch', () => {
    const table = cases.find(({ id }) => id === 'CC03')?.facts ?? '';
    const { gaps, indicators } = report(fileOf(table));
    expect(
      gaps.map(({ rule, partyOrganizationId, status }) => [rule, partyOrganizationId, status]),
    ).toEqual([
      ['ORG-UNION-5', '联合B', 'open'],
      // Seven full members together; whether they have a committee is not in the table.
      ['ORG-COMMITTEE-7', '联合B', 'manual'],
    ]);
    expect(values(indicators)['joint_branches']).toBe(1);
  });

  it('CC11: the three reasons for not being built are told apart', () => {
    const table = cases.find(({ id }) => id === 'CC11')?.facts ?? '';
    const { indicators, gaps } = report(fileOf(table));
    expect(values(indicators)).toMatchObject({
      should_not_built: 1,
      few_members_not_built: 1,
      no_members_not_built: 2,
    });
    expect(gaps.filter(({ rule }) => rule === 'ORG-3')).toMatchObject([
      { organizationId: '协会A', severity: 'hard' },
    ]);
  });
});

interface Group {
  readonly count: number;
  readonly members: number;
  readonly form: 'own' | 'joint' | 'none';
  readonly area?: string;
}

function groups(list: readonly Group[]): unknown {
  const organizations: unknown[] = [];
  const partyOrganizations: unknown[] = [];
  list.forEach(({ count, members, form, area }, group) => {
    for (let index = 0; index < count; index += 1) {
      const id = `${group}-${index}`;
      const party = form === 'own' ? id : `${group}-joint-${Math.floor(index / 5)}`;
      if (form !== 'none' && (form === 'own' || index % 5 === 0)) {
        partyOrganizations.push({ id: party, form, level: 'branch' });
      }
      const covers = form === 'none' ? [] : [party];
      organizations.push({
        ...{ id, kind: 'enterprise', status: 'operating', members, area },
        partyOrganizationIds: covers,
      });
    }
  });
  return { organizations, partyOrganizations };
}

describe('coverage cases told in words', () => {
  it('CC07: the rate of those that should build and the coverage rate have different denominators', () => {
    const file = groups([
      { count: 20, members: 3, form: 'own' },
      { count: 5, members: 4, form: 'none' },
      { count: 30, members: 2, form: 'joint' },
      { count: 45, members: 0, form: 'none' },
    ]);
    const expected = cases.find(({ id }) => id === 'CC07')?.expected ?? {};
    expect(values(report(file).indicators)).toMatchObject(expected);
  });

  it('CC15: a total is counted anew, never the mean of its towns', () => {
    const { indicators, byArea } = report(
      groups([
        { count: 5, members: 3, form: 'own', area: '甲镇' },
        { count: 5, members: 0, form: 'none', area: '甲镇' },
        { count: 9, members: 3, form: 'own', area: '乙镇' },
        { count: 81, members: 0, form: 'none', area: '乙镇' },
      ]),
    );
    expect(values(indicators)['org_coverage_pct']).toBe(14);
    expect(byArea.map((row) => values(row.indicators)['org_coverage_pct'])).toEqual([50, 10]);
  });
});

describe('F09, the survey sheet of a county', () => {
  const { indicators, byArea } = report(fixture('f09-units.json'));
  const expected = fixture('f09-coverage.expected.json') as {
    readonly total: Record<string, number>;
    readonly by_town: Record<string, Record<string, number>>;
  };

  it('gives every figure of the county', () => {
    expect(values(indicators)).toMatchObject(expected.total);
  });

  it.each(Object.entries(expected.by_town))('gives every figure of %s', (town, figures) => {
    const row = byArea.find(({ area }) => area === town);
    expect(values(row?.indicators ?? [])).toMatchObject(figures);
  });
});

describe('what the file may leave out or get wrong', () => {
  it('an unknown number of members raises no gap, and is counted as unknown', () => {
    const { indicators, gaps, states } = report({
      organizations: [
        { id: '甲', status: '正常', staff: 120, hasUnion: true },
        { id: '乙', status: '空壳', staff: 120, members: 9 },
        { id: '丙', members: 4 },
      ],
    });
    expect(values(indicators)).toMatchObject({
      active: 1,
      members_unknown: 1,
      should_not_built: 0,
      org_coverage_pct: 0,
      should_build_rate_pct: null,
    });
    expect(states).toEqual([
      { id: '甲', state: 'workCovered' },
      { id: '乙', state: 'excluded', reason: '空壳' },
      { id: '丙', state: 'excluded', reason: '经营状态未核' },
    ]);
    expect(gaps.map(({ rule }) => rule)).toEqual(['STAFF-100']);
  });

  it('a party organisation covers only between its first and its last day', () => {
    const file = (party: object): unknown => ({
      organizations: [{ id: '甲', status: '正常', members: 3, partyOrganizationIds: ['支'] }],
      partyOrganizations: [{ id: '支', form: '单独', level: '党支部', ...party }],
    });
    const state = (party: object): string | undefined => report(file(party)).states[0]?.state;
    expect(state({ from: today, until: today })).toBe('own');
    expect(state({ from: '2026-11-24' })).toBe('blank');
    expect(state({ until: '2026-11-22' })).toBe('blank');
  });

  it.each([
    { json: 7, says: '覆盖文件读不懂' },
    { json: { organizations: [{ id: '甲', staff: -1 }] }, says: 'organizations.0.staff' },
    { json: { organizations: [{ id: '甲', kind: '衙门' }] }, says: '衙门' },
    { json: { organizations: [{ id: '甲', partyOrganizationIds: ['支'] }] }, says: '支' },
    { json: { organizations: [{ id: '甲' }, { id: '甲' }] }, says: '两次' },
    {
      json: { organizations: [], partyOrganizations: [{ id: '支', form: '神秘' }] },
      says: '神秘',
    },
  ])('refuses $json with a Chinese sentence', ({ json, says }) => {
    expect(() => report(json)).toThrow(UnusableInput);
    expect(() => report(json)).toThrow(says);
  });
});
