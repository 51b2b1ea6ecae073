import type { DueItem } from '../../../contract/common';
import type { DueBucket } from '../../../contract/desk-work';
import type { CalendarDate } from '../../../core/calendar/calendar-date';
import { daysBetween } from '../../../core/calendar/arithmetic';
import { deadlineTable } from '../../../core/deadlines/deadline-table';
import { absent } from '../../../core/deadlines/packed';
import { isNotBefore, type DayBounds } from '../columns/query-people';
import { personFlags, rowOf } from '../columns/people-columns';
import type { Desk } from './desk';
import { personDueItem, requestItem, taskItem, termItemOfRow } from './due-items';
import { isDutyKey } from './office-duties';
import { silentKeys } from './snoozes';

/** Places of one bucket, earliest first; an item is made only for the rows asked for. */
export type DuePlaces = {
  readonly length: number;
  readonly items: (offset: number, limit: number) => DueItem[];
};

function bucketOf(
  day: number,
  canBePast: boolean,
  { today, sunday, in30 }: DayBounds,
): DueBucket | undefined {
  if (day < today) return canBePast ? 'overdue' : undefined;
  if (day <= sunday) return 'thisWeek';
  return day <= in30 ? 'within30' : undefined;
}

/** One number per place, day before source before row: sorting numbers costs a fraction of sorting items. */
class Keys {
  readonly #stride: number;
  readonly #rows: number;
  readonly buckets: Record<DueBucket, number[]> = { overdue: [], thisWeek: [], within30: [] };

  /** Places that somebody has put off. */
  readonly #silent = new Set<number>();

  constructor(sources: number, rows: number) {
    this.#rows = rows + 1;
    this.#stride = sources * this.#rows;
  }

  add(bucket: DueBucket, at: { day: number; source: number; row: number }): void {
    const { day, source, row } = at;
    const place = source * this.#rows + row;
    if (!this.#silent.has(place)) this.buckets[bucket].push(day * this.#stride + place);
  }

  silence(source: number, row: number): void {
    this.#silent.add(source * this.#rows + row);
  }

  sorted(bucket: DueBucket): Float64Array {
    return Float64Array.from(this.buckets[bucket]).sort();
  }

  /** Where a key points: days may lie before 1970, so the rest is taken upwards. */
  placeOf(key: number): { source: number; row: number } {
    const rest = ((key % this.#stride) + this.#stride) % this.#stride;
    return { source: Math.floor(rest / this.#rows), row: rest % this.#rows };
  }
}

/** Everything due, by bucket. */
export function duePlaces(desk: Desk): Record<DueBucket, DuePlaces> {
  const { people, terms } = desk;
  const tasks = desk.reference.gapTasks.all();
  const requests = desk.reference.requests.all();
  const lines = deadlineTable.length;
  const rows = Math.max(people.count, terms.due.length, tasks.length, requests.length);
  const keys = new Keys(lines + 3, rows);
  silencePlaces(desk, keys);
  collectPeople(desk, keys);
  collectTerms(desk, keys, lines);
  collectDated(desk, keys, { source: lines + 1, items: tasks });
  collectDated(desk, keys, { source: lines + 2, items: requests });
  const make = (key: number): DueItem | undefined => {
    const { source, row } = keys.placeOf(key);
    if (source < lines) return personDueItem(desk, row, source);
    if (source === lines) return termItemOfRow(desk, row);
    const isTask = source === lines + 1;
    return isTask
      ? taskItem(desk, tasks[row]?.id ?? '')
      : requestItem(desk, requests[row]?.id ?? '');
  };
  const placesOf = (bucket: DueBucket): DuePlaces => {
    const sorted = keys.sorted(bucket);
    return {
      length: sorted.length,
      items: (offset, limit) =>
        [...sorted.subarray(offset, offset + limit)].flatMap((key) => make(key) ?? []),
    };
  };
  return {
    overdue: placesOf('overdue'),
    thisWeek: placesOf('thisWeek'),
    within30: placesOf('within30'),
  };
}

/** Finds the place of each reminder that is put off; mostly there are none. */
function silencePlaces(desk: Desk, keys: Keys): void {
  const { people, terms, reference } = desk;
  const lines = deadlineTable.length;
  for (const key of silentKeys(desk)) {
    if (isDutyKey(key)) continue;
    const cut = key.lastIndexOf('/');
    const [id, rule] = [key.slice(0, cut), key.slice(cut + 1)];
    const line = deadlineTable.findIndex((entry) => entry.rule === rule);
    if (rule === 'task')
      keys.silence(
        lines + 1,
        reference.gapTasks.all().findIndex((task) => task.id === id),
      );
    else if (rule === 'request')
      keys.silence(
        lines + 2,
        reference.requests.all().findIndex((request) => request.id === id),
      );
    else if (line >= 0) keys.silence(line, rowOf(people, id) ?? -1);
    else keys.silence(lines, terms.ids.find(id) ?? -1);
  }
}

function collectPeople(desk: Desk, keys: Keys): void {
  const { people, bounds } = desk;
  const { flags } = people;
  const out = personFlags.retired | personFlags.closed;
  for (const source of deadlineTable.keys()) {
    const canBePast = isNotBefore[source] !== true;
    people.due.visit(source, (row, day) => {
      if (day > bounds.in30 || ((flags[row] ?? 0) & out) !== 0) return;
      const bucket = bucketOf(day, canBePast, bounds);
      if (bucket !== undefined) keys.add(bucket, { day, source, row });
    });
  }
}

function collectTerms(desk: Desk, keys: Keys, source: number): void {
  const { bounds, terms } = desk;
  for (let row = 0; row < terms.due.length; row += 1) {
    const day = terms.due[row] ?? absent;
    const bucket = day === absent ? undefined : bucketOf(day, true, bounds);
    if (bucket !== undefined) keys.add(bucket, { day, source, row });
  }
}

/** Tasks and requests: what has a day and is not closed. */
function collectDated(
  desk: Desk,
  keys: Keys,
  {
    source,
    items,
  }: {
    readonly source: number;
    readonly items: readonly {
      readonly dueOn?: CalendarDate | undefined;
      readonly closedOn?: CalendarDate | undefined;
    }[];
  },
): void {
  const { bounds, today } = desk;
  for (const [row, item] of items.entries()) {
    if (item.dueOn === undefined || item.closedOn !== undefined) continue;
    const day = bounds.today + daysBetween(today, item.dueOn);
    const bucket = bucketOf(day, true, bounds);
    if (bucket !== undefined) keys.add(bucket, { day, source, row });
  }
}
