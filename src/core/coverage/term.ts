import { deadline } from '../calendar/arithmetic';
import type { CalendarDate } from '../calendar/calendar-date';
import type { PartyOrganization } from '../records/party-organization';
import {
  coverageRules,
  termPostponementMonths,
  termReminderMonths,
  termRequestMonths,
} from '../regulations/coverage-rules';
import { formsWithoutTerm, termYearsByLevel } from './thresholds-data';

/** Where a term stands on a day (任期意见). */
export interface TermState {
  readonly rule: 'TERM-3Y' | 'TERM-5Y';
  readonly years: number;
  readonly lastElectedOn: CalendarDate;
  /** Last day of the term; an approved postponement moves it, by a year at the most. */
  readonly dueOn: CalendarDate;
  readonly status: 'waiting' | 'dueSoon' | 'overdue';
  /** What is to be done by now: 发函提醒 within six months, 请示 within two, 换届 once it is over. */
  readonly notice: TermNotice;
  /** A postponement typed beyond the year counts to the year only, and is said. */
  readonly isPostponedTooLong: boolean;
}

export const termNotices = ['none', 'letter', 'request', 'overdue'] as const;
export type TermNotice = (typeof termNotices)[number];

function noticeOf(dueOn: CalendarDate, today: CalendarDate): TermNotice {
  if (dueOn < today) return 'overdue';
  if (deadline(today, termRequestMonths) >= dueOn) return 'request';
  return deadline(today, termReminderMonths) >= dueOn ? 'letter' : 'none';
}

/** The rule a term of so many years falls under. */
export const termRuleOf = (years: number): TermState['rule'] =>
  years >= (coverageRules['TERM-5Y'].threshold ?? 0) ? 'TERM-5Y' : 'TERM-3Y';

/** A year of postponement is the longest; a longer one typed in counts to that limit only. */
function postponed(dueOn: CalendarDate, extendedUntil: CalendarDate | undefined): CalendarDate {
  if (extendedUntil === undefined || extendedUntil <= dueOn) return dueOn;
  const latest = deadline(dueOn, termPostponementMonths);
  return extendedUntil < latest ? extendedUntil : latest;
}

/**
 * The term of a party organisation, or undefined where none runs or the election day is unknown. Held on
 * the very day it ends is in time.
 * @example termOf({ …branch, lastElectedOn: '2023-11-15' }, '2026-11-23') //=> { dueOn: '2026-11-15', status: 'overdue' … }
 */
export function termOf(
  party: Pick<
    PartyOrganization,
    'level' | 'form' | 'termYears' | 'lastElectedOn' | 'termExtendedUntil'
  >,
  today: CalendarDate,
): TermState | undefined {
  const years = party.termYears ?? termYearsByLevel[party.level];
  if (years === undefined || party.lastElectedOn === undefined) return undefined;
  if (formsWithoutTerm.has(party.form)) return undefined;
  const endsOn = deadline(party.lastElectedOn, years * 12);
  const dueOn = postponed(endsOn, party.termExtendedUntil);
  const notice = noticeOf(dueOn, today);
  return {
    rule: termRuleOf(years),
    years,
    lastElectedOn: party.lastElectedOn,
    dueOn,
    status: notice === 'overdue' ? 'overdue' : notice === 'none' ? 'waiting' : 'dueSoon',
    notice,
    isPostponedTooLong:
      party.termExtendedUntil !== undefined &&
      party.termExtendedUntil > deadline(endsOn, termPostponementMonths),
  };
}
