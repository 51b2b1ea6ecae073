import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthWords, trendScale } from '../../../../src/renderer/features/coverage/trend-scale';

describe('trendScale', () => {
  it('draws 55, 60 and 65 for a year that rose from 55.9 to 64.2', () => {
    expect(trendScale([55.9, 60, 64.2])).toEqual({ low: 55, high: 65, ticks: [55, 60, 65] });
  });

  it('stays within nought and a hundred when every month was complete', () => {
    expect(trendScale([100, 100])).toEqual({ low: 90, high: 100, ticks: [90, 95, 100] });
  });

  it('holds every value and never draws more than eleven lines', () => {
    const percents = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(percents, (values) => {
        const { low, high, ticks } = trendScale(values);
        expect(low).toBeLessThanOrEqual(Math.min(...values));
        expect(high).toBeGreaterThanOrEqual(Math.max(...values));
        expect(ticks.length).toBeLessThanOrEqual(11);
      }),
    );
  });
});

describe('monthWords', () => {
  it('names the year only where it is asked for', () => {
    expect(monthWords('2025-12-31', true)).toBe('25年12月');
    expect(monthWords('2026-02-28', false)).toBe('2月');
  });
});
