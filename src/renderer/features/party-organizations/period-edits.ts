import { isCalendarDate, type CalendarDate } from '../../../core/calendar/calendar-date';
import type { PartyOrganization } from '../../../core/records/party-organization';
import { readTypedDate } from '../../lib/typed-date';

export type Cover = NonNullable<PartyOrganization['covers']>[number];
export type Post = NonNullable<PartyOrganization['posts']>[number];

/** A row as typed: half a date is never a date. */
export type PeriodText = { readonly from: string; readonly until: string };

export const periodText = ({ from, until }: Pick<Cover, 'from' | 'until'>): PeriodText => ({
  from: from ?? '',
  until: until ?? '',
});

const dayOf = (text: string): CalendarDate | undefined => {
  const read = readTypedDate(text);
  return isCalendarDate(read) ? read : undefined;
};

/** What is wrong with a typed period; undefined when it can be kept. */
export function periodProblem({ from, until }: PeriodText): string | undefined {
  if (from.trim() !== '' && dayOf(from) === undefined) return '起始日期写作 2026-05-18，不详就空着';
  if (until.trim() !== '' && dayOf(until) === undefined)
    return '截止日期写作 2026-05-18，至今就空着';
  const [first, last] = [dayOf(from), dayOf(until)];
  return first !== undefined && last !== undefined && last < first ? '止早于起' : undefined;
}

/** The typed period put on a row that has none; an emptied end is open again. */
export function withPeriod<Row extends object>(
  row: Row,
  text: PeriodText,
): Row & Pick<Cover, 'from' | 'until'> {
  const [from, until] = [dayOf(text.from), dayOf(text.until)];
  return {
    ...row,
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  };
}
