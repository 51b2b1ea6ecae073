import { powerMonitor } from 'electron';

const pollMilliseconds = 5_000;
const longestOpenMilliseconds = 8 * 60 * 60 * 1000;
const secondsPerMinute = 60;

/** Locks an open ledger after idle minutes, after eight hours at the latest, on suspend and on the session's own lock. */
export class IdleLock {
  #open: { readonly since: number; readonly minutes: number } | undefined;

  constructor(private readonly lock: () => void) {
    powerMonitor.on('suspend', () => this.#lockIfOpen());
    powerMonitor.on('lock-screen', () => this.#lockIfOpen());
    // 'lock-screen' does not exist on Linux, so idle time is polled there as well (security.md §3.10).
    setInterval(() => this.#look(), pollMilliseconds).unref();
  }

  /** The vault says that it is open, or that the minutes were set anew. */
  opened(minutes: number): void {
    this.#open = { since: this.#open?.since ?? performance.now(), minutes };
  }

  closed(): void {
    this.#open = undefined;
  }

  #look(): void {
    if (this.#open === undefined) return;
    const { since, minutes } = this.#open;
    const idle = powerMonitor.getSystemIdleTime() >= minutes * secondsPerMinute;
    // By the monotonic clock: setting the machine's clock back must not keep the desk open.
    const isTooLong = performance.now() - since >= longestOpenMilliseconds;
    if (idle || isTooLong) this.#lockIfOpen();
  }

  #lockIfOpen(): void {
    if (this.#open !== undefined) this.lock();
  }
}
