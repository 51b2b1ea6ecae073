import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateCoverage } from '../../../../src/core/coverage/evaluate';
import { defaultDefinitions } from '../../../../src/core/coverage/thresholds-data';
import { indicatorChanges } from '../../../../src/core/coverage/unions/after-unions';
import { isLawfulUnion } from '../../../../src/core/coverage/unions/lawful';
import { placeOn, proposeUnions } from '../../../../src/core/coverage/unions/propose-unions';
import { exactLimit, solveGroup } from '../../../../src/core/coverage/unions/solve-group';
import type { UnionCandidate } from '../../../../src/core/coverage/unions/types';
import { branch, ledger, unit } from '../build-records';

function candidate(
  id: string,
  formalMembers: number,
  facts: Partial<UnionCandidate> = {},
): UnionCandidate {
  return { id, formalMembers, secretaries: [`练${id}`], carrierId: '楼', ...facts };
}

describe('联合组建 proposals (中办发〔2012〕11号; 支部条例)', () => {
  it('two and one in one building make three: a joint branch', () => {
    const { proposals, leftOver } = proposeUnions([candidate('甲', 2), candidate('乙', 1)]);
    expect(proposals).toEqual([
      {
        ground: 'carrier',
        place: '楼',
        unitIds: ['甲', '乙'].sort(),
        formalMembers: 3,
        secretaries: expect.any(Array) as string[],
      },
    ]);
    expect(leftOver).toEqual([]);
  });

  it('six units of one building become two branches, for five is the most', () => {
    const six = ['1', '2', '3', '4', '5', '6'].map((id) => candidate(id, 1));
    const { proposals, covered, isExact } = proposeUnions(six);
    expect(covered).toBe(6);
    expect(isExact).toBe(true);
    expect(proposals.map(({ unitIds }) => unitIds.length)).toEqual([3, 3]);
  });

  it('what a building leaves over is tried in the community, then in the industry of the street', () => {
    const plan = proposeUnions([
      candidate('甲', 1, { carrierId: '楼一', communityId: '社区' }),
      candidate('乙', 2, { carrierId: '楼二', communityId: '社区' }),
      candidate('丙', 1, { carrierId: undefined, streetId: '街', industry: '餐饮' }),
      candidate('丁', 2, { carrierId: undefined, streetId: '街', industry: '餐饮' }),
    ]);
    expect(plan.proposals.map(({ ground, place }) => [ground, place])).toEqual([
      ['community', '社区'],
      ['industry', '街/餐饮'],
    ]);
  });

  it.each([
    { units: [candidate('甲', 2)], reason: 'tooFewMembers' },
    { units: [candidate('甲', 2, { carrierId: undefined })], reason: 'noPlace' },
    {
      units: [candidate('甲', 2, { secretaries: [] }), candidate('乙', 2, { secretaries: [] })],
      reason: 'noSecretary',
    },
  ])('a unit that stays alone says why: $reason', ({ units, reason }) => {
    expect(proposeUnions(units).leftOver.map((each) => each.reason)).toEqual(
      units.map(() => reason),
    );
  });
});

const anyCandidate = fc.record({
  formalMembers: fc.integer({ min: 1, max: 2 }),
  hasSecretary: fc.boolean(),
  carrierId: fc.option(fc.constantFrom('楼一', '楼二'), { nil: undefined }),
  communityId: fc.option(fc.constantFrom('社一', '社二', '社三'), { nil: undefined }),
  industry: fc.option(fc.constantFrom('餐饮', '物流'), { nil: undefined }),
});
const anyCandidates = fc.array(anyCandidate, { maxLength: 60 }).map((list): UnionCandidate[] =>
  list.map(({ hasSecretary, ...facts }, index) => ({
    ...facts,
    id: `u${String(index).padStart(2, '0')}`,
    streetId: '街',
    secretaries: hasSecretary ? [`练${index}`] : [],
  })),
);

