/** Records small in number that every page joins with: kept whole, parsed when first asked for. */
export class ReferenceTable<Value extends { readonly id: string }> {
  #records: Map<string, Value> | undefined;
  #list: readonly Value[] | undefined;
  /** Raised by every edit, so that what was computed from the table knows when it is stale. */
  version = 0;

  constructor(private source: Buffer | undefined) {
    if (source === undefined) this.#records = new Map();
  }

  get(id: string | undefined): Value | undefined {
    return id === undefined ? undefined : this.#map().get(id);
  }

  /** Live records, in order of arrival. */
  all(): readonly Value[] {
    this.#list ??= [...this.#map().values()];
    return this.#list;
  }

  put(value: Value): void {
    this.#map().set(value.id, value);
    this.#changed();
  }

  remove(id: string): void {
    this.#map().delete(id);
    this.#changed();
  }

  encode(): Buffer {
    return this.source ?? Buffer.from(JSON.stringify([...this.#map().values()]), 'utf8');
  }

  #changed(): void {
    this.#list = undefined;
    this.source = undefined;
    this.version += 1;
  }

  #map(): Map<string, Value> {
    if (this.#records === undefined) {
      const values = JSON.parse((this.source ?? Buffer.from('[]')).toString('utf8')) as Value[];
      this.#records = new Map(values.map((value) => [value.id, value]));
    }
    return this.#records;
  }
}
