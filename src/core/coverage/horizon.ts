import { addDays } from '../calendar/arithmetic';
import type { CalendarDate } from '../calendar/calendar-date';
import type { Organization } from '../records/organization';
import type { PartyOrganization } from '../records/party-organization';
import type { Instructor } from '../records/work';
import type { Period, Reach } from './reach';
import type { CoverageRecords } from './types';

type Dated = string | undefined;

const day = /^\d{4}-\d{2}-\d{2}$/;

/** Days on which something begins, or has just ended; a month alone begins on no known day. */
function turns(periods: readonly Period[] | undefined): Dated[] {
  return (periods ?? []).flatMap(({ from, until }) => [
    from,
    until !== undefined && day.test(until) ? addDays(until as CalendarDate, 1) : until,
  ]);
}

const unitTurns = (unit: Organization): Dated[] => [
  unit.foundedOn,
  unit.statusSince,
  unit.retired?.on,
];
const partyTurns = (party: PartyOrganization): Dated[] => [
  party.foundedOn,
  party.dissolvedOn,
  party.retired?.on,
  ...turns(party.covers),
];
const instructorTurns = (instructor: Instructor): Dated[] => [
  instructor.retired?.on,
  ...turns(instructor.assignments),
];

function firstAfter(asOf: CalendarDate, dates: readonly Dated[]): CalendarDate | undefined {
  let earliest: string | undefined;
  for (const date of dates) {
    if (date !== undefined && date > asOf && (earliest === undefined || date < earliest))
      earliest = date;
  }
  return earliest as CalendarDate | undefined;
}

/** Days on which one unit's own facts, or what reaches it, begin or end. */
export function turnsOfUnit(unit: Organization, { parties, instructors }: Reach): Dated[] {
  return [
    ...unitTurns(unit),
    ...parties
      .of(unit.id)
      .flatMap(({ owner, periods }) => [
        owner.foundedOn,
        owner.dissolvedOn,
        owner.retired?.on,
        ...turns(periods),
      ]),
    ...instructors
      .of(unit.id)
      .flatMap(({ owner, periods }) => [owner.retired?.on, ...turns(periods)]),
  ];
}

/**
 * First day after `asOf` on which these records alone would change a unit's place: until the day before,
 * what was joined for `asOf` holds. Undefined = nothing dated lies ahead.
 */
export function nextTurn(
  records: Partial<CoverageRecords>,
  asOf: CalendarDate,
): CalendarDate | undefined {
  return firstAfter(asOf, [
    ...(records.organizations ?? []).flatMap(unitTurns),
    ...(records.partyOrganizations ?? []).flatMap(partyTurns),
    ...(records.instructors ?? []).flatMap(instructorTurns),
    ...(records.areas ?? []).map(({ retired }) => retired?.on),
  ]);
}
