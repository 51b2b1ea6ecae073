import type { FactDate } from '../calendar/calendar-date';
import type { Stage } from '../records/person';
import { readFact, type DossierFacts } from './facts';
import { stageEntries } from './steps';

export type StageReading = {
  readonly stage: Stage | undefined;
  /** The fact that brought the person here, where it is dated. */
  readonly since: FactDate | undefined;
};

/**
 * The stage follows from the facts; what a roster declared stands in only where there is no fact.
 * A meeting that accepted a person makes no probationary member before the committee approves, unless the
 * roster that brought the date says so.
 */
export function deriveStage(facts: DossierFacts): StageReading {
  const { declaredStage } = facts;
  for (const { stage, fact } of stageEntries) {
    const since = readFact(facts, fact);
    if (since !== undefined) return furthest({ stage, since }, facts);
  }
  return { stage: declaredStage, since: declaredSince(facts) };
}

const order: readonly Stage[] = [
  'applicant',
  'activist',
  'developmentTarget',
  'probationaryMember',
  'fullMember',
];

function furthest(derived: StageReading, facts: DossierFacts): StageReading {
  const { declaredStage } = facts;
  if (declaredStage === undefined || derived.stage === undefined) return derived;
  return order.indexOf(declaredStage) > order.indexOf(derived.stage)
    ? { stage: declaredStage, since: declaredSince(facts) }
    : derived;
}

function declaredSince(facts: DossierFacts): FactDate | undefined {
  if (facts.declaredStage === 'probationaryMember') return facts.dossier.meeting?.on;
  return undefined;
}

/** Whether the dossier is over or at rest: nothing is due any more. */
export function isClosed(facts: DossierFacts): boolean {
  return facts.dossier.closure !== undefined;
}
