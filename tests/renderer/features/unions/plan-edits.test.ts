import { describe, expect, it } from 'vitest';
import {
  groupMark,
  pointsWords,
  withNewGroup,
  withUnit,
} from '../../../../src/renderer/features/unions/plan-edits';

const groups = [
  { kind: 'joint', unitIds: ['a', 'b'] },
  { kind: 'own', unitIds: ['c'] },
  { kind: 'send', unitIds: ['d'] },
] as const;
const plan = groups.map(({ kind, unitIds }) => ({ kind, unitIds: [...unitIds] }));

describe('editing a plan of unions', () => {
  it('a unit is in one group at the most, and an empty group goes', () => {
    expect(withUnit(plan, 0, 'c')).toEqual([
      { kind: 'joint', unitIds: ['a', 'b', 'c'] },
      { kind: 'send', unitIds: ['d'] },
    ]);
  });

  it('pressing again takes the unit out', () => {
    expect(withUnit(plan, 0, 'b')[0]).toEqual({ kind: 'joint', unitIds: ['a'] });
  });

  it('a new group starts with the unit alone', () => {
    expect(withNewGroup(plan, 'd')).toEqual([
      { kind: 'joint', unitIds: ['d'] },
      { kind: 'joint', unitIds: ['a', 'b'] },
      { kind: 'own', unitIds: ['c'] },
    ]);
  });

  it('branches are marked 甲乙…, instructors 派; no denominator is —', () => {
    expect(plan.map((_, index) => groupMark(plan, index))).toEqual(['甲', '乙', '派']);
    expect([pointsWords(35.7, 85.7), pointsWords(50, 40), pointsWords(null, 3)]).toEqual([
      '+50.0',
      '-10.0',
      '—',
    ]);
  });
});
