import { columnOfKind } from '../../../../core/coverage/thresholds-data';
import { holdsOn } from '../../../../core/coverage/join-units';
import { factsOf } from '../../../../core/development/facts';
import { deriveStage } from '../../../../core/development/stage';
import {
  countingPlaceOn,
  hasRivalPlaces,
  type CountingPlace,
} from '../../../../core/new-groups/counting-place';
import { floatingOf, type Floating } from '../../../../core/new-groups/floating';
import { groupOfSite, type WorkerGroup } from '../../../../core/new-groups/group-goal';
import type { Person, Stage } from '../../../../core/records/person';
import type { Desk } from '../desk';

/** A person of the new employment groups, as far as this page needs to know. */
export type Worker = {
  readonly id: string;
  readonly name: string;
  readonly group: WorkerGroup;
  readonly stage: Stage | undefined;
  readonly siteId: string | undefined;
  readonly stationId: string | undefined;
  readonly residenceAreaId: string | undefined;
  readonly place: CountingPlace;
  readonly isRival: boolean;
  readonly branchId: string | undefined;
  readonly floating: Floating;
  readonly transfers: number;
};

type Affiliation = NonNullable<Person['affiliations']>[number];

function linkOn(desk: Desk, person: Person, kind: Affiliation['kind']): Affiliation | undefined {
  return person.affiliations?.findLast((each) => each.kind === kind && holdsOn(each, desk.today));
}

/** The group said of the person, else that of the site; undefined where neither makes one of them. */
function groupOf(desk: Desk, person: Person, siteId: string | undefined): WorkerGroup | undefined {
  if (person.group !== undefined) return person.group;
  const kind = desk.reference.organizations.get(siteId)?.kind;
  return kind === undefined || columnOfKind[kind] !== 'site' ? undefined : groupOfSite(kind);
}

function workerOf(desk: Desk, person: Person): Worker | undefined {
  const { today } = desk;
  const site = linkOn(desk, person, 'site') ?? linkOn(desk, person, 'work');
  const group = groupOf(desk, person, site?.organizationId);
  if (group === undefined) return undefined;
  const { stage } = deriveStage(factsOf(person));
  const isMember = stage === 'fullMember' || stage === 'probationaryMember';
  return {
    id: person.id,
    name: person.name,
    group,
    stage,
    siteId: site?.organizationId,
    stationId: linkOn(desk, person, 'station')?.stationId,
    residenceAreaId: linkOn(desk, person, 'residence')?.areaId,
    place: countingPlaceOn(person, today),
    isRival: hasRivalPlaces(person, today),
    branchId: person.branchId,
    floating: floatingOf(person, { isMember, today }),
    transfers: person.dossier?.transfers?.length ?? 0,
  };
}

const rosters = new WeakMap<Desk, { readonly key: string; readonly workers: readonly Worker[] }>();

/** Everybody of the new employment groups, read once and again after an edit. */
export function workersOf(desk: Desk): readonly Worker[] {
  const key = `${desk.today}/${desk.edits}`;
  const kept = rosters.get(desk);
  if (kept?.key === key) return kept.workers;
  const workers: Worker[] = [];
  for (const { value } of desk.ledger.scan('people')) {
    const person = value as unknown as Person;
    const worker = person.retired === undefined ? workerOf(desk, person) : undefined;
    if (worker !== undefined) workers.push(worker);
  }
  rosters.set(desk, { key, workers });
  return workers;
}
