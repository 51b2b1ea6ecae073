import type { FactDate } from '../calendar/calendar-date';
import type { Dossier, DossierEvent } from '../records/dossier';
import type { Citation } from '../regulations/types';
import { citationIn, editionOn } from '../regulations/rulebooks';
import type { EngineOptions } from '../deadlines/types';
import { asDay } from '../calendar/calendar-date';
import { factTable, readFact, type DossierFacts } from './facts';
import { eventsOf, liveFacts } from './standing';
import { sideTransitions, stageTransitions, type StageTransition } from './transitions-data';

/** One line of how a person came to where she is. */
export type PathLine = {
  readonly on: FactDate | undefined;
  readonly words: string;
  readonly body: string | undefined;
  readonly documentNumber: string | undefined;
  readonly reason: string | undefined;
  readonly operator: string | undefined;
  readonly clock: string;
  readonly citation: Citation | undefined;
  /** A later act took it back; it stays in the path. */
  readonly isUndone: boolean;
  /** The act itself, where it is one. */
  readonly event: DossierEvent | undefined;
};

/**
 * Entries into stages and acts beside the steps, in the order of their days; an act without a day stands last.
 * `former` are the rounds before, kept when a step was taken again.
 */
export function pathOf(
  facts: DossierFacts,
  options: EngineOptions,
  former: readonly Dossier[] = [],
): readonly PathLine[] {
  const live = liveFacts(facts);
  const entries = [facts.dossier, ...former].flatMap((dossier) =>
    stageTransitions.flatMap((transition) => {
      const on = readFact({ ...facts, dossier }, transition.fact);
      const isUndone = on === undefined || readFact(live, transition.fact) !== on;
      return on === undefined ? [] : [entryLine(transition, on, { isUndone, options })];
    }),
  );
  const acts = eventsOf(facts.dossier).map((event) => actLine(event, options));
  // An entry is typed before the act that undoes it on the same day, so the sort has to be stable.
  return [...distinct(entries), ...acts].sort((a, b) =>
    (a.on ?? '9999').localeCompare(b.on ?? '9999'),
  );
}

/** A fact that a round took over from the one before is one line. */
function distinct(lines: readonly PathLine[]): PathLine[] {
  const seen = new Set<string>();
  return lines.filter(({ on, words }) => {
    const key = `${on ?? ''} ${words}`;
    return !seen.has(key) && seen.add(key);
  });
}

function entryLine(
  { fact, body, clock, citations }: StageTransition,
  on: FactDate,
  { isUndone, options }: { readonly isUndone: boolean; readonly options: EngineOptions },
): PathLine {
  return {
    on,
    words: factTable[fact].words,
    body,
    documentNumber: undefined,
    reason: undefined,
    operator: undefined,
    clock,
    citation: citationOn(citations, on, options),
    isUndone,
    event: undefined,
  };
}

function actLine(event: DossierEvent, options: EngineOptions): PathLine {
  const { words, clock, citations } = sideTransitions[event.kind];
  return {
    on: event.on,
    words: event.months === undefined ? words : `${words} ${event.months} 个月`,
    body: event.body,
    documentNumber: event.documentNumber,
    reason: event.reason,
    operator: event.operator,
    clock,
    citation: citationOn(citations, event.on, options),
    isUndone: false,
    event,
  };
}

function citationOn(
  citations: readonly Citation[],
  on: FactDate | undefined,
  options: EngineOptions,
): Citation | undefined {
  return citationIn({ citations }, editionOn(asDay(on) ?? options.today, options.rulebooks));
}
