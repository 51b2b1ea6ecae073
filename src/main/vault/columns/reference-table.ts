import type { Pieces, StoredPart } from '../ledger/hot-projection';
import { ColumnReader, ColumnWriter } from './column-bytes';
import { TextColumn } from './text-column';

/** The table as it is stored, one row per record; a row without an id held a record that is gone. */
type Rows = {
  readonly ids: TextColumn;
  readonly lines: TextColumn;
  /** Row of each live record, in order of arrival. */
  readonly rowById: Map<string, number>;
};

/**
 * Records that pages join with, kept whole. Nothing is read before somebody asks, one record is parsed
 * alone, and only who wants all of them parses all.
 */
export class ReferenceTable<Value extends { readonly id: string }> {
  #rows: Rows | undefined;
  /** Records that were parsed or edited, by row. */
  readonly #values = new Map<number, Value>();
  /** Rows whose line is behind the record. */
  readonly #unwritten = new Set<number>();
  #list: readonly Value[] | undefined;
  /** Edits of a table that nobody has read yet, in their order; `null` = gone. */
  #waiting: [id: string, value: Value | null][] = [];
  /** Raised by every edit, so that what was computed from the table knows when it is stale. */
  version = 0;

  constructor(private readonly stored?: StoredPart) {}

  get(id: string | undefined): Value | undefined {
    if (id === undefined) return undefined;
    const rows = this.#ready();
    const row = rows.rowById.get(id);
    return row === undefined ? undefined : this.#valueAt(rows, row);
  }

  /** Live records, in order of arrival. */
  all(): readonly Value[] {
    if (this.#list === undefined) {
      const rows = this.#ready();
      this.#list = [...rows.rowById.values()].map((row) => this.#valueAt(rows, row));
    }
    return this.#list;
  }

  /** Ids of the live records, in order of arrival; no record is parsed for them. */
  ids(): Iterable<string> {
    return this.#ready().rowById.keys();
  }

  get size(): number {
    return this.#ready().rowById.size;
  }

  put(value: Value): void {
    if (this.#rows === undefined) this.#waiting.push([value.id, value]);
    else this.#write(this.#rows, value.id, value);
    this.#changed();
  }

  remove(id: string): void {
    if (this.#rows === undefined) this.#waiting.push([id, null]);
    else this.#write(this.#rows, id, null);
    this.#changed();
  }

  /** `count4`, ids, one JSON line per record. */
  encode(): Pieces {
    if (this.#rows === undefined && this.#waiting.length === 0 && this.stored !== undefined)
      return this.stored.pieces;
    const { ids, lines } = this.#ready();
    for (const row of this.#unwritten) lines.set(row, JSON.stringify(this.#values.get(row)));
    this.#unwritten.clear();
    const writer = new ColumnWriter();
    writer.number(ids.length);
    writer.texts(ids);
    writer.texts(lines);
    return () => writer.pieces;
  }

  #changed(): void {
    this.#list = undefined;
    this.version += 1;
  }

  #valueAt({ lines }: Rows, row: number): Value {
    let value = this.#values.get(row);
    if (value === undefined) {
      value = JSON.parse(lines.at(row)) as Value;
      this.#values.set(row, value);
    }
    return value;
  }

  #write({ ids, lines, rowById }: Rows, id: string, value: Value | null): void {
    const known = rowById.get(id);
    if (value === null) {
      if (known === undefined) return;
      rowById.delete(id);
      this.#values.delete(known);
      this.#unwritten.delete(known);
      ids.set(known, '');
      lines.set(known, '');
      return;
    }
    const row = known ?? ids.length;
    if (known === undefined) {
      rowById.set(id, row);
      ids.set(row, id);
      lines.set(row, '');
    }
    this.#values.set(row, value);
    this.#unwritten.add(row);
  }

  #ready(): Rows {
    if (this.#rows === undefined) {
      const rows = this.stored === undefined ? noRows() : readRows(this.stored.whole());
      for (const [id, value] of this.#waiting) this.#write(rows, id, value);
      this.#waiting = [];
      this.#rows = rows;
    }
    return this.#rows;
  }
}

const noRows = (): Rows => ({
  ids: new TextColumn([]),
  lines: new TextColumn([]),
  rowById: new Map(),
});

function readRows(bytes: Buffer): Rows {
  const reader = new ColumnReader(bytes);
  const count = reader.number();
  const ids = reader.texts(count);
  const lines = reader.texts(count);
  const rowById = new Map<string, number>();
  for (const [row, id] of ids.list().entries()) if (id !== '') rowById.set(id, row);
  return { ids, lines, rowById };
}
