import { daysBetween } from '../calendar/arithmetic';
import { asDay, type CalendarDate, type FactDate } from '../calendar/calendar-date';
import { readFact, type DossierFacts, type FactName } from '../development/facts';
import { isClosed } from '../development/stage';
import { liveFacts } from '../development/standing';
import type { Dossier } from '../records/dossier';
import { ruleOf, type DevelopmentRuleId } from '../regulations/development-rules';
import { localRule } from '../regulations/local-overlay';
import type { Rule } from '../regulations/types';
import { periodDay } from './period-day';
import { reminderDay } from './reminder-day';
import type { EngineOptions } from './types';

/** A duty that comes again until the stage ends. */
export type RecurringDuty = {
  readonly rule: string;
  readonly title: string;
  /** 1 for the first period. */
  readonly number: number;
  readonly dueOn: CalendarDate;
  /** The working day on which the desk begins to remind. */
  readonly remindOn: CalendarDate;
  readonly doneOn: FactDate | undefined;
  readonly status: 'waiting' | 'due' | 'overdue' | 'met' | 'breached' | 'unknown';
  /** From today; negative when past. */
  readonly days: number;
};

type Line = {
  readonly rule: DevelopmentRuleId;
  readonly anchor: FactName;
  /** Once one of these is known, the stage is over. */
  readonly until: readonly FactName[];
  readonly acts: (dossier: Dossier) => readonly FactDate[];
};

const lines: readonly Line[] = [
  {
    rule: 'OBSERVE-6M',
    anchor: 'activist',
    until: ['targetDiscussed', 'developmentTarget', 'meeting'],
    acts: ({ reviewedOn = [] }) => reviewedOn,
  },
  {
    rule: 'REPORT-Q',
    anchor: 'activist',
    until: ['meeting', 'approved'],
    acts: ({ reportedOn = [] }) => reportedOn,
  },
  {
    rule: 'PROB-OBSERVE',
    anchor: 'meeting',
    until: ['confirmationMeeting', 'confirmationApproved'],
    acts: ({ probationReviewedOn = [] }) => probationReviewedOn,
  },
];

/** Half a century of quarters: more periods than any stage has. */
const mostPeriods = 200;

/** Every period of the duties that hold for a person: those past, met or not, and the next one. */
export function recurringDuties(
  typed: DossierFacts,
  options: EngineOptions,
): readonly RecurringDuty[] {
  if (isClosed(typed)) return [];
  const facts = liveFacts(typed);
  return lines.flatMap((line) => dutiesOf(line, facts, options));
}

function dutiesOf(line: Line, facts: DossierFacts, options: EngineOptions): RecurringDuty[] {
  const anchor = asDay(readFact(facts, line.anchor));
  if (anchor === undefined) return [];
  const rule = localRule(ruleOf(line.rule), options.overlay, anchor);
  if (!rule.isOn) return [];
  const isOver = line.until.some((name) => readFact(facts, name) !== undefined);
  // A duty whose stage is over asks nothing any more: what was missed is a matter of the audit.
  if (isOver) return [];
  const acts = [...line.acts(facts.dossier)].sort();
  const duties: RecurringDuty[] = [];
  for (let number = 1; number <= mostPeriods; number += 1) {
    const dueOn = periodDay(rule, { anchor, number }, options);
    if (dueOn === undefined) break;
    duties.push(dutyOf(rule, { number, dueOn, doneOn: acts[number - 1] }, options));
    if (dueOn >= options.today && number > acts.length) break;
  }
  return duties;
}

function dutyOf(
  rule: Rule,
  period: {
    readonly number: number;
    readonly dueOn: CalendarDate;
    readonly doneOn: FactDate | undefined;
  },
  options: EngineOptions,
): RecurringDuty {
  const { number, dueOn, doneOn } = period;
  const remindOn = reminderDay(dueOn, rule.leadDays, options);
  return {
    rule: rule.id,
    title: rule.title,
    number,
    dueOn,
    remindOn,
    doneOn,
    status: statusOf(period, remindOn, options.today),
    days: daysBetween(options.today, dueOn),
  };
}

function statusOf(
  { dueOn, doneOn }: { readonly dueOn: CalendarDate; readonly doneOn: FactDate | undefined },
  remindOn: CalendarDate,
  today: CalendarDate,
): RecurringDuty['status'] {
  if (doneOn !== undefined) {
    const day = asDay(doneOn);
    if (day === undefined) return 'unknown';
    return day <= dueOn ? 'met' : 'breached';
  }
  if (today > dueOn) return 'overdue';
  return today >= remindOn ? 'due' : 'waiting';
}
