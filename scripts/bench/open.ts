import { readFileSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { columnsProjection } from '../../src/main/vault/columns/columns';
import { seal, unseal } from '../../src/main/vault/crypto/aead';
import { homeOverview } from '../../src/main/vault/use-cases/home';
import { atLeast, atMost, interleaved, median, timed, type Figure } from './figures';
import { deskOf, openMade, type MadeLedger } from './made-ledger';

const rounds = { S: 40, M: 15 } as const;
/** Rounds before the measured ones, so that neither side is measured while its code is being compiled. */
const warmUp = 5;

/** G3: from the key to the data of the home page; the key derivation is G12 and not in it. */
export async function measureOpen(made: MadeLedger, size: keyof typeof rounds): Promise<Figure> {
  const hotFile = join(made.folder, '..', 'floor.hot');
  const key = randomBytes(32);
  const aad = Buffer.from('floor');
  const opened = await openMade(made);
  writeFileSync(hotFile, seal(key, columnsProjection.encode(opened.hot).front, aad));
  await opened.close();
  const parts: Record<'open' | 'home', number[]> = { open: [], home: [] };
  const pieces = {
    floor: () =>
      timed(() => {
        if (unseal(key, readFileSync(hotFile), aad) === undefined) throw new Error('floor');
      }),
    product: async () => {
      const start = performance.now();
      const ledger = await openMade(made);
      const between = performance.now();
      const result = homeOverview(deskOf(ledger));
      const end = performance.now();
      if (!result.ok) throw new Error('home');
      parts.open.push(between - start);
      parts.home.push(end - between);
      await ledger.close();
      return end - start;
    },
    json: () => timed(() => JSON.parse(readFileSync(made.jsonFile, 'utf8')) as unknown),
  };
  await interleaved(warmUp, pieces);
  parts.open.length = 0;
  parts.home.length = 0;
  const runs = await interleaved(rounds[size], pieces);
  return {
    id: 'G3',
    work: '开库至首页数据（不含口令推导）',
    product: runs.product,
    floor: { name: '读出并解密热段', runs: runs.floor },
    peers: [{ name: '整份 JSON 读入', runs: runs.json }],
    goals: [
      atMost('≤ 2.5 × 底线', median(runs.product) / median(runs.floor), 2.5),
      atLeast('≥ 15 × 整份 JSON', median(runs.json) / median(runs.product), 15),
    ],
    notes: [
      `其中开库 ${median(parts.open).toFixed(1)} ms，首页 ${median(parts.home).toFixed(1)} ms`,
    ],
  };
}
