import type { RawCell, RawSheet, RawWorkbook } from './raw-workbook';

/** What the user wrote over a cell before the import; an empty text empties it. */
export interface CellEdit {
  readonly sheet: string;
  /** 1-based row of the sheet. */
  readonly row: number;
  /** 0-based column. */
  readonly column: number;
  readonly text: string;
}

/** The workbook as it reads with the user's edits: the file itself is never touched. */
export function applyEdits(workbook: RawWorkbook, edits: readonly CellEdit[]): RawWorkbook {
  if (edits.length === 0) return workbook;
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) =>
      editSheet(
        sheet,
        edits.filter((edit) => edit.sheet === sheet.name),
      ),
    ),
  };
}

function editSheet(sheet: RawSheet, edits: readonly CellEdit[]): RawSheet {
  if (edits.length === 0) return sheet;
  const byRow = new Map<number, CellEdit[]>();
  for (const edit of edits) byRow.set(edit.row, [...(byRow.get(edit.row) ?? []), edit]);
  const rows = sheet.rows.map((row) => {
    const own = byRow.get(row.row);
    return own === undefined ? row : { ...row, cells: editCells(row.cells, own) };
  });
  return { ...sheet, rows };
}

function editCells(
  cells: readonly (RawCell | null)[],
  edits: readonly CellEdit[],
): (RawCell | null)[] {
  const edited = [...cells];
  for (const { column, text } of edits) {
    while (edited.length < column) edited.push(null);
    edited[column] = text === '' ? null : text;
  }
  return edited;
}
