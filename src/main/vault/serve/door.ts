import { z } from 'zod';
import type { VaultFiles } from '../ledger/vault-files';

const fileName = 'DOOR';
const fileBytes = 512;
const freeTries = 5;
const longestWaitSeconds = 60;

const doorSchema = z.object({
  lastAct: z.object({ at: z.iso.datetime(), sequence: z.int() }).optional(),
  failures: z.object({ count: z.int().min(0), lastAt: z.iso.datetime() }).optional(),
  /** Where the key file lay at the last opening; only a place, never what is in it. */
  keyFileAt: z.string().max(300).optional(),
});
export type DoorState = z.infer<typeof doorSchema>;

/**
 * What is known without the key, in one small plain file: when the ledger was last used and how often somebody
 * failed to open it since. It names nobody, and nothing ever depends on it but a wait of at most a minute.
 */
export class Door {
  #lastFailure: number;

  constructor(
    private readonly files: VaultFiles,
    private readonly monotonic: () => number,
  ) {
    this.#lastFailure = monotonic();
  }

  read(): DoorState {
    if (!this.files.exists(fileName)) return {};
    try {
      const text = this.files.read(fileName).toString('utf8').trimEnd();
      return doorSchema.parse(JSON.parse(text));
    } catch {
      // A counter that cannot be read counts from nothing: it must never keep anybody out.
      return {};
    }
  }

  /** Seconds until the next try is heard: 1, 2, 4 … 60 after five failures, by a clock nobody can set. */
  waitSeconds(): number {
    const count = this.read().failures?.count ?? 0;
    if (count < freeTries) return 0;
    const wait = Math.min(longestWaitSeconds, 2 ** (count - freeTries));
    const passed = (this.monotonic() - this.#lastFailure) / 1000;
    return Math.max(0, Math.ceil(wait - passed));
  }

  /** @returns how many tries are left before there is a wait */
  noteFailure(at: string): number {
    const state = this.read();
    const count = (state.failures?.count ?? 0) + 1;
    this.#lastFailure = this.monotonic();
    this.#write({ ...state, failures: { count, lastAt: at } });
    return Math.max(0, freeTries - count);
  }

  /** After a success: they are in the journal now. */
  forgetFailures(): void {
    const { failures: _absorbed, ...rest } = this.read();
    this.#write(rest);
  }

  noteKeyFile(keyFileAt: string): void {
    this.#write({ ...this.read(), keyFileAt });
  }

  noteLastAct(lastAct: NonNullable<DoorState['lastAct']>): void {
    this.#write({ ...this.read(), lastAct });
  }

  /** In place, padded to one sector; a disk that refuses it loses a counter and nothing else. */
  #write(state: DoorState): void {
    try {
      const file = this.files.open(fileName, this.files.exists(fileName) ? 'update' : 'create');
      try {
        file.write(Buffer.from(JSON.stringify(state).padEnd(fileBytes), 'utf8'), 0);
        file.sync();
      } finally {
        file.close();
      }
    } catch (problem) {
      if (!(problem instanceof Error && 'code' in problem)) throw problem;
    }
  }
}
