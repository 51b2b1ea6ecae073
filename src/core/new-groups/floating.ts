import { deadline, daysBetween } from '../calendar/arithmetic';
import type { CalendarDate } from '../calendar/calendar-date';
import type { Person } from '../records/person';
import { monthsOf, ruleOf } from '../regulations/development-rules';

/** registered: kept as 流动党员 · due: away long enough and not yet registered · away: not that long · none. */
export type FloatingState = 'registered' | 'due' | 'away' | 'none';

export interface Floating {
  readonly state: FloatingState;
  /** The day on which six months are reached. */
  readonly dueOn?: CalendarDate;
  /** Days from that day; negative while it lies ahead. */
  readonly daysOver?: number;
}

/** FLOAT-6M: half a year away with the 组织关系 left behind. `isMember` says whether the rule speaks at all. */
export function floatingOf(
  person: Pick<Person, 'isFloating' | 'awaySince'>,
  question: { readonly isMember: boolean; readonly today: CalendarDate },
): Floating {
  const { isMember, today } = question;
  if (!isMember) return { state: 'none' };
  const { awaySince } = person;
  if (awaySince === undefined) return { state: person.isFloating === true ? 'registered' : 'none' };
  const dueOn = deadline(awaySince, monthsOf(ruleOf('FLOAT-6M')));
  const days = { dueOn, daysOver: daysBetween(dueOn, today) };
  if (person.isFloating === true) return { state: 'registered', ...days };
  return { state: dueOn <= today ? 'due' : 'away', ...days };
}
