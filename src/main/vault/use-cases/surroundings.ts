import {
  factsOf,
  type BranchFacts,
  type DossierFacts,
  type PostFacts,
  type UnitFacts,
} from '../../../core/development/facts';
import type { PartyOrganization } from '../../../core/records/party-organization';
import type { Person } from '../../../core/records/person';
import type { Desk } from './desk';

/** What the engine reads of a stored person, with the branch and the unit around her. */
export function surroundedFacts(desk: Desk, person: Person): DossierFacts {
  const known = knownPlaces(desk);
  return factsOf(person, known.branch(person.branchId), known.unit(workUnitId(person)));
}

/** Whatever a place's facts are made of; when one of these changes they are made again. */
export function placesVersion({ reference }: Desk): string {
  const { partyOrganizations, organizations, quotas } = reference;
  return [partyOrganizations.version, organizations.version, quotas.version].join(' ');
}

type Places = {
  readonly version: string;
  readonly branch: (id: string | undefined) => BranchFacts | undefined;
  readonly unit: (id: string | undefined) => UnitFacts | undefined;
};

const places = new WeakMap<Desk, Places>();

/** A roster asks the same branches thousands of times: each is read once as long as nothing changes. */
function knownPlaces(desk: Desk): Places {
  const version = placesVersion(desk);
  const known = places.get(desk);
  if (known?.version === version) return known;
  let covered: ReadonlySet<string> | undefined;
  const made = {
    version,
    branch: remembering((id: string) => branchFacts(desk, id)),
    unit: remembering((id: string) => unitFacts(desk, id, (covered ??= coveredUnits(desk)))),
  };
  places.set(desk, made);
  return made;
}

function remembering<Value>(read: (id: string) => Value | undefined) {
  const known = new Map<string, Value | undefined>();
  return (id: string | undefined): Value | undefined => {
    if (id === undefined || id === '') return undefined;
    if (!known.has(id)) known.set(id, read(id));
    return known.get(id);
  };
}

function branchFacts(desk: Desk, id: string): BranchFacts | undefined {
  const { partyOrganizations, quotas } = desk.reference;
  const branch = partyOrganizations.get(id);
  if (branch === undefined) return undefined;
  // How many members voted on a past day is not known from today's roster, so the count is not compared.
  const { hasCommittee, form, foundedOn, dissolvedOn, parentId } = branch;
  return {
    id,
    hasCommittee,
    form,
    foundedOn,
    dissolvedOn,
    posts: postsOf(branch),
    committeePosts: postsOf(partyOrganizations.get(parentId)),
    quotas: quotas.all().filter(({ partyOrganizationId }) => partyOrganizationId === id),
  };
}

function postsOf(organization: PartyOrganization | undefined): readonly PostFacts[] | undefined {
  return organization?.posts;
}

/** The unit where a person works today; a finished affiliation says nothing of today. */
function workUnitId({ affiliations = [] }: Person): string | undefined {
  return affiliations.findLast(({ kind, until }) => kind === 'work' && until === undefined)
    ?.organizationId;
}

/** Units that an organisation of today covers. */
function coveredUnits({ reference }: Desk): ReadonlySet<string> {
  const covered = new Set<string>();
  for (const { covers = [], dissolvedOn } of reference.partyOrganizations.all())
    if (dissolvedOn === undefined)
      for (const { organizationId, until } of covers)
        if (until === undefined) covered.add(organizationId);
  return covered;
}

function unitFacts(desk: Desk, id: string, covered: ReadonlySet<string>): UnitFacts | undefined {
  const unit = desk.reference.organizations.get(id);
  if (unit === undefined) return undefined;
  const { status, statusSince } = unit;
  return { status, statusSince, hasPartyOrganization: covered.has(id) };
}
