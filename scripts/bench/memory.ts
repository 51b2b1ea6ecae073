import { spawnSync } from 'node:child_process';
import { homeOverview } from '../../src/main/vault/use-cases/home';
import { listPeople } from '../../src/main/vault/use-cases/people-list';
import { getPerson } from '../../src/main/vault/use-cases/person-view';
import { atMost, type Figure } from './figures';
import { deskOf, editsOf, openMade, readMade } from './made-ledger';

const pages = 60;
const edits = 200;
const mebibyte = 2 ** 20;

/** In a process of its own: a day's work on the ledger, then what the system says it occupies. */
export async function serveMemory(root: string): Promise<void> {
  const ledger = await openMade(readMade(root));
  const desk = deskOf(ledger);
  homeOverview(desk);
  for (const by of ['name', 'dueOn', 'stage'] as const)
    listPeople(desk, {
      filter: { text: '', includesFullMembers: true },
      sort: { by, descending: false },
      range: { offset: 0, limit: pages },
    });
  const { ids } = desk.people;
  for (let page = 0; page < pages; page += 1)
    getPerson(desk, { id: ids[(page * 977) % ids.length] ?? '' });
  for (const change of editsOf(ledger, edits)) ledger.commit(change);
  homeOverview(desk);
  process.stdout.write(`${process.memoryUsage().rss / mebibyte}\n`);
  await ledger.close();
}

/** G16: what the vault's process occupies when it was opened, looked at and edited. */
export function measureMemory(root: string): Figure {
  const { stdout } = spawnSync(process.execPath, [process.argv[1] ?? '', 'memory', root], {
    env: { ...process.env, NODE_OPTIONS: '' },
    encoding: 'utf8',
  });
  const occupied = [Number(stdout)];
  return {
    id: 'G16',
    work: '保险库进程占用内存（MB，打开、看、改之后）',
    product: occupied,
    floor: undefined,
    peers: [],
    goals: [atMost('≤ 300 MB', occupied[0] ?? Number.NaN, 300)],
    notes: [],
  };
}
