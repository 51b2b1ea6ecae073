import { z } from 'zod';
import { changeSchema, type Change, type RecordChange } from '../../../core/records/change';
import { migrateRecord, shapesOf, type Shapes } from '../../../core/records/migrate-record';
import { applyReverse, reversePatch, type ReversePatch } from './reverse-patch';

/** Record changes per frame of a large transaction: keeps a frame near one megabyte. */
const changesPerFrame = 400;

/** A record that was there before is written as it is now, with what it takes to go back. */
type Edit = Omit<RecordChange, 'before'> & { readonly was: ReversePatch };
type StoredChange = RecordChange | Edit;

/**
 * A frame that authenticates holds what we made ourselves from checked records, so that only the shape around
 * them is checked again: a walk through every value would cost more than all else of a replay.
 */
const isStored = (value: unknown): value is StoredChange =>
  typeof value === 'object' &&
  value !== null &&
  'table' in value &&
  typeof value.table === 'string' &&
  'id' in value &&
  typeof value.id === 'string' &&
  'after' in value &&
  ('before' in value || ('was' in value && typeof value.was === 'object'));
const storedChanges = z.array(z.custom<StoredChange>(isStored));

/** Shapes of the tables in a frame, where they are not the first. What a later minor version adds is passed over. */
const shapesSchema = z.record(z.string(), z.int()).optional();
const partSchema = z.object({
  id: z.string(),
  part: z.int(),
  shapes: shapesSchema,
  changes: storedChanges,
});
const lastSchema = z.object({
  ...changeSchema.shape,
  parts: z.int(),
  shapes: shapesSchema,
  changes: storedChanges,
});

function toStored(change: RecordChange): StoredChange {
  const { table, id, before, after } = change;
  const was = reversePatch(before, after);
  return was === undefined ? change : { table, id, was, after };
}

/** Both sides as today's program knows them. */
function fromStored(stored: StoredChange, shapes: Shapes | undefined): RecordChange {
  const { table, id, after } = stored;
  const before = 'was' in stored ? applyReverse(after, stored.was) : stored.before;
  return {
    table,
    id,
    before: migrateRecord(table, before, shapes),
    after: migrateRecord(table, after, shapes),
  };
}

function shapesIn(changes: readonly RecordChange[]): { shapes?: Shapes } {
  const shapes = shapesOf(new Set(changes.map(({ table }) => table)));
  return Object.keys(shapes).length === 0 ? {} : { shapes };
}

/** One change as the payloads of one or more frames; only the last closes it. */
export function payloadsOf(change: Change): string[] {
  const { changes } = change;
  const parts = framesOf(change) - 1;
  const payloads: string[] = [];
  for (let part = 0; part < parts; part += 1) {
    const slice = changes.slice(part * changesPerFrame, (part + 1) * changesPerFrame);
    payloads.push(
      JSON.stringify({ id: change.id, part, ...shapesIn(slice), changes: slice.map(toStored) }),
    );
  }
  const rest = changes.slice(parts * changesPerFrame);
  payloads.push(
    JSON.stringify({ ...change, parts, ...shapesIn(rest), changes: rest.map(toStored) }),
  );
  return payloads;
}

/** How many frames a change takes. */
export const framesOf = ({ changes }: Change): number =>
  Math.max(1, Math.ceil(changes.length / changesPerFrame));

/** Puts frames together again; parts without their closing frame never count. */
export class TransactionReader {
  #pending: { id: string; changes: RecordChange[]; parts: number } | undefined;

  /** The change this payload completes, or `undefined` while parts are still missing. */
  read(payload: Buffer): Change | undefined {
    const value = JSON.parse(payload.toString('utf8')) as object;
    if ('part' in value) {
      this.#addPart(partSchema.parse(value));
      return undefined;
    }
    const { parts, shapes, ...stored } = lastSchema.parse(value);
    const change = {
      ...stored,
      changes: stored.changes.map((each) => fromStored(each, shapes)),
    };
    const pending = this.#pending;
    this.#pending = undefined;
    if (parts === 0) return change;
    // A lost part means that the whole was never acknowledged or is damaged: it does not count.
    if (pending?.id !== change.id || pending.parts !== parts) return undefined;
    return { ...change, changes: [...pending.changes, ...change.changes] };
  }

  #addPart({ id, part, shapes, changes }: z.infer<typeof partSchema>): void {
    if (part === 0) this.#pending = { id, changes: [], parts: 0 };
    if (this.#pending?.id !== id || this.#pending.parts !== part) {
      this.#pending = undefined;
      return;
    }
    this.#pending.changes.push(...changes.map((each) => fromStored(each, shapes)));
    this.#pending.parts += 1;
  }
}
