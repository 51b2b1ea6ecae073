import { describe, expect, it } from 'vitest';
import { monthAfter, monthOf, monthWords } from '../../../../src/renderer/features/people/months';

describe('months of the calendar', () => {
  it.each([
    ['2026-11', 1, '2026-12'],
    ['2026-12', 1, '2027-01'],
    ['2026-01', -1, '2025-12'],
  ] as const)('%s and %i more is %s', (month, months, expected) => {
    expect(monthAfter(month, months)).toBe(expected);
  });

  it('are read off a day and said in words', () => {
    expect(monthOf('2026-02-28')).toBe('2026-02');
    expect(monthWords('2026-02')).toBe('2026年2月');
  });
});
