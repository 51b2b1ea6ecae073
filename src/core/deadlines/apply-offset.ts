import { addDays, deadline, earliestAfter } from '../calendar/arithmetic';
import type { CalendarDate } from '../calendar/calendar-date';
import { lastWorkingDay } from '../calendar/working-days';
import type { Offset } from '../regulations/types';
import type { EngineOptions } from './types';

/** A period from its first day: the latest day of a limit, or the first day after a minimum (rules §0.4). */
export function applyOffset(
  from: CalendarDate,
  asked: { readonly offset: Offset | undefined; readonly times: number; readonly bound: Bound },
  options: Pick<EngineOptions, 'calendar' | 'countsPostingDay'>,
): { on: CalendarDate; isProvisional: boolean } | undefined {
  const { offset, times, bound } = asked;
  if (offset === undefined) return undefined;
  if ('workingDays' in offset) {
    const { lastOn, isProvisional } = lastWorkingDay(from, offset.workingDays * times, options);
    return { on: lastOn, isProvisional };
  }
  if ('days' in offset) return { on: addDays(from, offset.days * times), isProvisional: false };
  const months = offset.months * times;
  return {
    on: bound === 'notBefore' ? earliestAfter(from, months) : deadline(from, months),
    isProvisional: false,
  };
}

export type Bound = 'noLaterThan' | 'notBefore';
