import type { CalendarDate } from '../../../../core/calendar/calendar-date';
import { holdsOn } from '../../../../core/coverage/join-units';
import { factsOf } from '../../../../core/development/facts';
import { deriveStage } from '../../../../core/development/stage';
import type { Person } from '../../../../core/records/person';
import { stageCode } from '../../columns/people-columns';
import type { Desk } from '../desk';
import type { PlacedUnit } from './places';

function isFullMember(person: Person): boolean {
  const { stage } = deriveStage(factsOf(person));
  return (stage ?? person.declaredStage) === 'fullMember';
}

function unitsOf(person: Person, day: CalendarDate): string[] {
  return (person.affiliations ?? [])
    .filter(({ kind }) => kind === 'work' || kind === 'site')
    .filter((affiliation) => holdsOn(affiliation, day))
    .flatMap(({ organizationId }) => organizationId ?? []);
}

/**
 * Full members known by name in each unit. Only people of the units' own areas are read: the register may
 * hold a hundred thousand.
 */
export function secretariesByUnit(
  desk: Desk,
  placed: readonly PlacedUnit[],
): ReadonlyMap<string, readonly string[]> {
  const wanted = new Map<string, string[]>(placed.map(({ unit }) => [unit.id, []]));
  const areas = new Set(placed.map(({ organization }) => organization.areaId ?? ''));
  const { people } = desk;
  const fullMember = stageCode('fullMember');
  people.areaIds.forEach((areaId, row) => {
    if (people.stage[row] !== fullMember || !areas.has(areaId)) return;
    const person = desk.read('people', people.ids[row] ?? '');
    if (person === undefined || !isFullMember(person)) return;
    for (const id of unitsOf(person, desk.today)) wanted.get(id)?.push(person.name);
  });
  for (const { unit, organization } of placed) addHead(wanted.get(unit.id), organization.head);
  return wanted;
}

/** A head registered as 党员 may be secretary; whether full member is for a person to check. */
function addHead(names: string[] | undefined, head: PlacedUnit['organization']['head']): void {
  if (names === undefined || head?.isPartyMember !== true || head.name === undefined) return;
  if (!names.includes(head.name)) names.push(`${head.name}（负责人，待核实）`);
}
