import { packedColumns, type PackedColumn } from '../../../core/deadlines/packed';
import type { StoredPart } from '../ledger/hot-projection';
import { ColumnReader } from './column-bytes';

/** The packed facts of one person: a table of one row, as the engine reads it. */
export type FactRow = readonly Int32Array[];
export const emptyFactRow = (): FactRow => packedColumns.map(() => new Int32Array(1));

const width = packedColumns.length;
const numberOf = new Map(packedColumns.map((name, index) => [name, index]));

/**
 * The packed facts of everybody, one column each. A stored column is read when somebody first asks for it: the
 * first screen asks for few of them.
 */
export class FactColumns {
  readonly #columns = new Map<number, Int32Array>();
  /** Rows written since, for the columns that nobody has read yet. */
  readonly #written = new WrittenRows();

  constructor(private readonly stored?: (name: PackedColumn) => StoredPart) {}

  column(name: PackedColumn): Int32Array {
    return this.#read(numberOf.get(name) ?? 0, name);
  }

  all(): Int32Array[] {
    return packedColumns.map((name, index) => this.#read(index, name));
  }

  put(row: number, facts: FactRow): void {
    this.#written.put(row, facts);
    for (const [index, column] of this.#columns)
      this.#columns.set(index, withValue(column, row, facts[index]?.[0] ?? 0));
  }

  /** Copies one person's facts out. */
  copyRow(row: number, target: FactRow): void {
    for (const [index, name] of packedColumns.entries())
      target[index]?.set([this.#written.at(row, index) ?? this.#read(index, name)[row] ?? 0]);
  }

  /** The first `count` rows as they stand now, one part per column; unread columns are not read for it. */
  encode(count: number): { readonly name: PackedColumn; readonly pieces: StoredPart['pieces'] }[] {
    const written = this.#written.copy();
    return packedColumns.map((name, index) => {
      const stored = this.stored?.(name);
      if (this.#columns.has(index) || stored === undefined) {
        const copy = this.#read(index, name).slice(0, count);
        return { name, pieces: () => [bytesOf(copy)] };
      }
      if (written.isEmpty) return { name, pieces: stored.pieces };
      return {
        name,
        pieces: () => [bytesOf(written.over(readColumn(stored), index).slice(0, count))],
      };
    });
  }

  #read(index: number, name: PackedColumn): Int32Array {
    let column = this.#columns.get(index);
    if (column === undefined) {
      const stored = this.stored?.(name);
      column = this.#written.over(
        stored === undefined ? new Int32Array(smallest) : readColumn(stored),
        index,
      );
      this.#columns.set(index, column);
    }
    return column;
  }
}

const smallest = 1024;

/** Whole rows of facts, side by side in one piece of memory. */
class WrittenRows {
  constructor(
    private readonly places = new Map<number, number>(),
    private values = new Int32Array(0),
  ) {}

  get isEmpty(): boolean {
    return this.places.size === 0;
  }

  put(row: number, facts: FactRow): void {
    let place = this.places.get(row);
    if (place === undefined) {
      place = this.places.size * width;
      this.places.set(row, place);
      if (place + width > this.values.length) {
        const larger = new Int32Array(Math.max(smallest, this.values.length * 2));
        larger.set(this.values);
        this.values = larger;
      }
    }
    for (let index = 0; index < width; index += 1)
      this.values[place + index] = facts[index]?.[0] ?? 0;
  }

  at(row: number, index: number): number | undefined {
    const place = this.places.get(row);
    return place === undefined ? undefined : this.values[place + index];
  }

  /** The column with these rows in it. */
  over(column: Int32Array, index: number): Int32Array {
    let whole = column;
    for (const [row, place] of this.places)
      whole = withValue(whole, row, this.values[place + index] ?? 0);
    return whole;
  }

  copy(): WrittenRows {
    return new WrittenRows(new Map(this.places), this.values.slice());
  }
}

function withValue(column: Int32Array, row: number, value: number): Int32Array {
  let target = column;
  if (row >= column.length) {
    target = new Int32Array(Math.max(smallest, row + 1, column.length * 2));
    target.set(column);
  }
  target[row] = value;
  return target;
}

function readColumn(stored: StoredPart): Int32Array {
  const bytes = stored.whole();
  return new ColumnReader(bytes).int32(bytes.length / Int32Array.BYTES_PER_ELEMENT);
}

const bytesOf = (column: Int32Array) =>
  new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
