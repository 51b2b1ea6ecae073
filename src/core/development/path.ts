import type { FactDate } from '../calendar/calendar-date';
import type { Citation } from '../regulations/types';
import { citationIn, editionOn } from '../regulations/rulebooks';
import type { EngineOptions } from '../deadlines/types';
import { asDay } from '../calendar/calendar-date';
import { factTable, readFact, type DossierFacts, type FactName } from './facts';
import { eventsOf, liveFacts } from './standing';
import { sideTransitions, stageTransitions } from './transitions-data';

/** One line of how a person came to where she is. */
export type PathLine = {
  readonly on: FactDate | undefined;
  readonly words: string;
  readonly body: string | undefined;
  readonly documentNumber: string | undefined;
  readonly reason: string | undefined;
  readonly clock: string;
  readonly citation: Citation | undefined;
  /** A later act took it back; it stays in the path. */
  readonly isUndone: boolean;
};

/** Entries into stages and acts beside the steps, in the order of their days; an act without a day stands last. */
export function pathOf(facts: DossierFacts, options: EngineOptions): readonly PathLine[] {
  const live = liveFacts(facts);
  const entries = stageTransitions.flatMap((transition): PathLine[] => {
    const on = readFact(facts, transition.fact);
    if (on === undefined) return [];
    return [
      {
        on,
        words: factTable[transition.fact].words,
        body: transition.body,
        documentNumber: undefined,
        reason: undefined,
        clock: transition.clock,
        citation: citationOn(transition.citations, on, options),
        isUndone: isLeftOut(transition.fact, live),
      },
    ];
  });
  const acts = eventsOf(facts.dossier).map((event): PathLine => {
    const transition = sideTransitions[event.kind];
    return {
      on: event.on,
      words: transition.words,
      body: event.body ?? transition.body,
      documentNumber: event.documentNumber,
      reason: event.reason,
      clock: transition.clock,
      citation: citationOn(transition.citations, event.on, options),
      isUndone: false,
    };
  });
  // An entry is typed before the act that undoes it on the same day, so the sort has to be stable.
  return [...entries, ...acts].sort((a, b) => (a.on ?? '9999').localeCompare(b.on ?? '9999'));
}

function isLeftOut(name: FactName, live: DossierFacts): boolean {
  return readFact(live, name) === undefined;
}

function citationOn(
  citations: readonly Citation[],
  on: FactDate | undefined,
  options: EngineOptions,
): Citation | undefined {
  return citationIn({ citations }, editionOn(asDay(on) ?? options.today, options.rulebooks));
}
