import { daysBetween, deadline } from '../calendar/arithmetic';
import { asDay, type CalendarDate, type FactDate } from '../calendar/calendar-date';
import {
  factTable,
  memberFactTable,
  readFact,
  type DossierFacts,
  type FactName,
  type MemberFactName,
} from '../development/facts';
import { probationOf, promptlyBefore } from '../development/probation';
import { isClosed } from '../development/stage';
import { liveFacts } from '../development/standing';
import { ruleOf } from '../regulations/development-rules';
import { localRule } from '../regulations/local-overlay';
import {
  citationIn,
  editionOfFact,
  effectiveSeverity,
  rulebooks as nationalRulebooks,
} from '../regulations/rulebooks';
import type { Citation, Rule, Severity } from '../regulations/types';
import { applyOffset } from './apply-offset';
import { deadlineTable, type Anchor, type DeadlineLine } from './deadline-table';
import { periodDay } from './period-day';
import { reminderDay } from './reminder-day';
import type { Deadline, DeadlineStatus, EngineOptions } from './types';

export function anchorWords(anchor: Anchor): string {
  if (anchor === 'confirmable' || anchor === 'deferrable') return '预备期满';
  return isStep(anchor) ? factTable[anchor].words : memberFactTable[anchor].words;
}

export function readAnchor(facts: DossierFacts, anchor: Anchor): FactDate | undefined {
  if (anchor === 'confirmable' || anchor === 'deferrable') {
    const probation = probationOf(facts.dossier);
    const isHeld = anchor === 'confirmable' || probation?.deferredUntil !== undefined;
    return isHeld ? probation?.confirmableOn : undefined;
  }
  return isStep(anchor) ? readFact(facts, anchor) : memberFactTable[anchor].read(facts.dossier);
}

function isStep(anchor: FactName | MemberFactName): anchor is FactName {
  return Object.hasOwn(factTable, anchor);
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
  const reviews = [...(facts.dossier.reviewedOn ?? [])].sort();
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
  const on = line.done === undefined ? undefined : readAnchor(facts, line.done);
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
  const { line, rule, anchorOn, doneOn, facts } = input;
  const isOpen = doneOn === undefined && !isPast(line, facts);
  const judged = judgedOn(input);
  // A period that is over without its act ran no further than anybody knows: it crosses nothing.
  const until = doneOn ?? (isOpen ? options.today : judged);
  const holding = citationFor(rule, judged, until, options);
  if (holding === undefined) return undefined;
  const { citation, isStraddling } = holding;
  const anchorDay = asDay(anchorOn);
  const period = anchorDay === undefined ? undefined : periodOf(input, anchorDay, options);
  const on = period?.on;
  const remindOn = reminderOf({ line, rule, on, anchorOn, isOpen }, options);
  return {
    rule: rule.id,
    step: line.step,
    title: input.title,
    status: statusOf({ line, facts, doneOn, on, isOpen, remindOn }, options.today),
    bound: line.bound,
    on,
    outerOn: outerLimit(rule, anchorDay, options),
    remindOn,
    days: on === undefined ? undefined : daysBetween(options.today, on),
    anchor: { fact: line.anchor, words: anchorWords(line.anchor), on: anchorOn },
    doneOn,
    citation,
    severity: isStraddling ? 'INFO' : severityOf(rule, citation, options),
    isProvisional: period?.isProvisional ?? false,
    isStraddling,
    nextAct: line.nextAct,
    isOpen: isOpen && !isStraddling,
  };
}

/** The day whose rulebook judges: the anchor's, unless the law names another (rules §0.1). */
function judgedOn({ line, anchorOn, facts }: Case): FactDate {
  if (line.judgedBy === undefined) return anchorOn;
  const done = line.done === undefined ? undefined : readAnchor(facts, line.done);
  return done ?? asDay(readFact(facts, line.judgedBy)) ?? anchorOn;
}

/** The first reminder falls back to the working day before a day off; what is done needs none. */
function reminderOf(
  asked: Pick<Case, 'line' | 'rule' | 'anchorOn'> & {
    readonly on: CalendarDate | undefined;
    readonly isOpen: boolean;
  },
  options: EngineOptions,
): CalendarDate | undefined {
  const { line, rule, on, anchorOn, isOpen } = asked;
  if (on === undefined || !isOpen || line.bound === 'notBefore') return undefined;
  const [firstMonths] = rule.remindAfterMonths ?? [];
  const anchorDay = asDay(anchorOn);
  return firstMonths === undefined || anchorDay === undefined
    ? reminderDay(on, rule.leadDays, options)
    : reminderDay(deadline(anchorDay, firstMonths), 0, options);
}

function severityOf(rule: Rule, { tag }: Citation, { confirmedRules }: EngineOptions): Severity {
  return effectiveSeverity(rule.severity, tag, confirmedRules?.includes(rule.id));
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
function citationFor(rule: Rule, judged: FactDate, until: FactDate, options: EngineOptions) {
  const books = options.rulebooks ?? nationalRulebooks;
  const edition = editionOfFact(judged, books);
  const citation = citationIn(rule, edition);
  if (citation !== undefined) return { citation, isStraddling: false };
  const later = citationIn(rule, editionOfFact(until, books));
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
  if (!line.isRepeated)
    return applyOffset(anchorDay, { offset: rule.offset, times, bound: line.bound }, options);
  const on = periodDay(rule, { anchor: anchorDay, number: times }, options);
  return on === undefined ? undefined : { on, isProvisional: false };
}

type Reckoned = Pick<Case, 'line' | 'facts' | 'doneOn'> & {
  readonly on: CalendarDate | undefined;
  readonly isOpen: boolean;
  readonly remindOn: CalendarDate | undefined;
};

function statusOf(state: Reckoned, today: CalendarDate): DeadlineStatus {
  const { line, on, doneOn, isOpen, remindOn } = state;
  if (on === undefined) return 'unknown';
  if (doneOn !== undefined) return doneStatus(state, on, doneOn);
  if (!isOpen) return 'unknown';
  if (line.bound === 'notBefore') return today < on ? 'waiting' : 'due';
  if (today > on) return isTolerated(state, today) ? 'due' : 'overdue';
  return today >= (remindOn ?? on) ? 'due' : 'waiting';
}

/** Lateness that the law allows: a person transferred in, or one under investigation (rules §2, CONFIRM-PROMPT). */
function isTolerated({ line, facts }: Reckoned, on: CalendarDate): boolean {
  if (line.rule !== 'CONFIRM-PROMPT') return false;
  const until = promptlyBefore(facts.dossier);
  return until !== undefined && on <= until;
}

function doneStatus(state: Reckoned, on: CalendarDate, doneOn: FactDate): DeadlineStatus {
  const { line } = state;
  const day = asDay(doneOn);
  if (day === undefined) return 'unknown';
  // A notice's last day still belongs to it: the next step is dated after.
  if (line.rule === 'PUBLICITY-5WD') return day > on ? 'met' : 'breached';
  const isKept = line.bound === 'notBefore' ? day >= on : day <= on || isTolerated(state, day);
  return isKept ? 'met' : 'breached';
}

function isPresent<Value>(value: Value | undefined): value is Value {
  return value !== undefined;
}
