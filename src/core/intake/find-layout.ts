import type { SheetGrid } from './sheet-grid';
import { fieldOfHeader } from './map-header';
import { cellText, foldText } from './text';

/** Where the parts of a sheet are; rows 1-based. */
export interface SheetLayout {
  readonly titleRows: readonly number[];
  readonly infoRows: readonly number[];
  /** One to three rows, the lowest names the columns. */
  readonly headerRows: readonly number[];
  readonly firstDataRow: number;
  readonly lastRow: number;
}

export interface HeaderCell {
  readonly column: number;
  readonly header: string;
  /** Text of the merged cells above, outermost first. */
  readonly group: string | undefined;
}

const searchedRows = 25;
const highestHeader = 3;

/** Finds the header by the columns it names; `undefined` where nothing looks like a table. */
export function findLayout(
  grid: SheetGrid,
  givenRows?: readonly number[],
): SheetLayout | undefined {
  const headerRows = givenRows ?? findHeaderRows(grid);
  const first = headerRows[0];
  const last = headerRows.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const above = Array.from({ length: first - 1 }, (_, index) => index + 1).filter(
    (row) => textsOf(grid, row).length > 0,
  );
  const infoRows = above.filter((row, index) => isInfoRow(textsOf(grid, row), index));
  return {
    titleRows: above.filter((row) => !infoRows.includes(row)),
    infoRows,
    headerRows,
    firstDataRow: last + 1,
    lastRow: grid.lastRow,
  };
}

function findHeaderRows(grid: SheetGrid): number[] {
  let best = { row: 0, score: 0 };
  for (let row = 1; row <= Math.min(searchedRows, grid.lastRow); row += 1) {
    const score = headerScore(grid, row);
    if (score > best.score) best = { row, score };
  }
  if (best.row === 0) return [];
  const bottom = lowestHeaderRow(grid, best.row);
  const rows = [bottom];
  while (rows.length < highestHeader && isPartOfHeader(grid, (rows[0] ?? 0) - 1, rows[0] ?? 0)) {
    rows.unshift((rows[0] ?? 0) - 1);
  }
  return rows;
}

/** Known columns of a row whose cells are all short texts; 0 where it cannot be a header. */
function headerScore(grid: SheetGrid, row: number): number {
  const known = new Set<string>();
  let filled = 0;
  for (let column = 0; column < grid.columnCount; column += 1) {
    const cell = grid.cellAt(row, column);
    if (typeof cell === 'number') return 0;
    const text = grid.spreadText(row, column);
    if (text === '') continue;
    filled += 1;
    const field = text.length <= 40 ? fieldOfHeader(text) : undefined;
    if (field !== undefined) known.add(field);
  }
  return known.size >= 2 && known.size * 4 >= filled ? known.size + filled / 1000 : 0;
}

/** A vertical merge reaching below the row, or sub-headers under its groups, carry the header on. */
function lowestHeaderRow(grid: SheetGrid, row: number): number {
  let bottom = row;
  while (bottom - row < highestHeader - 1) {
    const reaches = columnsOf(grid).some((column) => {
      const range = grid.mergeAt(bottom, column);
      return range !== undefined && range.bottom > bottom && range.left === range.right;
    });
    if (!reaches || !isAllText(grid, bottom + 1)) return bottom;
    bottom += 1;
  }
  return bottom;
}

function isPartOfHeader(grid: SheetGrid, upper: number, lower: number): boolean {
  if (upper < 1) return false;
  const texts = textsOf(grid, upper);
  if (texts.length < 2 || !isAllText(grid, upper) || isInfoRow(texts, 1)) return false;
  const isMerged = columnsOf(grid).some((column) => {
    const range = grid.mergeAt(upper, column);
    return range !== undefined && (range.bottom >= lower || range.right > range.left);
  });
  const distinct = new Set(texts).size;
  // Without merges (delimited text) a group row is sparse: fewer texts than the row it heads.
  return isMerged || (distinct >= 2 && distinct < textsOf(grid, lower).length);
}

function columnsOf(grid: SheetGrid): number[] {
  return Array.from({ length: grid.columnCount }, (_, column) => column);
}

function isAllText(grid: SheetGrid, row: number): boolean {
  const cells = grid.rowAt(row)?.cells ?? [];
  return cells.every((cell) => cell === null || cell === undefined || typeof cell === 'string');
}

/** Texts standing in the row itself, merged cells once. */
function textsOf(grid: SheetGrid, row: number): string[] {
  const cells = grid.rowAt(row)?.cells ?? [];
  return cells.map((cell) => foldText(cellText(cell))).filter((text) => text !== '');
}

const infoWords =
  /填报|填表|制表|上报|盖章|单位[:]|日期[:]|时间[:]|联系人[:]|负责人[:]|审核人?[:]|截至|截止|电话[:]|单位[(（]/;

function isInfoRow(texts: readonly string[], index: number): boolean {
  const line = texts.join(' ').normalize('NFKC');
  if (infoWords.test(line)) return true;
  return index > 0 && /^[^:]{2,12}:|\d{4}年\d{1,2}月(\d{1,2}日)?$/.test(line);
}

/** Reads the header cells, each with the groups above it. */
export function readHeader(grid: SheetGrid, layout: SheetLayout): HeaderCell[] {
  const bottom = layout.headerRows.at(-1) ?? 0;
  const uppers = layout.headerRows.slice(0, -1);
  return columnsOf(grid).flatMap((column) => {
    const groups = uppers.map((row) => groupText(grid, row, column)).filter((text) => text !== '');
    const own = headerText(grid, bottom, column);
    const header = own === '' ? (groups.at(-1) ?? '') : own;
    if (header === '') return [];
    const above = [...new Set(groups)].filter((group) => group !== header);
    return [{ column, header, group: above.length === 0 ? undefined : above.join('/') }];
  });
}

/** The header as written; only line ends and outer spaces go, as people recognise it by its words. */
function headerText(grid: SheetGrid, row: number, column: number): string {
  const range = grid.mergeAt(row, column);
  const cell = range === undefined ? grid.cellAt(row, column) : grid.cellAt(range.top, range.left);
  return cellText(cell)
    .replace(/[\r\n]+/g, '')
    .trim();
}

function groupText(grid: SheetGrid, row: number, column: number): string {
  const own = headerText(grid, row, column);
  if (own !== '' || grid.sheet.merges.length > 0) return own;
  // Delimited text has no merges: a group reaches to the next one.
  for (let left = column - 1; left >= 0; left -= 1) {
    const text = headerText(grid, row, left);
    if (text !== '') return text;
  }
  return '';
}
