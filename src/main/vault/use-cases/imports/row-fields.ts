import { asDay, type CalendarDate, type FactDate } from '../../../../core/calendar/calendar-date';
import type { FieldValue } from '../../../../core/intake/interpretation';

/** One normalised row, read by type; what is not there stays absent and is never guessed. */
export class RowFields {
  constructor(private readonly fields: Readonly<Record<string, FieldValue>>) {}

  text(name: string): string | undefined {
    const value = this.fields[name];
    return value === undefined || value === ''
      ? undefined
      : Array.isArray(value)
        ? value.join('、')
        : String(value as string);
  }
  count(name: string): number | undefined {
    const value = this.fields[name];
    return typeof value === 'number' && value >= 0 ? Math.round(value) : undefined;
  }
  flag(name: string): boolean | undefined {
    const value = this.fields[name];
    if (typeof value === 'boolean') return value;
    return value === '是' ? true : value === '否' ? false : undefined;
  }
  date(name: string): FactDate | undefined {
    return this.text(name) as FactDate | undefined;
  }
  day(name: string): CalendarDate | undefined {
    return asDay(this.date(name));
  }
  list(name: string): readonly string[] | undefined {
    const value = this.fields[name];
    if (Array.isArray(value)) return value as readonly string[];
    return typeof value === 'string' && value !== '' ? [value] : undefined;
  }
  /** Columns that no field knows, under their own header. */
  custom(): Record<string, string> | undefined {
    const entries = Object.entries(this.fields).flatMap(([key, value]) =>
      key.startsWith('custom.') && value !== ''
        ? [[key.slice('custom.'.length), String(value as string)] as const]
        : [],
    );
    return entries.length === 0 ? undefined : Object.fromEntries(entries);
  }
}

/** Only what is known: `undefined` keys would not survive the record's shape. */
export function known<Value extends object>(value: Value): Value {
  return Object.fromEntries(
    Object.entries(value).filter(([, each]) => each !== undefined),
  ) as Value;
}
