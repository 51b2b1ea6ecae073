import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { addressedCalls } from '../../scripts/egress/read-trace.mjs';
import { pathsInAsar } from '../../scripts/release/asar.mjs';
import { readFuses, releaseFuses, testFuses } from '../../scripts/release/fuses.mjs';
import { packForTests, packRelease } from '../../scripts/release/pack.mjs';
import { openDesk, passFirstRun } from '../support/launch';
import {
  openToAll,
  ordinaryHome,
  runAsOrdinary,
  type OrdinaryHome,
  type Run,
} from '../support/ordinary-user';
import { liveProcesses, readProc } from '../support/process-memory';

/** The release as people get it, looked at from outside (security.md §4); Playwright cannot drive it and must not. */
const folder = mkdtempSync(join(tmpdir(), 'release-'));
const releaseFolder = join(folder, 'desk');
const testFolder = join(folder, 'desk-for-tests');
const refused = '检测到不安全的启动方式，已拒绝运行';
const exitConfiguration = 78;
const port = 39_417;
const dialogMilliseconds = 700;
let home: OrdinaryHome;
let release: { readonly launcher: string; readonly executable: string };

test.beforeAll(async () => {
  openToAll(folder);
  release = await packRelease(releaseFolder);
  await packForTests(testFolder);
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));
test.beforeEach(() => {
  home = ordinaryHome();
});
test.afterEach(() => home.remove());

/** Electron's own processes of a run; the first is main. */
const processesOf = (run: Run) =>
  liveProcesses(run.child.pid ?? 0).map(({ pid, kind }) => ({
    kind,
    status: readProc(`/proc/${pid}/status`),
    limits: readProc(`/proc/${pid}/limits`),
  }));

test('the runtime has the fuses of the specification, and the test artefact is the same program', async () => {
  expect(await readFuses(release.executable)).toEqual(releaseFuses);
  expect(await readFuses(join(testFolder, 'electron'))).toEqual(testFuses);
  const archive = (of: string) => readFileSync(join(of, 'resources', 'app.asar'));
  expect(archive(testFolder).equals(archive(releaseFolder))).toBe(true);
});

test('the archive holds what runs and nothing that explains it; nobody else may write to the program', () => {
  const paths = pathsInAsar(readFileSync(join(releaseFolder, 'resources', 'app.asar')));
  expect(paths).toEqual(
    expect.arrayContaining(['package.json', 'out/main/vault.js', 'out/preload/index.cjs']),
  );
  expect(paths.filter((path) => /\.(map|tsx?|mts)$|inspect/.test(path))).toEqual([]);
  expect(existsSync(join(releaseFolder, 'resources', 'app'))).toBe(false);
  const writable = readdirSync(releaseFolder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => (statSync(join(releaseFolder, name)).mode & 0o022) !== 0,
  );
  expect(writable).toEqual([]);
});

for (const unsafe of [
  `--remote-debugging-port=${port}`,
  '--remote-debugging-pipe',
  '--remote-debugging-address=0.0.0.0',
  '--remote-allow-origins=*',
  `--inspect=${port}`,
  `--inspect-brk=${port}`,
  '--js-flags=--expose-gc',
  '--no-sandbox',
  '--disable-web-security',
  '--load-extension=/tmp',
  '--proxy-server=127.0.0.1:9',
  '--host-resolver-rules=MAP * 127.0.0.1',
  '--host-rules=MAP * 127.0.0.1',
  '--log-net-log=~/net.json',
  '--user-data-dir=~/elsewhere',
  '--renderer-cmd-prefix=env',
  '--utility-cmd-prefix=env',
  '--gpu-launcher=env',
  '--browser-subprocess-path=/bin/true',
  '--disable-seccomp-filter-sandbox',
])
  test(`started with ${unsafe} it says S-901, opens no port, touches no ledger and ends with 78`, async () => {
    const run = runAsOrdinary([release.launcher, unsafe.replace('~', home.folder)], home);
    await expect.poll(run.said).toContain(refused);
    expect(run.said()).toContain('[S-901]');
    expect(await isListening()).toBe(false);
    // A signal in the very moment of starting ends any Electron with the signal's own code.
    await new Promise((resolve) => setTimeout(resolve, dialogMilliseconds));
    expect(await run.stop()).toBe(exitConfiguration);
    expect(ledgerFiles()).toEqual([]);
  });

test('it is no Node: neither ELECTRON_RUN_AS_NODE nor NODE_OPTIONS runs a script', async () => {
  const script = join(home.folder, 'marker.cjs');
  const marker = join(home.folder, 'marker');
  writeFileSync(script, `require('node:fs').writeFileSync(${JSON.stringify(marker)}, 'ran')`);
  for (const environment of [
    { ELECTRON_RUN_AS_NODE: '1' },
    { NODE_OPTIONS: `--require=${script}` },
  ]) {
    const run = runAsOrdinary([release.executable, script], home, environment);
    await expect.poll(() => processesOf(run).some(({ kind }) => kind === 'renderer')).toBe(true);
    await run.stop();
    expect(existsSync(marker)).toBe(false);
  }
});

test('as an ordinary user every window process is in the sandbox and no process may dump its memory', async () => {
  const run = runAsOrdinary([release.launcher], home);
  const renderers = () => processesOf(run).filter(({ kind }) => kind === 'renderer');
  await expect
    .poll(() => renderers().map(({ status }) => /Seccomp:\t(\d)/.exec(status)?.[1]))
    .toEqual(['2']);
  expect(renderers()[0]?.status).toMatch(/NoNewPrivs:\t1/);
  for (const { limits } of processesOf(run)) expect(limits).toMatch(/Max core file size +0 +0 /);
  expect(run.said()).not.toContain(refused);
  await run.stop();
});

test('left alone it names no address of a network, its own machine included', async () => {
  const seconds = Number(process.env['EGRESS_SECONDS'] ?? 15);
  test.setTimeout((seconds + 60) * 1000);
  const trace = join(home.folder, 'trace');
  const tracer = ['strace', '-ff', '-e', 'trace=network', '-o', trace];
  const run = runAsOrdinary([...tracer, 'timeout', String(seconds), release.launcher], home);
  await run.ended;
  const traces = readdirSync(home.folder).filter((name) => name.startsWith('trace.'));
  expect(traces.length).toBeGreaterThan(5);
  const calls = traces.flatMap((name) =>
    addressedCalls(readFileSync(join(home.folder, name), 'utf8'), { isLoopbackCounted: true }),
  );
  expect(calls).toEqual([]);
});

test('the test artefact opens a ledger from its archive: the same program, driven by Playwright', async () => {
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = testFolder;
  const desk = await openDesk().finally(() => delete process.env['ELECTRON_OVERRIDE_DIST_PATH']);
  await passFirstRun(desk.page);
  expect(await desk.app.evaluate(({ app }) => app.getAppPath())).toMatch(/app\.asar$/);
  await desk.app.close();
  rmSync(desk.folder, { recursive: true, force: true });
});

function isListening(): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('close', () => socket.destroy());
  });
}

function ledgerFiles(): string[] {
  return readdirSync(home.folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(^|\/)(KEYS|ANCHOR|snap\.|j\.)/.test(name),
  );
}
