import { addDays, daysBetween } from '../calendar/arithmetic';
import { asDay, type CalendarDate, type FactDate } from '../calendar/calendar-date';
import { workingDayOnOrBefore } from '../calendar/working-days';
import { readFact, type DossierFacts, type FactName } from '../development/facts';
import { isClosed } from '../development/stage';
import { liveFacts } from '../development/standing';
import type { Dossier } from '../records/dossier';
import { ruleOf, type DevelopmentRuleId } from '../regulations/development-rules';
import { localRule } from '../regulations/local-overlay';
import type { Rule } from '../regulations/types';
import { applyOffset } from './apply-offset';
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

/** Rolling: counted from the anchor each time, so that nothing drifts. Fixed: on the district's days of the year. */
export type RecurringMode =
  { readonly kind: 'rolling' } | { readonly kind: 'fixed'; readonly days: readonly string[] };

const rolling: RecurringMode = { kind: 'rolling' };
/** Half a century of quarters: more periods than any stage has. */
const mostPeriods = 200;

/**
 * Every period of the duties that hold for a person: those past, met or not, and the next one.
 * @param mode.days month and day of a fixed calendar, as `06-30`
 */
export function recurringDuties(
  typed: DossierFacts,
  options: EngineOptions,
  mode: RecurringMode = rolling,
): readonly RecurringDuty[] {
  if (isClosed(typed)) return [];
  const facts = liveFacts(typed);
  return lines.flatMap((line) => dutiesOf(line, facts, { options, mode }));
}

type Asked = { readonly options: EngineOptions; readonly mode: RecurringMode };

function dutiesOf(line: Line, facts: DossierFacts, { options, mode }: Asked): RecurringDuty[] {
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
    const dueOn = dueDay(rule, { anchor, number, mode }, options);
    if (dueOn === undefined) break;
    duties.push(dutyOf(rule, { number, dueOn, doneOn: acts[number - 1] }, options));
    if (dueOn >= options.today && number > acts.length) break;
  }
  return duties;
}

function dueDay(
  rule: Rule,
  period: { readonly anchor: CalendarDate; readonly number: number; readonly mode: RecurringMode },
  options: EngineOptions,
): CalendarDate | undefined {
  const { anchor, number, mode } = period;
  if (mode.kind === 'fixed') return fixedDay(anchor, number, mode.days);
  return applyOffset(anchor, { offset: rule.offset, times: number, bound: 'noLaterThan' }, options)
    ?.on;
}

/** The n-th of the fixed days after the anchor; the anchor's own day does not count. */
function fixedDay(
  anchor: CalendarDate,
  number: number,
  days: readonly string[],
): CalendarDate | undefined {
  const year = Number(anchor.slice(0, 4));
  if (days.length === 0) return undefined;
  const years = Math.ceil(number / days.length) + 1;
  return Array.from({ length: years }, (_, index) => year + index)
    .flatMap((each) => [...days].sort().map((day) => `${each}-${day}` as CalendarDate))
    .filter((day) => day > anchor)[number - 1];
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

/** `leadDays` before a day, or the working day before that where it is a day off (rules §0.4). */
export function reminderDay(
  dueOn: CalendarDate,
  leadDays: number,
  options: Pick<EngineOptions, 'calendar'>,
): CalendarDate {
  return workingDayOnOrBefore(addDays(dueOn, -leadDays), options.calendar);
}
