import {
  calibrate,
  deriveInWorker,
  type KdfCost,
} from '../../src/main/vault/crypto/passphrase-kdf';
import { atLeast, atMost, median, timed, type Figure } from './figures';
import { longestGap } from './gaps';

const rounds = 5;
const derive = ({ memoryKiB, passes }: KdfCost) =>
  deriveInWorker(new TextEncoder().encode('测量用口令 只在测量里'), {
    name: 'argon2id',
    memoryKiB,
    passes,
    lanes: 1,
    salt: Buffer.alloc(16, 7).toString('base64'),
  });

/** G12: as strong as half a second to a second allows, in a thread of its own. */
export async function measureDerivation(): Promise<Figure> {
  const cost = await calibrate((each) => timed(() => derive(each)));
  const times: number[] = [];
  const gaps: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const { took, gap } = await longestGap(() => derive(cost));
    times.push(took);
    gaps.push(gap);
  }
  return {
    id: 'G12',
    work: `口令推导（Argon2id ${cost.memoryKiB / 1024} MiB，${cost.passes} 遍）`,
    product: times,
    floor: undefined,
    peers: [],
    goals: [
      atLeast('≥ 500 ms', median(times), 500),
      atMost('≤ 1000 ms', median(times), 1_000),
      atMost('期间最长一次不应答 ≤ 16 ms', median(gaps), 16),
    ],
    notes: [],
  };
}
