import { addDays } from '../calendar/arithmetic';
import type { CalendarDate } from '../calendar/calendar-date';
import type { Person } from '../records/person';
import { communityId, riderStationId } from './place-records';
import type { UnitPlan } from './types';

/**
 * Where somebody of a site rests and lives, and what is still to be settled. Taken from the serial, not drawn:
 * the rest of the district stays as it is.
 */
export function workerPlaces(
  facts: { readonly unit: UnitPlan; readonly serial: number; readonly today: CalendarDate },
  person: Person,
): Person {
  const { unit, serial, today } = facts;
  if (!unit.isSite) return person;
  const from = addDays(today, -30 - (serial % 400));
  const home = communityId((unit.street + (serial % 5)) % 12, serial % 6);
  const station = riderStationId(unit.street);
  const isMember = person.joinedOn !== undefined || person.declaredStage === 'fullMember';
  return {
    ...person,
    affiliations: [
      ...(person.affiliations ?? []),
      { kind: 'residence', areaId: home, from },
      ...(station === undefined || serial % 3 === 0
        ? []
        : [{ kind: 'station' as const, stationId: station, from }]),
    ],
    ...countedAt(serial, home, from, person),
    ...(isMember && serial % 8 === 1
      ? { awaySince: addDays(today, -100 - (serial % 9) * 40) }
      : {}),
    ...(isMember && serial % 16 === 1 ? { isFloating: true } : {}),
  };
}

/** Mostly the site counts; some are counted where they live, a few nowhere yet. */
function countedAt(
  serial: number,
  home: string,
  from: CalendarDate,
  { countedUnder = [] }: Person,
): Pick<Person, 'countedUnder'> {
  if (serial % 13 === 6) return { countedUnder: [] };
  if (serial % 6 !== 4) return {};
  const before = countedUnder.map((each) => ({ ...each, until: addDays(from, -1) }));
  return { countedUnder: [...before, { areaId: home, from }] };
}
