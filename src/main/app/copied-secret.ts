import { clipboard } from 'electron';

const millisecondsOnClipboard = 15_000;
/** The window puts this beside the text it copies, so that main can tell its own copy without reading it. */
const markFormat = 'application/x-dual-coverage-number';

/** Electron 44 made the clipboard asynchronous and dropped the list of formats; both kinds are at home here. */
type AnyClipboard = {
  readonly availableFormats?: () => string[];
  readonly has: (format: string) => boolean | Promise<boolean>;
};

/** A copied number leaves the clipboard after fifteen seconds and at lock, unless something else was copied since. */
export class CopiedSecret {
  #timer: NodeJS.Timeout | undefined;

  watch(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.clear(), millisecondsOnClipboard);
  }

  async clear(): Promise<void> {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (await isOurs()) clipboard.clear();
  }
}

async function isOurs(): Promise<boolean> {
  const board = clipboard as unknown as AnyClipboard;
  return board.availableFormats?.().includes(markFormat) ?? (await board.has(markFormat));
}
