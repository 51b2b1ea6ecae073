import { addDays, deadline, earliestAfter } from '../calendar/arithmetic';
import { asDay, type CalendarDate, type FactDate } from '../calendar/calendar-date';
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

/** 预备期起止 as an office prints it: to the last day, or to 期满日; both are read as right (rules §2 PROBATION-1Y). */
export function printedPeriod(
  { from, probationLastOn, confirmableOn }: Probation,
  end: 'lastDay' | 'confirmableDay' = 'lastDay',
): { readonly from: CalendarDate; readonly until: CalendarDate } {
  return { from, until: end === 'lastDay' ? probationLastOn : confirmableOn };
}

/** Whether a probationary member came from elsewhere; acts were laid among the transfers by then. */
function isTransferredIn({ transfers = [] }: Dossier, from: CalendarDate): boolean {
  // A transfer before the meeting moved an activist; only a probationary member's puts the discussion off.
  const isLater = (on: string | undefined) => on === undefined || on >= from.slice(0, on.length);
  return transfers.some(({ on, direction }) => direction === 'in' && isLater(on));
}

/**
 * Last day on which a discussion after 期满 is no lateness of the branch: six months for a person transferred in,
 * and while an investigation lasts (rules §2 CONFIRM-PROMPT).
 */
export function promptlyBefore(dossier: Dossier): CalendarDate | undefined {
  const probation = probationOf(dossier);
  if (probation === undefined) return undefined;
  const { confirmableOn, deferredUntil } = probation;
  const investigated = (dossier.disciplinaryMatters ?? [])
    .filter(({ kind, from, until }) => {
      const isBegun = from === undefined || from <= confirmableOn;
      return kind === 'investigation' && isBegun && (until === undefined || until >= confirmableOn);
    })
    .map(({ until }) => (until === undefined ? endless : promptAfter(until)));
  return [deferredUntil, ...investigated]
    .filter((on) => on !== undefined)
    .sort()
    .at(-1);
}

/** An investigation whose end nobody wrote down still lasts. */
const endless: CalendarDate = '9999-12-31';

function promptAfter(until: FactDate): CalendarDate {
  const day = asDay(until);
  const { offset } = ruleOf('CONFIRM-PROMPT');
  if (day === undefined) return endless;
  return addDays(day, offset !== undefined && 'days' in offset ? offset.days : 0);
}

/**
 * 预备期 (26#31): a year from the accepting meeting, extended by whole months from the original end.
 * @example probationOf({ meeting: { on: '2024-02-29' } })?.confirmableOn //=> '2025-03-01'
 */
export function probationOf(dossier: Dossier): Probation | undefined {
  const known = reckoned.get(dossier);
  if (known !== undefined) return known;
  const made = reckonProbation(dossier);
  if (made !== undefined) reckoned.set(dossier, made);
  return made;
}

/** A dossier is never changed in place, and a dozen questions of one audit begin with its probation. */
const reckoned = new WeakMap<Dossier, Probation>();

function reckonProbation(dossier: Dossier): Probation | undefined {
  const from = asDay(dossier.meeting?.on);
  if (from === undefined) return undefined;
  const originalConfirmableOn = earliestAfter(from, monthsOf(ruleOf('PROBATION-1Y')));
  const months = dossier.extension?.months;
  const confirmableOn =
    months === undefined ? originalConfirmableOn : earliestAfter(originalConfirmableOn, months);
  return {
    from,
    probationLastOn: addDays(confirmableOn, -1),
    confirmableOn,
    originalConfirmableOn,
    deferredUntil: isTransferredIn(dossier, from)
      ? deadline(confirmableOn, monthsOf(ruleOf('TRANSFER-DEFER-6M')))
      : undefined,
  };
}
