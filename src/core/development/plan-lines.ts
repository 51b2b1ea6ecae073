import { addDays, earliestAfter } from '../calendar/arithmetic';
import type { CalendarDate } from '../calendar/calendar-date';
import { officialCalendar, isProvisionalYear, lastWorkingDay } from '../calendar/working-days';
import type { EngineOptions } from '../deadlines/types';
import {
  limitOf,
  monthsOf,
  ruleOf,
  type DevelopmentRuleId,
} from '../regulations/development-rules';
import { editionOn } from '../regulations/rulebooks';
import type { Dossier } from '../records/dossier';
import { factTable, type FactName } from './facts';

/** How much time must lie between a fact and the ones before it. */
export type Wait = 'none' | 'nextDay' | 'months' | 'workingDays' | 'trainingDays';

export type PlanLine = {
  readonly fact: FactName;
  readonly step: number;
  /** It lies on or after each of these, and the wait after the last of them. */
  readonly after: readonly FactName[];
  readonly wait: Wait;
  readonly rule: DevelopmentRuleId;
  /** The fact from which the rule's latest day counts, where it has one. */
  readonly latestFrom?: FactName;
  /** Asked for by the text of 2026 only. */
  readonly isOnly2026?: boolean;
};

const at = { wait: 'none' } as const;

/** The chain from application to confirmation as a plan runs through it (rules.md §1 and C10), in order. */
export const planLines: readonly PlanLine[] = [
  { ...at, fact: 'applied', step: 1, after: [], rule: 'AGE-18' },
  { ...at, fact: 'talked', step: 2, after: ['applied'], rule: 'TALK-1M', latestFrom: 'applied' },
  { ...at, fact: 'activist', step: 3, after: ['talked'], rule: 'ACTIVIST-AFTER-TALK' },
  {
    fact: 'targetDiscussed',
    step: 7,
    after: ['activist'],
    wait: 'months',
    rule: 'ACTIVIST-1Y',
  },
  { ...at, fact: 'targetAgreed', step: 8, after: ['targetDiscussed'], rule: 'DEV-AGREE' },
  {
    ...at,
    fact: 'noticeFrom',
    step: 8,
    after: ['targetAgreed'],
    rule: 'PUBLICITY-5WD',
    isOnly2026: true,
  },
  {
    fact: 'noticeUntil',
    step: 8,
    after: ['noticeFrom'],
    wait: 'workingDays',
    rule: 'PUBLICITY-5WD',
    isOnly2026: true,
  },
  {
    fact: 'developmentTarget',
    step: 8,
    after: ['noticeUntil'],
    wait: 'nextDay',
    rule: 'PUBLICITY-5WD',
  },
  {
    ...at,
    fact: 'politicalReview',
    step: 10,
    after: ['developmentTarget'],
    rule: 'REVIEW-DONE',
  },
  { ...at, fact: 'trainingFrom', step: 11, after: ['developmentTarget'], rule: 'TRAIN-3D24H' },
  {
    fact: 'trainingUntil',
    step: 11,
    after: ['trainingFrom'],
    wait: 'trainingDays',
    rule: 'TRAIN-3D24H',
  },
  {
    ...at,
    fact: 'committeeReviewed',
    step: 12,
    after: ['politicalReview', 'trainingUntil'],
    rule: 'REVIEW-DONE',
  },
  { ...at, fact: 'preReviewed', step: 13, after: ['committeeReviewed'], rule: 'TRAIN-3D24H' },
  { ...at, fact: 'membershipForm', step: 14, after: ['preReviewed'], rule: 'C10' },
  {
    ...at,
    fact: 'meeting',
    step: 15,
    after: ['membershipForm'],
    rule: 'MEET-1M',
    latestFrom: 'preReviewed',
  },
  { ...at, fact: 'committeeTalk', step: 16, after: ['meeting'], rule: 'PARTYTALK' },
  {
    ...at,
    fact: 'approved',
    step: 17,
    after: ['committeeTalk'],
    rule: 'APPROVE-3M',
    latestFrom: 'meeting',
  },
  { ...at, fact: 'oath', step: 20, after: ['approved'], rule: 'OATH-1M', latestFrom: 'approved' },
  {
    fact: 'confirmationMeeting',
    step: 23,
    after: ['meeting', 'approved'],
    wait: 'months',
    rule: 'PROBATION-1Y',
  },
  {
    ...at,
    fact: 'confirmationApproved',
    step: 24,
    after: ['confirmationMeeting'],
    rule: 'CONFIRM-3M',
    latestFrom: 'confirmationMeeting',
  },
];

