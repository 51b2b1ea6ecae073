import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/core/calendar/arithmetic';
import { evaluateCoverage } from '../../../src/core/coverage/evaluate';
import {
  reorganizationProblem,
  reorganize,
  type Reorganization,
} from '../../../src/core/coverage/reorganize';
import { defaultDefinitions } from '../../../src/core/coverage/thresholds-data';
import type { CoverageRecords } from '../../../src/core/coverage/types';
import { branch, ledger, unit } from './build-records';

const on = '2026-06-01';
const old = branch('旧', ['甲', '乙', '丙'], {
  form: 'joint',
  foundedOn: '2024-01-01',
  posts: [{ kind: 'secretary', name: '练书', from: '2024-01-01' }],
});
const successor = (id: string, organizationIds: readonly string[]) =>
  ({ id, name: `${id}党支部`, form: 'joint', level: 'branch', organizationIds }) as const;
const split: Reorganization = {
  kind: 'split',
  on,
  reason: '演练党组〔2026〕8 号',
  successors: [successor('新一', ['甲', '乙']), successor('新二', ['丙'])],
};
const units = ['甲', '乙', '丙'].map((id) => unit(id, { members: 1, probationaryMembers: 0 }));

function states(records: CoverageRecords, day: `${number}-${number}-${number}`): string[] {
  return [...evaluateCoverage(records, day, defaultDefinitions).states.values()];
}

describe('re-organisation keeps the past right', () => {
  const before = ledger({ organizations: units, partyOrganizations: [old] });

  it('拆分: the old branch covers to the day before, the new ones from the day on', () => {
    const { former, founded } = reorganize(old, split);
    const after = { ...before, partyOrganizations: [former, ...founded] };
    expect(states(after, '2026-05-31')).toEqual(['joint', 'joint', 'joint']);
    expect(states(after, on)).toEqual(['joint', 'joint', 'joint']);
    expect(former).toMatchObject({
      form: 'joint',
      dissolvedOn: on,
      posts: [{ until: '2026-05-31' }],
    });
    expect(founded.map(({ succeedsId }) => succeedsId)).toEqual(['旧', '旧']);
  });

  it('撤销: nobody is covered from the day on', () => {
    const { former } = reorganize(old, { ...split, kind: 'dissolve', successors: [] });
    const after = { ...before, partyOrganizations: [former] };
    expect(states(after, on)).toEqual(['blank', 'blank', 'blank']);
    expect(states(after, '2026-05-31')).toEqual(['joint', 'joint', 'joint']);
  });

  it('改建: a joint branch that becomes 单独 is joint before and 单独 after', () => {
    const rebuilt = { ...successor('新', ['甲']), form: 'own' } as const;
    const { former, founded } = reorganize(old, {
      ...split,
      kind: 'rebuild',
      successors: [rebuilt],
    });
    const after = { ...before, partyOrganizations: [former, ...founded] };
    expect(states(after, '2026-05-31')).toEqual(['joint', 'joint', 'joint']);
    expect(states(after, on)).toEqual(['own', 'blank', 'blank']);
  });

  it('every earlier day is counted exactly as before, whatever is done', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 800 }), (daysBack) => {
        const day = addDays(on, -daysBack);
        const { former, founded } = reorganize(old, split);
        const after = { ...before, partyOrganizations: [former, ...founded] };
        const ask = (records: CoverageRecords) =>
          evaluateCoverage(records, day, defaultDefinitions);
        expect(ask(after).indicators).toEqual(ask(before).indicators);
        expect(ask(after).states).toEqual(ask(before).states);
      }),
    );
  });

  it.each([
    { act: { reason: ' ' }, says: '依据' },
    { act: { on: '2023-12-31' as const }, says: '成立日期' },
    { act: { successors: [successor('新', ['甲'])] }, says: '至少有两个' },
    { act: { kind: 'rebuild' as const }, says: '一个党组织' },
    {
      act: { successors: [successor('一', ['甲']), successor('二', ['甲'])] },
      says: '分到了两个',
    },
    { act: { successors: [successor('一', ['甲']), successor('二', ['戊'])] }, says: '原来覆盖' },
  ])('refuses with a reason: $says', ({ act, says }) => {
    expect(reorganizationProblem(old, { ...split, ...act })).toContain(says);
  });

  it('accepts what is in order', () => {
    expect(reorganizationProblem(old, split)).toBeUndefined();
  });
});

describe('a unit that closed later was in business before', () => {
  it('status holds from its own day on', () => {
    const records = ledger({
      organizations: [
        unit('甲', { status: 'deregistered', statusSince: '2026-06-01', members: 0 }),
      ],
    });
    expect(states(records, '2026-05-31')).toEqual(['blank']);
    expect(states(records, '2026-06-01')).toEqual(['excluded']);
  });
});
