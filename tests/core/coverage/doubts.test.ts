import { describe, expect, it } from 'vitest';
import { coverageDoubts } from '../../../src/core/coverage/doubts';
import { evaluateCoverage } from '../../../src/core/coverage/evaluate';
import { transferRate } from '../../../src/core/coverage/transfer-rate';
import { defaultDefinitions } from '../../../src/core/coverage/thresholds-data';
import { branch, ledger, unit } from './build-records';

const today = '2026-11-23';
const sound = { staff: 20, members: 3, probationaryMembers: 0, creditCode: '91990101PLX0031P8N' };

describe('doubtful records are listed with the rule by which they are counted', () => {
  it.each([
    { facts: {}, codes: [] },
    { facts: { staff: undefined }, codes: ['STAFF-UNKNOWN'] },
    { facts: { isStaffApproximate: true }, codes: ['STAFF-APPROXIMATE'] },
    { facts: { members: undefined }, codes: ['MEMBERS-UNKNOWN'] },
    { facts: { probationaryMembers: 4 }, codes: ['PROBATIONARY-OVER-MEMBERS'] },
    { facts: { members: 21 }, codes: ['MEMBERS-OVER-STAFF'] },
    { facts: { status: 'unknown' as const }, codes: ['STATUS-UNVERIFIED'] },
    { facts: { creditCode: undefined }, codes: ['NO-CREDIT-CODE'] },
  ])('$facts', ({ facts, codes }) => {
    const kept = Object.fromEntries(
      Object.entries({ ...sound, ...facts }).filter(([, value]) => value !== undefined),
    );
    const records = ledger({ organizations: [unit('甲', kept)] });
    expect(coverageDoubts(records, today).map(({ code }) => code)).toEqual(codes);
  });

  it('a union across two streets: each unit counts in its own street, and the branch is named', () => {
    const records = ledger({
      organizations: [
        unit('甲', { ...sound, areaId: 'a' }),
        unit('乙', { ...sound, areaId: 'b', creditCode: '91990101PLX0031P8M' }),
      ],
      partyOrganizations: [branch('联', ['甲', '乙'], { form: 'joint' })],
      areas: [
        { id: 'a', name: '甲镇', level: 'street' },
        { id: 'b', name: '乙镇', level: 'street' },
      ],
    });
    expect(coverageDoubts(records, today)).toMatchObject([
      { code: 'UNION-ACROSS-AREAS', subjectId: '联' },
    ]);
    const { units } = evaluateCoverage(records, today, defaultDefinitions);
    expect(units.map(({ areaId, leads }) => [areaId, leads])).toEqual([
      ['a', 1],
      ['b', 0],
    ]);
  });

  it('a branch without units, doubled and reversed periods are named; the unit is covered once', () => {
    const records = ledger({
      organizations: [unit('甲', sound)],
      partyOrganizations: [
        branch('空', []),
        branch('重', [], {
          covers: [
            { organizationId: '甲', from: '2026-01-01' },
            { organizationId: '甲', from: '2026-06-01' },
            { organizationId: '甲', from: '2026-06-01', until: '2026-05-01' },
          ],
        }),
      ],
    });
    expect(coverageDoubts(records, today).map(({ code }) => code)).toEqual([
      'BRANCH-WITHOUT-UNITS',
      'COVER-OVERLAP',
      'COVER-REVERSED',
    ]);
    const { tallies } = evaluateCoverage(records, today, defaultDefinitions);
    expect(tallies.legal).toMatchObject({ units: 1, ownBranch: 1 });
  });
});

describe('关系转接率', () => {
  it('counts members, leaves out units out of business, and says how many do not tell', () => {
    expect(
      transferRate([
        { members: 3, membersElsewhere: 1 },
        { members: 5 },
        { members: 9, membersElsewhere: 9, exclusion: 'shell' },
      ]),
    ).toEqual({ here: 8, elsewhere: 1, unknown: 1 });
  });
});
