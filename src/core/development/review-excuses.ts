import type { CalendarDate } from '../calendar/calendar-date';
import type { Dossier } from '../records/dossier';
import { eventsOf } from './standing';

/** Rules §2, OBSERVE-6M: a review that fell due while the dossier was on hold or in the month of a transfer is excused. */
export function isExcusedMonth(dossier: Dossier, dueOn: CalendarDate): boolean {
  const month = dueOn.slice(0, 7);
  const isTransferMonth =
    dossier.transfers?.some(({ on }) => on?.startsWith(month) === true) ?? false;
  if (isTransferMonth) return true;
  const acts = eventsOf(dossier);
  return acts.some(({ kind, on }, index) => {
    if (kind === 'transferredIn' || kind === 'transferredOut')
      return on?.startsWith(month) === true;
    if (kind !== 'onHold' || on === undefined || on > dueOn) return false;
    const resumed = acts.slice(index + 1).find((act) => act.kind === 'resumed');
    return resumed?.on === undefined || resumed.on >= dueOn;
  });
}
