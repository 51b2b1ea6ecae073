import { describe, expect, it } from 'vitest';
import { termKind } from '../../../../src/renderer/features/party-organizations/term-kind';

describe('termKind', () => {
  it.each([
    { because: 'the day after the term is overdue', days: -1, expected: 'over' },
    { because: 'the last day is not yet overdue', days: 0, expected: 'soon' },
    { because: 'two months ahead warns', days: 62, expected: 'soon' },
    { because: 'half a year ahead hints', days: 183, expected: 'info' },
    { because: 'further off nothing is marked', days: 184, expected: undefined },
  ])('$because', ({ days, expected }) => {
    expect(termKind(days)).toBe(expected);
  });
});
