import { z } from 'zod';

/** A civil day `YYYY-MM-DD` in the Asia/Shanghai calendar; no time, no zone. */
export type CalendarDate = `${number}-${number}-${number}`;

/** A civil month `YYYY-MM`: a fact known to the month only. Day-level rules answer `unknown` for it. */
export type CalendarMonth = `${number}-${number}`;

/** What people write down: a day, or only its month. */
export type FactDate = CalendarDate | CalendarMonth;

const dayPattern = /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const monthPattern = /^\d{4}-(0[1-9]|1[0-2])$/;

/** Days in a civil month; `month` is 1–12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/**
 * Whether the text is a day that exists.
 * @example isCalendarDate('2023-02-30') //=> false
 */
export function isCalendarDate(text: string): text is CalendarDate {
  const match = dayPattern.exec(text);
  return match !== null && Number(match[3]) <= daysInMonth(Number(match[1]), Number(match[2]));
}

export function isCalendarMonth(text: string): text is CalendarMonth {
  return monthPattern.test(text);
}

const dayLength = 'YYYY-MM-DD'.length;

/**
 * The fact as a day, or `undefined` where it is missing or known to the month only. A `FactDate` was checked when
 * it entered, so its length tells the two apart; audits of a whole roster ask this a million times.
 */
export function asDay(fact: FactDate | undefined): CalendarDate | undefined {
  return fact?.length === dayLength ? (fact as CalendarDate) : undefined;
}

export const calendarDateSchema = z.custom<CalendarDate>(
  (value) => typeof value === 'string' && isCalendarDate(value),
  '日期应为存在的某一天，写作 2026-05-18',
);

export const factDateSchema = z.custom<FactDate>(
  (value) => typeof value === 'string' && (isCalendarDate(value) || isCalendarMonth(value)),
  '日期应写作 2026-05-18；只知道年月时写作 2026-05',
);
