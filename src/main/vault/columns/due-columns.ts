import { deadlineTable } from '../../../core/deadlines/deadline-table';
import {
  absent,
  allPackedDueDays,
  packedDueDays,
  type CompiledTable,
} from '../../../core/deadlines/packed';
import type { ColumnReader, ColumnWriter } from './column-bytes';
import { emptyFactRow, type FactColumns } from './fact-columns';

/** Rows with an open deadline of one line, ascending, and their days. */
type OpenDays = { readonly rows: Int32Array; readonly days: Int32Array };

/**
 * Open due day of everybody per line of the deadline table. Few rows have one, so that is how they are stored and
 * what the first screen reads; the full columns are made for the first list or the first edit.
 */
export class DueColumns {
  /** The law and the settings that the days follow from; '' where they were never made. */
  key = '';
  /** Rows whose facts are ahead of their due days. */
  readonly behind = new Set<number>();
  #open: readonly OpenDays[] | undefined;
  #columns: Int32Array[] | undefined;

  /** @param count people who have a row */
  constructor(
    private readonly count: () => number,
    open?: readonly OpenDays[],
  ) {
    this.#open = open;
  }

  /** One column per line of the table; a row is `absent` where nothing is open. */
  get columns(): readonly Int32Array[] {
    return this.#all();
  }

  #all(): Int32Array[] {
    this.#columns ??= deadlineTable.map((_, line) => fullColumn(this.count(), this.#open?.[line]));
    this.#open = undefined;
    return this.#columns;
  }

  at(line: number, row: number): number {
    if (this.#open === undefined) return this.columns[line]?.[row] ?? absent;
    const { rows, days } = this.#open[line] ?? noDays;
    return days[rows.indexOf(row)] ?? absent;
  }

  /** Every open day of a line, by row. */
  visit(line: number, see: (row: number, day: number) => void): void {
    const { rows, days } = this.#open?.[line] ?? noDays;
    for (let index = 0; index < rows.length; index += 1)
      see(rows[index] ?? 0, days[index] ?? absent);
    if (this.#open !== undefined) return;
    const column = this.columns[line] ?? noDays.days;
    for (let row = 0; row < this.count(); row += 1) {
      const day = column[row] ?? absent;
      if (day !== absent) see(row, day);
    }
  }

  /** Every row anew. */
  fill(table: CompiledTable, facts: FactColumns): void {
    this.#open = undefined;
    this.#columns = deadlineTable.map(() => new Int32Array(this.count()));
    allPackedDueDays(table, facts.all(), this.count(), this.#columns);
  }

  /** One row anew. */
  redo(table: CompiledTable, facts: FactColumns, row: number): void {
    facts.copyRow(row, factRow);
    packedDueDays(table, factRow, 0, dueRow);
    const columns = this.#all();
    for (const [line, column] of columns.entries())
      columns[line] = withDay(column, row, dueRow[line]?.[0] ?? absent);
  }

  /** `key`, and the open days where they are up to date. */
  encode(writer: ColumnWriter): void {
    const isUpToDate = this.behind.size === 0;
    writer.text(isUpToDate ? this.key : '');
    if (!isUpToDate || this.key === '') return;
    for (const line of deadlineTable.keys()) {
      const [rows, days]: [number[], number[]] = [[], []];
      this.visit(line, (row, day) => {
        rows.push(row);
        days.push(day);
      });
      writer.number(rows.length);
      writer.column(Int32Array.from(rows));
      writer.column(Int32Array.from(days));
    }
  }

  static decode(reader: ColumnReader, count: () => number): DueColumns {
    const key = reader.text();
    if (key === '') return new DueColumns(count);
    const open = deadlineTable.map(() => {
      const length = reader.number();
      return { rows: reader.int32(length), days: reader.int32(length) };
    });
    const due = new DueColumns(count, open);
    due.key = key;
    return due;
  }
}

const noDays: OpenDays = { rows: new Int32Array(0), days: new Int32Array(0) };
const factRow = emptyFactRow();
const dueRow = deadlineTable.map(() => new Int32Array(1));

function fullColumn(count: number, { rows, days }: OpenDays = noDays): Int32Array {
  const column = new Int32Array(count).fill(absent);
  for (const [index, row] of rows.entries()) column[row] = days[index] ?? absent;
  return column;
}

function withDay(column: Int32Array, row: number, day: number): Int32Array {
  let target = column;
  if (row >= column.length) {
    target = new Int32Array(Math.max(row + 1, column.length * 2)).fill(absent);
    target.set(column);
  }
  target[row] = day;
  return target;
}
