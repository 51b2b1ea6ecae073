import type { CellEdit } from '../../../../core/intake/edit-cells';
import type { ImportPlan } from '../../../../core/intake/plan-import';
import type { Interpretation, MappingOverride } from '../../../../core/intake/interpretation';
import type { KnownRecords } from '../../../../core/intake/known-records';
import type { RawWorkbook } from '../../../../core/intake/raw-workbook';
import { RowMemory } from '../../../../core/intake/row-memory';

/** A workbook that was parsed and waits for its owner's decisions; gone with the lock. */
export type Waiting = {
  readonly fileName: string;
  /** As the file has it. */
  readonly workbook: RawWorkbook;
  /** Cells the user wrote over, by `sheet!row!column`. */
  readonly edits: Map<string, CellEdit>;
  /** The user's choices of the last reading. */
  mapping: MappingOverride;
  interpretation?: Interpretation;
  /** Rows judged before: an edit judges its own row anew, and what others make of it. */
  readonly memory: RowMemory;
  /** What the ledger held when the rows were judged, and its edition. */
  known?: { readonly records: KnownRecords; readonly madeAt: number };
  /** The plan last shown, and the edition of the ledger it was made against. */
  plan?: { readonly plan: ImportPlan; readonly madeAt: number };
};

/** One that has been read and judged. */
export type Examined = Waiting & { interpretation: Interpretation };

export function waitingFor(fileName: string, workbook: RawWorkbook): Waiting {
  return { fileName, workbook, edits: new Map(), mapping: {}, memory: new RowMemory() };
}

type Kept = Waiting | { readonly refusal: string };

const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** Where parsed workbooks wait; a question about one that is still being read waits with it. */
export class Shelf {
  readonly #kept = new Map<string, Kept>();
  readonly #givenUp = new Set<string>();
  readonly #expected = new Map<string, { promise: Promise<void>; resolve: () => void }>();

  expect(token: string): void {
    let resolve = () => {};
    const promise = new Promise<void>((done) => {
      resolve = done;
    });
    this.#expected.set(token, { promise, resolve });
  }

  put(token: string, kept: Kept): void {
    const expected = this.#expected.get(token);
    // Given up before it came: nothing of it is kept.
    if (expected === undefined && this.#isGivenUp(token)) return;
    this.#kept.set(token, kept);
    this.#expected.delete(token);
    expected?.resolve();
  }

  /** What waits under the token, once it has come. The window may ask a moment before main has told of it. */
  async arrived(token: string): Promise<Kept | undefined> {
    for (let wait = 0; wait < 10 && this.#isUnheardOf(token); wait += 1) await pause(50);
    await this.#expected.get(token)?.promise;
    return this.#kept.get(token);
  }

  #isUnheardOf(token: string): boolean {
    return !this.#kept.has(token) && !this.#expected.has(token) && !this.#givenUp.has(token);
  }

  get(token: string): Kept | undefined {
    return this.#kept.get(token);
  }

  /** The workbook under the token as far as it has been read and examined. */
  examined(token: string): Examined | undefined {
    const kept = this.#kept.get(token);
    if (kept === undefined || 'refusal' in kept || kept.interpretation === undefined)
      return undefined;
    return kept as Examined;
  }

  #isGivenUp(token: string): boolean {
    return this.#givenUp.delete(token);
  }

  delete(token: string): void {
    const expected = this.#expected.get(token);
    if (expected !== undefined) {
      this.#expected.delete(token);
      this.#givenUp.add(token);
      expected.resolve();
    }
    this.#kept.delete(token);
  }
}
