import type { CalendarDate } from '../calendar/calendar-date';
import type { Area } from '../records/area';
import type { Organization } from '../records/organization';
import type { PartyOrganization } from '../records/party-organization';
import type { Instructor } from '../records/work';
import { isAreaOn, streetsOf } from './area-tree';
import type { Period, Reach, Tie } from './reach';
import { columnOfKind } from './thresholds-data';
import type { CoverageRecords, CoverageUnit, ExclusionReason, UnitCover, WorkLink } from './types';
import { builtAs, builtThrough } from './unit-state';

/** Whether an open-ended period holds on the day; `until` is the last day it held. */
export function holdsOn(period: Period, day: CalendarDate): boolean {
  return (
    (period.from === undefined || period.from <= day) &&
    (period.until === undefined || period.until >= day)
  );
}

/** Whether the party organisation exists on the day: founded, not yet dissolved, not retired. */
export function existsOn(party: PartyOrganization, day: CalendarDate): boolean {
  const isFounded = party.foundedOn === undefined || party.foundedOn <= day;
  const isDissolved = party.dissolvedOn !== undefined && party.dissolvedOn <= day;
  const isRetired = party.retired !== undefined && party.retired.on <= day;
  return isFounded && !isDissolved && !isRetired;
}

/** Covers of one unit in effect on the day. Repeated entries of one party organisation count once. */
function coversOn(ties: readonly Tie<PartyOrganization>[], day: CalendarDate): UnitCover[] {
  const covers: UnitCover[] = [];
  for (const { owner, periods } of ties) {
    if (!existsOn(owner, day) || !periods.some((period) => holdsOn(period, day))) continue;
    covers.push({ partyOrganizationId: owner.id, form: owner.form, level: owner.level });
  }
  return covers;
}

/** Units a party organisation covers on the day, each once, in the order they were entered. */
export function coveredIds(party: PartyOrganization, day: CalendarDate): string[] {
  const held = (party.covers ?? []).filter((cover) => holdsOn(cover, day));
  return [...new Set(held.map((cover) => cover.organizationId))];
}

/** What instructors and liaisons are, or were, to one unit. */
interface Instruction {
  readonly current: ReadonlySet<WorkLink>;
  readonly hasEnded: boolean;
  readonly hasFullMember: boolean;
}

function instructionOn(
  ties: readonly Tie<Instructor>[],
  day: CalendarDate,
): Instruction | undefined {
  if (ties.length === 0) return undefined;
  const current = new Set<WorkLink>();
  let [hasEnded, hasFullMember] = [false, false];
  for (const { owner, periods } of ties) {
    if (owner.retired !== undefined && owner.retired.on <= day) continue;
    for (const period of periods) {
      if (period.from !== undefined && period.from > day) continue;
      if (!holdsOn(period, day)) hasEnded = true;
      else {
        current.add(owner.kind);
        // Not stated is not a fault: only a stated 不是正式党员 raises INSTR-FORMAL.
        if (owner.isFullMember !== false) hasFullMember = true;
      }
    }
  }
  return { current, hasEnded, hasFullMember };
}

function exclusionOf(unit: Organization, day: CalendarDate): ExclusionReason | undefined {
  const isStatusYetToCome = unit.statusSince !== undefined && unit.statusSince > day;
  if (unit.status !== 'operating' && !isStatusYetToCome) return unit.status;
  if (unit.excludedReason !== undefined && unit.excludedReason !== '') return 'stated';
  return unit.foundedOn !== undefined && unit.foundedOn > day ? 'notFounded' : undefined;
}

/** 正式党员 = members − probationary; unknown where members are, or where the two contradict each other. */
export function formalMembersOf(
  unit: Pick<Organization, 'members' | 'probationaryMembers'>,
): number | undefined {
  if (unit.members === undefined) return undefined;
  const formal = unit.members - (unit.probationaryMembers ?? 0);
  return formal < 0 ? undefined : formal;
}

