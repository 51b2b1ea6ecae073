import type { VaultInput, VaultOutput } from '../../../../contract/channels';
import type { Result } from '../../../../contract/common';
import type { ImportRow } from '../../../../contract/imports';
import { failed } from '../../../../contract/failure-words';
import type { RowReading, SheetReading } from '../../../../core/intake/interpretation';
import { columnLetters, type RawCell, type RawRow } from '../../../../core/intake/raw-workbook';
import { remedies } from '../../../../core/intake/remedies';
import { cellText } from '../../../../core/intake/text';
import type { Desk } from '../desk';
import { columnIndex } from './choices';
import { examine, maskDigits } from './import-views';
import type { Shelf, Waiting } from './intake-shelf';

const editKey = (sheet: string, row: number, column: number) => `${sheet}!${row}!${column}`;

export function listImportRows(
  _desk: Desk,
  shelf: Shelf,
  { token, verdict, range }: VaultInput<'imports.rows'>,
): Result<VaultOutput<'imports.rows'>> {
  const waiting = shelf.examined(token);
  if (waiting === undefined) return failed('C-103');
  const found = waiting.interpretation.sheets.flatMap((sheet) =>
    sheet.rows
      .filter((row) => verdict === undefined || row.verdict === verdict)
      .map((row) => ({ sheet, row })),
  );
  const shown = found.slice(range.offset, range.offset + range.limit);
  const cells = cellFinder(waiting);
  return {
    ok: true,
    value: {
      rows: shown.map(({ sheet, row }) => rowView({ sheet, row, waiting, cells })),
      total: found.length,
    },
  };
}

/** One cell is written over for this import: its row is judged anew, and what rows make of one another. */
export function editImport(
  desk: Desk,
  shelf: Shelf,
  { token, sheet, row, column, text }: VaultInput<'imports.edit'>,
): Result<VaultOutput<'imports.edit'>> {
  const waiting = shelf.examined(token);
  if (waiting === undefined) return failed('C-103');
  const place = { sheet, row, column: columnIndex(column) };
  const key = editKey(sheet, row, place.column);
  if (text === null) waiting.edits.delete(key);
  else waiting.edits.set(key, { ...place, text: text.trim() });
  examine(desk, waiting);
  const reading = waiting.interpretation.sheets.find(({ name }) => name === sheet);
  const found = reading?.rows.find((each) => each.row === row);
  if (reading === undefined || found === undefined) return failed('C-103');
  return {
    ok: true,
    value: {
      row: rowView({ sheet: reading, row: found, waiting, cells: cellFinder(waiting) }),
      edits: waiting.edits.size,
    },
  };
}

type CellFinder = (sheet: string, row: number, column: number) => RawCell | null;

function cellFinder({ workbook }: Waiting): CellFinder {
  const sheets = new Map<string, ReadonlyMap<number, RawRow>>();
  for (const { name, rows } of workbook.sheets) {
    sheets.set(name, new Map(rows.map((row) => [row.row, row])));
  }
  return (sheet, row, column) => sheets.get(sheet)?.get(row)?.cells[column] ?? null;
}

interface RowPlace {
  readonly sheet: SheetReading;
  readonly row: RowReading;
  readonly waiting: Waiting;
  readonly cells: CellFinder;
}

function rowView({ sheet, row, waiting, cells }: RowPlace): ImportRow {
  const textAt = (column: number) => {
    const edit = waiting.edits.get(editKey(sheet.name, row.row, column));
    return { text: edit?.text ?? cellText(cells(sheet.name, row.row, column)), edit };
  };
  return {
    sheet: sheet.name,
    row: row.row,
    verdict: row.verdict,
    keyWords: keyWordsOf(row, sheet, (column) => textAt(column).text),
    cells: sheet.columns
      .filter(({ isIgnored }) => !isIgnored)
      .map(({ column, header }) => {
        const { text, edit } = textAt(column);
        const shown = maskDigits(text);
        return {
          column: columnLetters(column),
          header,
          shown,
          isMasked: shown !== text,
          isEdited: edit !== undefined,
        };
      }),
    issues: row.issues.map(({ code, col, column, raw, why, severity }) => ({
      code,
      place: column === null ? '' : columnLetters(column),
      column: col ?? '',
      raw: raw === null ? '' : maskDigits(String(raw)),
      why: maskDigits(why),
      remedy: remedies[code],
      severity,
    })),
  };
}

const naming = [
  'name',
  'organizationName',
  'instructorName',
  'partyOrganizationName',
  'branchName',
];

/** Whom or what the row is about, also where it is refused. */
function keyWordsOf(
  { record }: RowReading,
  { columns }: SheetReading,
  textAt: (column: number) => string,
): string {
  for (const field of naming) {
    const value = record?.fields[field];
    if (typeof value === 'string') return value;
    const column = columns.find((each) => each.field === field)?.column;
    const text = column === undefined ? '' : textAt(column).trim();
    if (text !== '') return maskDigits(text);
  }
  return '';
}
