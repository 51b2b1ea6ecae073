import type { MergedRange, RawCell, RawRow, RawSheet } from './raw-workbook';
import { cellText, foldText, hasContent } from './text';

/** A sheet as a table one can ask for a cell; merged ranges answer with their first cell. */
export interface SheetGrid {
  readonly sheet: RawSheet;
  /** Last row with content, 0 for an empty sheet. */
  readonly lastRow: number;
  readonly columnCount: number;
  readonly rowAt: (row: number) => RawRow | undefined;
  readonly cellAt: (row: number, column: number) => RawCell | null;
  /** The merged range a cell belongs to. */
  readonly mergeAt: (row: number, column: number) => MergedRange | undefined;
  /** Whether any cell of the row belongs to a merged range: then it does not stand by itself. */
  readonly isMerged: (row: number) => boolean;
  /** Folded text of a cell, looked up through its merged range. */
  readonly spreadText: (row: number, column: number) => string;
}

export function buildGrid(sheet: RawSheet): SheetGrid {
  const rows = new Map(sheet.rows.map((row) => [row.row, row]));
  const filled = sheet.rows.filter((row) => row.cells.some(hasContent));
  const merges = indexMerges(sheet.merges);
  const cellAt = (row: number, column: number) => rows.get(row)?.cells[column] ?? null;
  const mergeAt = (row: number, column: number) =>
    merges.get(row)?.find((range) => column >= range.left && column <= range.right);
  return {
    sheet,
    lastRow: filled.at(-1)?.row ?? 0,
    columnCount: filled.reduce((widest, row) => Math.max(widest, row.cells.length), 0),
    rowAt: (row) => rows.get(row),
    cellAt,
    mergeAt,
    isMerged: (row) => merges.has(row),
    spreadText(row, column) {
      const range = mergeAt(row, column);
      const cell = range === undefined ? cellAt(row, column) : cellAt(range.top, range.left);
      return foldText(cellText(cell));
    },
  };
}

/** A hostile sheet may declare a merge of a million rows; only rows of a real table are indexed. */
const tallestMerge = 5_000;

function indexMerges(merges: readonly MergedRange[]): Map<number, MergedRange[]> {
  const byRow = new Map<number, MergedRange[]>();
  for (const range of merges) {
    const bottom = Math.min(range.bottom, range.top + tallestMerge);
    for (let row = range.top; row <= bottom; row += 1) {
      const list = byRow.get(row);
      if (list === undefined) byRow.set(row, [range]);
      else list.push(range);
    }
  }
  return byRow;
}
