import type { CalendarDate } from '../calendar/calendar-date';
import { holdsOn } from '../coverage/join-units';
import type { Person } from '../records/person';

/** 归口: where a person is counted on a day; exactly one organisation or area, or nowhere yet. */
export type CountingPlace =
  { readonly kind: 'organization' | 'area'; readonly id: string } | { readonly kind: 'none' };

type Entry = NonNullable<Person['countedUnder']>[number];

function placeOf({ organizationId, areaId }: Entry): CountingPlace | undefined {
  if (organizationId !== undefined) return { kind: 'organization', id: organizationId };
  return areaId === undefined ? undefined : { kind: 'area', id: areaId };
}

const entriesOn = (person: Pick<Person, 'countedUnder'>, day: CalendarDate): Entry[] =>
  (person.countedUnder ?? []).filter((entry) => holdsOn(entry, day));

/**
 * The one place that counts a person on a day. Where periods overlap, the one that began last counts and no
 * other; an entry that names both an organisation and an area is the organisation's.
 * @example countingPlaceOn({ countedUnder: [{ organizationId: 'site-1' }] }, '2026-11-23')
 */
export function countingPlaceOn(
  person: Pick<Person, 'countedUnder'>,
  day: CalendarDate,
): CountingPlace {
  let best: { readonly from: string; readonly place: CountingPlace } | undefined;
  for (const entry of entriesOn(person, day)) {
    const place = placeOf(entry);
    const from = entry.from ?? '';
    if (place !== undefined && (best === undefined || from >= best.from)) best = { from, place };
  }
  return best?.place ?? { kind: 'none' };
}

/** More than one place claims the person that day: counted once, and worth a look. */
export function hasRivalPlaces(person: Pick<Person, 'countedUnder'>, day: CalendarDate): boolean {
  const places = entriesOn(person, day).flatMap((entry) => placeOf(entry) ?? []);
  return new Set(places.map((place) => JSON.stringify(place))).size > 1;
}

/**
 * Distinct people by whatever each is asked for. Everybody falls into exactly one bin, whoever is listed
 * twice is counted once, so the bins add up to the number of people.
 */
export function countPeople<Someone extends { readonly id: string }, Bin extends string>(
  people: readonly Someone[],
  binOf: (person: Someone) => Bin,
): Map<Bin, number> {
  const seen = new Set<string>();
  const counts = new Map<Bin, number>();
  for (const person of people) {
    if (seen.has(person.id)) continue;
    seen.add(person.id);
    const bin = binOf(person);
    counts.set(bin, (counts.get(bin) ?? 0) + 1);
  }
  return counts;
}

/** The periods after a person is counted elsewhere from a day on; what held before is closed the day before. */
export function movedTo(
  entries: readonly Entry[],
  target: Pick<Entry, 'organizationId' | 'areaId'>,
  days: { readonly from: CalendarDate; readonly dayBefore: CalendarDate },
): Entry[] {
  const { from, dayBefore } = days;
  const kept = entries.flatMap((entry): Entry[] => {
    // What would only have begun on that day or later is replaced by the new place.
    if (entry.from !== undefined && entry.from >= from) return [];
    return [
      entry.until === undefined || entry.until >= from ? { ...entry, until: dayBefore } : entry,
    ];
  });
  return [...kept, { ...target, from }];
}
