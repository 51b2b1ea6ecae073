import { execFileSync, spawnSync } from 'node:child_process';
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
  const built = join(folder, 'build', 'Release', 'better_sqlite3.node');
  if (existsSync(built)) return true;
  if (process.argv.includes('--no-peer')) return false;
  mkdirSync(peerFolder, { recursive: true });
  writeFileSync(join(peerFolder, 'package.json'), '{"private":true}');
  console.log('[测量] 正在编译对照用的 SQLCipher（只在第一次）');
  const install = ['install', `${peerModule}@12`, '--ignore-scripts', '--no-audit', '--no-fund'];
  run('npm', install, peerFolder);
  const npmFolder = join(execFileSync('npm', ['root', '-g'], { encoding: 'utf8' }).trim(), 'npm');
  const gyp = join(npmFolder, 'node_modules', 'node-gyp', 'bin', 'node-gyp.js');
  // Node's own headers lie beside it; nothing is downloaded but the source.
  const headers = join(process.execPath, '..', '..');
  run(process.execPath, [gyp, 'rebuild', '--release', `--nodedir=${headers}`], folder);
  return existsSync(built);
}

function run(command, args, cwd) {
  return spawnSync(command, args, { cwd, stdio: 'ignore', timeout: 600_000 }).status === 0;
}

const outDir = join(projectRoot, 'node_modules/.cache/dual-coverage-desk/bench');

/** Below node_modules a file is a module only where a package says so. */
function writePackage() {
  mkdirSync(outDir, { recursive: true });
  writeFileSync(join(outDir, 'package.json'), '{"type":"module"}');
}

async function bundle(entry, name) {
  await build({
    configFile: false,
    logLevel: 'error',
    root: projectRoot,
    ssr: { noExternal: true },
    build: {
      ssr: join(projectRoot, entry),
      outDir,
      emptyOutDir: false,
      minify: false,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: name, codeSplitting: false } },
    },
  });
  return join(outDir, name);
}

function chosenSize() {
  const at = process.argv.indexOf('--size');
  const size = at < 0 ? 'S' : process.argv[at + 1];
  if (size === 'S' || size === 'M' || size === 'L') return size;
  console.error('[测量] --size 只能是 S、M 或 L。');
  return process.exit(2);
}

/** `--only open,desk`: some chapters of the bench, for somebody who works on one of them. */
function chosenChapters() {
  const at = process.argv.indexOf('--only');
  return at < 0 ? {} : { BENCH_ONLY: process.argv[at + 1] };
}

const size = chosenSize();
writePackage();
const script = await bundle('scripts/bench/run.ts', 'run.mjs');
await bundle('src/main/vault/crypto/kdf-worker.ts', 'kdf-worker.js');
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
      ...chosenChapters(),
      ELECTRON_RUN_AS_NODE: '1',
      NODE_OPTIONS: '--max-old-space-size=4096',
    },
  },
);
process.exitCode = status ?? 1;
