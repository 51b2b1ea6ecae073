import { daysInMonth, type CalendarDate } from './calendar-date';

/** Days since 1970-01-01; negative before. The hot path's shape of a date. */
export type DayNumber = number;

/** Civil-calendar arithmetic in 400-year eras whose years begin in March. */
export function dayNumberOf(year: number, month: number, day: number): DayNumber {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

const zero = '0'.charCodeAt(0);
const twoDigits = (text: string, at: number): number =>
  (text.charCodeAt(at) - zero) * 10 + text.charCodeAt(at + 1) - zero;

/** @example toDayNumber('1970-01-02') //=> 1 */
export function toDayNumber(date: CalendarDate): DayNumber {
  const year = twoDigits(date, 0) * 100 + twoDigits(date, 2);
  return dayNumberOf(year, twoDigits(date, 5), twoDigits(date, 8));
}

/** Year, month 1–12 and day of a day number, without a Date. */
export function civilOf(number: DayNumber): { year: number; month: number; day: number } {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

/** @example fromDayNumber(1) //=> '1970-01-02' */
export function fromDayNumber(number: DayNumber): CalendarDate {
  const { year, month, day } = civilOf(number);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}` as CalendarDate;
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(number: DayNumber): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** Latest day of a period of months: the corresponding day, clamped down to the month's last (rules §0.4). */
export function addMonthsDown(number: DayNumber, months: number): DayNumber {
  const { year, month, day } = monthsLater(number, months);
  return dayNumberOf(year, month, Math.min(day, daysInMonth(year, month)));
}

/** First day after a minimum of months: the corresponding day or, where there is none, the first of the next month. */
export function addMonthsUp(number: DayNumber, months: number): DayNumber {
  const { year, month, day } = monthsLater(number, months);
  const last = daysInMonth(year, month);
  return day <= last ? dayNumberOf(year, month, day) : dayNumberOf(year, month, last) + 1;
}

function monthsLater(number: DayNumber, months: number) {
  const { year, month, day } = civilOf(number);
  const total = year * 12 + (month - 1) + months;
  return { year: Math.floor(total / 12), month: (((total % 12) + 12) % 12) + 1, day };
}
