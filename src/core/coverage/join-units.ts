import type { CalendarDate } from '../calendar/calendar-date';
import type { Area } from '../records/area';
import type { Organization } from '../records/organization';
import type { PartyOrganization } from '../records/party-organization';
import type { Instructor } from '../records/work';
import { columnOfKind } from './thresholds-data';
import type { CoverageRecords, CoverageUnit, ExclusionReason, UnitCover, WorkLink } from './types';
import { builtAs, builtThrough } from './unit-state';

interface Period {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

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

/** Covers in effect on the day, by unit. Repeated entries of one party organisation count once. */
export function coversByUnit(
  parties: readonly PartyOrganization[],
  day: CalendarDate,
): Map<string, UnitCover[]> {
  const byUnit = new Map<string, UnitCover[]>();
  for (const party of parties) {
    if (party.covers === undefined || !existsOn(party, day)) continue;
    const cover = { partyOrganizationId: party.id, form: party.form, level: party.level };
    for (const organizationId of coveredIds(party, day)) {
      const list = byUnit.get(organizationId);
      if (list === undefined) byUnit.set(organizationId, [cover]);
      else list.push(cover);
    }
  }
  return byUnit;
}

/** Units a party organisation covers on the day, each once, in the order they were entered. */
export function coveredIds(party: PartyOrganization, day: CalendarDate): string[] {
  const held = (party.covers ?? []).filter((cover) => holdsOn(cover, day));
  return [...new Set(held.map((cover) => cover.organizationId))];
}

interface InstructorReach {
  readonly current: Set<WorkLink>;
  hasEnded: boolean;
  hasFullMember: boolean;
}

function reachByUnit(
  instructors: readonly Instructor[],
  day: CalendarDate,
): Map<string, InstructorReach> {
  const byUnit = new Map<string, InstructorReach>();
  for (const instructor of instructors) {
    if (instructor.retired !== undefined && instructor.retired.on <= day) continue;
    for (const assignment of instructor.assignments ?? []) {
      if (assignment.from !== undefined && assignment.from > day) continue;
      const reach = byUnit.get(assignment.organizationId) ?? {
        current: new Set<WorkLink>(),
        hasEnded: false,
        hasFullMember: false,
      };
      byUnit.set(assignment.organizationId, reach);
      if (!holdsOn(assignment, day)) reach.hasEnded = true;
      else {
        reach.current.add(instructor.kind);
        // Not stated is not a fault: only a stated 不是正式党员 raises INSTR-FORMAL.
        if (instructor.isFullMember !== false) reach.hasFullMember = true;
      }
    }
  }
  return byUnit;
}

/** Street by area id: a community or grid stands for the street above it; other levels for themselves. */
export function streetsOf(areas: readonly Area[]): Map<string, string> {
  const byId = new Map(areas.map((area) => [area.id, area]));
  const streets = new Map<string, string>();
  for (const area of areas) {
    let current: Area | undefined = area;
    const seen = new Set<string>();
    while (current !== undefined && current.level !== 'street' && !seen.has(current.id)) {
      seen.add(current.id);
      current = current.parentId === undefined ? undefined : byId.get(current.parentId);
    }
    streets.set(area.id, current?.level === 'street' ? current.id : area.id);
  }
  return streets;
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

function linksOf(unit: Organization, reach: InstructorReach | undefined): WorkLink[] {
  const links: WorkLink[] = reach === undefined ? [] : [...reach.current];
  if (unit.hasLiaison === true && !links.includes('liaison')) links.push('liaison');
  if (unit.serviceCentreId !== undefined) links.push('serviceCentre');
  const mass = unit.massOrganizations;
  if (mass?.union === true) links.push('union');
  if (mass?.youthLeague === true) links.push('youthLeague');
  if (mass?.womensFederation === true) links.push('womensFederation');
  return links;
}

function troubleOf(reach: InstructorReach | undefined): 'ended' | 'notFullMember' | undefined {
  if (reach === undefined) return undefined;
  if (reach.current.size === 0) return reach.hasEnded ? 'ended' : undefined;
  return reach.hasFullMember ? undefined : 'notFullMember';
}

/** What reaches the units on one day, looked up by unit id. */
interface Reaches {
  readonly covers: ReadonlyMap<string, readonly UnitCover[]>;
  readonly instructors: ReadonlyMap<string, InstructorReach>;
  readonly streets: ReadonlyMap<string, string>;
  readonly streetByName: ReadonlyMap<string, string>;
  readonly leadsOf: (unitId: string) => number;
}

type Draft = { -readonly [Key in keyof CoverageUnit]: CoverageUnit[Key] };

function streetOf(unit: Organization, reaches: Reaches): string | undefined {
  const byId = unit.areaId === undefined ? undefined : reaches.streets.get(unit.areaId);
  if (byId !== undefined || unit.areaName === undefined) return byId;
  return reaches.streetByName.get(unit.areaName);
}

const noCovers: readonly UnitCover[] = [];

function joinUnit(unit: Organization, day: CalendarDate, reaches: Reaches): CoverageUnit {
  const reach = reaches.instructors.get(unit.id);
  const joined: Draft = {
    id: unit.id,
    kind: unit.kind,
    column: columnOfKind[unit.kind],
    isProbationaryAssumed: unit.members !== undefined && unit.probationaryMembers === undefined,
    covers: reaches.covers.get(unit.id) ?? noCovers,
    links: linksOf(unit, reach),
    leads: reaches.leadsOf(unit.id),
  };
  // Absent stays absent: an unknown number is never read as 0.
  const areaId = streetOf(unit, reaches);
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
function leadCounter(
  parties: readonly PartyOrganization[],
  day: CalendarDate,
  found: { readonly covers: Reaches['covers']; readonly unitById: UnitLookup },
): { readonly leadsOf: Reaches['leadsOf']; readonly forget: () => void } {
  const byId = new Map(parties.map((party) => [party.id, party]));
  const leads = new Map<string, string | undefined>();
  const isInScope = (id: string) => {
    const unit = found.unitById(id);
    return unit !== undefined && isListedOn(unit, day) && exclusionOf(unit, day) === undefined;
  };
  const leadOf = (partyId: string) => {
    if (!leads.has(partyId)) {
      const party = byId.get(partyId);
      const covered = party === undefined ? [] : coveredIds(party, day);
      leads.set(
        partyId,
        covered.find((id) => builtAs(found.covers.get(id) ?? []) === 'joint' && isInScope(id)),
      );
    }
    return leads.get(partyId);
  };
  const leadsOf = (unitId: string) =>
    (found.covers.get(unitId) ?? []).filter(
      (cover) => builtThrough(cover) === 'joint' && leadOf(cover.partyOrganizationId) === unitId,
    ).length;
  return { leadsOf, forget: () => leads.clear() };
}

/** Whether the record is in the live register on the day; retired ones are in 历史库. */
function isListedOn(unit: Organization, day: CalendarDate): boolean {
  return unit.retired === undefined || unit.retired.on > day;
}

/** Joins one unit at a time with what reaches it on the day. */
export interface UnitJoiner {
  /** The unit, or undefined where the register does not list it on the day. */
  readonly join: (unit: Organization) => CoverageUnit | undefined;
  readonly covers: ReadonlyMap<string, readonly UnitCover[]>;
  /** After an edit of units: another one may lead a joint branch now. */
  readonly forgetLeads: () => void;
}

/** Reads branches, instructors and areas once; units are looked up only where they may lead a branch. */
export function unitJoiner(
  records: Omit<CoverageRecords, 'organizations'>,
  asOf: CalendarDate,
  unitById: UnitLookup,
): UnitJoiner {
  const covers = coversByUnit(records.partyOrganizations, asOf);
  const leads = leadCounter(records.partyOrganizations, asOf, { covers, unitById });
  const reaches: Reaches = {
    covers,
    instructors: reachByUnit(records.instructors, asOf),
    streets: streetsOf(records.areas),
    streetByName: new Map(
      records.areas.filter((area) => area.level === 'street').map((area) => [area.name, area.id]),
    ),
    leadsOf: leads.leadsOf,
  };
  return {
    join: (unit) => (isListedOn(unit, asOf) ? joinUnit(unit, asOf, reaches) : undefined),
    covers,
    forgetLeads: leads.forget,
  };
}

/**
 * Units of the ledger as they stand on a day, joined with the party organisations, instructors, mass
 * organisations and service centres that reach them on that day. Retired records are left out; units that
 * count in no denominator stay in, with their reason.
 */
export function joinUnits(records: CoverageRecords, asOf: CalendarDate): CoverageUnit[] {
  const byId = new Map(records.organizations.map((unit) => [unit.id, unit]));
  const { join } = unitJoiner(records, asOf, (id) => byId.get(id));
  return records.organizations.flatMap((unit) => join(unit) ?? []);
}
