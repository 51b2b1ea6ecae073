import type { Verdict } from '../../../src/core/development/audit-types';
import type { DossierFacts } from '../../../src/core/development/facts';
import type { DevelopmentRuleId } from '../../../src/core/regulations/development-rules';

export type AuditRow = {
  readonly rule: DevelopmentRuleId;
  readonly law: string;
  readonly facts: DossierFacts;
  readonly verdict: Verdict;
  /** What the reader must be told: the dates compared, the days, the counts. */
  readonly says: readonly string[];
};

type Rest = Omit<DossierFacts, 'dossier'>;

/** One row: the rule and its article, the facts, the verdict and what has to be said. Today is 2026-11-23. */
export const row = (
  [rule, law]: readonly [DevelopmentRuleId, string],
  dossier: DossierFacts['dossier'],
  [verdict, ...says]: readonly [Verdict, ...string[]],
  rest: Rest = {},
): AuditRow => ({ rule, law, facts: { dossier, ...rest }, verdict, says });
