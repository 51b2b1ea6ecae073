import type { VaultInput, VaultOutput } from '../../../../contract/channels';
import type { Result } from '../../../../contract/common';
import type { OpenAct } from '../../../../contract/dossier-acts';
import { failed } from '../../../../contract/failure-words';
import { actGroupOf } from '../../../../core/development/act-groups';
import type { DossierFacts } from '../../../../core/development/facts';
import { newRound } from '../../../../core/development/new-round';
import { withEvent } from '../../../../core/development/meeting';
import { deriveStage } from '../../../../core/development/stage';
import { allowedEventsOn } from '../../../../core/development/transitions';
import { sideTransitions } from '../../../../core/development/transitions-data';
import type { CalendarDate } from '../../../../core/calendar/calendar-date';
import type { Dossier, DossierEvent, EventKind } from '../../../../core/records/dossier';
import type { Person } from '../../../../core/records/person';
import { citationIn, editionOn } from '../../../../core/regulations/rulebooks';
import type { Desk } from '../desk';
import { citationView } from '../due-items';
import { surroundedFacts } from '../surroundings';
import { asJson, withFormer } from '../save-person';

/** The acts beside the 25 steps that were open on a day. */
export function openActs(
  desk: Desk,
  { id, on }: VaultInput<'dossier.acts'>,
): Result<VaultOutput<'dossier.acts'>> {
  const person = desk.read('people', id);
  if (person === undefined) return failed('C-103');
  const facts = surroundedFacts(desk, person);
  const acts = allowedEventsOn(facts, on).flatMap((kind) => actView(desk, kind, { facts, on }));
  return { ok: true, value: { acts, operator: desk.who } };
}

function actView(
  desk: Desk,
  kind: EventKind,
  { facts, on }: { readonly facts: DossierFacts; readonly on: CalendarDate },
): OpenAct[] {
  const act = sideTransitions[kind];
  const citation = citationIn(act, editionOn(on, desk.engine.rulebooks)) ?? act.citations[0];
  if (citation === undefined) return [];
  const { stage } = deriveStage(facts);
  return [
    {
      kind,
      words: act.words,
      group: actGroupOf(kind),
      body: act.body,
      clock: act.clock,
      citation: citationView(citation),
      redoFrom: act.undoesFrom?.[stage ?? 'applicant'] ?? null,
    },
  ];
}

/** Records an act as one change, or completes one that lacked its paper; nothing else of the dossier is touched. */
export function saveAct(
  desk: Desk,
  { id, event, index }: VaultInput<'dossier.saveAct'>,
): Result<VaultOutput<'dossier.saveAct'>> {
  const person = desk.read('people', id);
  if (person === undefined) return failed('C-103');
  const problem =
    index === undefined ? refusal(desk, person, event) : mismatch(person, event, index);
  if (problem !== undefined) return failed('C-110', problem);
  const after = index === undefined ? withAct(person, event) : withEventAt(person, event, index);
  const words = sideTransitions[event.kind].words;
  return desk.commit({
    action: index === undefined ? 'dossier.saveAct' : 'dossier.completeAct',
    note: event.reason === undefined ? words : `${words}：${event.reason}`,
    changes: [{ table: 'people', id, before: asJson(person), after: asJson(after) }],
  });
}

function refusal(desk: Desk, person: Person, event: DossierEvent): string | undefined {
  const words = sideTransitions[event.kind].words;
  if ((event.on ?? '') > desk.today) return '日期晚于今天。';
  const facts = surroundedFacts(desk, person);
  if (allowedEventsOn(facts, event.on ?? desk.today).includes(event.kind)) return undefined;
  return `按登记的事实，${event.on ?? '现在'}不能办理“${words}”，请核对日期和所处阶段。`;
}

function mismatch({ dossier }: Person, event: DossierEvent, index: number): string | undefined {
  return dossier?.events?.[index]?.kind === event.kind ? undefined : '没有找到要补填的这一条。';
}

function withEventAt(person: Person, event: DossierEvent, index: number): Person {
  const dossier: Dossier = person.dossier ?? {};
  const events = (dossier.events ?? []).map((each, at) => (at === index ? event : each));
  return { ...person, dossier: { ...dossier, events } };
}

/** A new application is the first fact of its own round; the round before is kept beside it. */
function withAct(person: Person, event: DossierEvent): Person {
  const dossier = withEvent(person.dossier ?? {}, event);
  if (event.kind !== 'reApplied' || event.on === undefined) return { ...person, dossier };
  const { current, former } = newRound(dossier);
  return withFormer({ ...person, dossier: { ...current, appliedOn: event.on } }, former);
}
