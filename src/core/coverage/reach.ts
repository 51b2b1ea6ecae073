import type { RecordChange } from '../records/change';
import type { PartyOrganization } from '../records/party-organization';
import type { Instructor } from '../records/work';
import type { CoverageRecords } from './types';

export interface Period {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

type Link = Period & { readonly organizationId: string };

/** Everything that ties one owner (a branch, an instructor) to one unit, whatever the day. */
export interface Tie<Owner> {
  readonly owner: Owner;
  /** Place of the owner among its records. */
  readonly order: number;
  readonly periods: readonly Period[];
}

const noTies: readonly never[] = [];

/** Owners by the units they reach; one edit ties one owner anew and touches nobody else. */
export class Ties<Owner extends { readonly id: string }> {
  readonly #owners = new Map<string, { readonly owner: Owner; readonly order: number }>();
  readonly #byUnit = new Map<string, Tie<Owner>[]>();
  #nextOrder = 0;

  constructor(
    private readonly linksOf: (owner: Owner) => readonly Link[],
    owners: readonly Owner[],
  ) {
    for (const owner of owners) this.put(owner);
  }

  get(id: string): Owner | undefined {
    return this.#owners.get(id)?.owner;
  }

  /** Ties of a unit, in the order of the owners' records. */
  of(unitId: string): readonly Tie<Owner>[] {
    return this.#byUnit.get(unitId) ?? noTies;
  }

  /** Units an owner has ever reached, each once. */
  unitsOf(id: string): ReadonlySet<string> {
    const owner = this.get(id);
    const links = owner === undefined ? [] : this.linksOf(owner);
    return new Set(links.map(({ organizationId }) => organizationId));
  }

  /** A known owner keeps its place among the records; a new one stands behind all others. */
  put(owner: Owner): void {
    const known = this.#owners.get(owner.id);
    if (known !== undefined) this.#untie(owner.id);
    const order = known?.order ?? (this.#nextOrder += 1);
    this.#owners.set(owner.id, { owner, order });
    const links = this.linksOf(owner);
    for (const [index, { organizationId }] of links.entries()) {
      const isFirst = links.findIndex((each) => each.organizationId === organizationId) === index;
      const periods = links.filter((each) => each.organizationId === organizationId);
      if (isFirst) this.#tie(organizationId, { owner, order, periods });
    }
  }

  remove(id: string): void {
    this.#untie(id);
    this.#owners.delete(id);
  }

  #tie(unitId: string, tie: Tie<Owner>): void {
    const ties = this.#byUnit.get(unitId);
    if (ties === undefined) {
      this.#byUnit.set(unitId, [tie]);
      return;
    }
    const behind = ties.findIndex(({ order }) => order > tie.order);
    ties.splice(behind < 0 ? ties.length : behind, 0, tie);
  }

  #untie(id: string): void {
    for (const unitId of this.unitsOf(id)) {
      const rest = this.of(unitId).filter(({ owner }) => owner.id !== id);
      if (rest.length === 0) this.#byUnit.delete(unitId);
      else this.#byUnit.set(unitId, rest);
    }
  }
}

/** What reaches the units of a ledger, whatever the day asked. */
export interface Reach {
  readonly parties: Ties<PartyOrganization>;
  readonly instructors: Ties<Instructor>;
}

export function reachOf(
  records: Pick<CoverageRecords, 'partyOrganizations' | 'instructors'>,
): Reach {
  return {
    parties: new Ties(({ covers }) => covers ?? [], records.partyOrganizations),
    instructors: new Ties(({ assignments }) => assignments ?? [], records.instructors),
  };
}

/** Ties one edited record anew; `after` is null where it is deleted or moved to 历史库. */
export function retie(
  { parties, instructors }: Reach,
  { table, id, after }: Pick<RecordChange, 'table' | 'id' | 'after'>,
): void {
  if (table === 'partyOrganizations') {
    if (after === null) parties.remove(id);
    else parties.put(after as unknown as PartyOrganization);
  } else if (table === 'instructors') {
    if (after === null) instructors.remove(id);
    else instructors.put(after as unknown as Instructor);
  }
}
