import { readFileSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { addDays, endOfWeek } from '../../src/core/calendar/arithmetic';
import { deadlineTable } from '../../src/core/deadlines/deadline-table';
import { factNames } from '../../src/core/development/facts';
import { ruleOf } from '../../src/core/regulations/development-rules';
import { columnsProjection } from '../../src/main/vault/columns/columns';
import { peoplePart } from '../../src/main/vault/columns/people-codec';
import { seal, unseal } from '../../src/main/vault/crypto/aead';
import { homeOverview } from '../../src/main/vault/use-cases/home';
import { atLeast, atMost, interleaved, median, timed, type Figure, type Runs } from './figures';
import { deskOf, openMade, today, type MadeLedger } from './made-ledger';
import { startJsonPeer, type Peer } from './peer-process';

const rounds = { S: 40, M: 20, L: 7 } as const;
/** Rounds before the measured ones, so that neither side is measured while its code is being compiled. */
const warmUp = { S: 80, M: 20, L: 2 } as const;
const fasterThanCipher = { S: 2, M: 4, L: 8 } as const;

/** G3: from the key to the data of the home page; the key derivation is G12 and not in it. */
export async function measureOpen(made: MadeLedger, cipher: Peer | undefined): Promise<Figure> {
  const floor = await hotFloor(made);
  const json = made.jsonFile === null ? undefined : await startJsonPeer(made.jsonFile);
  const parts: Record<'open' | 'home', number[]> = { open: [], home: [] };
  const pieces = {
    floor,
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
    json: () => json?.measure('read') ?? Promise.resolve(Number.NaN),
    cipher: () => cipher?.measure(`screen ${screenQuestion}`) ?? Promise.resolve(Number.NaN),
  };
  const first = await pieces.product();
  await interleaved(warmUp[made.size], pieces);
  parts.open.length = 0;
  parts.home.length = 0;
  const runs = await interleaved(rounds[made.size], pieces);
  json?.close();
  const peers = [
    ...(json === undefined ? [] : [{ name: '整份 JSON 读入', runs: runs.json }]),
    ...(cipher === undefined ? [] : [{ name: 'SQLCipher 首页（Node）', runs: runs.cipher }]),
  ];
  return {
    id: 'G3',
    work: '开库至首页数据（不含口令推导）',
    product: runs.product,
    floor: { name: '读出并解密热段', runs: runs.floor },
    peers,
    goals: [
      atMost('≤ 2.5 × 底线', median(runs.product) / median(runs.floor), 2.5),
      ...peerGoals(made, runs, { hasJson: json !== undefined, hasCipher: cipher !== undefined }),
    ],
    notes: [
      `其中开库 ${median(parts.open).toFixed(1)} ms，首页 ${median(parts.home).toFixed(1)} ms；进程里第一次（代码未编译）${first.toFixed(0)} ms`,
    ],
  };
}

/**
 * The hot bytes of performance.md (the columns that lists, deadlines and coverage need), read and decrypted at one
 * go and nothing else. Which of them the first screen leaves for later is the product's own doing.
 */
async function hotFloor(made: MadeLedger): Promise<() => Promise<number>> {
  const hotFile = join(made.root, 'floor.hot');
  const key = randomBytes(32);
  const aad = Buffer.from('floor');
  const opened = await openMade(made);
  const { front, parts } = columnsProjection.encode(opened.hot);
  const columns = parts.filter(({ name }) => name.startsWith(peoplePart));
  const pieces = [front, ...columns.map((part) => part.pieces)].flatMap((each) => [...each()]);
  writeFileSync(hotFile, seal(key, Buffer.concat(pieces), aad));
  await opened.close();
  return () =>
    timed(() => {
      if (unseal(key, readFileSync(hotFile), aad) === undefined) throw new Error('floor');
    });
}

function peerGoals(
  { size }: MadeLedger,
  { product, json, cipher }: Record<'product' | 'json' | 'cipher', Runs>,
  { hasJson, hasCipher }: { hasJson: boolean; hasCipher: boolean },
) {
  const times = fasterThanCipher[size];
  return [
    ...(hasJson ? [atLeast('≥ 15 × 整份 JSON', median(json) / median(product), 15)] : []),
    ...(hasCipher
      ? [atLeast(`≥ ${times} × SQLCipher`, median(cipher) / median(product), times)]
      : []),
  ];
}

/** The deadlines of whole months and days, as a database would be asked for them; working days are left out. */
const screenQuestion = JSON.stringify({
  today,
  sunday: addDays(endOfWeek(today), 1),
  in30: addDays(today, 31),
  lines: deadlineTable.flatMap(({ rule, anchor, done, closedBy }) => {
    const { offset } = ruleOf(rule);
    // Lines that read more than one dated fact have no counterpart in one column of a table.
    if (offset === undefined || 'workingDays' in offset || done === undefined) return [];
    if (anchor === 'deferrable' || !factNames.some((fact) => fact === done)) return [];
    const months = ('months' in offset ? offset.months : 0) + (anchor === 'confirmable' ? 12 : 0);
    const days = 'days' in offset ? offset.days : 0;
    const column = (name: string) => `f${factNames.findIndex((fact) => fact === name)}`;
    return {
      rule,
      anchor: column(anchor === 'confirmable' ? 'meeting' : anchor),
      done: column(done),
      closedBy: closedBy.map(column),
      shift: months > 0 ? `+${months} months` : `+${days} days`,
    };
  }),
});
