import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../../src/core/calendar/calendar-date';
import { probationOf } from '../../../src/core/development/probation';

describe('预备期 (26#31)', () => {
  it.each<[string, CalendarDate, number | undefined, [CalendarDate, CalendarDate]]>([
    ['TC47', '2024-02-29', undefined, ['2025-02-28', '2025-03-01']],
    ['TC49', '2023-06-30', undefined, ['2024-06-29', '2024-06-30']],
    ['rules §0.4', '2025-06-10', undefined, ['2026-06-09', '2026-06-10']],
    ['TC43 重新召开', '2026-05-08', undefined, ['2027-05-07', '2027-05-08']],
    ['TC57 延长一年', '2024-11-30', 12, ['2026-11-29', '2026-11-30']],
    ['TC59 延长半年', '2025-08-31', 6, ['2027-02-28', '2027-03-01']],
  ])(
    '%s: accepted on %s, extended by %s months',
    (_id, on, months, [probationLastOn, confirmableOn]) => {
      const extension = months === undefined ? {} : { extension: { months } };
      expect(probationOf({ meeting: { on }, ...extension })).toMatchObject({
        probationLastOn,
        confirmableOn,
      });
    },
  );

  it.each([undefined, '2025-06'] as const)(
    'an accepting meeting of %s has no end to reckon',
    (on) => {
      expect(probationOf(on === undefined ? {} : { meeting: { on } })).toBeUndefined();
    },
  );

  it('only a transfer as a probationary member puts the discussion off (26#35)', () => {
    const meeting = { on: '2025-03-14' } as const;
    const moved = (on: CalendarDate) =>
      probationOf({ meeting, transfers: [{ on, direction: 'in' }] })?.deferredUntil;
    expect(moved('2025-09-01')).toBe('2026-09-14');
    expect(moved('2024-09-01')).toBeUndefined();
  });
});
