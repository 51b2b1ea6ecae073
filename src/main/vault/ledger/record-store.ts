import type { RecordChange } from '../../../core/records/change';
import type { StoredPart } from './hot-projection';
import { recordsPerBlock } from './snapshot-writer';
import type { SnapshotReader, StoredRecord } from './snapshot-reader';

type Json = RecordChange['after'];
type Edits = Map<string, Map<string, Json>>;
/** Block of each record, by table and id. */
type Places = Map<string, Map<string, number>>;

const cachedBlocks = 64;

/**
 * Records as they stand: edits since the snapshot over the snapshot's cold blocks. While a checkpoint is
 * being written the edits up to it are frozen, and newer ones go on top.
 */
export class RecordStore {
  #base: SnapshotReader | undefined;
  #frozen: Edits = new Map();
  #edits: Edits = new Map();
  #places: Places | undefined;
  /** Where the snapshot being written puts its records; reading that from its directory would take a while. */
  #nextPlaces: Places = new Map();
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
  freeze(): Iterable<Block> {
    for (const [table, edits] of this.#edits) {
      const frozen = this.#frozen.get(table) ?? new Map<string, Json>();
      for (const [id, value] of edits) frozen.set(id, value);
      this.#frozen.set(table, frozen);
    }
    this.#edits = new Map();
    const tables = this.tables();
    const scan = (table: string) => this.#scan(table, [this.#frozen]);
    this.#nextPlaces = new Map();
    const places = this.#nextPlaces;
    return { [Symbol.iterator]: () => placed(chunk(tables, scan), places) };
  }

  /** The checkpoint is on the disk: its snapshot becomes the base. Returns the old one, for closing. */
  rebase(snapshot: SnapshotReader): SnapshotReader | undefined {
    const old = this.#base;
    this.#base = snapshot;
    this.#frozen = new Map();
    this.#places = this.#nextPlaces;
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

  /** A part of the hot columns, of whichever snapshot is the base by the time it is read. */
  readPart(name: string): StoredPart {
    const base = () => {
      if (this.#base === undefined) throw new Error('a part without a snapshot');
      return this.#base;
    };
    return { whole: () => base().readPart(name), pieces: () => base().partPieces(name) };
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

  #placesOf(table: string): ReadonlyMap<string, number> | undefined {
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

function readPlaces(base: SnapshotReader): Places {
  const places: Places = new Map();
  for (const [block, ids] of base.readDirectory().entries())
    place(places, { table: base.index.blockTables[block] ?? '', block, ids });
  return places;
}

function place(
  places: Places,
  at: { readonly table: string; readonly block: number; readonly ids: readonly string[] },
): void {
  let blocks = places.get(at.table);
  if (blocks === undefined) places.set(at.table, (blocks = new Map()));
  for (const id of at.ids) blocks.set(id, at.block);
}

type Block = { readonly table: string; readonly records: readonly StoredRecord[] };

/** The blocks as they come, each noted where it will stand. */
function* placed(blocks: Iterable<Block>, places: Places): Generator<Block> {
  let block = 0;
  for (const each of blocks) {
    place(places, { table: each.table, block, ids: each.records.map(({ id }) => id) });
    block += 1;
    yield each;
  }
}

function* chunk(
  tables: readonly string[],
  scan: (table: string) => Iterable<StoredRecord>,
): Generator<Block> {
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
