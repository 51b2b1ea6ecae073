/** Milliseconds of repeated runs of one piece of work. */
export type Runs = readonly number[];

export type Peer = { readonly name: string; readonly runs: Runs };

/** What a figure has to reach: a ratio to the floor or a peer of the same run, or milliseconds. */
export type Goal = {
  readonly words: string;
  readonly value: number;
  readonly limit: number;
  /** Ratios to a peer must be at least the limit (times faster); all others at most. */
  readonly isAtLeast: boolean;
};

export type Figure = {
  readonly id: string;
  readonly work: string;
  readonly product: Runs;
  readonly floor: Peer | undefined;
  readonly peers: readonly Peer[];
  readonly goals: readonly Goal[];
  readonly notes: readonly string[];
};

export function quantile(runs: Runs, share: number): number {
  const sorted = runs.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
export const median = (runs: Runs) => quantile(runs, 0.5);
export const p95 = (runs: Runs) => quantile(runs, 0.95);

export const atMost = (words: string, value: number, limit: number): Goal => ({
  words,
  value,
  limit,
  isAtLeast: false,
});
export const atLeast = (words: string, value: number, limit: number): Goal => ({
  words,
  value,
  limit,
  isAtLeast: true,
});
export const isMet = ({ value, limit, isAtLeast }: Goal) =>
  isAtLeast ? value >= limit : value <= limit;

export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/**
 * Runs every piece once per round, so that the noise of the machine falls on all of them alike; each round
 * begins with another piece, for a sync right behind a sync pays for its neighbour.
 */
export async function interleaved<Name extends string>(
  rounds: number,
  pieces: Readonly<Record<Name, () => Promise<number>>>,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(pieces) as Name[];
  const runs = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<
    Name,
    number[]
  >;
  for (let round = 0; round < rounds; round += 1) {
    for (let step = 0; step < names.length; step += 1) {
      const name = names[(round + step) % names.length];
      if (name !== undefined) runs[name].push(await pieces[name]());
    }
  }
  return runs;
}
