import type { RecordChange } from '../../../core/records/change';

type Json = RecordChange['after'];
type JsonObject = { readonly [key: string]: Json };

/** What turns the record after an act into the record before it. */
export type ReversePatch = {
  /** Values that were others. */
  readonly set?: JsonObject;
  /** Keys that were not there. */
  readonly drop?: readonly string[];
  /** Objects in which something was otherwise. */
  readonly inner?: { readonly [key: string]: ReversePatch };
};

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The patch between two states of one record, or `undefined` where one of them is no object. */
export function reversePatch(before: Json, after: Json): ReversePatch | undefined {
  return isObject(before) && isObject(after) ? patchOf(before, after) : undefined;
}

function patchOf(before: JsonObject, after: JsonObject): ReversePatch {
  const set: Record<string, Json> = {};
  const inner: Record<string, ReversePatch> = {};
  for (const [key, old] of Object.entries(before)) {
    const now = Object.hasOwn(after, key) ? after[key] : undefined;
    if (old === now) continue;
    if (isObject(old) && isObject(now)) {
      const patch = patchOf(old, now);
      if (Object.keys(patch).length > 0) inner[key] = patch;
    } else if (now === undefined || JSON.stringify(old) !== JSON.stringify(now)) set[key] = old;
  }
  const drop = Object.keys(after).filter((key) => !Object.hasOwn(before, key));
  return {
    ...(Object.keys(set).length > 0 ? { set } : {}),
    ...(drop.length > 0 ? { drop } : {}),
    ...(Object.keys(inner).length > 0 ? { inner } : {}),
  };
}

/** The record as it was before. */
export function applyReverse(after: Json, patch: ReversePatch): Json {
  if (!isObject(after)) throw new TypeError('a patch needs a record');
  const before: Record<string, Json> = { ...after, ...patch.set };
  for (const key of patch.drop ?? []) delete before[key];
  for (const [key, deeper] of Object.entries(patch.inner ?? {}))
    before[key] = applyReverse(after[key] ?? null, deeper);
  return before;
}
