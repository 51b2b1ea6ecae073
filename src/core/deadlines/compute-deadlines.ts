import { daysBetween } from '../calendar/arithmetic';
import { asDay, type CalendarDate, type FactDate } from '../calendar/calendar-date';
import { factTable, readFact, type DossierFacts } from '../development/facts';
import { probationOf } from '../development/probation';
import { isClosed } from '../development/stage';
import { liveFacts } from '../development/standing';
import { ruleOf } from '../regulations/development-rules';
import { localRule } from '../regulations/local-overlay';
import {
  citationIn,
  editionOn,
  effectiveSeverity,
  rulebooks as nationalRulebooks,
} from '../regulations/rulebooks';
import type { Rule } from '../regulations/types';
import { applyOffset } from './apply-offset';
import { deadlineTable, type Anchor, type DeadlineLine } from './deadline-table';
import type { Deadline, DeadlineStatus, EngineOptions } from './types';

export function anchorWords(anchor: Anchor): string {
  return anchor === 'confirmable' ? '预备期满' : factTable[anchor].words;
}

export function readAnchor(facts: DossierFacts, anchor: Anchor): FactDate | undefined {
  return anchor === 'confirmable'
    ? probationOf(facts.dossier)?.confirmableOn
    : readFact(facts, anchor);
}

/**
 * Every deadline whose anchor is known, done or open, in the order of the steps. Facts are read, never changed.
 */
export function computeDeadlines(typed: DossierFacts, options: EngineOptions): Deadline[] {
  const facts = liveFacts(typed);
  return deadlineTable.flatMap((line) => {
    const anchorOn = readAnchor(facts, line.anchor);
    if (anchorOn === undefined) return [];
    return line.isRepeated
      ? repeated(line, anchorOn, facts, options)
      : single(line, anchorOn, facts, options);
  });
}

function single(
  line: DeadlineLine,
  anchorOn: FactDate,
  facts: DossierFacts,
  options: EngineOptions,
): Deadline[] {
  const doneOn = fulfilledOn(line, facts);
  const rule = lawOf(line, anchorOn, options);
  return [
    build({ line, rule, title: rule.title, anchorOn, doneOn, times: 1, facts }, options),
  ].filter(isPresent);
}

/** The national rule, or the district's stricter one where its paper held on the first day of the period. */
function lawOf(line: DeadlineLine, anchorOn: FactDate, options: EngineOptions): Rule {
  return localRule(ruleOf(line.rule), options.overlay, asDay(anchorOn) ?? options.today);
}

/** One deadline per half-year: those with a review behind them, and the next one while it is open. */
function repeated(
  line: DeadlineLine,
  anchorOn: FactDate,
  facts: DossierFacts,
  options: EngineOptions,
): Deadline[] {
  const rule = lawOf(line, anchorOn, options);
  const reviews = facts.dossier.reviewedOn ?? [];
  const isOver = isPast(line, facts);
  const count = reviews.length + (isOver ? 0 : 1);
  return Array.from({ length: count }, (_, index) => {
    const title = `第${ordinal(index + 1)}次${rule.title}`;
    return build(
      { line, rule, title, anchorOn, doneOn: reviews[index], times: index + 1, facts },
      options,
    );
  }).filter(isPresent);
}

const numerals = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
function ordinal(number: number): string {
  return numerals[number] ?? String(number);
}

/** Mentors are often typed without a date: their being there fulfils the duty. */
function fulfilledOn(line: DeadlineLine, facts: DossierFacts): FactDate | undefined {
  const on = readFact(facts, line.done);
  if (on !== undefined || line.done !== 'mentorAssigned') return on;
  return (facts.dossier.mentors?.length ?? 0) > 0 ? readFact(facts, 'activist') : undefined;
}

export function isPast(line: DeadlineLine, facts: DossierFacts): boolean {
  return isClosed(facts) || line.closedBy.some((fact) => readFact(facts, fact) !== undefined);
}

type Case = {
  readonly line: DeadlineLine;
  readonly rule: Rule;
  readonly title: string;
  readonly anchorOn: FactDate;
  readonly doneOn: FactDate | undefined;
  readonly times: number;
  readonly facts: DossierFacts;
};

