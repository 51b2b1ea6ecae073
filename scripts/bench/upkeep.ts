import { setTimeout as pause } from 'node:timers/promises';
import type { Columns } from '../../src/main/vault/columns/columns';
import type { Ledger } from '../../src/main/vault/ledger/ledger';
import { atMost, interleaved, median, type Figure } from './figures';
import { longestGap } from './gaps';
import { editsOf, openMade, type MadeLedger } from './made-ledger';

const rounds = { S: 9, M: 7, L: 3 } as const;
const replayed = 3_400;
const perCommit = 50;

/** G5: opening with so many acts behind the newest snapshot, against opening without one. */
export async function measureReplay(made: MadeLedger): Promise<Figure> {
  const open = () =>
    interleaved(rounds[made.size], {
      opening: async () => {
        const start = performance.now();
        const ledger = await openMade(made);
        const took = performance.now() - start;
        await ledger.close();
        return took;
      },
    });
  const ledger = await openMade(made);
  await ledger.checkpoint();
  await ledger.close();
  const without = median((await open()).opening);
  const busy = await openMade(made);
  for (let done = 0; done < replayed; done += perCommit) {
    if (!busy.commitAll(editsOf(busy, perCommit, done)).ok) throw new Error('commit');
    await pause(0);
  }
  // As a killed process leaves it: nothing but the journal holds these acts.
  await busy.end();
  const { opening } = await open();
  const each = ((median(opening) - without) / replayed) * 1_000;
  return {
    id: 'G5',
    work: `开库并重放 ${replayed} 次修改`,
    product: opening,
    floor: { name: '无可重放', runs: [without] },
    peers: [],
    goals: [
      atMost('每条 ≤ 30 µs', each, 30),
      atMost('多用 ≤ 150 ms', median(opening) - without, 150),
    ],
    notes: [],
  };
}

/** G6: a snapshot of everything while others ask; what counts is how long the longest of them waited. */
export async function measureCheckpoint(
  made: MadeLedger,
  ledger: Ledger<Columns>,
): Promise<Figure> {
  const times: number[] = [];
  const gaps: number[] = [];
  for (let round = 0; round < rounds[made.size]; round += 1) {
    if (!ledger.commitAll(editsOf(ledger, perCommit, round * perCommit)).ok)
      throw new Error('commit');
    await pause(5);
    const { took, gap } = await longestGap(() => ledger.checkpoint());
    times.push(took);
    gaps.push(gap);
  }
  return {
    id: 'G6',
    work: '后台写一份快照，期间最长一次不应答',
    product: gaps,
    floor: undefined,
    peers: [],
    goals: [atMost('中位 ≤ 16 ms', median(gaps), 16)],
    notes: [`快照本身 ${median(times).toFixed(0)} ms`],
  };
}
