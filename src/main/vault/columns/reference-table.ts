import { ColumnReader, ColumnWriter } from './column-bytes';
import type { TextColumn } from './text-column';

/**
 * Records that pages join with, kept whole. Nothing is read before somebody asks, one record is parsed
 * alone, and only who wants all of them parses all.
 */
export class ReferenceTable<Value extends { readonly id: string }> {
  /** Row of each id in the stored lines, or the record itself once it was parsed or edited. */
  #records: Map<string, Value | number> | undefined;
  #lines: TextColumn | undefined;
  #list: readonly Value[] | undefined;
  /** Edits of a table that nobody has read yet; `null` = gone. */
  readonly #waiting = new Map<string, Value | null>();
  /** Raised by every edit, so that what was computed from the table knows when it is stale. */
  version = 0;

  constructor(private readonly read?: () => Buffer) {}

  get(id: string | undefined): Value | undefined {
    if (id === undefined) return undefined;
    const records = this.#map();
    const found = records.get(id);
    if (typeof found !== 'number') return found;
    const value = this.#parse(found);
    records.set(id, value);
    return value;
  }

  /** Live records, in order of arrival. */
  all(): readonly Value[] {
    if (this.#list === undefined) {
      const records = this.#map();
      for (const [id, value] of records)
        if (typeof value === 'number') records.set(id, this.#parse(value));
      // Every row was parsed just now.
      this.#list = [...records.values()] as Value[];
    }
    return this.#list;
  }

  get size(): number {
    return this.#map().size;
  }

  put(value: Value): void {
    if (this.#records === undefined) this.#waiting.set(value.id, value);
    else this.#records.set(value.id, value);
    this.#changed();
  }

  remove(id: string): void {
    if (this.#records === undefined) this.#waiting.set(id, null);
    else this.#records.delete(id);
    this.#changed();
  }

  /** `count4`, ids, one JSON line per record. */
  encode(): Buffer {
    if (this.#records === undefined && this.#waiting.size === 0 && this.read !== undefined)
      return this.read();
    const ids: string[] = [];
    const lines: string[] = [];
    for (const [id, value] of this.#map()) {
      ids.push(id);
      lines.push(typeof value === 'number' ? this.#line(value) : JSON.stringify(value));
    }
    const writer = new ColumnWriter();
    writer.number(ids.length);
    writer.strings(ids);
    writer.strings(lines);
    return writer.finish();
  }

  #changed(): void {
    this.#list = undefined;
    this.version += 1;
  }

  #line(row: number): string {
    return this.#lines?.at(row) ?? '';
  }

  #parse(row: number): Value {
    return JSON.parse(this.#line(row)) as Value;
  }

  #map(): Map<string, Value | number> {
    if (this.#records === undefined) {
      this.#records = new Map();
      if (this.read !== undefined) {
        const reader = new ColumnReader(this.read());
        const count = reader.number();
        for (const [row, id] of reader.texts(count).list().entries()) this.#records.set(id, row);
        this.#lines = reader.texts(count);
      }
      for (const [id, value] of this.#waiting) {
        if (value === null) this.#records.delete(id);
        else this.#records.set(id, value);
      }
      this.#waiting.clear();
    }
    return this.#records;
  }
}
