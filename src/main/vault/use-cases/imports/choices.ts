import type { VaultInput } from '../../../../contract/channels';
import { fieldDefinitions, type FieldId } from '../../../../core/intake/fields-data';
import type {
  Interpretation,
  MappingOverride,
  SheetReading,
} from '../../../../core/intake/interpretation';
import { columnLetters } from '../../../../core/intake/raw-workbook';
import type { Desk } from '../desk';

type SheetChoice = {
  isImported?: boolean;
  headerRows?: readonly number[];
  columns: Record<number, FieldId | 'custom' | 'ignore'>;
};
type Choices = Pick<VaultInput<'imports.read'>, 'mapping' | 'headerRows' | 'included'>;

/** `AA` → 26. */
export function columnIndex(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + (letter.charCodeAt(0) - 64), 0) - 1;
}

function isChoice(field: string): field is FieldId | 'custom' | 'ignore' {
  return field === 'custom' || field === 'ignore' || Object.hasOwn(fieldDefinitions, field);
}

/** The window's choices (`sheet!COLUMN` → field) as the importer takes them. */
export function overrideOf({ mapping = {}, headerRows = {}, included = {} }: Choices) {
  const sheets = Object.create(null) as Record<string, SheetChoice>;
  const choiceOf = (sheet: string) => (sheets[sheet] ??= { columns: {} });
  for (const [place, field] of Object.entries(mapping)) {
    const at = place.lastIndexOf('!');
    if (isChoice(field))
      choiceOf(place.slice(0, at)).columns[columnIndex(place.slice(at + 1))] = field;
  }
  for (const [sheet, rows] of Object.entries(headerRows)) choiceOf(sheet).headerRows = rows;
  for (const [sheet, isImported] of Object.entries(included)) {
    choiceOf(sheet).isImported = isImported;
  }
  return sheets as MappingOverride;
}

/** Mappings of earlier imports by the fingerprint of their header; the newest counts. */
export function rememberedMappings(desk: Desk): ReadonlyMap<string, Record<string, string>> {
  const remembered = new Map<string, Record<string, string>>();
  for (const { mappings } of desk.reference.importBatches.all()) {
    for (const [fingerprint, columns] of Object.entries(mappings ?? {})) {
      remembered.set(fingerprint, columns);
    }
  }
  return remembered;
}

/** What the user chose by hand before for headers like these, where nothing else was chosen now. */
export function withRemembered(
  { sheets }: Interpretation,
  override: MappingOverride,
  remembered: ReadonlyMap<string, Record<string, string>>,
): MappingOverride | undefined {
  const added: Record<string, SheetChoice> = {};
  for (const { name, fingerprint } of sheets) {
    const columns = remembered.get(fingerprint);
    if (columns === undefined) continue;
    const own = Object.hasOwn(override, name) ? override[name] : undefined;
    added[name] = { ...own, columns: { ...chosenColumns(columns), ...own?.columns } };
  }
  return Object.keys(added).length === 0 ? undefined : { ...override, ...added };
}

function chosenColumns(columns: Record<string, string>): SheetChoice['columns'] {
  const chosen: SheetChoice['columns'] = {};
  for (const [letters, field] of Object.entries(columns)) {
    if (isChoice(field)) chosen[columnIndex(letters)] = field;
  }
  return chosen;
}

/** The choices made by hand, to be remembered with the import under each header's fingerprint. */
export function mappingsToRemember(
  sheets: readonly SheetReading[],
  override: MappingOverride,
): Record<string, Record<string, string>> {
  const mappings: Record<string, Record<string, string>> = {};
  for (const { name, fingerprint, isImported } of sheets) {
    const chosen = Object.hasOwn(override, name) ? override[name]?.columns : undefined;
    if (!isImported || chosen === undefined || Object.keys(chosen).length === 0) continue;
    mappings[fingerprint] = Object.fromEntries(
      Object.entries(chosen).map(([column, field]) => [columnLetters(Number(column)), field]),
    );
  }
  return mappings;
}