function build(input: Case, options: EngineOptions): Deadline | undefined {
  const { line, rule, anchorOn, doneOn } = input;
  const anchorDay = asDay(anchorOn);
  const holding = citationFor(rule, anchorDay, asDay(doneOn) ?? options.today, options);
  if (holding === undefined) return undefined;
  const { citation, isStraddling } = holding;
  const period = anchorDay === undefined ? undefined : periodOf(input, anchorDay, options);
  const on = period?.on;
  const isOpen = doneOn === undefined && !isPast(line, input.facts);
  return {
    rule: rule.id,
    step: line.step,
    title: input.title,
    status: statusOf({ line, on, doneOn, isOpen, leadDays: rule.leadDays }, options.today),
    bound: line.bound,
    on,
    outerOn: outerLimit(rule, anchorDay, options),
    days: on === undefined ? undefined : daysBetween(options.today, on),
    anchor: { fact: line.anchor, words: anchorWords(line.anchor), on: anchorOn },
    doneOn,
    citation,
    severity: isStraddling ? 'INFO' : effectiveSeverity(rule.severity, citation.tag),
    isProvisional: period?.isProvisional ?? false,
    isStraddling,
    nextAct: line.nextAct,
    isOpen: isOpen && !isStraddling,
  };
}

function outerLimit(
  rule: Rule,
  anchorDay: CalendarDate | undefined,
  options: EngineOptions,
): CalendarDate | undefined {
  if (anchorDay === undefined) return undefined;
  return applyOffset(
    anchorDay,
    { offset: rule.outerOffset, times: 1, bound: 'noLaterThan' },
    options,
  )?.on;
}

/**
 * A period is judged by the rulebook in force on its anchor day; where only the newer one limits it and the
 * period runs across the boundary, it is shown as 跨版本 and never judged (rules §0.1).
 */
function citationFor(
  rule: Rule,
  anchorDay: CalendarDate | undefined,
  until: CalendarDate,
  options: EngineOptions,
) {
  const books = options.rulebooks ?? nationalRulebooks;
  const edition = editionOn(anchorDay ?? until, books);
  const citation = citationIn(rule, edition);
  if (citation !== undefined) return { citation, isStraddling: false };
  const later = citationIn(rule, editionOn(until, books));
  return later === undefined || edition === undefined
    ? undefined
    : { citation: later, isStraddling: true };
}

/** An extension moves the end of probation, so that end is asked of the probation and not of the meeting. */
function periodOf(
  { line, rule, times, facts }: Case,
  anchorDay: CalendarDate,
  options: EngineOptions,
) {
  const probation = rule.id === 'PROBATION-1Y' ? probationOf(facts.dossier) : undefined;
  if (probation !== undefined) return { on: probation.confirmableOn, isProvisional: false };
  return applyOffset(anchorDay, { offset: rule.offset, times, bound: line.bound }, options);
}

function statusOf(
  state: {
    readonly line: DeadlineLine;
    readonly on: CalendarDate | undefined;
    readonly doneOn: FactDate | undefined;
    readonly isOpen: boolean;
    readonly leadDays: number;
  },
  today: CalendarDate,
): DeadlineStatus {
  const { line, on, doneOn, isOpen } = state;
  if (on === undefined) return 'unknown';
  if (doneOn !== undefined) return doneStatus(line, on, doneOn);
  if (!isOpen) return 'unknown';
  const left = daysBetween(today, on);
  if (line.bound === 'notBefore') return left > 0 ? 'waiting' : 'due';
  if (left < 0) return 'overdue';
  return left <= state.leadDays ? 'due' : 'waiting';
}

function doneStatus(line: DeadlineLine, on: CalendarDate, doneOn: FactDate): DeadlineStatus {
  const day = asDay(doneOn);
  if (day === undefined) return 'unknown';
  // A notice's last day still belongs to it: the next step is dated after.
  if (line.rule === 'PUBLICITY-5WD') return day > on ? 'met' : 'breached';
  const isKept = line.bound === 'notBefore' ? day >= on : day <= on;
  return isKept ? 'met' : 'breached';
}

function isPresent<Value>(value: Value | undefined): value is Value {
  return value !== undefined;
}
