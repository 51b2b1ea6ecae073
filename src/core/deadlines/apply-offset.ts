import { addDays, deadline, earliestAfter } from '../calendar/arithmetic';
import type { CalendarDate } from '../calendar/calendar-date';
import { isProvisionalYear, lastWorkingDay, workingDayOnOrAfter } from '../calendar/working-days';
import type { Offset } from '../regulations/types';
import type { EngineOptions } from './types';

type Asked = { readonly offset: Offset | undefined; readonly times: number; readonly bound: Bound };
type Setting = Pick<EngineOptions, 'calendar' | 'countsPostingDay' | 'rollsOverHolidays'>;
type Due = { readonly on: CalendarDate; readonly isProvisional: boolean };

/** A period from its first day: the latest day of a limit, or the first day after a minimum (rules §0.4). */
export function applyOffset(from: CalendarDate, asked: Asked, options: Setting): Due | undefined {
  const { offset, times, bound } = asked;
  if (offset === undefined) return undefined;
  if ('workingDays' in offset) {
    const { lastOn, isProvisional } = lastWorkingDay(from, offset.workingDays * times, options);
    return { on: lastOn, isProvisional };
  }
  if ('days' in offset) return rolled(addDays(from, offset.days * times), bound, options);
  const months = offset.months * times;
  return bound === 'notBefore'
    ? { on: earliestAfter(from, months), isProvisional: false }
    : rolled(deadline(from, months), bound, options);
}

/** Only a latest day moves on, and only where the district says so; a minimum never gets longer. */
function rolled(on: CalendarDate, bound: Bound, options: Setting): Due {
  if (options.rollsOverHolidays !== true || bound === 'notBefore')
    return { on, isProvisional: false };
  const moved = workingDayOnOrAfter(on, options.calendar);
  return { on: moved, isProvisional: isProvisionalYear(Number(on.slice(0, 4)), options.calendar) };
}

export type Bound = 'noLaterThan' | 'notBefore';
