import type { CalendarDate } from '../calendar/calendar-date';

type Fields = Readonly<Record<string, unknown>>;

/** Fields that say which record it is, not what is known of it. */
const ownFields: ReadonlySet<string> = new Set(['id', 'retired', 'label', 'formerNames']);

const text = (value: unknown): string => JSON.stringify(value) ?? '';

/** One field of two records that are to become one. */
export interface MergeField {
  readonly field: string;
  readonly kept: unknown;
  readonly dropped: unknown;
  /** Both say something and it is not the same: a person chooses. */
  readonly isConflict: boolean;
}

/** Every field in which the two are not alike, in the order of the record that stays. */
export function mergeFields(kept: object, dropped: object): MergeField[] {
  const one = kept as Fields;
  const other = dropped as Fields;
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return names
    .filter((field) => !ownFields.has(field) && text(one[field]) !== text(other[field]))
    .map((field) => ({
      field,
      kept: one[field],
      dropped: other[field],
      isConflict: one[field] !== undefined && other[field] !== undefined,
    }));
}

const isPlain = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is blank is filled, also inside a group of facts; what both know stays as the kept one has it. */
function filledFrom(kept: unknown, dropped: unknown): unknown {
  if (kept === undefined) return dropped;
  if (!isPlain(kept) || !isPlain(dropped)) return kept;
  const names = [...new Set([...Object.keys(kept), ...Object.keys(dropped)])];
  return Object.fromEntries(names.map((name) => [name, filledFrom(kept[name], dropped[name])]));
}

/** The record that stays: its own facts, its blanks filled, and the other's word where it was chosen. */
export function mergedRecord<Value extends { readonly id: string }>(
  kept: Value,
  dropped: Value,
  takes: readonly string[],
): Value {
  const merged: Record<string, unknown> = { ...kept };
  for (const { field, kept: one, dropped: other } of mergeFields(kept, dropped)) {
    merged[field] = takes.includes(field) && other !== undefined ? other : filledFrom(one, other);
  }
  return merged as Value;
}

/** The record that goes to 历史库: as it was, readable, and saying into which one it went. */
export function retiredInto<Value extends { readonly id: string; readonly name: string }>(
  dropped: Value,
  kept: { readonly id: string; readonly name: string },
  on: CalendarDate,
): Value & { readonly retired: { on: CalendarDate; reason: string; intoId: string } } {
  return {
    ...dropped,
    retired: { on, reason: `并入 ${kept.name}`.slice(0, 400), intoId: kept.id },
  };
}

/** The same value with every reference to one record pointing to another; the value itself where none does. */
export function repointed<Value>(value: Value, from: string, to: string): Value {
  if (value === from) return to as Value;
  if (Array.isArray(value)) {
    const next = value.map((each: unknown) => repointed(each, from, to));
    return next.some((each, index) => each !== value[index]) ? (next as Value) : value;
  }
  if (!isPlain(value)) return value;
  const entries = Object.entries(value);
  const next = entries.map(([name, each]) => [name, repointed(each, from, to)] as const);
  return next.some(([, each], index) => each !== entries[index]?.[1])
    ? (Object.fromEntries(next) as Value)
    : value;
}

interface Held {
  readonly organizationId: string;
  readonly from?: CalendarDate | undefined;
  readonly until?: CalendarDate | undefined;
}

const firstDay = (from: CalendarDate | undefined): string => from ?? '';
const lastDay = (until: CalendarDate | undefined): string => until ?? '9999';

/** Periods of one unit that touch become one, so that a merged unit is covered once and not twice. */
export function joinedPeriods<Period extends Held>(
  periods: readonly Period[],
  organizationId: string,
): Period[] {
  const mine = periods.filter((each) => each.organizationId === organizationId);
  const joined: Period[] = [];
  for (const period of [...mine].sort((a, b) => firstDay(a.from).localeCompare(firstDay(b.from)))) {
    const last = joined.at(-1);
    if (last === undefined || lastDay(last.until) < firstDay(period.from)) joined.push(period);
    else if (lastDay(period.until) > lastDay(last.until))
      joined[joined.length - 1] = until(last, period.until);
  }
  return [...periods.filter((each) => each.organizationId !== organizationId), ...joined];
}

function until<Period extends Held>(period: Period, day: CalendarDate | undefined): Period {
  const { until: _old, ...rest } = period;
  return (day === undefined ? rest : { ...rest, until: day }) as Period;
}
