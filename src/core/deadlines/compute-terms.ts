import { daysBetween, deadline } from '../calendar/arithmetic';
import type { CalendarDate } from '../calendar/calendar-date';
import type { PartyOrganization } from '../records/party-organization';
import { limitOf, monthsOf, ruleOf } from '../regulations/development-rules';
import type { Citation } from '../regulations/types';
import type { DeadlineStatus } from './types';

export type Term = {
  readonly rule: 'TERM-3Y' | 'TERM-5Y';
  readonly electedOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly remindFrom: CalendarDate;
  readonly latestOn: CalendarDate;
  readonly days: number;
  readonly status: DeadlineStatus;
  readonly citation: Citation;
};

const committeeLevels: ReadonlySet<PartyOrganization['level']> = new Set([
  'committee',
  'workCommittee',
]);

/** 换届: when the term ends, from when to remind, and how far it can be postponed with approval. */
export function computeTerm(
  organization: PartyOrganization,
  today: CalendarDate,
): Term | undefined {
  const electedOn = organization.lastElectedOn;
  // 临时党支部 does not hold elections; a functional one follows its own papers (rules §4.3 TEMP/FUNC).
  if (
    electedOn === undefined ||
    organization.form === 'temporary' ||
    organization.form === 'functional'
  )
    return undefined;
  const three = ruleOf('TERM-3Y');
  const years = organization.termYears;
  const isFive =
    years === undefined
      ? committeeLevels.has(organization.level)
      : years * 12 === monthsOf(ruleOf('TERM-5Y'));
  const rule = isFive ? ruleOf('TERM-5Y') : three;
  const months = years === undefined ? monthsOf(rule) : years * 12;
  const dueOn = organization.termExtendedUntil ?? deadline(electedOn, months);
  const remindFrom = deadline(dueOn, -limitOf(rule, 'remindMonths'));
  const [citation] = rule.citations;
  if (citation === undefined) return undefined;
  return {
    rule: isFive ? 'TERM-5Y' : 'TERM-3Y',
    electedOn,
    dueOn,
    remindFrom,
    latestOn: deadline(deadline(electedOn, months), limitOf(rule, 'postponeMonths')),
    days: daysBetween(today, dueOn),
    status: today > dueOn ? 'overdue' : today >= remindFrom ? 'due' : 'waiting',
    citation,
  };
}
