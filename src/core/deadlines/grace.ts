import { addDays, daysBetween } from '../calendar/arithmetic';
import { asDay, type CalendarDate } from '../calendar/calendar-date';
import { findRule } from '../regulations/development-rules';
import { localRule } from '../regulations/local-overlay';
import type { Deadline, EngineOptions } from './types';

/**
 * The last day on which a rule still lets lateness pass (OBSERVE-6M, rules §2): the duty is late and goes on being
 * asked for, and no problem yet. Nothing where the rule has no such days, or they are over.
 */
export function graceUntil(
  { rule, on, anchor, doneOn, status }: Deadline,
  { today, overlay }: Pick<EngineOptions, 'today' | 'overlay'>,
): CalendarDate | undefined {
  if (on === undefined || (status !== 'overdue' && status !== 'breached')) return undefined;
  const known = findRule(rule);
  if (known === undefined) return undefined;
  const days = localRule(known, overlay, asDay(anchor.on) ?? on).limits?.['graceDays'] ?? 0;
  const end = doneOn === undefined ? today : (asDay(doneOn) ?? on);
  return days > 0 && daysBetween(on, end) <= days ? addDays(on, days) : undefined;
}

/** As the audit and the deadline say it alike. */
export const graceWords = (until: CalendarDate): string => `在宽限期内（至 ${until}）`;
