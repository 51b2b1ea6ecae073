import { packedColumns, type PackedColumn } from '../../../core/deadlines/packed';
import type { StoredPart } from '../ledger/hot-projection';
import { ColumnReader } from './column-bytes';

/** The packed facts of one person: a table of one row, as the engine reads it. */
export type FactRow = readonly Int32Array[];
export const emptyFactRow = (): FactRow => packedColumns.map(() => new Int32Array(1));

const numberOf = new Map(packedColumns.map((name, index) => [name, index]));

/**
 * The packed facts of everybody, one column each. A stored column is read when somebody first asks for it: the
 * first screen asks for few of them.
 */
export class FactColumns {
  readonly #columns: (Int32Array | undefined)[] = [];
  /** Rows written since, for the columns that nobody has read yet. */
  readonly #written = new Map<number, Int32Array>();

  constructor(private readonly stored?: (name: PackedColumn) => StoredPart) {}

  column(name: PackedColumn): Int32Array {
    return this.#read(numberOf.get(name) ?? 0, name);
  }

  all(): Int32Array[] {
    return packedColumns.map((name, index) => this.#read(index, name));
  }

  put(row: number, facts: FactRow): void {
    const written = new Int32Array(facts.length);
    for (let index = 0; index < facts.length; index += 1) {
      const value = facts[index]?.[0] ?? 0;
      written[index] = value;
      const column = this.#columns[index];
      if (column !== undefined) this.#columns[index] = withValue(column, row, value);
    }
    this.#written.set(row, written);
  }

  /** Copies one person's facts out. */
  copyRow(row: number, target: FactRow): void {
    const written = this.#written.get(row);
    for (const [index, name] of packedColumns.entries())
      target[index]?.set([written?.[index] ?? this.#read(index, name)[row] ?? 0]);
  }

  /** The first `count` rows as they stand now, one part per column; unread columns are not read for it. */
  encode(count: number): { readonly name: PackedColumn; readonly pieces: StoredPart['pieces'] }[] {
    const written = new Map(this.#written);
    return packedColumns.map((name, index) => {
      const column = this.#columns[index];
      const stored = this.stored?.(name);
      if (column !== undefined || stored === undefined) {
        const copy = this.#read(index, name).slice(0, count);
        return { name, pieces: () => [bytesOf(copy)] };
      }
      if (written.size === 0) return { name, pieces: stored.pieces };
      return {
        name,
        pieces: () => [bytesOf(withRows(stored, { written, index }).slice(0, count))],
      };
    });
  }

  #read(index: number, name: PackedColumn): Int32Array {
    const stored = this.stored?.(name);
    return (this.#columns[index] ??= withRows(stored, { written: this.#written, index }));
  }
}

const smallest = 1024;

function withValue(column: Int32Array, row: number, value: number): Int32Array {
  let target = column;
  if (row >= column.length) {
    target = new Int32Array(Math.max(smallest, row + 1, column.length * 2));
    target.set(column);
  }
  target[row] = value;
  return target;
}

/** A column as it is stored, with the rows that were written since. */
function withRows(
  stored: StoredPart | undefined,
  { written, index }: { written: ReadonlyMap<number, Int32Array>; index: number },
): Int32Array {
  let column = stored === undefined ? new Int32Array(smallest) : readColumn(stored.whole());
  for (const [row, facts] of written) column = withValue(column, row, facts[index] ?? 0);
  return column;
}

const readColumn = (bytes: Buffer) =>
  new ColumnReader(bytes).int32(bytes.length / Int32Array.BYTES_PER_ELEMENT);

const bytesOf = (column: Int32Array) =>
  new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
