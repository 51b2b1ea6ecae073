import { mkdtempSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { factNames } from '../../src/core/development/facts';
import { measureAudit } from './audit';
import { measureBurst, measureCommit } from './commit';
import { measureCoverage } from './coverage';
import { measureCoveragePages } from './coverage-pages';
import { measureDeadlines } from './deadlines';
import { measureDerivation } from './derive-key';
import type { Figure } from './figures';
import { serveJson } from './json-peer';
import { measureLoad } from './load';
import { deskOf, openMade, readMade, sizes, type MadeLedger, type Size } from './made-ledger';
import { makeAll } from './make';
import { measureMemory, serveMemory } from './memory';
import { measureOpen } from './open';
import { startCipherPeer, type Peer } from './peer-process';
import { measureKeypress, measurePage } from './people';
import { report } from './report';
import { measureCheckpoint, measureReplay } from './upkeep';

type Scene = { readonly made: MadeLedger; readonly cipher: Peer | undefined };

/** What an open ledger is asked for, from a fresh process to the end of a day. */
async function measureDesk({ made, cipher }: Scene): Promise<Figure[]> {
  const ledger = await openMade(made);
  const desk = deskOf(ledger);
  const commit = await measureCommit(made, ledger, cipher);
  const burst = await measureBurst(ledger);
  const deadlines = await measureDeadlines(desk, commit);
  const keypress = await measureKeypress(desk);
  const page = await measurePage(desk);
  const checkpoint = await measureCheckpoint(made, ledger);
  await ledger.close();
  return [commit, burst, deadlines, keypress, page, checkpoint];
}

/** In this order: opening before anything is written, then memory, replay last, for it leaves a long journal. */
const chapters: Readonly<Record<string, (scene: Scene) => Promise<Figure[]>>> = {
  open: async ({ made, cipher }) => [await measureOpen(made, cipher)],
  memory: ({ made }) => Promise.resolve([measureMemory(made.root)]),
  desk: measureDesk,
  load: async ({ made, cipher }) => [await measureLoad(made, cipher)],
  coverage: async ({ made }) => [
    ...(await measureCoverage()),
    ...(await measureCoveragePages(made)),
  ],
  audit: ({ made }) => measureAudit(made.root),
  key: async () => [await measureDerivation()],
  replay: async ({ made }) => [await measureReplay(made)],
};

async function measure(root: string): Promise<{ figures: Figure[]; cipherVersion: string }> {
  const made = readMade(root);
  const cipher = await startCipherPeer(root);
  await cipher?.measure(`load ${factNames.length} ${made.rowsFile}`);
  const only = process.env['BENCH_ONLY']?.split(',');
  const figures: Figure[] = [];
  for (const [name, chapter] of Object.entries(chapters))
    if (only === undefined || only.includes(name))
      figures.push(...(await chapter({ made, cipher })));
  cipher?.close();
  return {
    figures: figures.sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true })),
    cipherVersion: cipher?.version ?? 'not built',
  };
}

async function run(size: Size, resultsFolder: string): Promise<void> {
  const root = mkdtempSync(join(process.env['BENCH_FOLDER'] ?? tmpdir(), 'dual-coverage-bench-'));
  try {
    const making = spawnSync(process.execPath, [process.argv[1] ?? '', 'make', size, root], {
      stdio: 'inherit',
    });
    if (making.status !== 0) throw new Error('the practice ledger was not made');
    const { figures, cipherVersion } = await measure(root);
    process.exitCode = report({ size, figures, cipherVersion, resultsFolder });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const sizeOf = (name: string | undefined): Size =>
  name !== undefined && Object.hasOwn(sizes, name) ? (name as Size) : 'S';
const [, , mode, first = '', second = ''] = process.argv;
if (mode === 'json') await serveJson(first);
else if (mode === 'memory') await serveMemory(first);
else if (mode === 'make') await makeAll(sizeOf(first), second);
else await run(sizeOf(mode), first === '' ? 'bench-results' : first);