const lineOf = new Map(planLines.map((line) => [line.fact, line]));

/** Whether a fact stands somewhere before another in the chain. */
export function comesBefore(fact: FactName, later: FactName): boolean {
  const after = lineOf.get(later)?.after ?? [];
  return after.some((earlier) => earlier === fact || comesBefore(fact, earlier));
}

/** Whether the dossier has gone past a fact nobody typed: it belongs to the past and to no plan. */
export function isPassed(fact: FactName, dossier: Dossier): boolean {
  return planLines.some(
    (line) => factTable[line.fact].read(dossier) !== undefined && comesBefore(fact, line.fact),
  );
}

/** Facts whose wait is counted from the first one they follow only; the others merely come before. */
export const waitedFor = ({ after }: PlanLine): FactName | undefined => after[0];

/** The wait as it holds on a day: before 2026 nothing separated 同意 from 列为发展对象. */
export function waitOn(line: PlanLine, day: CalendarDate, options: EngineOptions): Wait {
  if (line.rule !== 'PUBLICITY-5WD') return line.wait;
  return editionOn(day, options.rulebooks) === 'regulation2026' ? line.wait : 'none';
}

export type Waited = { readonly on: CalendarDate; readonly isProvisional: boolean };

/** The first day the wait allows after `from`. */
export function afterWait(line: PlanLine, from: CalendarDate, options: EngineOptions): Waited {
  const rule = ruleOf(line.rule);
  const sure = (on: CalendarDate): Waited => ({ on, isProvisional: false });
  switch (waitOn(line, from, options)) {
    case 'none':
      return sure(from);
    case 'nextDay':
      return sure(addDays(from, 1));
    case 'months':
      return sure(earliestAfter(from, monthsOf(rule)));
    case 'trainingDays':
      return sure(addDays(from, limitOf(rule, 'days') - 1));
    case 'workingDays':
      return noticeEnd(from, options);
  }
}

function noticeEnd(from: CalendarDate, options: EngineOptions): Waited {
  const { offset } = ruleOf('PUBLICITY-5WD');
  const days = offset !== undefined && 'workingDays' in offset ? offset.workingDays : 0;
  const { calendar = officialCalendar, countsPostingDay = true } = options;
  const { lastOn, isProvisional } = lastWorkingDay(from, days, { calendar, countsPostingDay });
  return { on: lastOn, isProvisional };
}

/** Longest step back a search may take: a year and the holidays around it. */
const longestWaitDays = 400;

/**
 * The last day from which the wait still ends by `until`: the wait itself run forward, so that both directions
 * agree on every month end and holiday.
 */
export function beforeWait(line: PlanLine, until: CalendarDate, options: EngineOptions): Waited {
  for (let back = 0; back <= longestWaitDays; back += 1) {
    const on = addDays(until, -back);
    if (afterWait(line, on, options).on <= until) {
      const year = Number(until.slice(0, 'YYYY'.length));
      const isNotice = waitOn(line, on, options) === 'workingDays';
      return { on, isProvisional: isNotice && isProvisionalYear(year, options.calendar) };
    }
  }
  throw new Error(`no day before ${until} for ${line.fact}`);
}