describe('for any district', () => {
  it('no unlawful union is ever proposed, no unit is in two, and neighbours are neighbours', () => {
    fc.assert(
      fc.property(anyCandidates, (candidates) => {
        const byId = new Map(candidates.map((each) => [each.id, each]));
        const { proposals, leftOver, covered, atMost } = proposeUnions(candidates);
        for (const { unitIds, ground, place } of proposals) {
          const units = unitIds.flatMap((id) => byId.get(id) ?? []);
          expect(isLawfulUnion(units)).toBe(true);
          expect(units.every((each) => placeOn(ground, each) === place)).toBe(true);
        }
        const all = [
          ...proposals.flatMap(({ unitIds }) => unitIds),
          ...leftOver.map(({ id }) => id),
        ];
        expect([...all].sort()).toEqual(candidates.map(({ id }) => id).sort());
        expect(covered).toBeLessThanOrEqual(atMost);
      }),
      { numRuns: 60 },
    );
  });

  it('the order in which units were entered does not matter', () => {
    fc.assert(
      fc.property(anyCandidates, (candidates) => {
        expect(proposeUnions([...candidates].reverse())).toEqual(proposeUnions(candidates));
      }),
      { numRuns: 40 },
    );
  });

  it('a small group is solved as well as trying every partition by brute force', () => {
    const brute = (rest: readonly UnionCandidate[]): number => {
      const [first, ...others] = rest;
      if (first === undefined) return 0;
      let best = brute(others);
      for (let mask = 0; mask < 1 << others.length; mask += 1) {
        const union = [first, ...others.filter((_, at) => (mask & (1 << at)) !== 0)];
        if (!isLawfulUnion(union)) continue;
        best = Math.max(
          best,
          union.length + brute(others.filter((_, at) => (mask & (1 << at)) === 0)),
        );
      }
      return best;
    };
    fc.assert(
      fc.property(fc.array(anyCandidate, { maxLength: 7 }), (list) => {
        const group = list.map(({ formalMembers, hasSecretary }, index) =>
          candidate(`u${index}`, formalMembers, { secretaries: hasSecretary ? ['练'] : [] }),
        );
        expect(solveGroup(group).unions.flat().length).toBe(brute(group));
      }),
      { numRuns: 60 },
    );
  });

  it('a large group states its bound and stays within it', () => {
    const group = Array.from({ length: 100 }, (_, index) =>
      candidate(`u${index}`, 1 + (index % 2), { secretaries: index % 4 === 0 ? ['练'] : [] }),
    );
    const { unions, isExact, atMost } = solveGroup(group);
    expect(group.length).toBeGreaterThan(exactLimit);
    expect(isExact).toBe(false);
    expect(atMost).toBe(100);
    expect(unions.flat().length).toBeGreaterThanOrEqual(95);
  });

  it('the promised rate is the rate after doing it', () => {
    fc.assert(
      fc.property(anyCandidates, (candidates) => {
        const today = '2026-11-23';
        const organizations = candidates.map(({ id, formalMembers }) =>
          unit(id, { members: formalMembers, probationaryMembers: 0, staff: 12 }),
        );
        const { proposals } = proposeUnions(candidates);
        const before = evaluateCoverage(ledger({ organizations }), today, defaultDefinitions);
        const groups = proposals.map(({ unitIds }) => ({ kind: 'joint' as const, unitIds }));
        const promised = indicatorChanges(before.units, groups, defaultDefinitions);
        const partyOrganizations = proposals.map(({ unitIds }, index) =>
          branch(`联${index}`, unitIds, { form: 'joint' }),
        );
        const done = evaluateCoverage(
          ledger({ organizations, partyOrganizations }),
          today,
          defaultDefinitions,
        );
        expect(promised.map(({ after }) => after)).toEqual(done.indicators);
        expect(promised.map((change) => change.before)).toEqual(before.indicators);
      }),
      { numRuns: 40 },
    );
  });
});
