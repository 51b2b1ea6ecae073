import { deadline } from '../calendar/arithmetic';
import { asDay, type CalendarDate, type FactDate } from '../calendar/calendar-date';
import { eventKinds, type DossierEvent, type EventKind } from '../records/dossier';
import type { Stage } from '../records/person';
import { editionOn } from '../regulations/rulebooks';
import type { EngineOptions } from '../deadlines/types';
import { factTable, readFact, type DossierFacts, type FactName } from './facts';
import { eventsOf, liveFacts, standingOf } from './standing';
import { deriveStage } from './stage';
import {
  sideTransitions,
  stageTransitions,
  type EventNeed,
  type StageTransition,
} from './transitions-data';
import { factsUntil } from './undone-facts';

export const eventNeedWords: Readonly<Record<EventNeed, string>> = {
  on: '日期',
  body: '决定机构',
  documentNumber: '文号',
  reason: '原因',
  months: '延长月数',
  hasPapers: '材料是否随转',
};

/** The acts beside the steps that this dossier allows now, in the order of the table. */
export function allowedEvents(facts: DossierFacts): readonly EventKind[] {
  return eventKinds.filter((kind) => isAllowed(kind, facts));
}

/**
 * The acts that were open on a day, later facts and acts left aside: what happened in the past can be recorded
 * in the past.
 */
export function allowedEventsOn(facts: DossierFacts, on: FactDate): readonly EventKind[] {
  return allowedEvents({ ...facts, dossier: factsUntil(facts.dossier, on) });
}

function isAllowed(kind: EventKind, facts: DossierFacts): boolean {
  const { from, after } = sideTransitions[kind];
  const standing = standingOf(facts.dossier);
  const { stage } = deriveStage(facts);
  if (stage === undefined || !from.includes(stage)) return false;
  if (kind === 'probationExtended' && standing.live.extension !== undefined) return false;
  const done = eventsOf(facts.dossier);
  if (after !== undefined) {
    const open = kind === 'reApplied' || kind === 'posthumousAdmission' ? done.slice(-1) : done;
    return open.some((event) => after.includes(event.kind));
  }
  // Someone who left comes back by a transfer; from any other end only a new application leads on.
  if (kind === 'transferredIn' && standing.rest === 'closed')
    return done.at(-1)?.kind === 'transferredOut';
  return standing.rest !== 'closed';
}

/** What an act still lacks before it can be recorded without a warning, in words. */
export function missingOfEvent(event: DossierEvent): readonly string[] {
  return sideTransitions[event.kind].needs
    .filter((need) => event[need] === undefined || event[need] === '')
    .map((need) => eventNeedWords[need]);
}

/** First day of a new application after an act that bars one for years; absent where nothing bars it. */
export function reApplicableOn(facts: DossierFacts): CalendarDate | undefined {
  const barring = eventsOf(facts.dossier).findLast(
    ({ kind }) => sideTransitions[kind].barredMonths !== undefined,
  );
  const on = asDay(barring?.on);
  const months = barring === undefined ? undefined : sideTransitions[barring.kind].barredMonths;
  return on === undefined || months === undefined ? undefined : deadline(on, months);
}

/** The step that leads on from the stage reached; absent for a full member. */
export function nextTransition(facts: DossierFacts): StageTransition | undefined {
  const { stage } = deriveStage(facts);
  return stageTransitions.find(({ from }) => from === stage);
}

/** Facts that the step into a stage needs on the day it is taken and that are not on record. */
export function missingBefore(
  to: Stage,
  facts: DossierFacts,
  options: EngineOptions,
): readonly FactName[] {
  const transition = stageTransitions.find((each) => each.to === to);
  if (transition === undefined || standingOf(facts.dossier).isSpecialPath) return [];
  const live = liveFacts(facts);
  const on = asDay(readFact(live, transition.fact)) ?? options.today;
  const isNewText = editionOn(on, options.rulebooks) === 'regulation2026';
  const needs = [...transition.needs, ...(isNewText ? (transition.needsSince2026 ?? []) : [])];
  return needs.filter((name) => readFact(live, name) === undefined);
}

export function missingWords(names: readonly FactName[]): string {
  return names.map((name) => factTable[name].words).join('、');
}