function linksOf(unit: Organization, reach: Instruction | undefined): WorkLink[] {
  const links: WorkLink[] = reach === undefined ? [] : [...reach.current];
  if (unit.hasLiaison === true && !links.includes('liaison')) links.push('liaison');
  if (unit.serviceCentreId !== undefined) links.push('serviceCentre');
  const mass = unit.massOrganizations;
  if (mass?.union === true) links.push('union');
  if (mass?.youthLeague === true) links.push('youthLeague');
  if (mass?.womensFederation === true) links.push('womensFederation');
  return links;
}

function troubleOf(reach: Instruction | undefined): 'ended' | 'notFullMember' | undefined {
  if (reach === undefined) return undefined;
  if (reach.current.size === 0) return reach.hasEnded ? 'ended' : undefined;
  return reach.hasFullMember ? undefined : 'notFullMember';
}

/** What is known around a unit on one day. */
interface Around {
  readonly coversOf: (unitId: string) => readonly UnitCover[];
  readonly instructionOf: (unitId: string) => Instruction | undefined;
  readonly streets: ReadonlyMap<string, string>;
  readonly streetByName: ReadonlyMap<string, string>;
  readonly leadsOf: (unitId: string, covers: readonly UnitCover[]) => number;
}

type Draft = { -readonly [Key in keyof CoverageUnit]: CoverageUnit[Key] };

function streetOf(unit: Organization, around: Around): string | undefined {
  const byId = unit.areaId === undefined ? undefined : around.streets.get(unit.areaId);
  if (byId !== undefined || unit.areaName === undefined) return byId;
  return around.streetByName.get(unit.areaName);
}

function joinUnit(unit: Organization, day: CalendarDate, around: Around): CoverageUnit {
  const reach = around.instructionOf(unit.id);
  const covers = around.coversOf(unit.id);
  const joined: Draft = {
    id: unit.id,
    kind: unit.kind,
    column: columnOfKind[unit.kind],
    isProbationaryAssumed: unit.members !== undefined && unit.probationaryMembers === undefined,
    covers,
    links: linksOf(unit, reach),
    leads: around.leadsOf(unit.id, covers),
  };
  // Absent stays absent: an unknown number is never read as 0.
  const areaId = streetOf(unit, around);
  if (areaId !== undefined) joined.areaId = areaId;
  const exclusion = exclusionOf(unit, day);
  if (exclusion !== undefined) joined.exclusion = exclusion;
  if (unit.staff !== undefined) joined.staff = unit.staff;
  if (unit.members !== undefined) joined.members = unit.members;
  const formal = formalMembersOf(unit);
  if (formal !== undefined) joined.formalMembers = formal;
  if (unit.membersElsewhere !== undefined) joined.membersElsewhere = unit.membersElsewhere;
  if (unit.lastVerifiedOn !== undefined) joined.verifiedOn = unit.lastVerifiedOn;
  const trouble = troubleOf(reach);
  if (trouble !== undefined) joined.instructorTrouble = trouble;
  return joined;
}

type UnitLookup = (id: string) => Organization | undefined;

/** 跨类型的联合党支部计入牵头单位: the first unit in scope that counts as joint leads its branch. */
class Leads {
  readonly #known = new Map<string, string | undefined>();

  constructor(
    private readonly reach: Reach,
    private readonly day: CalendarDate,
    private readonly unitById: UnitLookup,
  ) {}

