import { z } from 'zod';
import {
  changeSchema,
  recordChangeSchema,
  type Change,
  type RecordChange,
} from '../../../core/records/change';

/** Record changes per frame of a large transaction: keeps a frame near one megabyte. */
const changesPerFrame = 400;

const partSchema = z.strictObject({
  id: z.string(),
  part: z.int(),
  changes: z.array(recordChangeSchema),
});
const lastSchema = changeSchema.extend({ parts: z.int() });

/** One change as the payloads of one or more frames; only the last closes it. */
export function* payloadsOf(change: Change): Generator<Buffer> {
  const { changes } = change;
  const parts = Math.max(0, Math.ceil(changes.length / changesPerFrame) - 1);
  for (let part = 0; part < parts; part += 1) {
    const slice = changes.slice(part * changesPerFrame, (part + 1) * changesPerFrame);
    yield toBytes({ id: change.id, part, changes: slice });
  }
  yield toBytes({ ...change, parts, changes: changes.slice(parts * changesPerFrame) });
}

function toBytes(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value), 'utf8');
}

/** Puts frames together again; parts without their closing frame never count. */
export class TransactionReader {
  #pending: { id: string; changes: RecordChange[]; parts: number } | undefined;

  /** The change this payload completes, or `undefined` while parts are still missing. */
  read(payload: Buffer): Change | undefined {
    const value: unknown = JSON.parse(payload.toString('utf8'));
    const part = partSchema.safeParse(value);
    if (part.success) {
      this.#addPart(part.data);
      return undefined;
    }
    const { parts, ...change } = lastSchema.parse(value);
    const pending = this.#pending;
    this.#pending = undefined;
    if (parts === 0) return change;
    // A lost part means that the whole was never acknowledged or is damaged: it does not count.
    if (pending?.id !== change.id || pending.parts !== parts) return undefined;
    return { ...change, changes: [...pending.changes, ...change.changes] };
  }

  #addPart({ id, part, changes }: z.infer<typeof partSchema>): void {
    if (part === 0) this.#pending = { id, changes: [], parts: 0 };
    if (this.#pending?.id !== id || this.#pending.parts !== part) {
      this.#pending = undefined;
      return;
    }
    this.#pending.changes.push(...changes);
    this.#pending.parts += 1;
  }
}
