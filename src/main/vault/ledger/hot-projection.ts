import type { RecordChange } from '../../../core/records/change';
import type { StoredRecord } from './snapshot-reader';

/** Bytes that stand as they were when they were asked for, however late they are fetched. */
export type Pieces = () => Iterable<Uint8Array>;

/** Columns as they are stored: what the first screen needs, and parts that are read when somebody asks. */
export type HotSegments = {
  readonly front: Pieces;
  readonly parts: readonly { readonly name: string; readonly pieces: Pieces }[];
};

/** A part as the newest snapshot holds it, whichever that is by the time somebody asks. */
export type StoredPart = { readonly whole: () => Buffer; readonly pieces: Pieces };

/** What lists and figures need at once: columns that are stored beside the records and kept up with every change. */
export type HotProjection<Hot> = {
  /** Raised whenever the columns change shape; an older hot segment is then rebuilt from the records. */
  readonly version: number;
  readonly empty: () => Hot;
  readonly decode: (front: Buffer, readPart: (name: string) => StoredPart) => Hot;
  readonly encode: (hot: Hot) => HotSegments;
  readonly apply: (hot: Hot, changes: readonly RecordChange[]) => void;
};

/** Columns made anew from every record. */
export function rebuildHot<Hot>(
  projection: HotProjection<Hot>,
  tables: readonly string[],
  scan: (table: string) => Iterable<StoredRecord>,
): Hot {
  const hot = projection.empty();
  for (const table of tables) {
    for (const { id, value } of scan(table)) {
      projection.apply(hot, [{ table, id, before: null, after: value as RecordChange['after'] }]);
    }
  }
  return hot;
}
