import type { VaultInput, VaultOutput } from '../../../contract/channels';
import type { DueItem, Result } from '../../../contract/common';
import type { CalendarDay } from '../../../contract/people-views';
import { daysInMonth, type CalendarDate } from '../../../core/calendar/calendar-date';
import { dayNumberOf, fromDayNumber, toDayNumber } from '../../../core/calendar/day-number';
import { isProvisionalYear, isWorkingDay } from '../../../core/calendar/working-days';
import { absent } from '../../../core/deadlines/packed';
import { isNotBefore } from '../columns/query-people';
import { personFlags } from '../columns/people-columns';
import type { Desk } from './desk';
import { personDueItem } from './due-items';
import { filteredRows } from './people-list';

type Due = { readonly row: number; readonly line: number; readonly day: number };
type Days = { readonly first: number; readonly last: number };

const shownPerDay = 3;
const shownOfOneDay = 200;

/** What is due on each day of a month for the people the filter lets through. */
export function peopleCalendar(
  desk: Desk,
  { filter, month }: VaultInput<'people.calendar'>,
): Result<VaultOutput<'people.calendar'>> {
  const days = daysOf(month);
  const byDay = new Map<number, Due[]>();
  const due = dueWithin(desk, filteredRows(desk, filter), days);
  for (const each of due) {
    const known = byDay.get(each.day);
    if (known === undefined) byDay.set(each.day, [each]);
    else known.push(each);
  }
  const numbers = Array.from({ length: days.last - days.first + 1 }, (_, day) => days.first + day);
  return {
    ok: true,
    value: {
      month,
      total: due.length,
      days: numbers.map((day) => calendarDay(desk, day, byDay.get(day) ?? [])),
      isProvisional: isProvisionalYear(Number(month.slice(0, 4)), desk.engine.calendar),
    },
  };
}

export function peopleCalendarDay(
  desk: Desk,
  { filter, on }: VaultInput<'people.calendarDay'>,
): Result<VaultOutput<'people.calendarDay'>> {
  const day = toDayNumber(on);
  const due = dueWithin(desk, filteredRows(desk, filter), { first: day, last: day });
  return {
    ok: true,
    value: { total: due.length, items: itemsOf(desk, due.slice(0, shownOfOneDay)) },
  };
}

function daysOf(month: string): Days {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const first = dayNumberOf(year, number, 1);
  return { first, last: first + daysInMonth(year, number) - 1 };
}

/** A first possible day that is past is no event any more; a latest day that is past still is. */
function dueWithin({ people, bounds }: Desk, rows: Int32Array, { first, last }: Days): Due[] {
  const silent = personFlags.retired | personFlags.closed;
  const live = rows.filter((row) => ((people.flags[row] ?? 0) & silent) === 0);
  const found: Due[] = [];
  for (const [line, days] of people.due.columns.entries()) {
    const from = isNotBefore[line] === true ? Math.max(first, bounds.today) : first;
    for (const row of live) {
      const day = days[row] ?? absent;
      if (day !== absent && day >= from && day <= last) found.push({ row, line, day });
    }
  }
  return found.sort((a, b) => a.day - b.day || a.line - b.line || a.row - b.row);
}

function calendarDay(desk: Desk, day: number, due: readonly Due[]): CalendarDay {
  const on: CalendarDate = fromDayNumber(day);
  return {
    on,
    isWorkingDay: isWorkingDay(on, desk.engine.calendar),
    total: due.length,
    items: itemsOf(desk, due.slice(0, shownPerDay)).map(({ key, subjectName, title, bound }) => ({
      key,
      subjectName,
      title,
      bound,
    })),
  };
}

function itemsOf(desk: Desk, due: readonly Due[]): DueItem[] {
  return due.flatMap(({ row, line }) => personDueItem(desk, row, line) ?? []);
}
