import { powerMonitor } from 'electron';
import type { LockRules } from '../vault/orders';

const pollMilliseconds = 5_000;
const longestOpenMilliseconds = 8 * 60 * 60 * 1000;
const secondsPerMinute = 60;

/**
 * Locks an open ledger after idle minutes, after eight hours at the latest, on suspend, on the session's own lock and,
 * where the settings say so, when the window is minimised.
 */
export class IdleLock {
  #open: (LockRules & { readonly since: number }) | undefined;

  constructor(private readonly lock: () => void) {
    powerMonitor.on('suspend', () => this.#lockIfOpen());
    powerMonitor.on('lock-screen', () => this.#lockIfOpen());
    // 'lock-screen' does not exist on Linux, so idle time is polled there as well (security.md §3.10).
    setInterval(() => this.#look(), pollMilliseconds).unref();
  }

  /** The vault says that it is open, or that its settings were changed. */
  opened(rules: LockRules): void {
    this.#open = { since: this.#open?.since ?? performance.now(), ...rules };
  }

  minimised(): void {
    if (this.#open?.locksOnMinimise === true) this.lock();
  }

  closed(): void {
    this.#open = undefined;
  }

  #look(): void {
    if (this.#open === undefined) return;
    const { since, autoLockMinutes } = this.#open;
    const idle = powerMonitor.getSystemIdleTime() >= autoLockMinutes * secondsPerMinute;
    // By the monotonic clock: setting the machine's clock back must not keep the desk open.
    const isTooLong = performance.now() - since >= longestOpenMilliseconds;
    if (idle || isTooLong) this.#lockIfOpen();
  }

  #lockIfOpen(): void {
    if (this.#open !== undefined) this.lock();
  }
}
