import { definitionOf, type FieldKind } from './fields-data';
import type { SheetLayout } from './find-layout';
import type { ColumnReading } from './interpretation';
import { readField } from './read-field';
import type { SheetGrid } from './sheet-grid';
import { hasContent } from './text';

/** Fewer cells than this prove nothing about a column. */
const fewestCells = 4;
const lookedAt = 200;

/** Kinds whose cells tell whether the header was understood; names and numbers of people are sure. */
const tellingKinds: ReadonlySet<FieldKind> = new Set(['date', 'count', 'enum', 'range']);

/**
 * Takes back what a header promised where most cells say otherwise: 人员类别 that holds 学生 and 教工 is
 * no stage, 业务主管单位 that holds names is no count. Such a column is kept as a custom field.
 */
export function confirmColumns(
  columns: readonly ColumnReading[],
  grid: SheetGrid,
  layout: SheetLayout,
  chosen: Readonly<Record<number, unknown>>,
): readonly ColumnReading[] {
  return columns.map((column) => {
    const isDoubtful =
      column.field !== undefined &&
      tellingKinds.has(definitionOf(column.field).kind) &&
      !Object.hasOwn(chosen, column.column) &&
      !isBorneOut(column, grid, layout);
    return isDoubtful ? { ...column, field: undefined } : column;
  });
}

function isBorneOut(column: ColumnReading, grid: SheetGrid, layout: SheetLayout): boolean {
  let filled = 0;
  let unreadable = 0;
  const last = Math.min(layout.lastRow, layout.firstDataRow + lookedAt);
  for (let row = layout.firstDataRow; row <= last; row += 1) {
    const cell = grid.cellAt(row, column.column);
    if (cell === null || !hasContent(cell)) continue;
    filled += 1;
    // What is doubtful about a value (约30人, 待定) still shows that the column is what it says.
    const { value, problems } = readField(cell, column.field, 1900);
    const isRefused = problems.some(({ code }) => misunderstood.has(code));
    if (value === undefined && isRefused) unreadable += 1;
  }
  return filled < fewestCells || unreadable * 2 <= filled;
}

/**
 * Whether a column such as 出生日期 is filled by the day: its header says 日, and most cells have one.
 * 组建年月 asks for no day, nor does a 成立日期 that everybody filled by the month.
 */
export function isFilledByDay(
  { column, field, header }: ColumnReading,
  grid: SheetGrid,
  layout: SheetLayout,
): boolean {
  if (field === undefined || definitionOf(field).isMonthEnough !== true) return false;
  if (!/日/.test(header)) return false;
  let [days, months] = [0, 0];
  const last = Math.min(layout.lastRow, layout.firstDataRow + lookedAt);
  for (let row = layout.firstDataRow; row <= last; row += 1) {
    const { value } = readField(grid.cellAt(row, column), field, 1900);
    if (typeof value !== 'string') continue;
    if (value.length > 7) days += 1;
    else months += 1;
  }
  return days > months;
}

const misunderstood: ReadonlySet<string> = new Set([
  'DATE_INVALID',
  'NUMBER_INVALID',
  'UNKNOWN_ENUM',
  'GENDER_UNKNOWN',
]);
