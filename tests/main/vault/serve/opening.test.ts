import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '../../../../src/core/calendar/calendar-date';
import { ClockWatch } from '../../../../src/main/vault/serve/opening';

function watched() {
  const state = { wall: Date.parse('2026-11-23T01:00:00.000Z'), monotonic: 0 };
  const watch = new ClockWatch({
    today: () => '2026-11-23' as CalendarDate,
    nowIso: () => new Date(state.wall).toISOString(),
    monotonic: () => state.monotonic,
  });
  const pass = (wallMinutes: number, monotonicMinutes: number) => {
    state.wall += wallMinutes * 60_000;
    state.monotonic += monotonicMinutes * 60_000;
    return watch.look();
  };
  return pass;
}

describe('the clock watch', () => {
  test.each([
    ['both clocks go on', 60, 60, undefined],
    ['the clock is corrected by five minutes', 65, 60, undefined],
    ['the clock is set forward by six minutes', 66, 60, '电脑时间在使用中被调快了 6 分钟。'],
    ['the clock is set back by a day', -1440, 0, '电脑时间在使用中被调慢了 1 天。'],
  ])('says of %s what it must', (_name, wall, monotonic, words) => {
    expect(watched()(wall, monotonic)).toBe(words);
  });

  test('says a jump once', () => {
    const pass = watched();
    expect(pass(90, 0)).toBeDefined();
    expect(pass(1, 1)).toBeUndefined();
  });
});
