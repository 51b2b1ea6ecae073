import type { RecordChange } from './change';

type Json = RecordChange['before'];
type Fields = Readonly<Record<string, unknown>>;

/**
 * A record as it would stand without one earlier change: fields that still are as the change left them go
 * back, what was typed since stays. `undefined` where nothing of the change is left to take back.
 * @example takeBack({ a: 1 }, { a: 2, b: 2 }, { a: 2, b: 3 }) //=> { a: 1, b: 3 }
 */
export function takeBack(before: Json, after: Json, now: Json): Json | undefined {
  if (isSame(now, after)) return before;
  if (!isFields(before) || !isFields(after) || !isFields(now)) return undefined;
  const back = withoutChange(before, after, now);
  return isSame(back, now) ? undefined : (back as Json);
}

function withoutChange(before: Fields, after: Fields, now: Fields): Fields {
  const back: Record<string, unknown> = { ...now };
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [old, changed, current] = [before[key], after[key], now[key]];
    if (isSame(old, changed)) continue;
    if (isSame(current, changed)) put(back, key, old);
    else if (isFields(changed) && isFields(current)) {
      put(back, key, withoutChange(isFields(old) ? old : {}, changed, current));
    }
  }
  return back;
}

function put(record: Record<string, unknown>, key: string, value: unknown): void {
  if (value === undefined) delete record[key];
  else record[key] = value;
}

/** A plain object; lists are one value, as they were typed. */
function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
