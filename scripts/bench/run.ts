import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { startCipherPeer } from './cipher-peer';
import { measureCommit } from './commit';
import { measureDeadlines } from './deadlines';
import { isMet, median, p95, type Figure } from './figures';
import { deskOf, makeLedger, openMade, sizes, today, type Size } from './made-ledger';
import { measureOpen } from './open';
import { measureKeypress, measurePage } from './people';
import { tableOf } from './table';

const size: Size = process.argv[2] === 'M' ? 'M' : 'S';
const resultsFolder = process.argv[3] ?? 'bench-results';

async function measure(root: string): Promise<{ figures: Figure[]; cipherVersion: string }> {
  const made = await makeLedger(size, root);
  const opening = await measureOpen(made, size);
  const ledger = await openMade(made);
  const desk = deskOf(ledger);
  const deadlines = await measureDeadlines(made, desk.people);
  const keypress = await measureKeypress(desk);
  const page = await measurePage(desk);
  const peer = await startCipherPeer(root);
  const commit = await measureCommit(made, ledger, { size, peer });
  peer?.close();
  await ledger.close();
  return {
    figures: [commit, opening, deadlines, keypress, page],
    cipherVersion: peer?.version ?? 'not built',
  };
}

function machine(cipherVersion: string) {
  const [cpu] = cpus();
  return {
    cpu: cpu?.model ?? '',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    platform: `${process.platform}-${process.arch}`,
    electron: process.versions['electron'] ?? '',
    node: process.versions.node,
    v8: process.versions.v8,
    sqlcipher: cipherVersion,
  };
}

const root = mkdtempSync(join(process.env['BENCH_FOLDER'] ?? tmpdir(), 'dual-coverage-bench-'));
try {
  const { figures, cipherVersion } = await measure(root);
  const about = machine(cipherVersion);
  const { organizations, people } = sizes[size];
  console.log(`规模 ${size}：单位 ${organizations}，人员 ${people}，基准日 ${today}`);
  console.log(
    Object.entries(about)
      .map(([name, value]) => `${name} ${value}`)
      .join('，'),
  );
  console.log(tableOf(figures));
  mkdirSync(resultsFolder, { recursive: true });
  const summary = figures.map((figure) => ({
    ...figure,
    median: median(figure.product),
    p95: p95(figure.product),
    goals: figure.goals.map((goal) => ({ ...goal, isMet: isMet(goal) })),
  }));
  writeFileSync(
    join(resultsFolder, `bench-${size}.json`),
    JSON.stringify({ size, today, machine: about, figures: summary }, undefined, 2),
  );
  const missed = figures.flatMap(({ id, goals }) =>
    goals.filter((goal) => !isMet(goal)).map(({ words }) => `${id} ${words}`),
  );
  console.log(missed.length === 0 ? '目标全部达到。' : `未达到的目标：${missed.join('；')}`);
  process.exitCode = missed.length === 0 ? 0 : 1;
} finally {
  rmSync(root, { recursive: true, force: true });
}
