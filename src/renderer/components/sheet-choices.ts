import type { VaultInput } from '../../contract/channels';
import { definitionOf, fieldIds } from '../../core/intake/fields-data';

/** The user's own choices by `sheet!column`: a field of ours, `custom` (kept under its header) or `ignore`. */
export type ColumnMapping = Readonly<Record<string, string>>;

/** Everything the user has said about the sheets. */
export type SheetChoices = {
  readonly mapping: ColumnMapping;
  readonly headerRows: Readonly<Record<string, readonly number[]>>;
  readonly included: Readonly<Record<string, boolean>>;
};

export const noChoices: SheetChoices = { mapping: {}, headerRows: {}, included: {} };

export function readingInput(
  token: string,
  { mapping, headerRows, included }: SheetChoices,
): VaultInput<'imports.read'> {
  const rows = Object.entries(headerRows).map(([sheet, each]): [string, number[]] => [
    sheet,
    [...each],
  ]);
  return {
    token,
    ...(Object.keys(mapping).length === 0 ? {} : { mapping: { ...mapping } }),
    ...(rows.length === 0 ? {} : { headerRows: Object.fromEntries(rows) }),
    ...(Object.keys(included).length === 0 ? {} : { included: { ...included } }),
  };
}

/** Another header names other columns: what was said about the old ones no longer holds. */
export function withHeader(
  choices: SheetChoices,
  sheet: string,
  rows: readonly number[],
): SheetChoices {
  const mapping = Object.fromEntries(
    Object.entries(choices.mapping).filter(([key]) => !key.startsWith(`${sheet}!`)),
  );
  return {
    mapping,
    headerRows: { ...choices.headerRows, [sheet]: rows },
    included: { ...choices.included, [sheet]: true },
  };
}

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
