import { definitionOf, fieldIds } from '../../../core/intake/fields-data';

/** The user's own choices by `sheet!column`: a field of ours, `custom` (kept under its header) or `ignore`. */
export type ColumnMapping = Readonly<Record<string, string>>;

export function mappingKey(sheet: string, column: string): string {
  return `${sheet}!${column}`;
}

export type FieldOption = { readonly value: string; readonly words: string };

/** What a column may be mapped to, by the header people write most. */
export const fieldOptions: readonly FieldOption[] = fieldIds.flatMap((field) => {
  const { headers, kind } = definitionOf(field);
  const words = headers[0];
  return words === undefined || kind === 'derived' ? [] : [{ value: field, words }];
});
