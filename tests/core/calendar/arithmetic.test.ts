import { addMonths, differenceInCalendarDays, format, parseISO } from 'date-fns';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  deadline,
  earliestAfter,
  endOfWeek,
  wholeMonths,
} from '../../../src/core/calendar/arithmetic';
import { isCalendarDate, type CalendarDate } from '../../../src/core/calendar/calendar-date';
import { fromDayNumber, toDayNumber } from '../../../src/core/calendar/day-number';
import {
  countWorkingDays,
  isProvisionalYear,
  lastWorkingDay,
  workingDayOnOrBefore,
} from '../../../src/core/calendar/working-days';

const first = toDayNumber('1900-01-01');
const last = toDayNumber('2100-12-31');
const anyDay = fc.integer({ min: first, max: last }).map(fromDayNumber);

describe('months, rules §0.4', () => {
  it.each<[CalendarDate, number, CalendarDate]>([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2025-11-30', 3, '2026-02-28'],
    ['2025-11-30', 6, '2026-05-30'],
    ['2026-08-31', 3, '2026-11-30'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2028-05-03', 3, '2028-08-03'],
  ])('a deadline of %s plus %i months clamps down to %s', (from, months, expected) => {
    expect(deadline(from, months)).toBe(expected);
  });

  it.each<[CalendarDate, number, CalendarDate]>([
    ['2024-02-29', 12, '2025-03-01'],
    ['2025-06-10', 12, '2026-06-10'],
    ['2026-08-31', 6, '2027-03-01'],
    ['2026-06-10', 6, '2026-12-10'],
    ['2025-11-30', 12, '2026-11-30'],
  ])('a minimum of %s plus %i months ends up on %s', (from, months, expected) => {
    expect(earliestAfter(from, months)).toBe(expected);
  });

  it('agrees with date-fns on every day from 1900 to 2100', () => {
    for (let number = first; number <= last; number += 1) {
      const text = fromDayNumber(number);
      expect(isCalendarDate(text) && toDayNumber(text)).toBe(number);
    }
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -120, max: 120 }), (day, months) => {
        const reference = addMonths(parseISO(day), months);
        expect(deadline(day, months)).toBe(format(reference, 'yyyy-MM-dd'));
        expect(toDayNumber(day) - first).toBe(
          differenceInCalendarDays(parseISO(day), parseISO('1900-01-01')),
        );
      }),
      { numRuns: 2_000 },
    );
  });

  it('a later anchor never gives an earlier deadline', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(400), fc.nat(24), (day, days, months) => {
        const later = fromDayNumber(toDayNumber(day) + days);
        expect(deadline(later, months) >= deadline(day, months)).toBe(true);
        expect(earliestAfter(later, months) >= earliestAfter(day, months)).toBe(true);
        expect(earliestAfter(day, months) >= deadline(day, months)).toBe(true);
      }),
    );
  });

  it('counts whole months by the corresponding day', () => {
    expect(wholeMonths('2025-06-01', '2026-03-10')).toBe(9);
    expect(wholeMonths('2025-06-10', '2026-06-09')).toBe(11);
  });

  it('a week ends on Sunday', () => {
    expect(endOfWeek('2026-11-23')).toBe('2026-11-29');
    expect(endOfWeek('2026-11-29')).toBe('2026-11-29');
  });
});

describe('working days with 调休', () => {
  it.each<[CalendarDate, CalendarDate, CalendarDate]>([
    ['2026-09-23', '2026-09-30', '2026-10-08'],
    ['2026-05-20', '2026-05-26', '2026-05-27'],
    ['2025-09-26', '2025-10-09', '2025-10-10'],
    ['2026-02-13', '2026-02-26', '2026-02-27'],
    ['2026-09-29', '2026-10-10', '2026-10-12'],
    ['2026-11-20', '2026-11-26', '2026-11-27'],
  ])('five from %s end on %s, strictly on %s', (from, expected, strict) => {
    expect(lastWorkingDay(from, 5).lastOn).toBe(expected);
    expect(lastWorkingDay(from, 5, { countsPostingDay: false }).lastOn).toBe(strict);
  });

  it('TC25: a year without an arrangement is Monday to Friday and says 暂算', () => {
    expect(lastWorkingDay('2027-02-22', 5)).toEqual({ lastOn: '2027-02-26', isProvisional: true });
    expect(isProvisionalYear(2027, { overrides: { '2027-02-22': false } })).toBe(false);
  });

  it('TC31: seven calendar days over a Spring Festival held two working days', () => {
    expect(countWorkingDays('2026-02-13', '2026-02-19')).toBe(2);
  });

  it('a reminder on a holiday moves to the working day before', () => {
    expect(workingDayOnOrBefore('2026-10-05')).toBe('2026-09-30');
  });
});
