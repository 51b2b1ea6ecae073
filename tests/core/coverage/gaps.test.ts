import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../../src/core/calendar/calendar-date';
import { evaluateCoverage } from '../../../src/core/coverage/evaluate';
import { coverageRules } from '../../../src/core/regulations/coverage-rules';
import { defaultDefinitions } from '../../../src/core/coverage/thresholds-data';
import type { CoverageGap, CoverageRecords } from '../../../src/core/coverage/types';
import type { Organization } from '../../../src/core/records/organization';
import type { PartyOrganization } from '../../../src/core/records/party-organization';
import type { Instructor } from '../../../src/core/records/work';
import { branch, ledger, unit } from './build-records';

const today = '2026-11-23';

function gapsOf(records: CoverageRecords, asOf: CalendarDate = today): readonly CoverageGap[] {
  return evaluateCoverage(records, asOf, defaultDefinitions).gaps;
}

function rulesOfUnit(facts: Partial<Organization>, isBuilt = false): string[] {
  const partyOrganizations = isBuilt ? [branch('联', ['甲'], { form: 'joint' })] : [];
  return gapsOf(ledger({ organizations: [unit('甲', facts)], partyOrganizations })).map(
    ({ rule }) => rule,
  );
}

describe('gaps of a unit', () => {
  const linked = { hasLiaison: true };
  it.each([
    { rule: 'ORG-3', facts: { members: 2, ...linked }, gaps: [], because: 'two members' },
    { rule: 'ORG-3', facts: { members: 3, ...linked }, gaps: ['ORG-3'], because: 'three members' },
    {
      rule: 'ORG-3',
      facts: { members: 3, probationaryMembers: 1, ...linked },
      gaps: [],
      because: 'a probationary member is not a full one',
    },
    { rule: 'ORG-3', facts: { ...linked }, gaps: [], because: 'unknown members are no breach' },
    { rule: 'BLANK', facts: { members: 0 }, gaps: ['BLANK'], because: 'nobody goes there' },
    {
      rule: 'STAFF-50',
      facts: { members: 0, staff: 49, ...linked },
      gaps: [],
      because: '49 people',
    },
    {
      rule: 'STAFF-50',
      facts: { members: 0, staff: 50, ...linked },
      gaps: ['STAFF-50'],
      because: '50 people, no member',
    },
    {
      rule: 'STAFF-50',
      facts: { staff: 50, ...linked },
      gaps: [],
      because: 'unknown members are not none',
    },
    {
      rule: 'STAFF-100',
      facts: { members: 1, staff: 99, ...linked },
      gaps: [],
      because: '99 people',
    },
    {
      rule: 'STAFF-100',
      facts: { members: 1, staff: 100, ...linked },
      gaps: ['STAFF-100'],
      because: '100 people and no organisation',
    },
    {
      rule: 'STAFF-100',
      facts: { members: 9, staff: 900, status: 'shell' },
      gaps: [],
      because: 'an excluded unit has no gaps',
    },
  ] as const)('$rule: $because', ({ facts, gaps }) => {
    expect(rulesOfUnit(facts)).toEqual(gaps);
  });

  it('STAFF-50 stays where a joint branch covers the unit, ORG-3 and BLANK do not', () => {
    expect(rulesOfUnit({ members: 0, staff: 60 }, true)).toEqual(['ORG-LT3', 'STAFF-50']);
    expect(rulesOfUnit({ members: 5, staff: 160 }, true)).toEqual([]);
  });

  it('INSTR-FORMAL: an assignment that ended without a successor, or an instructor who is no full member', () => {
    const instructor = { id: '导', name: '练导', kind: 'instructor' } as const;
    const records = (assignment: object, facts: object = {}): CoverageRecords =>
      ledger({
        organizations: [unit('甲', { hasLiaison: true })],
        instructors: [
          { ...instructor, ...facts, assignments: [{ organizationId: '甲', ...assignment }] },
        ],
      });
    const reasons = (given: CoverageRecords): string[] => gapsOf(given).map(({ rule }) => rule);
    expect(reasons(records({ until: '2026-11-22' }))).toEqual(['INSTR-FORMAL']);
    expect(reasons(records({ until: today }))).toEqual([]);
    expect(reasons(records({}, { isFullMember: false }))).toEqual(['INSTR-FORMAL']);
    expect(reasons(records({}, { isFullMember: true }))).toEqual([]);
  });

  describe('INSTR-LOAD (rules §4.3, load ≤ config; local practice)', () => {
    const limit = coverageRules['INSTR-LOAD'].threshold ?? 0;
    const ids = Array.from({ length: limit + 1 }, (_, index) => `单${index}`);
    const loads = (
      facts: Partial<Instructor>,
      units: Readonly<Record<string, Partial<Organization>>> = {},
    ) =>
      gapsOf(
        ledger({
          organizations: ids.map((id) => unit(id, { hasLiaison: true, ...units[id] })),
          instructors: [
            {
              ...{ id: '导', name: '练导', kind: 'instructor' },
              assignments: ids.map((organizationId) => ({ organizationId })),
              ...facts,
            },
          ],
        }),
      ).filter(({ rule }) => rule === 'INSTR-LOAD');
    const to = (...organizationIds: string[]) =>
      organizationIds.map((id) => ({ organizationId: id }));
    const mostOf = ids.slice(1);

    it('is one gap of the instructor, with the number and the limit', () => {
      expect(loads({})).toMatchObject([
        {
          ...{ key: 'INSTR-LOAD:导', subject: 'instructor', subjectId: '导' },
          reason: `联系运营单位 ${limit + 1} 家，超过 ${limit} 家`,
          figure: `联系 ${limit + 1} 家`,
          ...{ severity: 'soft', tag: 'L', suggestedAct: '分出一部分单位，另派指导员' },
        },
      ]);
    });

    it.each([
      { because: 'as many as the limit', facts: { assignments: to(...mostOf) }, units: {} },
      {
        because: 'the same unit twice is one',
        facts: { assignments: to(...mostOf, '单1') },
        units: {},
      },
      {
        because: 'an assignment that ended yesterday',
        facts: { assignments: [...to(...mostOf), { organizationId: '单0', until: '2026-11-22' }] },
        units: {},
      },
      {
        because: 'an assignment that begins tomorrow',
        facts: { assignments: [...to(...mostOf), { organizationId: '单0', from: '2026-11-24' }] },
        units: {},
      },
      {
        because: 'a unit out of business is nobody’s load',
        facts: {},
        units: { 单3: { status: 'shell' } },
      },
      {
        because: 'a unit in 历史库',
        facts: {},
        units: { 单3: { retired: { on: today, reason: '样例' } } },
      },
      {
        because: 'no unit of the register',
        facts: { assignments: to(...mostOf, '无') },
        units: {},
      },
      {
        because: 'an instructor in 历史库',
        facts: { retired: { on: today, reason: '样例' } },
        units: {},
      },
    ] as const)('none: $because', ({ facts, units }) => {
      expect(loads(facts as Partial<Instructor>, units)).toEqual([]);
    });

    it('is the same for a liaison', () => {
      expect(loads({ kind: 'liaison' })).toHaveLength(1);
    });

    it('stands behind party organisations and before units', () => {
      const bare = ids.map((id) => unit(id));
      const crowded = { ...{ id: '导', name: '练导' }, assignments: to(...ids) };
      const subjects = gapsOf(
        ledger({
          organizations: [...bare, unit('空')],
          partyOrganizations: [branch('小', ['空'], { fullMembers: 1 })],
          instructors: [{ ...crowded, kind: 'instructor', isFullMember: false }],
        }),
      ).map(({ subject }) => subject);
      const order = ['partyOrganization', 'instructor', 'organization'];
      expect([...new Set(subjects)]).toEqual(order);
      expect(subjects).toEqual(
        [...subjects].sort((one, other) => order.indexOf(one) - order.indexOf(other)),
      );
    });
  });

  it('MEMBERS-ELSEWHERE: members at work there whose 组织关系 is elsewhere; none and unknown raise nothing', () => {
    expect(rulesOfUnit({ members: 2, membersElsewhere: 1 }, true)).toContain('MEMBERS-ELSEWHERE');
    expect(rulesOfUnit({ members: 2, membersElsewhere: 0 }, true)).not.toContain(
      'MEMBERS-ELSEWHERE',
    );
    expect(rulesOfUnit({ members: 2 }, true)).not.toContain('MEMBERS-ELSEWHERE');
  });

  it.each([
    { lastVerifiedOn: '2025-11-23', stale: false, because: 'verified a year ago to the day' },
    { lastVerifiedOn: '2025-11-22', stale: true, because: 'a year and a day' },
    { lastVerifiedOn: undefined, stale: false, because: 'never said is left to data quality' },
  ] as const)('STALE-RECORD: $because', ({ lastVerifiedOn, stale }) => {
    const facts = lastVerifiedOn === undefined ? {} : { lastVerifiedOn };
    expect(rulesOfUnit(facts, true).includes('STALE-RECORD')).toBe(stale);
  });

  it('says the numbers, the act and the source', () => {
    const records = ledger({ organizations: [unit('甲', { members: 4, hasLiaison: true })] });
    expect(gapsOf(records)).toMatchObject([
      {
        key: 'ORG-3:甲',
        title: '应建未建',
        severity: 'hard',
        reason: '正式党员 4 名（预备党员数未填，按 0 计），未建立党组织',
        tag: 'VO',
        citation: { instrument: '中办发〔2012〕11号' },
      },
    ]);
  });
});

