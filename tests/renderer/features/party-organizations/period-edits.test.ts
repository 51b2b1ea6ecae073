import { describe, expect, it } from 'vitest';
import {
  periodProblem,
  withPeriod,
} from '../../../../src/renderer/features/party-organizations/period-edits';

describe('periods of covers and posts as typed', () => {
  it.each([
    { from: '', until: '', says: undefined },
    { from: '2026.5.8', until: '2026-06-01', says: undefined },
    { from: '2026-05-18', until: '2026-05-17', says: '止早于起' },
    { from: '2026-13-01', until: '', says: '起始日期' },
    { from: '', until: '五月', says: '截止日期' },
  ])('$from to $until', ({ from, until, says }) => {
    const problem = periodProblem({ from, until });
    if (says === undefined) expect(problem).toBeUndefined();
    else expect(problem).toContain(says);
  });

  it('an emptied end is open again', () => {
    expect(withPeriod({ organizationId: '甲' }, { from: '2026.5.8', until: '' })).toEqual({
      organizationId: '甲',
      from: '2026-05-08',
    });
  });
});
