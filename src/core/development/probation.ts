import { addDays, deadline, earliestAfter } from '../calendar/arithmetic';
import { asDay, type CalendarDate } from '../calendar/calendar-date';
import { monthsOf, ruleOf } from '../regulations/development-rules';
import type { Dossier } from '../records/dossier';

export type Probation = {
  /** The meeting that accepted the person; the day is included. */
  readonly from: CalendarDate;
  /** 预备期最后一日. */
  readonly probationLastOn: CalendarDate;
  /** 期满日: from this day confirmation may be discussed. */
  readonly confirmableOn: CalendarDate;
  /** Before an extension. */
  readonly originalConfirmableOn: CalendarDate;
  /** Latest day of a postponed discussion, for a person transferred in. */
  readonly deferredUntil: CalendarDate | undefined;
};

/**
 * 预备期 (26#31): a year from the accepting meeting, extended by whole months from the original end.
 * @example probationOf({ meeting: { on: '2024-02-29' } })?.confirmableOn //=> '2025-03-01'
 */
export function probationOf(dossier: Dossier): Probation | undefined {
  const from = asDay(dossier.meeting?.on);
  if (from === undefined) return undefined;
  const originalConfirmableOn = earliestAfter(from, monthsOf(ruleOf('PROBATION-1Y')));
  const months = dossier.extension?.months;
  const confirmableOn =
    months === undefined ? originalConfirmableOn : earliestAfter(originalConfirmableOn, months);
  // A transfer before the meeting moved an activist; only a probationary member's puts the discussion off.
  const isTransferredIn =
    dossier.transfers?.some(
      ({ on, direction }) => direction === 'in' && (on === undefined || on >= from),
    ) ?? false;
  return {
    from,
    probationLastOn: addDays(confirmableOn, -1),
    confirmableOn,
    originalConfirmableOn,
    deferredUntil: isTransferredIn
      ? deadline(confirmableOn, monthsOf(ruleOf('TRANSFER-DEFER-6M')))
      : undefined,
  };
}
