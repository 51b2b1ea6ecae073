import type { CalendarDate } from '../calendar/calendar-date';
import type { Area } from '../records/area';
import type { Organization } from '../records/organization';
import type { ListSource } from '../records/reconciliation';
import { areaBook, differencesOf, fillsOf, type AreaBook } from './compare-unit';
import type { Decision, Difference, Outcome } from './types';

export const sourceWords: Readonly<Record<ListSource, string>> = {
  market: '市场监管部门',
  civil: '民政部门',
  other: '其他部门',
};

/** Who settles the comparison, on which day, from which list. */
export interface Settling {
  readonly fileName: string;
  readonly source: ListSource;
  readonly listedOn: CalendarDate;
  readonly today: CalendarDate;
  readonly by: string;
  /** Whether blank fields of matched units are filled from the list. */
  readonly fillsBlanks: boolean;
  readonly newId: () => string;
}

export interface Application {
  /** Records before and after; `before` undefined = the unit is new. */
  readonly changes: readonly {
    readonly before: Organization | undefined;
    readonly after: Organization;
  }[];
  readonly created: number;
  readonly updated: number;
}

/** A status that a list brought about: since the day of the list, with the list as its evidence. */
function statusFacts(place: string, settling: Settling): Partial<Organization> {
  const { source, fileName, listedOn, today, by } = settling;
  const where = place === '' ? '名单中没有这家' : place;
  return {
    statusSince: listedOn,
    statusVerifiedOn: today,
    statusVerifiedBy: by,
    statusEvidence: `${sourceWords[source]}名单（${fileName}，${listedOn}）：${where}`.slice(
      0,
      400,
    ),
  };
}

function patchOf(differences: readonly Difference[], place: string, settling: Settling) {
  const patch = Object.assign(
    {},
    ...differences.map((each) => each.patch),
  ) as Partial<Organization>;
  return patch.status === undefined ? patch : { ...patch, ...statusFacts(place, settling) };
}

function createdUnit(outcome: Outcome, settling: Settling): Organization | undefined {
  const { listed, fills } = outcome;
  if (listed === undefined) return undefined;
  const status = listed.status ?? 'operating';
  const facts = status === 'operating' ? {} : statusFacts(listed.place, settling);
  return {
    ...fills,
    id: settling.newId(),
    name: listed.name,
    kind: listed.kind,
    status,
    ...facts,
  };
}

interface Scene {
  readonly unitById: ReadonlyMap<string, Organization>;
  readonly book: AreaBook;
  readonly settling: Settling;
}

/** A person said which unit a pending row is: from here on it is a row like any other. */
function linked(outcome: Outcome, unit: Organization, book: AreaBook): Outcome {
  if (outcome.listed === undefined) return outcome;
  return {
    ...outcome,
    unitId: unit.id,
    differences: differencesOf(unit, outcome.listed, book),
    fills: fillsOf(unit, outcome.listed, book),
  };
}

function acceptedUnit(
  outcome: Outcome,
  decision: Extract<Decision, { choice: 'accept' }>,
  { unitById, book, settling }: Scene,
): { before: Organization | undefined; after: Organization } | undefined {
  const before = unitById.get(outcome.unitId ?? decision.unitId ?? '');
  if (before === undefined) {
    if (outcome.class === 'same') return undefined;
    const after = createdUnit(outcome, settling);
    return after === undefined ? undefined : { before: undefined, after };
  }
  if (outcome.class === 'gone') {
    const status = decision.status ?? 'unknown';
    return { before, after: { ...before, status, ...statusFacts('', settling) } };
  }
  const { differences, fills, listed } = linked(outcome, before, book);
  const taken = differences.filter(({ kind }) => decision.leaves?.includes(kind) !== true);
  const patch = patchOf(taken, listed?.place ?? '', settling);
  return { before, after: { ...before, ...(settling.fillsBlanks ? fills : {}), ...patch } };
}

/** A row that agrees, or was refused, still fills blanks: that contradicts nothing. */
function filledUnit(outcome: Outcome, { unitById, settling }: Scene) {
  const before = unitById.get(outcome.unitId ?? '');
  const isFilled =
    settling.fillsBlanks && outcome.class === 'same' && Object.keys(outcome.fills).length > 0;
  return before === undefined || !isFilled
    ? undefined
    : { before, after: { ...before, ...outcome.fills } };
}

const isSame = (before: Organization | undefined, after: Organization): boolean =>
  before !== undefined &&
  Object.entries(after).every(
    ([field, value]) =>
      JSON.stringify(before[field as keyof Organization]) === JSON.stringify(value),
  );

/** What the decisions write. Later and refused rows write nothing; nothing is removed. */
export function applyDecisions(
  outcomes: readonly Outcome[],
  decisions: ReadonlyMap<string, Decision>,
  scene: {
    readonly units: readonly Organization[];
    readonly areas: readonly Area[];
    readonly settling: Settling;
  },
): Application {
  const { settling } = scene;
  const unitById = new Map(scene.units.map((unit) => [unit.id, unit]));
  const inner: Scene = { unitById, book: areaBook(scene.areas), settling };
  const changes = outcomes.flatMap((outcome) => {
    const decision = decisions.get(outcome.key);
    const change =
      decision?.choice === 'accept'
        ? acceptedUnit(outcome, decision, inner)
        : filledUnit(outcome, inner);
    return change === undefined || isSame(change.before, change.after) ? [] : [change];
  });
  const created = changes.filter(({ before }) => before === undefined).length;
  return { changes, created, updated: changes.length - created };
}

/** Units that rows or other decisions have already: none can be two rows at once. */
export function takenUnits(
  outcomes: readonly Outcome[],
  decisions: ReadonlyMap<string, Decision>,
): Map<string, string> {
  const taken = new Map<string, string>();
  for (const { key, unitId } of outcomes) {
    const decision = decisions.get(key);
    const linkedId = decision?.choice === 'accept' ? decision.unitId : undefined;
    const id = unitId ?? linkedId;
    if (id !== undefined) taken.set(id, key);
  }
  return taken;
}

/** Why a decision cannot be taken as it stands; undefined when it can. */
export function decisionProblem(
  outcome: Outcome,
  decision: Decision,
  taken: ReadonlyMap<string, string>,
): string | undefined {
  if (decision.choice === 'refuse' && decision.reason.trim() === '') return '不采纳要写明理由';
  if (decision.choice !== 'accept') return undefined;
  if (outcome.class === 'gone' && decision.status === 'operating')
    return '名单中没有的单位要改成别的状态，或者不采纳';
  if (outcome.class !== 'pending' || decision.unitId === undefined) return undefined;
  if (!outcome.candidateIds.includes(decision.unitId)) return '只能在列出的单位中认定';
  const holder = taken.get(decision.unitId);
  return holder === undefined || holder === outcome.key ? undefined : '这家单位已由名单另一行对上';
}
