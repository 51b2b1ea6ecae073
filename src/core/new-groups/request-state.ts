import type { CalendarDate } from '../calendar/calendar-date';
import type { Request } from '../records/work';

/** Where a request (诉求) stands; done on the very day it is due is in time. */
export function requestState(
  { dueOn, closedOn }: Pick<Request, 'dueOn' | 'closedOn'>,
  today: CalendarDate,
): 'overdue' | 'open' | 'closed' {
  if (closedOn !== undefined) return 'closed';
  return dueOn !== undefined && dueOn < today ? 'overdue' : 'open';
}
