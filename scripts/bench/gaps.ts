import { setImmediate as nextTurn } from 'node:timers/promises';

/** Runs the work and tells the longest time in which the loop answered nobody. */
export async function longestGap(
  work: () => Promise<unknown>,
): Promise<{ readonly took: number; readonly gap: number }> {
  const start = performance.now();
  let isDone = false;
  let gap = 0;
  const done = work().finally(() => (isDone = true));
  let last = start;
  while (!isDone) {
    await nextTurn();
    const now = performance.now();
    gap = Math.max(gap, now - last);
    last = now;
  }
  await done;
  return { took: performance.now() - start, gap };
}
