import type { FactDate } from '../calendar/calendar-date';
import {
  citationIn,
  editionOfFact,
  effectiveSeverity,
  rulebooks as nationalRulebooks,
} from '../regulations/rulebooks';
import { findRule, ruleOf, type DevelopmentRuleId } from '../regulations/development-rules';
import type { Citation, Severity } from '../regulations/types';
import type { EngineOptions } from '../deadlines/types';
import type { DossierFacts } from './facts';

export type Verdict = 'clear' | 'verify' | 'unreasonable' | 'unknown';

export type Finding = {
  readonly rule: string;
  readonly severity: Severity;
  readonly verdict: Verdict;
  /** The facts compared, each in words with its date. */
  readonly evidence: readonly string[];
  /** The limit and the days or months between, where the check reckoned any; no fact, so an explanation outlives it. */
  readonly reckoned?: readonly string[];
  readonly citation: Citation;
  readonly message: string;
};

export type AuditContext = { readonly facts: DossierFacts; readonly options: EngineOptions };
export type Check = (context: AuditContext) => readonly Finding[];

export type Claim = {
  readonly rule: DevelopmentRuleId;
  /** The day whose rulebook judges; facts without one are judged by today's. */
  readonly on: FactDate | undefined;
  readonly outcome: 'clear' | 'broken' | 'unknown';
  readonly message: string;
  readonly evidence: readonly string[];
  readonly reckoned?: readonly string[];
  /** Where this claim stands in the texts, if elsewhere than the rule as a whole. */
  readonly citations?: readonly Citation[];
  /** Softens or hardens the rule's own severity for this claim. */
  readonly severity?: Severity;
};

/** Turns what a check saw into a finding of the right edition; nothing where no rulebook held that day. */
export function judge({ options }: AuditContext, claim: Claim): readonly Finding[] {
  const books = options.rulebooks ?? nationalRulebooks;
  const rule = ruleOf(claim.rule);
  const edition = editionOfFact(claim.on ?? options.today, books);
  if (edition === undefined && !isOrderOrArithmetic(claim.rule)) return [beforeTheRulebooks(claim)];
  const citation =
    (claim.citations === undefined ? undefined : citationIn(claim, edition)) ??
    citationIn(rule, edition);
  if (citation === undefined) return [];
  const isConfirmed = options.confirmedRules?.includes(claim.rule);
  const severity = effectiveSeverity(claim.severity ?? rule.severity, citation.tag, isConfirmed);
  return [
    {
      rule: claim.rule,
      severity,
      verdict: verdictOf(claim.outcome, severity),
      evidence: claim.evidence,
      ...(claim.reckoned === undefined ? {} : { reckoned: claim.reckoned }),
      citation,
      message: claim.message,
    },
  ];
}

/** The facts compared and what was reckoned from them, as a reader wants them: dates, limit, days. */
export function comparedWords({ evidence, reckoned = [] }: Finding): readonly string[] {
  return [...evidence, ...reckoned];
}

/** HARD broken = 不合理, SOFT broken = 需核实, INFO never changes the verdict (rules §0.3). */
function verdictOf(outcome: Claim['outcome'], severity: Severity): Verdict {
  if (outcome === 'unknown') return 'unknown';
  if (outcome === 'clear' || severity === 'INFO') return 'clear';
  return severity === 'HARD' ? 'unreasonable' : 'verify';
}

const orderAndArithmetic: ReadonlySet<string> = new Set([
  'C10',
  'C11',
  'C16',
  'C44',
  'C45',
  'PASS',
  'QUORUM',
]);
function isOrderOrArithmetic(rule: string): boolean {
  return orderAndArithmetic.has(rule);
}

function beforeTheRulebooks(claim: Claim): Finding {
  const rule = ruleOf(claim.rule);
  const [citation] = rule.citations;
  if (citation === undefined) throw new Error(`rule ${rule.id} has no citation`);
  return {
    rule: claim.rule,
    severity: 'INFO',
    verdict: 'unknown',
    evidence: claim.evidence,
    citation,
    message: `${rule.title}：早于 2014 年细则，无法判断。`,
  };
}

/** Whether a finding stops a step: 不合理, unless its rule is one of lateness that cannot be undone (HARD*). */
export function isBlocking({ verdict, rule }: Pick<Finding, 'verdict' | 'rule'>): boolean {
  return verdict === 'unreasonable' && findRule(rule)?.neverBlocks !== true;
}

const order: readonly Verdict[] = ['clear', 'unknown', 'verify', 'unreasonable'];

/** A dossier takes the worst of its findings: 不合理 > 需核实 > 无法判断 > 未见异常. */
export function worstVerdict(findings: readonly Finding[]): Verdict {
  return findings.reduce<Verdict>(
    (worst, { verdict }) => (order.indexOf(verdict) > order.indexOf(worst) ? verdict : worst),
    'clear',
  );
}

export const verdictWords: Readonly<Record<Verdict, string>> = {
  clear: '未见异常',
  verify: '需核实',
  unreasonable: '不合理',
  unknown: '无法判断',
};
