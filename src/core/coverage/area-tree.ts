import type { CalendarDate } from '../calendar/calendar-date';
import type { Area } from '../records/area';

type Find = (id: string) => Area | undefined;

/** Whether a place is there on the day; a merged one ends on its day, and days before keep it. */
export const isAreaOn = ({ retired }: Area, day: CalendarDate): boolean =>
  retired === undefined || retired.on > day;

/** What stands in a place on the day: the place itself, or the one it was merged into by then. */
export function standingArea(
  find: Find,
  id: string | undefined,
  day: CalendarDate,
): Area | undefined {
  const seen = new Set<string>();
  let area = id === undefined ? undefined : find(id);
  while (area !== undefined && !isAreaOn(area, day) && !seen.has(area.id)) {
    seen.add(area.id);
    const { intoId } = area.retired ?? {};
    area = intoId === undefined ? undefined : find(intoId);
  }
  return area;
}

/** The street a place lies in on the day, or the highest place above it where there is none. */
export function streetOn(find: Find, id: string | undefined, day: CalendarDate): Area | undefined {
  const seen = new Set<string>();
  let area = standingArea(find, id, day);
  while (area !== undefined && area.level !== 'street' && !seen.has(area.id)) {
    seen.add(area.id);
    const above = standingArea(find, area.parentId, day);
    if (above === undefined) return area;
    area = above;
  }
  return area;
}

/** Street by area id on the day: a community or grid stands for the street above it; other levels for themselves. */
export function streetsOf(areas: readonly Area[], day: CalendarDate): Map<string, string> {
  const byId = new Map(areas.map((area) => [area.id, area]));
  const find: Find = (id) => byId.get(id);
  return new Map(
    areas.map(({ id }) => {
      const street = streetOn(find, id, day);
      return [id, street?.level === 'street' ? street.id : id];
    }),
  );
}

/** Rows of the counts: the streets, in the order of the records, those merged away on some day too. */
export const streetIdsOf = (areas: readonly Area[]): string[] =>
  areas.filter(({ level }) => level === 'street').map(({ id }) => id);
