import { deadline } from '../calendar/arithmetic';
import { asDay, type CalendarDate } from '../calendar/calendar-date';
import type { EngineOptions } from '../deadlines/types';
import { ruleOf } from '../regulations/development-rules';
import { citationIn, editionOn } from '../regulations/rulebooks';
import type { Citation } from '../regulations/types';
import { factTable, type FactName } from './facts';
import type { Dossier } from '../records/dossier';
import { standingOf } from './standing';
import { afterWait, isPassed, planLines, waitedFor, type PlanLine } from './plan-lines';

export type PlanRow = {
  readonly fact: FactName;
  readonly step: number;
  readonly words: string;
  /** `done` stands for a fact typed by somebody; `planned` is reckoned and never stored. */
  readonly state: 'done' | 'planned';
  readonly on: CalendarDate;
  /** Latest lawful day, where the rule has one. */
  readonly latestOn: CalendarDate | undefined;
  readonly rule: string;
  readonly ruleText: string;
  readonly citation: Citation | undefined;
  readonly isProvisional: boolean;
};

type Days = ReadonlyMap<FactName, CalendarDate>;

/**
 * "If he applies on that day, the earliest lawful path." Facts of a dossier stand as they are; what is not done
 * is put on the first day the rules allow, and not before `notBefore`.
 * @param typed facts already known; a plan for nobody yet begins with `{ appliedOn }`
 */
export function planForward(
  typed: Dossier,
  options: EngineOptions,
  notBefore?: CalendarDate,
): PlanRow[] {
  // A vote that failed or a return to 积极分子 has undone its steps: they are planned again.
  const dossier = standingOf(typed).live;
  const days = new Map<FactName, CalendarDate>();
  const rows: PlanRow[] = [];
  for (const line of planLines) {
    const row = planRow(line, { dossier, days, notBefore }, options);
    if (row === undefined) continue;
    days.set(line.fact, row.on);
    if (row.isShown) rows.push(row.value);
  }
  return rows;
}

type Progress = {
  readonly dossier: Dossier;
  readonly days: Days;
  readonly notBefore: CalendarDate | undefined;
};

function planRow(line: PlanLine, progress: Progress, options: EngineOptions) {
  const done = asDay(factTable[line.fact].read(progress.dossier));
  if (done === undefined && isPassed(line.fact, progress.dossier)) return undefined;
  const planned = done === undefined ? earliest(line, progress, options) : undefined;
  const on = done ?? planned?.on;
  if (on === undefined) return undefined;
  const isAsked = line.isOnly2026 !== true || editionOn(on, options.rulebooks) === 'regulation2026';
  const value: PlanRow = {
    ...describe(line, on, options),
    state: done === undefined ? 'planned' : 'done',
    on,
    latestOn: latest(line, progress.days, options),
    isProvisional: planned?.isProvisional ?? false,
  };
  return { on, value, isShown: done !== undefined || isAsked };
}

function earliest(line: PlanLine, { days, notBefore }: Progress, options: EngineOptions) {
  const from = waitedFor(line);
  const anchor = from === undefined ? undefined : days.get(from);
  if (anchor === undefined) return undefined;
  const waited = afterWait(line, anchor, options);
  const bounds = [waited.on, notBefore, ...line.after.slice(1).map((fact) => days.get(fact))];
  const on = bounds.reduce<CalendarDate>(
    (last, day) => (day !== undefined && day > last ? day : last),
    waited.on,
  );
  return { on, isProvisional: waited.isProvisional };
}

/** A rule that was not yet in force on the day it counts from sets no latest day (rules §0.1). */
function latest(line: PlanLine, days: Days, options: EngineOptions): CalendarDate | undefined {
  const from = line.latestFrom === undefined ? undefined : days.get(line.latestFrom);
  const rule = ruleOf(line.rule);
  if (from === undefined || rule.offset === undefined || !('months' in rule.offset))
    return undefined;
  if (citationIn(rule, editionOn(from, options.rulebooks)) === undefined) return undefined;
  return deadline(from, rule.offset.months);
}

/** Words and law of a line on a day; both directions describe their rows with it. */
export function describe(line: PlanLine, on: CalendarDate, options: EngineOptions) {
  const rule = ruleOf(line.rule);
  return {
    fact: line.fact,
    step: line.step,
    words: factTable[line.fact].words,
    rule: rule.id,
    ruleText: rule.text,
    citation: citationIn(rule, editionOn(on, options.rulebooks)),
  };
}
