import { asDay, type CalendarDate, type FactDate } from '../../../../core/calendar/calendar-date';
import { fieldDefinitions, type FieldId } from '../../../../core/intake/fields-data';
import type { FieldValue } from '../../../../core/intake/interpretation';
import { endsOf, type DateRange } from '../../../../core/intake/read-range';

/**
 * One normalised row, read by type; what is not there stays absent and is never guessed. What was read has
 * a place in the record; whatever nobody read is kept by `custom`, so that no column is lost.
 */
export class RowFields {
  readonly #used = new Set<string>();

  constructor(private readonly fields: Readonly<Record<string, FieldValue>>) {}

  text(name: string): string | undefined {
    const text = this.peek(name);
    // More than a field may hold is kept whole beside the record, not cut to fit.
    if (text !== undefined && text.length > longestField) return undefined;
    this.#used.add(name);
    return text;
  }
  /** Looks without taking: the value is also kept under its header. */
  peek(name: string): string | undefined {
    const value = this.fields[name];
    return value === undefined || value === '' ? undefined : textOf(value);
  }
  count(name: string, most = largestCount): number | undefined {
    const value = this.fields[name];
    if (typeof value !== 'number' || value < 0 || value > most) return undefined;
    this.#used.add(name);
    return Math.round(value);
  }
  flag(name: string): boolean | undefined {
    this.#used.add(name);
    const value = this.fields[name];
    if (typeof value === 'boolean') return value;
    return value === '是' ? true : value === '否' ? false : undefined;
  }
  date(name: string): FactDate | undefined {
    return this.text(name) as FactDate | undefined;
  }
  day(name: string): CalendarDate | undefined {
    const day = asDay(this.peek(name) as FactDate | undefined);
    if (day !== undefined) this.#used.add(name);
    return day;
  }
  list(name: string): readonly string[] | undefined {
    this.#used.add(name);
    const value = this.fields[name];
    if (Array.isArray(value)) return value as readonly string[];
    return typeof value === 'string' && value !== '' ? [value] : undefined;
  }
  /** A period in one cell; one that is not two plain dates stays with the header. */
  range(name: string): DateRange | undefined {
    const ends = endsOf(this.peek(name) ?? '');
    if (ends !== undefined) this.#used.add(name);
    return ends;
  }

  /** Columns without a place in the record, under their own header, beside those kept before. */
  custom(before: Readonly<Record<string, string>> | undefined): Record<string, string> | undefined {
    const kept: Record<string, string> = { ...before };
    for (const [name, value] of Object.entries(this.fields)) {
      if (this.#used.has(name) || value === '') continue;
      const header = headerOf(name).slice(0, longestHeader);
      if (isSafe(header)) kept[header] = shortened(textOf(value));
    }
    return Object.keys(kept).length === 0 ? undefined : kept;
  }
}

const longestField = 400;
const largestCount = 10_000_000;
const longestHeader = 120;
const longestValue = 4000;
const shortened = (text: string) =>
  text.length > longestValue ? `${text.slice(0, longestValue - 10)}…（过长，已截短）` : text;
const isSafe = (name: string) => !['__proto__', 'constructor', 'prototype', ''].includes(name);

function textOf(value: FieldValue): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  return typeof value === 'object' ? value.join('、') : String(value);
}

function isField(name: string): name is FieldId {
  return Object.hasOwn(fieldDefinitions, name);
}

/** The header a value without a place is kept under. */
export function headerOf(name: string): string {
  if (!isField(name)) return name.replace(/^custom\./, '');
  return fieldDefinitions[name].headers[0] ?? name;
}

const fieldOfFirstHeader = new Map(
  (Object.keys(fieldDefinitions) as FieldId[]).map((field) => [headerOf(field), field] as const),
);

/** The values kept under headers, in the importer's words again. */
export function fieldsOfCustom(
  custom: Readonly<Record<string, string>> | undefined,
): Record<string, FieldValue> {
  const fields: Record<string, FieldValue> = {};
  for (const [header, text] of Object.entries(custom ?? {})) {
    const field = fieldOfFirstHeader.get(header);
    if (field === undefined) fields[`custom.${header}`] = text;
    else fields[field] = valueOf(field, text);
  }
  return fields;
}

function valueOf(field: FieldId, text: string): FieldValue {
  const { kind, enumName }: { kind: string; enumName?: string } = fieldDefinitions[field];
  if (kind === 'count') return Number(text);
  if (kind === 'people' || kind === 'units') return text.split('、');
  return enumName === 'yesNo' || enumName === 'builtState' ? text === '是' : text;
}

/** Only what is known: `undefined` keys would not survive the record's shape. */
export function known<Value extends object>(value: Value): Value {
  return Object.fromEntries(
    Object.entries(value).filter(([, each]) => each !== undefined),
  ) as Value;
}
