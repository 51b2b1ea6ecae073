import type { GapView } from '../../../contract/coverage';
import type { CalendarDate } from '../../../core/calendar/calendar-date';
import { toDayNumber } from '../../../core/calendar/day-number';
import type { StatusKind } from '../../components/status-mark';

export const severityWords: Readonly<Record<GapView['severity'], string>> = {
  hard: '须办',
  soft: '提醒',
  info: '提示',
};

/** Within this many days a due day is marked in the panel. */
const soonDays = 7;

export function dueKind(dueOn: CalendarDate, asOf: CalendarDate): StatusKind | undefined {
  const days = daysUntil(dueOn, asOf);
  if (days < 0) return 'over';
  return days <= soonDays ? 'soon' : undefined;
}

export function daysUntil(dueOn: CalendarDate, asOf: CalendarDate): number {
  return toDayNumber(dueOn) - toDayNumber(asOf);
}
