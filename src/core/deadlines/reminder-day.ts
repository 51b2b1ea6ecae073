import { addDays } from '../calendar/arithmetic';
import type { CalendarDate } from '../calendar/calendar-date';
import { workingDayOnOrBefore } from '../calendar/working-days';
import type { EngineOptions } from './types';

/** `leadDays` before a day, or the working day before that where it is a day off (rules §0.4). */
export function reminderDay(
  dueOn: CalendarDate,
  leadDays: number,
  options: Pick<EngineOptions, 'calendar'>,
): CalendarDate {
  return workingDayOnOrBefore(addDays(dueOn, -leadDays), options.calendar);
}
