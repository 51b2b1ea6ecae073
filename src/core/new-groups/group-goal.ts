import { daysBetween, wholeMonths } from '../calendar/arithmetic';
import type { CalendarDate } from '../calendar/calendar-date';
import type { CoverageDefinitions, CoverageUnit } from '../coverage/types';
import { builtAs, hasCountedWork } from '../coverage/unit-state';
import type { Organization, OrganizationKind, workerGroups } from '../records/organization';
import { newGroupGoal } from '../regulations/coverage-rules';

export type WorkerGroup = (typeof workerGroups)[number];

/** A site, or another unit of a head office's net, with its record: head-counts stand in the record, coverage in the joined unit. */
export interface Site {
  readonly unit: CoverageUnit;
  readonly organization: Organization;
}

const groupOfKind: Partial<Record<OrganizationKind, WorkerGroup>> = {
  courierOutlet: 'courier',
  deliverySite: 'foodDelivery',
  rideHailingFleet: 'rideHailing',
  freightSite: 'freight',
  streamingAgency: 'streamer',
};

/** The group a kind of site is run for: a site belongs to one group, whoever else works there. */
export const groupOfSite = (kind: OrganizationKind): WorkerGroup => groupOfKind[kind] ?? 'other';

export interface SiteCounts {
  readonly sites: number;
  readonly built: number;
  /** Organised, or reached by what the district counts as party work. */
  readonly covered: number;
  /** Sites that say how many work there. */
  readonly surveyed: number;
  readonly heads: number;
  readonly members: number;
}

const headsOf = ({ organization }: Site): number =>
  Object.values(organization.groupHeadcounts ?? {}).reduce((sum, count) => sum + count, 0);

/** Counts of any set of sites; those in no denominator are left out. */
export function countSites(sites: readonly Site[], definitions: CoverageDefinitions): SiteCounts {
  const inScope = sites.filter(({ unit }) => unit.exclusion === undefined);
  const isBuilt = ({ unit }: Site): boolean => builtAs(unit.covers) !== 'none';
  return {
    sites: inScope.length,
    built: inScope.filter(isBuilt).length,
    covered: inScope.filter((site) => isBuilt(site) || hasCountedWork(site.unit, definitions))
      .length,
    surveyed: inScope.filter(({ organization }) => organization.groupHeadcounts !== undefined)
      .length,
    heads: inScope.reduce((sum, site) => sum + headsOf(site), 0),
    members: inScope.reduce((sum, { unit }) => sum + (unit.members ?? 0), 0),
  };
}

/** Workers of one group, wherever they work: the sites' own head-counts, each site once. */
export function headsOfGroup(sites: readonly Site[], group: WorkerGroup): number {
  return sites
    .filter(({ unit }) => unit.exclusion === undefined)
    .reduce((sum, { organization }) => sum + (organization.groupHeadcounts?.[group] ?? 0), 0);
}

/** What is left to do until every site is covered, and how fast. */
export interface GoalState {
  readonly dueOn: CalendarDate;
  readonly daysLeft: number;
  readonly missing: number;
  /** Sites a month, rounded up to a tenth; the whole rest where less than a month is left; null when done. */
  readonly perMonth: number | null;
}

/**
 * The countdown to full coverage in 2027.
 * @example goalState({ sites: 30, covered: 17 }, '2026-11-23') //=> { daysLeft: 403, missing: 13, perMonth: 1 }
 */
export function goalState(
  { sites, covered }: Pick<SiteCounts, 'sites' | 'covered'>,
  today: CalendarDate,
): GoalState {
  const { dueOn } = newGroupGoal;
  const missing = sites - covered;
  const months = Math.max(1, today < dueOn ? wholeMonths(today, dueOn) : 0);
  return {
    dueOn,
    daysLeft: daysBetween(today, dueOn),
    missing,
    perMonth: missing === 0 ? null : Math.ceil((missing * 10) / months) / 10,
  };
}
