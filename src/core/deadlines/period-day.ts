import type { CalendarDate } from '../calendar/calendar-date';
import type { Rule } from '../regulations/types';
import { applyOffset, type Bound } from './apply-offset';
import type { EngineOptions, RecurringMode } from './types';

/** The n-th of the fixed days after the anchor; the anchor's own day does not count. */
export function fixedDay(
  anchor: CalendarDate,
  number: number,
  days: readonly string[],
): CalendarDate | undefined {
  const year = Number(anchor.slice(0, 4));
  if (days.length === 0) return undefined;
  const years = Math.ceil(number / days.length) + 1;
  return Array.from({ length: years }, (_, index) => year + index)
    .flatMap((each) => [...days].sort().map((day) => `${each}-${day}` as CalendarDate))
    .filter((day) => day > anchor)[number - 1];
}

const rolling: RecurringMode = { kind: 'rolling' };
/** The one duty whose periods a district may lay on fixed days (rules §2, OBSERVE-6M). */
const observation = 'OBSERVE-6M';

/** The n-th period of a duty that comes again: always reckoned from its anchor, so that nothing drifts. */
export function periodDay(
  rule: Pick<Rule, 'id' | 'offset'>,
  period: { readonly anchor: CalendarDate; readonly number: number; readonly bound?: Bound },
  options: EngineOptions,
): CalendarDate | undefined {
  const { anchor, number, bound = 'noLaterThan' } = period;
  const mode = rule.id === observation ? (options.reviewMode ?? rolling) : rolling;
  if (mode.kind === 'fixed') return fixedDay(anchor, number, mode.days);
  return applyOffset(anchor, { offset: rule.offset, times: number, bound }, options)?.on;
}
