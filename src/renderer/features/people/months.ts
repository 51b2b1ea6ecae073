import type { CalendarDate, CalendarMonth } from '../../../core/calendar/calendar-date';

/** @example monthWords('2026-11') //=> '2026年11月' */
export function monthWords(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return `${year}年${number}月`;
}

/** @example monthAfter('2026-12', 1) //=> '2027-01' */
export function monthAfter(month: CalendarMonth, months: number): CalendarMonth {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const count = year * 12 + (number - 1) + months;
  const text = `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
  return text as CalendarMonth;
}

/** @example monthOf('2026-11-23') //=> '2026-11' */
export function monthOf(day: CalendarDate): CalendarMonth {
  return day.slice(0, 'YYYY-MM'.length) as CalendarMonth;
}
