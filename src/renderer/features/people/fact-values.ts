import type { Dossier } from '../../../core/records/dossier';
import { isBadTypedDate, readTypedDate } from '../../lib/typed-date';
import { factFields, type FactField } from './fact-fields';

/** The texts of a form, by the place of the fact. */
export type FactValues = Readonly<Record<string, string>>;

const separator = /[、，,;；\s]+/;
const splitList = (text: string) => text.split(separator).filter((piece) => piece !== '');

type Bag = Readonly<Record<string, unknown>>;

const readAt = (value: unknown, keys: readonly string[]): unknown =>
  keys.reduce<unknown>((part, key) => (part as Bag | undefined)?.[key], value);

const nameOf = (each: unknown) => (each as { readonly name: string }).name;

export function textOf({ kind }: Pick<FactField, 'kind'>, value: unknown): string {
  if (value === undefined) return '';
  if (kind === 'names') return (value as readonly unknown[]).map(nameOf).join('、');
  if (kind === 'dates') return (value as readonly string[]).join('、');
  return String(value as string | number | boolean);
}

/** The dossier as the form's texts. */
export function readFacts(dossier: Dossier, fields: readonly FactField[] = factFields): FactValues {
  return Object.fromEntries(
    fields.map((field) => [field.id, textOf(field, readAt(dossier, field.id.split('.')))]),
  );
}

/** Whether a typed text cannot be the fact of its field. */
export function isBadFact({ kind }: FactField, text: string): boolean {
  const typed = text.trim();
  if (typed === '') return false;
  if (kind === 'date') return isBadTypedDate(typed);
  if (kind === 'dates') return splitList(typed).some(isBadTypedDate);
  return kind === 'number' && !/^\d+(\.\d+)?$/.test(typed);
}

/** The fact that a text says; `undefined` where the field is empty. */
export function valueOf(
  { kind, isNumber }: Pick<FactField, 'kind' | 'isNumber'>,
  text: string,
  old: unknown,
): unknown {
  const typed = text.trim();
  if (typed === '') return undefined;
  switch (kind) {
    case 'date':
      return readTypedDate(typed);
    case 'dates':
      return splitList(typed).map(readTypedDate);
    case 'number':
      return Number(typed);
    case 'flag':
      return typed === 'true';
    case 'names':
      return namesOf(old, typed);
    case 'choice':
      return isNumber ? Number(typed) : typed;
    case 'text':
      return typed;
  }
}

/** Names as typed; what was known of a name stays with it. */
function namesOf(old: unknown, text: string): unknown[] {
  const known = new Map(((old ?? []) as readonly unknown[]).map((each) => [nameOf(each), each]));
  return splitList(text).map((name) => known.get(name) ?? { name });
}

/** A part of the dossier with one fact set or emptied; a part without any fact left is none. */
function withFact(part: unknown, keys: readonly string[], value: unknown): unknown {
  const [key, ...deeper] = keys;
  if (key === undefined) return value;
  const { [key]: old, ...rest } = (part ?? {}) as Bag;
  const next = withFact(old, deeper, value);
  const made = next === undefined ? rest : { ...rest, [key]: next };
  return Object.keys(made).length === 0 ? undefined : made;
}

/** What the form changed, as a patch of whole fields; emptied fields are named in `clears`. */
export function applyFacts(
  dossier: Dossier,
  values: FactValues,
  fields: readonly FactField[] = factFields,
): { patch: Partial<Dossier>; clears: string[] } {
  const before = readFacts(dossier, fields);
  const changed = fields.filter(({ id }) => (values[id] ?? '').trim() !== before[id]);
  const parts = new Map<string, unknown>();
  for (const field of changed) {
    const [top = '', ...keys] = field.id.split('.');
    const part = parts.has(top) ? parts.get(top) : dossier[top as keyof Dossier];
    const value = valueOf(field, values[field.id] ?? '', readAt(part, keys));
    parts.set(top, withFact(part, keys, value));
  }
  const kept = [...parts].filter(([, value]) => value !== undefined);
  return {
    patch: Object.fromEntries(kept) as Partial<Dossier>,
    clears: [...parts].filter(([, value]) => value === undefined).map(([key]) => key),
  };
}
