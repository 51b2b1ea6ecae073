import type { FactDate } from '../calendar/calendar-date';
import type { Stage } from '../records/person';
import { readFact, type DossierFacts } from './facts';
import { furtherStage, liveFacts, standingOf } from './standing';
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
export function deriveStage(typed: DossierFacts): StageReading {
  const facts = liveFacts(typed);
  const { declaredStage } = facts;
  const { keptStage } = standingOf(facts.dossier);
  for (const { stage, fact } of stageEntries) {
    const since = readFact(facts, fact);
    if (since === undefined) continue;
    if (keptStage !== undefined && furtherStage(stage, keptStage) !== stage)
      return { stage: keptStage, since: undefined };
    return furthest({ stage, since }, facts);
  }
  return { stage: keptStage ?? declaredStage, since: declaredSince(facts) };
}

function furthest(derived: StageReading, facts: DossierFacts): StageReading {
  const { declaredStage } = facts;
  // Acts are later knowledge than the roster that brought the stage.
  if (declaredStage === undefined || facts.dossier.events !== undefined) return derived;
  return furtherStage(derived.stage, declaredStage) === derived.stage
    ? derived
    : { stage: declaredStage, since: declaredSince(facts) };
}

function declaredSince(facts: DossierFacts): FactDate | undefined {
  if (facts.declaredStage === 'probationaryMember') return facts.dossier.meeting?.on;
  return undefined;
}

/** Whether the dossier is over or at rest: nothing is due any more. */
export function isClosed(facts: DossierFacts): boolean {
  if (facts.dossier.events === undefined) return false;
  return standingOf(facts.dossier).rest !== 'open';
}
