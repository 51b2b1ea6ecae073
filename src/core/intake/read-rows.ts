import { skipCodeOf, type SkipCode } from './classify-row';
import type { FieldId } from './fields-data';
import type { SheetLayout } from './find-layout';
import type { ColumnReading, FieldValue } from './interpretation';
import { isFilledByDay } from './confirm-columns';
import { issueCodes, type Issue } from './issue-codes';
import { customKeys, isDerivedColumn } from './map-columns';
import { foldHeader } from './map-header';
import type { RawCell } from './raw-workbook';
import { readField } from './read-field';
import type { FieldReading, RowDraft } from './row-draft';
import type { SheetGrid } from './sheet-grid';
import { cellText, foldText, hasContent, rawValue } from './text';

export interface SkippedRow {
  readonly row: number;
  readonly issue: Issue;
}

export interface TableInput {
  readonly grid: SheetGrid;
  readonly layout: SheetLayout;
  readonly columns: readonly ColumnReading[];
  readonly dateSystem: 1900 | 1904;
}

const identityFields: ReadonlySet<FieldId> = new Set([
  'name',
  'instructorName',
  'organizationName',
  'branchName',
  'partyOrganizationName',
]);

export interface RowReader {
  /** A record to examine, or why the row holds none. */
  readonly read: (row: number) => RowDraft | SkippedRow;
  /** All that a row is read by beside its own cells: of the same shape, the same cells read the same. */
  readonly shape: string;
}

/** Reads the rows under the header one by one. */
export function rowReader(input: TableInput): RowReader {
  const { grid, columns, dateSystem } = input;
  const headers = new Map(columns.map(({ column, header }) => [column, foldHeader(header)]));
  const plans = planColumns(input);
  const firstColumn = columns[0]?.column ?? 0;
  const derivedColumns = columnsWhere(columns, isDerivedColumn);
  const identityColumns = columnsWhere(
    columns,
    ({ field }) => field !== undefined && identityFields.has(field),
  );
  return {
    read(row) {
      const texts = textsOf(grid, row);
      const code = skipCodeOf({ texts, headers, firstColumn, derivedColumns, identityColumns });
      return code === undefined ? readRow(input, row, plans) : { row, issue: skipIssue(code) };
    },
    shape: JSON.stringify([grid.sheet.name, dateSystem, columns, plans.map(isDayOf)]),
  };
}

const isDayOf = ({ isDayAsked }: ColumnPlan) => isDayAsked;

function columnsWhere(
  columns: readonly ColumnReading[],
  test: (column: ColumnReading) => boolean,
): ReadonlySet<number> {
  return new Set(columns.filter(test).map(({ column }) => column));
}

function textsOf(grid: SheetGrid, row: number): Map<number, string> {
  const texts = new Map<number, string>();
  grid.rowAt(row)?.cells.forEach((cell, column) => {
    if (!hasContent(cell)) return;
    texts.set(column, foldText(cellText(cell)));
  });
  return texts;
}

function skipIssue(code: SkipCode): Issue {
  const { meaning, severity } = issueCodes[code];
  return { code, col: null, column: null, raw: null, why: meaning, severity };
}

/** What is the same in every row of a column; an empty cell is this very object, row after row. */
interface ColumnPlan {
  readonly column: ColumnReading;
  readonly key: string;
  readonly isDerived: boolean;
  readonly isDayAsked: boolean;
  readonly blank: FieldReading;
}

function planColumns({ columns, grid, layout }: TableInput): readonly ColumnPlan[] {
  const keys = customKeys(columns);
  return columns
    .filter(({ isIgnored }) => !isIgnored)
    .map((column) => ({
      column,
      key: keys.get(column.column) ?? '',
      isDerived: isDerivedColumn(column),
      isDayAsked: isFilledByDay(column, grid, layout),
      blank: { column: column.column, header: column.header, raw: null, problems: [] },
    }));
}

function readRow(input: TableInput, row: number, plans: readonly ColumnPlan[]): RowDraft {
  const fields = new Map<FieldId, FieldReading>();
  const custom: Record<string, FieldValue> = {};
  const issues: Issue[] = [];
  let filled: ColumnReading | undefined;
  for (const { column, key, isDerived, isDayAsked, blank } of plans) {
    const { cell, isFromAbove } = findCell(input, row, column.column);
    const placed =
      cell === null ? blank : readCell(cell, { column, blank, input, isFromAbove, isDayAsked });
    if (isFromAbove && !isDerived) filled ??= column;
    if (column.field !== undefined) fields.set(column.field, placed);
    else if (placed.value !== undefined) custom[key] = placed.value;
    if (placed.problems.length > 0) pushProblems(issues, placed);
  }
  joinPeople(fields);
  if (filled !== undefined) issues.push(fillIssue(filled));
  const isFilledDown = filled?.field !== undefined && identityFields.has(filled.field);
  return { sheet: input.grid.sheet.name, row, fields, custom, isFilledDown, issues };
}

interface CellPlace extends Pick<ColumnPlan, 'column' | 'blank' | 'isDayAsked'> {
  readonly input: TableInput;
  readonly isFromAbove: boolean;
}

function readCell(
  cell: RawCell,
  { column, blank, input, isFromAbove, isDayAsked }: CellPlace,
): FieldReading {
  const { value, problems } = readField(cell, column.field, input.dateSystem, isDayAsked);
  const raw = isFromAbove ? null : rawValue(cell);
  if (value !== undefined) {
    return { column: column.column, header: column.header, raw, value, problems };
  }
  if (problems.length === 0 && raw === null) return blank;
  return { column: column.column, header: column.header, raw, problems };
}

const pairs: readonly (readonly [first: FieldId, second: FieldId])[] = [
  ['mentors', 'secondMentor'],
  ['introducers', 'secondIntroducer'],
];

/** 介绍人1 and 介绍人2 are one list in two columns. */
function joinPeople(fields: Map<FieldId, FieldReading>): void {
  for (const [first, second] of pairs) {
    const extra = fields.get(second);
    if (extra === undefined) continue;
    fields.delete(second);
    const own = fields.get(first) ?? extra;
    const named = [own, extra].flatMap(({ value }) => (typeof value === 'object' ? value : []));
    const people = [...new Set(named)];
    fields.set(first, people.length === 0 ? own : { ...own, value: people });
  }
}

/** A cell inside a vertical merge repeats the cell at its top, as a reader of the paper would. */
function findCell(
  { grid, layout }: TableInput,
  row: number,
  column: number,
): { cell: RawCell | null; isFromAbove: boolean } {
  const cell = grid.cellAt(row, column);
  if (hasContent(cell)) return { cell, isFromAbove: false };
  const range = grid.mergeAt(row, column);
  if (range === undefined || range.top === row || range.top < layout.firstDataRow) {
    return { cell, isFromAbove: false };
  }
  const above = grid.cellAt(range.top, range.left);
  return { cell: above, isFromAbove: hasContent(above) };
}

function pushProblems(issues: Issue[], reading: FieldReading): void {
  for (const { code, why, severity } of reading.problems) {
    issues.push({
      code,
      col: reading.header,
      column: reading.column,
      raw: reading.raw,
      why,
      severity: severity ?? issueCodes[code].severity,
    });
  }
}

function fillIssue(column: ColumnReading): Issue {
  return {
    code: 'FILL_DOWN',
    col: column.header,
    column: column.column,
    raw: null,
    why: '与上一行合并，按上方内容填充',
    severity: issueCodes.FILL_DOWN.severity,
  };
}
