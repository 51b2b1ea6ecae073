import { MessageChannel } from 'node:worker_threads';
import type { Desk } from '../../src/main/vault/use-cases/desk';
import { listPeople, rowView } from '../../src/main/vault/use-cases/people-list';
import { selectRows } from '../../src/main/vault/columns/query-people';
import { atMost, interleaved, p95, timed, type Figure } from './figures';

const rounds = 120;
const page = 60;
/** What people type: initials, a surname, a part of an ID number, nothing yet. */
const typed = ['c', 'cy', '测', '测一', 'yl', '12', '样', ''];
const orders = ['name', 'dueOn', 'daysInStage', 'stage'] as const;

/** G9: one keypress → filtered and ordered rows, over every text and every order in turn. */
export async function measureKeypress(desk: Desk): Promise<Figure> {
  const { people } = desk;
  const limit = people.count > 50_000 ? 33 : 16;
  const list = (round: number) =>
    listPeople(desk, {
      filter: { text: typed[round % typed.length] ?? '', includesFullMembers: true },
      sort: { by: orders[round % orders.length] ?? 'name', descending: false },
      range: { offset: 0, limit: 0 },
    });
  const firstOrdering = await timed(() => list(0));
  for (let round = 0; round < typed.length * orders.length; round += 1) list(round);
  let round = 0;
  const runs = await interleaved(rounds, {
    floor: () =>
      timed(() => {
        let found = 0;
        for (const text of people.haystack) if (text.includes('cy')) found += 1;
        return found;
      }),
    product: () => {
      round += 1;
      // Texts and orders take their turns apart, so that each meets each.
      return timed(() => list(round * 5 + Math.floor(round / typed.length)));
    },
  });
  return {
    id: 'G9',
    work: `按一个键到排好的行（${people.count} 人）`,
    product: runs.product,
    floor: { name: '扫一遍文字', runs: runs.floor },
    peers: [],
    goals: [atMost(`p95 ≤ ${limit} ms`, p95(runs.product), limit)],
    notes: [`第一次按姓名排序（整表一次） ${firstOrdering.toFixed(0)} ms`],
  };
}

/** G10: sixty rows as the page gets them, through a port and back as a ping. */
export async function measurePage(desk: Desk): Promise<Figure> {
  const { port1, port2 } = new MessageChannel();
  port2.on('message', (message: unknown[]) => port2.postMessage(message.length));
  const send = (message: unknown) =>
    new Promise<void>((resolve) => {
      port1.once('message', () => resolve());
      port1.postMessage(message);
    });
  const rows = selectRows(desk.people.count, [() => true]);
  let round = 0;
  const product = () => {
    round += 1;
    const first = (round * 977) % Math.max(1, rows.length - page);
    return timed(() =>
      send([...rows.subarray(first, first + page)].map((row) => rowView(desk, row))),
    );
  };
  for (let warm = 0; warm < 60; warm += 1) await product();
  const runs = await interleaved(rounds, { floor: () => timed(() => send([])), product });
  port1.close();
  return {
    id: 'G10',
    work: '一页 60 行到界面',
    product: runs.product,
    floor: { name: '空消息往返', runs: runs.floor },
    peers: [],
    goals: [atMost('p95 ≤ 2 ms', p95(runs.product), 2)],
    notes: [],
  };
}
