import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluateCoverage } from '../../../src/core/coverage/evaluate';
import { setupSuggestion } from '../../../src/core/coverage/setup-suggestion';
import { studyFigures } from '../../../src/core/coverage/study-figures';
import { isInColumn, tallyUnits } from '../../../src/core/coverage/tally';
import { defaultDefinitions } from '../../../src/core/coverage/thresholds-data';
import type { CoverageRecords } from '../../../src/core/coverage/types';
import type { Organization } from '../../../src/core/records/organization';
import type { PartyOrganization } from '../../../src/core/records/party-organization';
import { branch, ledger, unit } from './build-records';

const today = '2026-11-23';

interface Case {
  readonly id: string;
  readonly title: string;
  readonly facts: string;
  readonly expected: Readonly<Record<string, number>>;
}
const { cases } = JSON.parse(
  readFileSync(new URL('../../fixtures/cases/coverage_cases.json', import.meta.url), 'utf8'),
) as { readonly cases: readonly Case[] };

function caseOf(id: string): Case {
  const found = cases.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no case ${id}`);
  return found;
}

function figures(records: CoverageRecords, area?: string): Record<string, number | null> {
  const { units } = evaluateCoverage(records, today, defaultDefinitions);
  const chosen = units.filter(
    (each) => isInColumn(each, 'legal') && (area === undefined || each.areaId === area),
  );
  return Object.fromEntries(
    studyFigures(tallyUnits(chosen, defaultDefinitions)).map(({ id, numerator, percent }) => [
      id,
      id.endsWith('_pct') ? percent : numerator,
    ]),
  );
}

function rules(records: CoverageRecords): string[] {
  return evaluateCoverage(records, today, defaultDefinitions).gaps.map(
    ({ rule, subjectId, status }) => `${rule} ${subjectId} ${status}`,
  );
}

const statuses = { 正常: 'operating', 停业: 'suspended', 注销: 'deregistered' } as const;

/** 单位 | 状态 | 从业人员 | 党员 | 其中预备 | 党组织 | 指导员 | 工会. */
function recordsOf(table: string): CoverageRecords {
  const covered = new Map<string, string[]>();
  const lines = table.split('\n').slice(2);
  const organizations = lines.map((line): Organization => {
    const cells = line.split('|').map((cell) => cell.trim());
    const [, id = '', status = '', staff, members, probationary, party = ''] = cells;
    const [instructor, union] = cells.slice(7);
    const partyId = party === '单独' ? `单独${id}` : party;
    if (party !== '无') covered.set(partyId, [...(covered.get(partyId) ?? []), id]);
    return unit(id, {
      status: statuses[status as keyof typeof statuses],
      staff: Number(staff),
      members: Number(members),
      probationaryMembers: Number(probationary),
      massOrganizations: { union: union === '有' },
      // For coverage an instructor and a liaison weigh the same; the table only says that one comes.
      hasLiaison: instructor === '有',
    });
  });
  const partyOrganizations = [...covered].map(([id, units]) =>
    branch(id, units, { form: id.startsWith('单独') ? 'own' : 'joint', hasCommittee: true }),
  );
  return ledger({ organizations, partyOrganizations });
}

interface Group {
  readonly count: number;
  readonly facts?: Partial<Organization>;
  readonly built?: 'own' | 'joint';
}

/** Many alike: joint branches take five units each, as the regulation allows. */
function groups(list: readonly Group[]): CoverageRecords {
  const organizations: Organization[] = [];
  const partyOrganizations: PartyOrganization[] = [];
  list.forEach(({ count, facts, built }, group) => {
    const ids = Array.from({ length: count }, (_, index) => `${group}-${index}`);
    organizations.push(...ids.map((id) => unit(id, facts)));
    const size = built === 'joint' ? 5 : 1;
    for (let at = 0; built !== undefined && at < count; at += size) {
      partyOrganizations.push(branch(`p${group}-${at}`, ids.slice(at, at + size), { form: built }));
    }
  });
  return ledger({ organizations, partyOrganizations });
}

describe('the shared coverage cases', () => {
  it.each(cases.filter(({ facts }) => facts.startsWith('|')))('$id $title', (each) => {
    expect(figures(recordsOf(each.facts))).toMatchObject(each.expected);
  });

  it('CC05: liaisons for all 6259 units without an organisation make work coverage 100 %, not organisation coverage', () => {
    const found = figures(
      groups([
        { count: 826, facts: { members: 3 }, built: 'own' },
        { count: 6259, facts: { members: 0, hasLiaison: true } },
      ]),
    );
    expect(found).toMatchObject({ active: 7085, org_coverage_pct: 11.66, work_coverage_pct: 100 });
  });

  it('CC07: 组建率 and 覆盖率 have different denominators', () => {
    const records = groups([
      { count: 20, facts: { members: 3 }, built: 'own' },
      { count: 5, facts: { members: 4 } },
      { count: 30, facts: { members: 2 }, built: 'joint' },
      { count: 45, facts: { members: 0 } },
    ]);
    expect(figures(records)).toMatchObject(caseOf('CC07').expected);
  });

  it('CC09: four riders of four platforms are no organisation; a floating branch covers the sites of its members only', () => {
    const site = (id: string): Organization => unit(id, { kind: 'deliverySite', members: 1 });
    const sites = Array.from({ length: 10 }, (_, index) => site(`站${index}`));
    const alone = evaluateCoverage(ledger({ organizations: sites }), today, defaultDefinitions);
    expect(alone.gaps.map(({ rule }) => rule)).not.toContain('ORG-3');
    const joined = evaluateCoverage(
      ledger({
        organizations: sites,
        partyOrganizations: [branch('行动', ['站0', '站1', '站2', '站3'], { form: 'floating' })],
      }),
      today,
      defaultDefinitions,
    );
    expect(joined.indicators.find(({ id }) => id === 'siteCoverage')).toMatchObject({
      numerator: 4,
      denominator: 10,
    });
  });

  it('CC11: four social organisations of thirty or more, one of them built', () => {
    expect(figures(recordsOf(caseOf('CC11').facts))).toMatchObject({
      staff30_active: 4,
      staff30_built: 1,
      staff30_org_coverage_pct: 25,
      should_not_built: 1,
      few_members_not_built: 1,
      no_members_not_built: 2,
    });
  });

  it.each([
    { formal: 2, level: 'none', needsCommittee: false, isManual: false },
    { formal: 3, level: 'branch', needsCommittee: false, isManual: false },
    { formal: 6, level: 'branch', needsCommittee: false, isManual: false },
    { formal: 7, level: 'branch', needsCommittee: true, isManual: false },
    { formal: 49, level: 'branch', needsCommittee: true, isManual: false },
    { formal: 50, level: 'branch', needsCommittee: true, isManual: true },
    { formal: 51, level: 'generalBranch', needsCommittee: true, isManual: false },
    { formal: 100, level: 'generalBranch', needsCommittee: true, isManual: true },
    { formal: 101, level: 'committee', needsCommittee: true, isManual: false },
  ])('CC13: $formal formal members suggest $level', ({ formal, ...expected }) => {
    expect(setupSuggestion(formal)).toMatchObject(expected);
  });

  it('CC13: two formal and five probationary members are too few, and say so', () => {
    const records = ledger({
      organizations: [unit('甲', { members: 7, probationaryMembers: 5, hasLiaison: true })],
    });
    expect(rules(records)).toEqual([]);
    expect(figures(records)).toMatchObject({ should_build: 0, can_joint_not_built: 1 });
  });

  it('CC15: a total is counted anew, never the mean of its towns', () => {
    const areas = [
      { id: '甲镇', name: '甲镇', level: 'street' },
      { id: '乙镇', name: '乙镇', level: 'street' },
    ] as const;
    const records = groups([
      { count: 5, facts: { areaId: '甲镇' }, built: 'own' },
      { count: 5, facts: { areaId: '甲镇' } },
      { count: 9, facts: { areaId: '乙镇' }, built: 'own' },
      { count: 81, facts: { areaId: '乙镇' } },
    ]);
    const placed = { ...records, areas };
    expect(figures(placed)).toMatchObject(caseOf('CC15').expected);
    expect(figures(placed, '甲镇')['org_coverage_pct']).toBe(50);
    expect(figures(placed, '乙镇')['org_coverage_pct']).toBe(10);
  });
});

describe('further cases of the same kind', () => {
  it('nothing in business: every rate is — and nothing is divided by zero', () => {
    const found = figures(groups([{ count: 3, facts: { status: 'deregistered', members: 5 } }]));
    expect(found).toMatchObject({ active: 0, excluded: 3, should_build: 0 });
    const rates = Object.entries(found).filter(([id]) => id.endsWith('_pct'));
    expect(rates.every(([, percent]) => percent === null)).toBe(true);
  });

  it('work coverage A counts organised units, B asks only those without an organisation', () => {
    const found = figures(
      groups([
        { count: 4, facts: { members: 3 }, built: 'own' },
        { count: 3, facts: { members: 0, hasLiaison: true } },
        { count: 3, facts: { members: 0 } },
      ]),
    );
    expect(found).toMatchObject({ work_coverage_pct: 70, not_built_work_coverage_pct: 50 });
  });

  it('an instructor at a unit that has an organisation adds nothing to A', () => {
    const both = groups([{ count: 2, facts: { members: 3, hasLiaison: true }, built: 'own' }]);
    expect(figures(both)).toMatchObject({ work_covered: 2, work_coverage_pct: 100 });
  });

  it('应建已建率: lenient counts joint units with three, strict only their own', () => {
    const records = groups([
      { count: 1, facts: { members: 3 }, built: 'own' },
      { count: 2, facts: { members: 3 }, built: 'joint' },
      { count: 1, facts: { members: 3 } },
    ]);
    expect(figures(records)).toMatchObject({
      should_build: 4,
      should_build_rate_pct: 75,
      should_build_sole_rate_pct: 25,
    });
  });

  it('shells, dormant and doubled licences leave the denominator and stay listed', () => {
    const records = groups([
      { count: 2, facts: { members: 0 } },
      { count: 1, facts: { status: 'shell' } },
      { count: 1, facts: { status: 'dormant' } },
      { count: 1, facts: { status: 'duplicateAddress' } },
      { count: 1, facts: { excludedReason: '与总部合并统计' } },
    ]);
    expect(figures(records)).toMatchObject({ active: 2, valid_rows: 6, excluded: 4 });
  });

  it('unknown numbers stay in the total and judge nothing', () => {
    const records = groups([{ count: 3 }]);
    expect(figures(records)).toMatchObject({
      active: 3,
      members_unknown: 3,
      staff_unknown: 3,
      should_build: 0,
      staff10_org_coverage_pct: null,
    });
    expect(rules(records).every((rule) => rule.startsWith('BLANK'))).toBe(true);
  });

  it('a branch whose last day was yesterday covers nobody today', () => {
    const records = ledger({
      organizations: [unit('甲', { members: 3 })],
      partyOrganizations: [
        branch('支', [], { covers: [{ organizationId: '甲', until: '2026-11-22' }] }),
      ],
    });
    expect(figures(records)).toMatchObject({ built: 0, should_not_built: 1 });
  });
});