function rulesOfParty(facts: Partial<PartyOrganization>, asOf: CalendarDate = today): string[] {
  const partyOrganizations = [branch('支', [], facts)];
  return gapsOf(ledger({ partyOrganizations }), asOf).map(
    ({ rule, status }) => `${rule} ${status}`,
  );
}

describe('gaps of a party organisation', () => {
  it.each([
    { facts: { fullMembers: 3 }, gaps: [], because: 'three are enough' },
    {
      facts: { fullMembers: 2 },
      gaps: ['ORG-LT3 open'],
      because: 'a branch of its own below three',
    },
    {
      facts: { fullMembers: 2, form: 'joint' },
      gaps: ['ORG-LT3 open'],
      because: 'a joint branch needs three full members as well',
    },
    {
      facts: { fullMembers: 2, form: 'floating' },
      gaps: [],
      because: 'a floating branch is left to its rule',
    },
    { facts: { fullMembers: 6, hasCommittee: false }, gaps: [], because: 'six need no committee' },
    {
      facts: { fullMembers: 7, hasCommittee: false },
      gaps: ['ORG-COMMITTEE-7 open'],
      because: 'seven do: 7 人以上 includes 7',
    },
    {
      facts: { fullMembers: 7 },
      gaps: ['ORG-COMMITTEE-7 manual'],
      because: 'whether there is a committee is unknown: a person decides',
    },
    {
      facts: { fullMembers: 7, posts: [{ kind: 'organization', name: '练委' }] },
      gaps: [],
      because: 'the posts tell of a committee',
    },
    { facts: { fullMembers: 49, hasCommittee: true }, gaps: [], because: 'up to fifty' },
    {
      facts: { fullMembers: 50, hasCommittee: true },
      gaps: ['ORG-50 manual'],
      because: 'exactly 50 is for a person',
    },
    {
      facts: { fullMembers: 51, hasCommittee: true },
      gaps: ['ORG-50 open'],
      because: 'more than 50: 总支',
    },
    {
      facts: { fullMembers: 100, level: 'generalBranch' },
      gaps: ['ORG-100 manual'],
      because: 'exactly 100 is for a person',
    },
    {
      facts: { fullMembers: 101, hasCommittee: true },
      gaps: ['ORG-100 open'],
      because: 'more than 100: 党委',
    },
    { facts: { fullMembers: 300, level: 'committee' }, gaps: [], because: 'a committee may' },
    {
      facts: { posts: [{ kind: 'secretary', name: '练书', until: '2026-11-22' }] },
      gaps: ['MISSING-POST open'],
      because: 'the secretary left yesterday',
    },
    {
      facts: { posts: [{ kind: 'secretary', name: '练书', until: today }] },
      gaps: [],
      because: 'today is the last day in post',
    },
    { facts: { posts: [] }, gaps: [], because: 'nobody entered is unknown, not vacant' },
  ] as const)('$facts: $because', ({ facts, gaps }) => {
    expect(rulesOfParty(facts as Partial<PartyOrganization>)).toEqual(gaps);
  });

  it('ORG-UNION-5 counts units in business only: five are fine, six are too many', () => {
    const six = ['一', '二', '三', '四', '五', '六'];
    const found = (last: Partial<Organization>): CoverageGap[] =>
      gapsOf(
        ledger({
          organizations: six.map((id) => unit(id, id === '六' ? last : {})),
          partyOrganizations: [branch('联', six, { form: 'joint' })],
        }),
      ).filter(({ rule }) => rule === 'ORG-UNION-5');
    expect(found({ status: 'deregistered' })).toEqual([]);
    expect(found({})).toMatchObject([{ subjectId: '联', figure: '覆盖 6 家' }]);
  });

  it.each([
    { given: '2026-05-14', expected: [], because: 'more than six months ahead' },
    { given: '2026-05-15', expected: ['TERM-3Y dueSoon'], because: 'six months ahead' },
    { given: '2026-11-15', expected: ['TERM-3Y dueSoon'], because: 'the very day is in time' },
    { given: '2026-11-16', expected: ['TERM-3Y open'], because: 'the day after' },
  ] as const)('TERM-3Y 任期意见, $given: $because', ({ given, expected }) => {
    expect(rulesOfParty({ lastElectedOn: '2023-11-15' }, given)).toEqual(expected);
  });

  it.each([
    { extendedUntil: '2027-03-01', day: '2027-03-01', expected: ['TERM-3Y dueSoon'] },
    { extendedUntil: '2027-03-01', day: '2027-03-02', expected: ['TERM-3Y open'] },
    // A postponement is a year at the most, whatever was typed.
    { extendedUntil: '2029-01-01', day: '2027-11-16', expected: ['TERM-3Y open'] },
  ] as const)(
    'TERM-3Y postponed until $extendedUntil, on $day',
    ({ extendedUntil, day, expected }) => {
      const facts = { lastElectedOn: '2023-11-15', termExtendedUntil: extendedUntil } as const;
      expect(rulesOfParty(facts, day)).toEqual(expected);
    },
  );

  it('TERM-5Y holds for a committee and for a village branch of five years; leap days end in February', () => {
    expect(rulesOfParty({ level: 'committee', lastElectedOn: '2021-11-22' })).toEqual([
      'TERM-5Y open',
    ]);
    expect(rulesOfParty({ termYears: 5, lastElectedOn: '2020-02-29' }, '2025-03-01')).toEqual([
      'TERM-5Y open',
    ]);
    expect(rulesOfParty({ termYears: 5, lastElectedOn: '2020-02-29' }, '2025-02-28')).toEqual([
      'TERM-5Y dueSoon',
    ]);
  });

  it('a temporary organisation has no term of its own (条例第八条)', () => {
    expect(rulesOfParty({ form: 'temporary', lastElectedOn: '2015-01-01' })).toEqual([
      'TEMP/FUNC open',
    ]);
    expect(rulesOfParty({ form: 'functional' })).toEqual([]);
  });
});

describe('the rules as data', () => {
  it('every rule names its source and its tag; a rule that rests on local practice never blocks', () => {
    for (const rule of Object.values(coverageRules)) {
      expect(rule.citation.instrument).not.toBe('');
      if (rule.tag === 'L') expect(rule.severity).not.toBe('hard');
    }
  });
});
