import type { CalendarDate } from '../calendar/calendar-date';
import type { EngineOptions } from '../deadlines/types';
import type { Dossier } from '../records/dossier';
import { auditDossier } from './audit';
import { isBlocking, judge, type AuditContext, type Finding } from './audit-types';
import { factTable, readFact, type DossierFacts, type FactName } from './facts';
import { liveFacts } from './standing';
import { stepQuestions, type StepNeed } from './step-questions';

export type GateQuestion = {
  readonly step: number;
  /** The dossier as it would stand if the step were taken as typed. */
  readonly taken: Dossier;
  /** The day of the step; it is judged as of that day. */
  readonly on: CalendarDate;
  readonly options: EngineOptions;
};

const order: readonly Finding['verdict'][] = ['unreasonable', 'verify', 'unknown', 'clear'];

/**
 * What the law says to taking this step, worst first, what is met included: the rules asked at this step, the facts
 * it builds on, and whatever the step itself would break. Old defects of other steps do not stop it.
 */
export function gateOf(typed: DossierFacts, question: GateQuestion): readonly Finding[] {
  const { step, taken, on, options } = question;
  const asOf = { ...options, today: on };
  const facts = { ...typed, dossier: taken };
  const { asks, needs } = stepQuestions(step);
  const before = new Set(brokenIn(auditDossier(typed, asOf)).map(keyOf));
  const after = auditDossier(facts, asOf);
  const asked = after.filter((finding) => asks.some((rule) => rule === finding.rule));
  const own = brokenIn(after).filter(
    (finding) => !asked.includes(finding) && !before.has(keyOf(finding)),
  );
  const found = [...asked, ...own];
  const built = needs.flatMap((need) =>
    found.some(({ rule }) => rule === need.rule) ? [] : needFinding({ facts, options: asOf }, need),
  );
  return [...found, ...built].sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
}

const keyOf = ({ rule, message }: Finding) => `${rule} ${message}`;
const brokenIn = (findings: readonly Finding[]) =>
  findings.filter(({ verdict }) => verdict === 'unreasonable' || verdict === 'verify');

/** A fact the step builds on: there with its day, or named as unknown; a missing fact is never "passed". */
function needFinding(context: AuditContext, { fact, rule }: StepNeed): readonly Finding[] {
  const facts = liveFacts(context.facts);
  const { words, value } = fact === 'introducers' ? introducersOf(facts) : factOf(facts, fact);
  return judge(context, {
    rule,
    on: undefined,
    outcome: value === undefined ? 'unknown' : 'clear',
    evidence: [],
    message: value === undefined ? `未登记${words}。` : `${words} ${value}`,
  });
}

const factOf = (facts: DossierFacts, fact: FactName) => ({
  words: factTable[fact].words,
  value: readFact(facts, fact),
});

function introducersOf({ dossier }: DossierFacts) {
  const names = (dossier.introducers ?? []).map(({ name }) => name).join('、');
  return { words: '入党介绍人', value: names === '' ? undefined : names };
}

/** Rules that stop the step until a reason is on record, each once. */
export const blockingRules = (findings: readonly Finding[]): readonly string[] => [
  ...new Set(findings.filter(isBlocking).map(({ rule }) => rule)),
];

/** A dossier with the reason for which its blocks were passed over: listed, never forgotten. */
export function withOverrides(
  dossier: Dossier,
  rules: readonly string[],
  given: { readonly reason: string; readonly on: CalendarDate },
): Dossier {
  if (rules.length === 0) return dossier;
  const { overrides = [] } = dossier;
  return { ...dossier, overrides: [...overrides, ...rules.map((rule) => ({ rule, ...given }))] };
}
