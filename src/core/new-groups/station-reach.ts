import { addDays } from '../calendar/arithmetic';
import type { CalendarDate } from '../calendar/calendar-date';
import { streetsOf } from '../coverage/area-tree';
import type { Area } from '../records/area';
import type { Station } from '../records/work';

/** How near the next station is: in the site's own community, elsewhere in its street, or not even there. */
export const reaches = ['community', 'street', 'none', 'unknown'] as const;
export type Reach = (typeof reaches)[number];

interface Placed {
  readonly id: string;
  readonly areaId?: string | undefined;
}

/** Where the stations are, by community and by street. */
export interface StationMap {
  readonly areas: ReadonlySet<string>;
  readonly streets: ReadonlySet<string>;
  readonly streetOf: ReadonlyMap<string, string>;
}

export function mapStations(
  stations: readonly Pick<Station, 'areaId'>[],
  areas: readonly Area[],
  day: CalendarDate,
): StationMap {
  const streetOf = streetsOf(areas, day);
  const placed = stations.flatMap(({ areaId }) => areaId ?? []);
  return {
    areas: new Set(placed),
    streets: new Set(placed.flatMap((id) => streetOf.get(id) ?? [])),
    streetOf,
  };
}

/** A site that says only its street is near whatever station the street has. */
export function reachOf({ areaId }: Placed, map: StationMap): Reach {
  if (areaId === undefined) return 'unknown';
  if (map.areas.has(areaId)) return 'community';
  const street = map.streetOf.get(areaId);
  return street !== undefined && map.streets.has(street) ? 'street' : 'none';
}

/** Whether a station's last check is longer ago than the district allows; never checked is unknown. */
export function checkState(
  { lastCheckedOn }: Pick<Station, 'lastCheckedOn'>,
  question: { readonly today: CalendarDate; readonly days: number },
): 'fine' | 'overdue' | 'unknown' {
  if (lastCheckedOn === undefined) return 'unknown';
  return addDays(lastCheckedOn, question.days) < question.today ? 'overdue' : 'fine';
}
