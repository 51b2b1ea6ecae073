import type { CalendarDate } from '../../core/calendar/calendar-date';
import { toDayNumber, weekdayOf } from '../../core/calendar/day-number';

const weekdays = ['', '一', '二', '三', '四', '五', '六', '日'];

/** @example longDate('2026-05-18') //=> '2026年5月18日' */
export function longDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return day === undefined ? `${year}年${month}月` : `${year}年${month}月${day}日`;
}

export function shortDay(date: string): string {
  const [, month, day] = date.split('-').map(Number);
  return `${month}月${day}日`;
}

export function weekdayWords(date: CalendarDate): string {
  return `星期${weekdays[weekdayOf(toDayNumber(date))] ?? ''}`;
}

/** @example daysWords(-3) //=> '超 3 天' */
export function daysWords(days: number): string {
  if (days < 0) return `超 ${-days} 天`;
  if (days === 0) return '今天';
  return days === 1 ? '明天' : `${days} 天后`;
}

export function percentWords(percent: number | null): string {
  return percent === null ? '—' : `${percent.toFixed(1)}%`;
}
