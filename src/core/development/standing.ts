import type { FactDate } from '../calendar/calendar-date';
import type { Dossier, DossierEvent } from '../records/dossier';
import type { Stage } from '../records/person';
import { factTable, type DossierFacts } from './facts';
import { stageEntries } from './steps';
import { sideTransitions, type Rest } from './transitions-data';
import { hasStepAfter, withoutUndone } from './undone-facts';

/** Where the acts beside the 25 steps leave a dossier. */
export type Standing = {
  /** The facts that still hold; the typed dossier where no act undid any. */
  readonly live: Dossier;
  readonly rest: Rest;
  /** The acts that hold at this moment, earliest first: 转入待审 and 延长预备期 can hold together. */
  readonly holding: readonly DossierEvent[];
  readonly isSpecialPath: boolean;
  /** The stage an act left the person in where the facts it left over tell less. */
  readonly keptStage: Stage | undefined;
};

/** A dossier made here is its own standing: the acts have been replayed over it once. */
const replayed = new WeakMap<Dossier, Standing>();

/** Every act of a dossier in the order of its day; one without a day stands last, as the latest word. */
export function eventsOf(dossier: Dossier): readonly DossierEvent[] {
  const { events = [] } = dossier;
  return [...events].sort((a, b) => compareDays(a.on, b.on));
}

function compareDays(a: FactDate | undefined, b: FactDate | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  if (b === undefined) return -1;
  return a < b ? -1 : 1;
}

/** Replays the acts over the facts. Nothing typed is changed: what an act undid is only left out. */
export function standingOf(dossier: Dossier): Standing {
  const known = replayed.get(dossier);
  if (known !== undefined) return known;
  const start: Standing = {
    live: dossier,
    rest: 'open',
    holding: [],
    isSpecialPath: false,
    keptStage: undefined,
  };
  const replay = eventsOf(dossier).reduce(afterEvent, start);
  const holding = replay.holding.filter((event) => !isOvertaken(replay.live, event));
  const standing = { ...replay, holding };
  if (standing.live !== dossier) replayed.set(standing.live, standing);
  return standing;
}

function afterEvent(before: Standing, event: DossierEvent): Standing {
  const { undoesFrom, startsAnew = false } = sideTransitions[event.kind];
  const stage = furtherStage(stageOn(before.live, event.on), before.keptStage);
  const fromStep = undoesFrom?.[stage ?? 'applicant'];
  const kept =
    fromStep === undefined
      ? before.live
      : withoutUndone(before.live, { fromStep, on: event.on, keepsOwnDay: startsAnew });
  return {
    live: withTransfer(withExtension(kept, event), event),
    rest: restAfter(before.rest, event),
    holding: holdingAfter(before.holding, event),
    isSpecialPath: before.isSpecialPath || event.kind === 'specialAdmission',
    keptStage: keptStageAfter(before.keptStage, stage, event),
  };
}

function keptStageAfter(
  before: Stage | undefined,
  stage: Stage | undefined,
  { kind }: DossierEvent,
): Stage | undefined {
  const { undoesFrom, startsAnew = false } = sideTransitions[kind];
  if (startsAnew) return undefined;
  if (kind === 'returnedToActivist') return 'activist';
  return undoesFrom === undefined ? before : stage;
}

const order: readonly Stage[] = [
  'applicant',
  'activist',
  'developmentTarget',
  'probationaryMember',
  'fullMember',
];

/** The later of two stages; one that is not known counts as none. */
export function furtherStage(a: Stage | undefined, b: Stage | undefined): Stage | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return order.indexOf(b) > order.indexOf(a) ? b : a;
}

/** Only a named act ends a rest; an extension written during an investigation does not. */
function restAfter(rest: Rest, { kind }: DossierEvent): Rest {
  const transition = sideTransitions[kind];
  if (transition.rest !== 'open')
    return transition.rest === 'paused' && rest === 'closed' ? rest : transition.rest;
  if (rest === 'open' || kind === 'resumed' || kind === 'reApplied') return 'open';
  return kind === 'transferredIn' && rest === 'closed' ? 'open' : rest;
}

function holdingAfter(
  holding: readonly DossierEvent[],
  event: DossierEvent,
): readonly DossierEvent[] {
  const { ends = [], state, startsAnew = false } = sideTransitions[event.kind];
  const kept = startsAnew
    ? []
    : holding.filter(({ kind }) => kind !== event.kind && !ends.includes(kind));
  return state === undefined ? kept : [...kept, event];
}

/** 大会未通过 and its like are the last word until the person takes a step again. */
function isOvertaken(live: Dossier, { kind, on }: DossierEvent): boolean {
  if (sideTransitions[kind].undoesFrom === undefined || kind === 'probationExtended') return false;
  return on !== undefined && hasStepAfter(live, on);
}

function withExtension(dossier: Dossier, { kind, on, months }: DossierEvent): Dossier {
  if (kind !== 'probationExtended' || dossier.extension?.months !== undefined) return dossier;
  const extension = {
    ...(on === undefined ? {} : { resolvedOn: on }),
    ...(months === undefined ? {} : { months }),
  };
  return { ...dossier, extension };
}

const directions = { transferredIn: 'in', transferredOut: 'out' } as const;

/** A transfer recorded as an act counts like one typed beside the steps. */
function withTransfer(dossier: Dossier, { kind, on, hasPapers }: DossierEvent): Dossier {
  if (kind !== 'transferredIn' && kind !== 'transferredOut') return dossier;
  const direction = directions[kind];
  const { transfers = [] } = dossier;
  if (transfers.some((each) => each.on === on && each.direction === direction)) return dossier;
  const transfer = {
    ...(on === undefined ? {} : { on }),
    direction,
    ...(hasPapers === undefined ? {} : { hasPapers }),
  };
  return { ...dossier, transfers: [...transfers, transfer] };
}

/** The stage that the facts up to a day tell. */
export function stageOn(dossier: Dossier, on: FactDate | undefined): Stage | undefined {
  return stageEntries.find(({ fact }) => {
    const day = factTable[fact].read(dossier);
    return day !== undefined && (on === undefined || day <= on);
  })?.stage;
}

/** The facts as deadlines and stage read them; the same object where no act undid or added anything. */
export function liveFacts(facts: DossierFacts): DossierFacts {
  if (facts.dossier.events === undefined) return facts;
  const { live } = standingOf(facts.dossier);
  return live === facts.dossier ? facts : { ...facts, dossier: live };
}
