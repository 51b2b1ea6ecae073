import { definitionOf, fieldDefinitions, type FieldId } from '../../core/intake/fields-data';
import type {
  ColumnReading,
  FieldValue,
  Interpretation,
  NormalisedRow,
  SheetReading,
} from '../../core/intake/interpretation';
import { columnLetters, type RawWorkbook } from '../../core/intake/raw-workbook';
import { cellText, rawValue } from '../../core/intake/text';

type Part = Readonly<Record<string, unknown>>;

/** More rows than this are counted, not printed. */
const mostSamples = 5_000;

/** What the importable rows say once read, under the labels of the samples. */
export function normalizedSamples(imported: readonly SheetReading[], isSingle: boolean): Part[] {
  return imported
    .flatMap(({ name, rows }) =>
      rows.flatMap(({ row, record }) =>
        record === undefined
          ? []
          : [{ ...(isSingle ? {} : { sheet: name }), row, ...labelled(record.fields) }],
      ),
    )
    .slice(0, mostSamples);
}

function isField(key: string): key is FieldId {
  return Object.hasOwn(fieldDefinitions, key);
}

function labelled(fields: NormalisedRow['fields']): Record<string, FieldValue> {
  const entries = Object.entries(fields).map(
    ([key, value]) => [isField(key) ? definitionOf(key).label : key, value] as const,
  );
  return Object.fromEntries(entries);
}

/** Every day the workbook stores as a number or with a date format, beside the day it was read as. */
export function storedDates(workbook: RawWorkbook, imported: readonly SheetReading[]): Part[] {
  const isSingle = imported.length === 1;
  return imported.flatMap((sheet) => datesOf(workbook, sheet, isSingle)).slice(0, mostSamples);
}

function datesOf(workbook: RawWorkbook, sheet: SheetReading, isSingle: boolean): Part[] {
  const raw = workbook.sheets.find(({ name }) => name === sheet.name);
  const cells = new Map(raw?.rows.map(({ row, cells: found }) => [row, found]));
  const columns = sheet.columns.filter(isDateColumn);
  return sheet.rows.flatMap(({ row, record }) =>
    columns.flatMap(({ column, header, field }) => {
      const cell = cells.get(row)?.[column];
      const value = record?.fields[field];
      if (cell === null || cell === undefined || typeof cell === 'string' || value === undefined)
        return [];
      const stored =
        typeof cell === 'object' && cell.kind === 'date' ? cell.serial : rawValue(cell);
      const place = isSingle ? {} : { sheet: sheet.name };
      return [{ ...place, row, col: columnLetters(column), header, stored, value }];
    }),
  );
}

function isDateColumn(
  column: ColumnReading,
): column is ColumnReading & { readonly field: FieldId } {
  return column.field !== undefined && definitionOf(column.field).kind === 'date';
}

/** How many different people, branches and places the importable rows speak of. */
export function extraCounts({ sheets }: Interpretation): Part {
  const seen: Record<string, Set<string>> = {};
  const counted: readonly (readonly [label: string, fields: readonly FieldId[]])[] = [
    ['people', ['name']],
    ['branches', ['branchName', 'partyOrganizationName']],
    ['committees', ['committeeName', 'superiorPartyOrganization']],
    ['units', ['organizationName']],
    ['towns', ['town']],
  ];
  for (const { record } of sheets.flatMap(({ rows }) => rows)) {
    for (const [label, fields] of counted) {
      const value = fields.map((field) => record?.fields[field]).find((each) => each !== undefined);
      if (record === undefined || typeof value !== 'string') continue;
      (seen[label] ??= new Set()).add(label === 'people' ? record.key : value);
    }
  }
  return Object.fromEntries(Object.entries(seen).map(([label, values]) => [label, values.size]));
}

/** Size of what was read and the time it took, in milliseconds. */
export function performancePart(
  workbook: RawWorkbook,
  { readMs, examineMs }: { readonly readMs: number; readonly examineMs: number },
): Part {
  const rows = workbook.sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  const cells = workbook.sheets
    .flatMap((sheet) => sheet.rows)
    .reduce((sum, row) => sum + row.cells.filter((cell) => cellText(cell) !== '').length, 0);
  return { rows, cells, read_ms: readMs, examine_ms: examineMs };
}
