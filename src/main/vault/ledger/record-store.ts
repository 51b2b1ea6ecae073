import type { RecordChange } from '../../../core/records/change';
import { recordsPerBlock } from './snapshot-writer';
import type { SnapshotReader, StoredRecord } from './snapshot-reader';

type Json = RecordChange['after'];
type Edits = Map<string, Map<string, Json>>;

const cachedBlocks = 64;

/**
 * Records as they stand: edits since the snapshot over the snapshot's cold blocks. While a checkpoint is
 * being written the edits up to it are frozen, and newer ones go on top.
 */
export class RecordStore {
  #base: SnapshotReader | undefined;
  #frozen: Edits = new Map();
  #edits: Edits = new Map();
  #places: Map<string, Map<string, number>> | undefined;
  readonly #cache = new Map<number, Map<string, Json>>();

  constructor(base: SnapshotReader | undefined) {
    this.#base = base;
  }

  apply(changes: readonly RecordChange[]): void {
    for (const { table, id, after } of changes) {
      let edits = this.#edits.get(table);
      if (edits === undefined) this.#edits.set(table, (edits = new Map()));
      edits.set(id, after);
    }
  }

  /** The record, or `null` where there is none. */
  get(table: string, id: string): Json {
    const edited = this.#edits.get(table)?.get(id);
    if (edited !== undefined) return edited;
    const frozen = this.#frozen.get(table)?.get(id);
    if (frozen !== undefined) return frozen;
    const block = this.#onlyBlock(table) ?? this.#placesOf(table)?.get(id);
    return block === undefined ? null : (this.#block(block).get(id) ?? null);
  }

  /** Every record of a table; blocks are read one at a time and not kept. */
  *scan(table: string): Generator<StoredRecord> {
    yield* this.#scan(table, [this.#edits, this.#frozen]);
  }

  tables(): string[] {
    const names = new Set([
      ...this.#edits.keys(),
      ...this.#frozen.keys(),
      ...(this.#base?.index.blockTables ?? []),
    ]);
    return [...names].sort();
  }

  /** Sets the edits so far aside for a checkpoint and returns what the snapshot will hold. */
  freeze(): Iterable<{ table: string; records: readonly StoredRecord[] }> {
    for (const [table, edits] of this.#edits) {
      const frozen = this.#frozen.get(table) ?? new Map<string, Json>();
      for (const [id, value] of edits) frozen.set(id, value);
      this.#frozen.set(table, frozen);
    }
    this.#edits = new Map();
    const tables = this.tables();
    const scan = (table: string) => this.#scan(table, [this.#frozen]);
    return { [Symbol.iterator]: () => chunk(tables, scan) };
  }

  /** The checkpoint is on the disk: its snapshot becomes the base. Returns the old one, for closing. */
  rebase(snapshot: SnapshotReader): SnapshotReader | undefined {
    const old = this.#base;
    this.#base = snapshot;
    this.#frozen = new Map();
    this.#places = undefined;
    this.#cache.clear();
    return old;
  }

  /** The checkpoint failed: the frozen edits are edits again. */
  thaw(): void {
    for (const [table, frozen] of this.#frozen) {
      const edits = this.#edits.get(table) ?? new Map<string, Json>();
      for (const [id, value] of frozen) if (!edits.has(id)) edits.set(id, value);
      this.#edits.set(table, edits);
    }
    this.#frozen = new Map();
  }

  /** A part of the hot columns, of whichever snapshot is the base by now. */
  readPart(name: string): Buffer {
    if (this.#base === undefined) throw new Error('a part without a snapshot');
    return this.#base.readPart(name);
  }

  close(): void {
    this.#base?.close();
  }

  *#scan(table: string, layers: readonly Edits[]): Generator<StoredRecord> {
    const edited = mergeLayers(layers.map((layer) => layer.get(table)));
    for (const { id, value } of this.#stored(table)) {
      const newer = edited.get(id);
      edited.delete(id);
      if (newer === undefined) yield { id, value };
      else if (newer !== null) yield { id, value: newer };
    }
    for (const [id, value] of edited) if (value !== null) yield { id, value };
  }

  *#stored(table: string): Generator<StoredRecord> {
    for (const [block, blockTable] of (this.#base?.index.blockTables ?? []).entries()) {
      if (blockTable === table) yield* this.#base?.readBlock(block) ?? [];
    }
  }

  /** A table of one block, as the meta document's, needs no directory to find a record in. */
  #onlyBlock(table: string): number | undefined {
    const tables = this.#base?.index.blockTables ?? [];
    const first = tables.indexOf(table);
    return first >= 0 && first === tables.lastIndexOf(table) ? first : undefined;
  }

  #placesOf(table: string): Map<string, number> | undefined {
    if (this.#places === undefined && this.#base !== undefined)
      this.#places = readPlaces(this.#base);
    return this.#places?.get(table);
  }

  #block(block: number): Map<string, Json> {
    const cached = this.#cache.get(block);
    if (cached !== undefined) return cached;
    const records = new Map<string, Json>();
    for (const { id, value } of this.#base?.readBlock(block) ?? []) records.set(id, value as Json);
    if (this.#cache.size >= cachedBlocks) {
      const [oldest] = this.#cache.keys();
      if (oldest !== undefined) this.#cache.delete(oldest);
    }
    this.#cache.set(block, records);
    return records;
  }
}

/** Newest first: what an earlier layer says about a record hides the later ones. */
function mergeLayers(layers: readonly (Map<string, Json> | undefined)[]): Map<string, Json> {
  const merged = new Map<string, Json>();
  for (const layer of layers) {
    for (const [id, value] of layer ?? []) if (!merged.has(id)) merged.set(id, value);
  }
  return merged;
}

function readPlaces(base: SnapshotReader): Map<string, Map<string, number>> {
  const places = new Map<string, Map<string, number>>();
  for (const [block, ids] of base.readDirectory().entries()) {
    const table = base.index.blockTables[block] ?? '';
    const blocks = places.get(table) ?? new Map<string, number>();
    for (const id of ids) blocks.set(id, block);
    places.set(table, blocks);
  }
  return places;
}

function* chunk(tables: readonly string[], scan: (table: string) => Iterable<StoredRecord>) {
  for (const table of tables) {
    let records: StoredRecord[] = [];
    for (const record of scan(table)) {
      records.push(record);
      if (records.length < recordsPerBlock) continue;
      yield { table, records };
      records = [];
    }
    if (records.length > 0) yield { table, records };
  }
}
