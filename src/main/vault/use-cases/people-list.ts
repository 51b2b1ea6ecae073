import type { VaultInput, VaultOutput } from '../../../contract/channels';
import type { Result } from '../../../contract/common';
import { readyLists, type PersonRow } from '../../../contract/people';
import { fromDayNumber } from '../../../core/calendar/day-number';
import { absent } from '../../../core/deadlines/packed';
import { stages, type Stage } from '../../../core/records/person';
import { stageOfCode, type PeopleColumns } from '../columns/people-columns';
import { nextDue, rowsByName, selectRows, testsOf } from '../columns/query-people';
import type { Desk } from './desk';
import { personDueItem } from './due-items';
import { areaWithin, streetName } from './gap-views';

type Sort = VaultInput<'people.list'>['sort'];

/** One scan over the columns, one ordering, one window of rows (performance.md G9, G10). */
export function listPeople(
  desk: Desk,
  { filter, sort, range }: VaultInput<'people.list'>,
): Result<VaultOutput<'people.list'>> {
  const { people, bounds } = desk;
  const order = sort.by === 'name' ? rowsByName(people) : people.count;
  const rows = orderRows(people, filteredRows(desk, filter, order), sort, bounds.today);
  const window = rows.subarray(range.offset, range.offset + range.limit);
  return {
    ok: true,
    value: {
      rows: [...window].map((row) => rowView(desk, row)),
      total: rows.length,
      byStage: countByStage(people, rows),
    },
  };
}

/** Rows the filter lets through, in the order given; every view of the page asks this. */
export function filteredRows(
  desk: Desk,
  filter: VaultInput<'people.list'>['filter'],
  order: Int32Array | number = desk.people.count,
): Int32Array {
  const areaIds = filter.areaId === undefined ? undefined : areaWithin(desk, filter.areaId);
  return selectRows(order, testsOf(desk.people, filter, desk.bounds, areaIds));
}

function orderRows(people: PeopleColumns, rows: Int32Array, sort: Sort, today: number): Int32Array {
  if (sort.by === 'name') return sort.descending ? rows.reverse() : rows;
  const keys = new Float64Array(rows.length);
  const key = sortKey(people, sort.by, today);
  for (const [index, row] of rows.entries()) keys[index] = key(row);
  const order = Int32Array.from(rows.keys());
  const direction = sort.descending ? -1 : 1;
  order.sort((a, b) => ((keys[a] ?? 0) - (keys[b] ?? 0)) * direction || a - b);
  return order.map((index) => rows[index] ?? 0);
}

const last = Number.MAX_SAFE_INTEGER;

/** A number per row that sorts as asked; what is not known goes to the end. */
function sortKey(people: PeopleColumns, by: Sort['by'], today: number): (row: number) => number {
  switch (by) {
    case 'dueOn':
      return (row) => nextDue(people, row, today)?.day ?? last;
    case 'stage':
      return (row) => people.stage[row] ?? 0;
    case 'daysInStage':
      return (row) => ((people.since[row] ?? absent) === absent ? last : (people.since[row] ?? 0));
    case 'branch':
    case 'name': {
      const ranks = new Map([...new Set(people.branchIds)].sort().map((id, rank) => [id, rank]));
      return (row) => ranks.get(people.branchIds[row] ?? '') ?? last;
    }
  }
}

export function rowView(desk: Desk, row: number): PersonRow {
  const { people, bounds, reference } = desk;
  const since = people.since[row] ?? absent;
  const due = nextDue(people, row, bounds.today);
  const item = due === undefined ? undefined : personDueItem(desk, row, due.line);
  const branchId = people.branchIds[row] ?? '';
  return {
    id: people.ids[row] ?? '',
    name: people.names[row] ?? '',
    stage: stageOfCode(people.stage[row] ?? 0) ?? null,
    branchName: desk.partyName(branchId) ?? '',
    areaName: streetName(
      desk,
      people.areaIds[row] || reference.partyOrganizations.get(branchId)?.areaId,
    ),
    since: since === absent ? null : fromDayNumber(since),
    daysInStage: since === absent ? null : bounds.today - since,
    next:
      item === undefined
        ? null
        : {
            rule: item.rule,
            title: item.title,
            dueOn: item.dueOn,
            bound: item.bound,
            days: item.days,
          },
  };
}

function countByStage(people: PeopleColumns, rows: Int32Array): Record<Stage, number> {
  const counts = new Int32Array(stages.length + 1);
  for (const row of rows)
    counts[people.stage[row] ?? 0] = (counts[people.stage[row] ?? 0] ?? 0) + 1;
  return Object.fromEntries(
    stages.map((stage, index) => [stage, counts[index + 1] ?? 0]),
  ) as Record<Stage, number>;
}

/** Each number is the length of the list it opens. */
export function countReadyLists(desk: Desk): Result<VaultOutput<'people.readyLists'>> {
  return {
    ok: true,
    value: readyLists.map((id) => ({ id, count: filteredRows(desk, { readyList: id }).length })),
  };
}