  of(partyId: string): string | undefined {
    if (!this.#known.has(partyId)) this.#known.set(partyId, this.#find(partyId));
    return this.#known.get(partyId);
  }

  /** How many branches are counted on the row of a unit with these covers. */
  count(unitId: string, covers: readonly UnitCover[]): number {
    return covers.filter(
      (cover) => builtThrough(cover) === 'joint' && this.of(cover.partyOrganizationId) === unitId,
    ).length;
  }

  /** Looks one branch up anew; the units whose lead it took or gave, none where nothing moved. */
  renew(partyId: string): string[] {
    if (!this.#known.has(partyId)) return [];
    const before = this.#known.get(partyId);
    this.#known.delete(partyId);
    const after = this.of(partyId);
    return before === after ? [] : [before, after].filter((id) => id !== undefined);
  }

  forget(): void {
    this.#known.clear();
  }

  #find(partyId: string): string | undefined {
    const { reach, day } = this;
    const party = reach.parties.get(partyId);
    if (party === undefined) return undefined;
    return coveredIds(party, day).find(
      (id) => builtAs(coversOn(reach.parties.of(id), day)) === 'joint' && this.#isInScope(id),
    );
  }

  #isInScope(id: string): boolean {
    const unit = this.unitById(id);
    return (
      unit !== undefined && isListedOn(unit, this.day) && exclusionOf(unit, this.day) === undefined
    );
  }
}

/** Whether the record is in the live register on the day; retired ones are in 历史库. */
function isListedOn(unit: Organization, day: CalendarDate): boolean {
  return unit.retired === undefined || unit.retired.on > day;
}

/** Joins one unit at a time with what reaches it on the day. */
export interface UnitJoiner {
  /** The unit, or undefined where the register does not list it on the day. */
  readonly join: (unit: Organization) => CoverageUnit | undefined;
  readonly coversOf: (unitId: string) => readonly UnitCover[];
  /** After edits another unit may lead a joint branch. */
  readonly leads: Pick<Leads, 'renew' | 'forget'>;
}

const aroundOn = ({ parties, instructors }: Reach, day: CalendarDate) => ({
  coversOf: (unitId: string) => coversOn(parties.of(unitId), day),
  instructionOf: (unitId: string) => instructionOn(instructors.of(unitId), day),
});

/** Reads the areas once; units are looked up only where they may lead a branch. */
export function unitJoiner(
  reach: Reach,
  areas: readonly Area[],
  question: { readonly asOf: CalendarDate; readonly unitById: UnitLookup },
): UnitJoiner {
  const { asOf, unitById } = question;
  const leads = new Leads(reach, asOf, unitById);
  const around: Around = {
    ...aroundOn(reach, asOf),
    streets: streetsOf(areas, asOf),
    streetByName: new Map(
      areas
        .filter((area) => area.level === 'street' && isAreaOn(area, asOf))
        .map((area) => [area.name, area.id]),
    ),
    leadsOf: (unitId, covers) => leads.count(unitId, covers),
  };
  return {
    join: (unit) => (isListedOn(unit, asOf) ? joinUnit(unit, asOf, around) : undefined),
    coversOf: around.coversOf,
    leads,
  };
}

const nowhere: ReadonlyMap<string, string> = new Map();

/** The unit as the district's figures count it on a day: without its street, and without leads, which count branches. */
export function joinForFigures(
  unit: Organization,
  day: CalendarDate,
  reach: Reach,
): CoverageUnit | undefined {
  if (!isListedOn(unit, day)) return undefined;
  const plain = { streets: nowhere, streetByName: nowhere, leadsOf: () => 0 };
  return joinUnit(unit, day, { ...aroundOn(reach, day), ...plain });
}

/**
 * Units of the ledger as they stand on a day, joined with the party organisations, instructors, mass
 * organisations and service centres that reach them on that day. Retired records are left out; units that
 * count in no denominator stay in, with their reason.
 */
export function joinUnits(
  records: Pick<CoverageRecords, 'organizations' | 'areas'>,
  asOf: CalendarDate,
  reach: Reach,
): CoverageUnit[] {
  const byId = new Map(records.organizations.map((unit) => [unit.id, unit]));
  const unitById = (id: string) => byId.get(id);
  const { join } = unitJoiner(reach, records.areas, { asOf, unitById });
  return records.organizations.flatMap((unit) => join(unit) ?? []);
}
