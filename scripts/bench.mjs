import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { projectRoot } from './runtime/launch.mjs';
import { electronPath, runtimeCache } from './runtime/locate.mjs';

const peerModule = 'better-sqlite3-multiple-ciphers';
const peerFolder = join(runtimeCache, 'bench-peers');

/** The peer belongs to the bench alone: it is in no package.json of ours and never in the app. */
function installPeer() {
  const folder = join(peerFolder, 'node_modules', peerModule);
  if (existsSync(join(folder, 'build', 'Release', 'better_sqlite3.node'))) return true;
  if (process.argv.includes('--no-peer')) return false;
  mkdirSync(peerFolder, { recursive: true });
  writeFileSync(join(peerFolder, 'package.json'), '{"private":true}');
  console.log('[测量] 正在安装对照用的 SQLCipher（只在第一次）');
  const { status } = spawnSync('npm', ['install', `${peerModule}@12`, '--no-audit', '--no-fund'], {
    cwd: peerFolder,
    stdio: 'ignore',
    timeout: 600_000,
  });
  return status === 0;
}

async function bundle() {
  const outDir = join(projectRoot, 'node_modules/.cache/dual-coverage-desk/bench');
  await build({
    configFile: false,
    logLevel: 'error',
    root: projectRoot,
    ssr: { noExternal: true },
    build: {
      ssr: join(projectRoot, 'scripts/bench/run.ts'),
      outDir,
      minify: false,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'run.mjs', codeSplitting: false } },
    },
  });
  return join(outDir, 'run.mjs');
}

function chosenSize() {
  const at = process.argv.indexOf('--size');
  const size = at < 0 ? 'S' : process.argv[at + 1];
  if (size === 'S' || size === 'M') return size;
  console.error('[测量] --size 只能是 S 或 M。');
  return process.exit(2);
}

const size = chosenSize();
const script = await bundle();
const peer = installPeer()
  ? {
      BENCH_NODE: process.execPath,
      BENCH_PEER: join(projectRoot, 'scripts/bench/cipher-server.mjs'),
      BENCH_PEER_MODULE: peerFolder,
    }
  : {};
const { status } = spawnSync(
  electronPath(projectRoot),
  [script, size, join(projectRoot, 'bench-results')],
  {
    cwd: projectRoot,
    stdio: 'inherit',
    env: {
      ...process.env,
      ...peer,
      ELECTRON_RUN_AS_NODE: '1',
      NODE_OPTIONS: '--max-old-space-size=4096',
    },
  },
);
process.exitCode = status ?? 1;
