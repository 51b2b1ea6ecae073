import type { CalendarDate } from './calendar-date';
import { fromDayNumber, toDayNumber, weekdayOf, type DayNumber } from './day-number';
import { workingDayYears } from './working-day-data';

/** A working-day calendar: the official years, and what the user imported on top. */
export type WorkingDayCalendar = {
  readonly overrides: Readonly<Record<string, boolean>>;
};

export const officialCalendar: WorkingDayCalendar = { overrides: {} };

const exceptions = new Map<string, boolean>();
for (const [year, { holidays, makeUpDays }] of Object.entries(workingDayYears)) {
  for (const day of holidays.split(' ')) if (day !== '') exceptions.set(`${year}-${day}`, false);
  for (const day of makeUpDays.split(' ')) if (day !== '') exceptions.set(`${year}-${day}`, true);
}

const saturday = 6;

function isWorkingDayNumber(number: DayNumber, calendar: WorkingDayCalendar): boolean {
  const date = fromDayNumber(number);
  return calendar.overrides[date] ?? exceptions.get(date) ?? weekdayOf(number) < saturday;
}

export function isWorkingDay(
  date: CalendarDate,
  calendar: WorkingDayCalendar = officialCalendar,
): boolean {
  return isWorkingDayNumber(toDayNumber(date), calendar);
}

/** Whether a year's arrangement is not known, so that its days are Monday to Friday for now: 暂算. */
export function isProvisionalYear(
  year: number,
  calendar: WorkingDayCalendar = officialCalendar,
): boolean {
  if (workingDayYears[year] !== undefined) return false;
  return !Object.keys(calendar.overrides).some((date) => date.startsWith(`${year}-`));
}

export type WorkingPeriod = { readonly lastOn: CalendarDate; readonly isProvisional: boolean };

/**
 * Last day of a notice of `count` working days posted on `from`.
 * @param options.countsPostingDay strict offices start counting on the day after
 * @example lastWorkingDay('2026-09-23', 5) //=> { lastOn: '2026-09-30', isProvisional: false }
 */
export function lastWorkingDay(
  from: CalendarDate,
  count: number,
  options: { readonly calendar?: WorkingDayCalendar; readonly countsPostingDay?: boolean } = {},
): WorkingPeriod {
  const { calendar = officialCalendar, countsPostingDay = true } = options;
  let number = toDayNumber(from) + (countsPostingDay ? 0 : 1);
  let left = count;
  while (left > 0) {
    if (isWorkingDayNumber(number, calendar)) left -= 1;
    if (left > 0) number += 1;
  }
  const lastOn = fromDayNumber(number);
  const years = [Number(from.slice(0, 4)), Number(lastOn.slice(0, 4))];
  return { lastOn, isProvisional: years.some((year) => isProvisionalYear(year, calendar)) };
}

/** Working days from `from` to `until`, both included. */
export function countWorkingDays(
  from: CalendarDate,
  until: CalendarDate,
  calendar: WorkingDayCalendar = officialCalendar,
): number {
  let count = 0;
  for (let number = toDayNumber(from); number <= toDayNumber(until); number += 1) {
    if (isWorkingDayNumber(number, calendar)) count += 1;
  }
  return count;
}

/** Where a district lets a latest day move on: the first working day from it. */
export function workingDayOnOrAfter(
  date: CalendarDate,
  calendar: WorkingDayCalendar = officialCalendar,
): CalendarDate {
  let number = toDayNumber(date);
  while (!isWorkingDayNumber(number, calendar)) number += 1;
  return fromDayNumber(number);
}

/**
 * Whether a day lies in a public holiday: the weekdays the arrangement gives free, and the weekends that touch them.
 * An ordinary weekend is none.
 */
export function isPublicHoliday(
  date: CalendarDate,
  calendar: WorkingDayCalendar = officialCalendar,
): boolean {
  const number = toDayNumber(date);
  if (isWorkingDayNumber(number, calendar)) return false;
  return [-1, 1].some((way) => {
    for (let each = number; !isWorkingDayNumber(each, calendar); each += way)
      if (weekdayOf(each) < saturday) return true;
    return false;
  });
}

/** A reminder that falls on a day off is given on the working day before (rules §0.4). */
export function workingDayOnOrBefore(
  date: CalendarDate,
  calendar: WorkingDayCalendar = officialCalendar,
): CalendarDate {
  let number = toDayNumber(date);
  while (!isWorkingDayNumber(number, calendar)) number -= 1;
  return fromDayNumber(number);
}
