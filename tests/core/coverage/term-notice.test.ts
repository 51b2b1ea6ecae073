import { describe, expect, it } from 'vitest';
import { termOf } from '../../../src/core/coverage/term';

const branch = { level: 'branch', form: 'own', lastElectedOn: '2023-11-15' } as const;

describe('notices before a term ends (rules §2 TERM-*: 6 months 发函, 2 months 请示)', () => {
  it.each([
    ['2026-05-14', 'none', 'the day before six months'],
    ['2026-05-15', 'letter', 'six months ahead'],
    ['2026-09-14', 'letter', 'the day before two months'],
    ['2026-09-15', 'request', 'two months ahead'],
    ['2026-11-15', 'request', 'the very day is in time'],
    ['2026-11-16', 'overdue', 'the day after'],
  ] as const)('on %s it is %s: %s', (today, notice, _because) => {
    expect(termOf(branch, today)).toMatchObject({ dueOn: '2026-11-15', notice });
  });

  it('a postponement of a year holds; a longer one counts to the year and is said', () => {
    const until = (termExtendedUntil: '2027-11-15' | '2027-11-16') =>
      termOf({ ...branch, termExtendedUntil }, '2026-11-23');
    expect(until('2027-11-15')).toMatchObject({ dueOn: '2027-11-15', isPostponedTooLong: false });
    expect(until('2027-11-16')).toMatchObject({ dueOn: '2027-11-15', isPostponedTooLong: true });
  });

  it('临时 and 功能型 have no term (条例第八条)', () => {
    for (const form of ['temporary', 'functional'] as const)
      expect(termOf({ ...branch, form }, '2026-11-23')).toBeUndefined();
  });
});
