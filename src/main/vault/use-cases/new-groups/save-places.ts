import type { VaultInput, VaultOutput } from '../../../../contract/channels';
import type { Result } from '../../../../contract/common';
import { failed } from '../../../../contract/failure-words';
import { addDays } from '../../../../core/calendar/arithmetic';
import { isCalendarDate, type CalendarDate } from '../../../../core/calendar/calendar-date';
import { holdsOn } from '../../../../core/coverage/join-units';
import { countingPlaceOn, movedTo } from '../../../../core/new-groups/counting-place';
import type { Person } from '../../../../core/records/person';
import type { Desk } from '../desk';
import { asJson, patched } from '../save-person';

type Affiliation = NonNullable<Person['affiliations']>[number];
type Kind = Affiliation['kind'];
type Target = Pick<Affiliation, 'organizationId' | 'areaId' | 'stationId'>;

const isSame = (one: Target, other: Target): boolean =>
  one.organizationId === other.organizationId &&
  one.areaId === other.areaId &&
  one.stationId === other.stationId;

/** One link of a kind from a day on: the standing one ends the day before, an equal one stays as it is. */
function relinked(
  links: readonly Affiliation[],
  link: { readonly kind: Kind; readonly target: Target | undefined },
  from: CalendarDate,
): Affiliation[] {
  const { kind, target } = link;
  const standing = links.findLast((each) => each.kind === kind && holdsOn(each, from));
  if (target === undefined && standing === undefined) return [...links];
  if (target !== undefined && standing !== undefined && isSame(standing, target)) return [...links];
  const kept = links.flatMap((each): Affiliation[] => {
    if (each.kind !== kind || !holdsOn(each, from)) return [each];
    return each.from === from ? [] : [{ ...each, until: addDays(from, -1) }];
  });
  return target === undefined ? kept : [...kept, { kind, ...target, from }];
}

function countedTarget(words: string): Target | undefined {
  const [kind, id] = words.split(/:(.*)/s);
  if (id === undefined || id === '') return undefined;
  return kind === 'area' ? { areaId: id } : { organizationId: id };
}

function withPlaces(
  person: Person,
  { places, from }: Pick<VaultInput<'newGroups.savePlaces'>, 'places' | 'from'>,
): Person {
  const { siteId, stationId, residenceAreaId, countedIn, awaySince, isFloating } = places;
  const changes: readonly { readonly kind: Kind; readonly target: Target | undefined }[] = [
    { kind: 'site', target: siteId === '' ? undefined : { organizationId: siteId } },
    { kind: 'station', target: stationId === '' ? undefined : { stationId } },
    {
      kind: 'residence',
      target: residenceAreaId === '' ? undefined : { areaId: residenceAreaId },
    },
  ];
  const affiliations = changes.reduce<readonly Affiliation[]>(
    (links, link) => relinked(links, link, from),
    person.affiliations ?? [],
  );
  const target = countedTarget(countedIn);
  const standing = countingPlaceOn(person, from);
  const isMoved =
    target !== undefined &&
    (standing.kind === 'none' || countedIn !== `${standing.kind}:${standing.id}`);
  const countedUnder = isMoved
    ? movedTo(person.countedUnder ?? [], target, { from, dayBefore: addDays(from, -1) })
    : person.countedUnder;
  const patch = {
    affiliations,
    countedUnder,
    ...(isCalendarDate(awaySince) ? { awaySince } : {}),
    isFloating,
  };
  return patched(person, patch, awaySince === '' ? ['awaySince'] : []);
}

export function savePlaces(
  desk: Desk,
  { personId, from, places }: VaultInput<'newGroups.savePlaces'>,
): Result<VaultOutput<'newGroups.savePlaces'>> {
  const person = desk.read('people', personId);
  if (person === undefined) return failed('C-103');
  const after = withPlaces(person, { places, from });
  return desk.commit({
    action: 'newGroups.savePlaces',
    changes: [{ table: 'people', id: personId, before: asJson(person), after: asJson(after) }],
  });
}
