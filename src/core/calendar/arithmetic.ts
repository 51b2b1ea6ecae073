import type { CalendarDate } from './calendar-date';
import { addMonthsDown, addMonthsUp, fromDayNumber, toDayNumber, weekdayOf } from './day-number';

/**
 * Latest day to do something within `months` of a day; done on that very day is in time (rules §0.4).
 * @example deadline('2026-01-31', 1) //=> '2026-02-28'
 */
export function deadline(from: CalendarDate, months: number): CalendarDate {
  return fromDayNumber(addMonthsDown(toDayNumber(from), months));
}

/**
 * Earliest day after a minimum of `months` (rules §0.4).
 * @example earliestAfter('2024-02-29', 12) //=> '2025-03-01'
 */
export function earliestAfter(from: CalendarDate, months: number): CalendarDate {
  return fromDayNumber(addMonthsUp(toDayNumber(from), months));
}

export function addDays(from: CalendarDate, days: number): CalendarDate {
  return fromDayNumber(toDayNumber(from) + days);
}

/** Days from the first to the second; negative when the second is earlier. */
export function daysBetween(from: CalendarDate, until: CalendarDate): number {
  return toDayNumber(until) - toDayNumber(from);
}

/** The Sunday that ends the week (Monday to Sunday) of a day. */
export function endOfWeek(day: CalendarDate): CalendarDate {
  const number = toDayNumber(day);
  return fromDayNumber(number + 7 - weekdayOf(number));
}

/** Whole months from the first day to the second. */
export function wholeMonths(from: CalendarDate, until: CalendarDate): number {
  const months =
    (Number(until.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
    Number(until.slice(5, 7)) -
    Number(from.slice(5, 7));
  return earliestAfter(from, months) <= until ? months : months - 1;
}
