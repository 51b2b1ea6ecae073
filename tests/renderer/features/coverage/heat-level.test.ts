import { describe, expect, it } from 'vitest';
import { heatLevel } from '../../../../src/renderer/features/coverage/heat-level';

describe('heatLevel', () => {
  it.each([
    { because: 'nothing to divide', denominator: 0, percent: null, expected: undefined },
    { because: 'four units say nothing', denominator: 4, percent: 25, expected: undefined },
    { because: 'five units are coloured', denominator: 5, percent: 20, expected: 4 },
    { because: 'just under fifty is the largest gap', denominator: 10, percent: 49.9, expected: 4 },
    { because: 'fifty is not under fifty', denominator: 10, percent: 50, expected: 3 },
    { because: 'sixty', denominator: 10, percent: 60, expected: 2 },
    { because: 'seventy', denominator: 10, percent: 70, expected: 1 },
    { because: 'eighty and more is the lightest', denominator: 10, percent: 80, expected: 0 },
  ])('$because', ({ denominator, percent, expected }) => {
    expect(heatLevel({ numerator: 0, denominator, percent })).toBe(expected);
  });
});
