import { powerMonitor } from 'electron';

const pollMilliseconds = 5_000;

/** Locks after `idleSeconds` without a key or a move, on suspend and on the session's own lock. */
export function watchIdle(idleSeconds: () => number, lock: () => void): void {
  powerMonitor.on('suspend', lock);
  powerMonitor.on('lock-screen', lock);
  // 'lock-screen' does not exist on Linux, so idle time is polled there as well (security.md §3.10).
  setInterval(() => {
    if (powerMonitor.getSystemIdleTime() >= idleSeconds()) lock();
  }, pollMilliseconds).unref();
}
