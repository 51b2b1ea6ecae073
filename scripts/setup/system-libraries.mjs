import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { say, timed } from './say.mjs';

const forTheWindow = [
  'xvfb',
  'xauth',
  'libgtk-3-0',
  'libnss3',
  'libgbm1',
  'libasound2',
  'libxss1',
  'libxtst6',
  'fonts-noto-cjk',
];
const forTheTests = ['poppler-utils', 'age', 'strace'];

function missing(packages) {
  const { stdout } = spawnSync(
    'dpkg-query',
    ['-W', '-f', '${Package} ${db:Status-Status}\n', ...packages],
    {
      encoding: 'utf8',
    },
  );
  const installed = new Set(
    stdout
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  );
  return packages.filter((name) => !installed.has(name));
}

/** Debian libraries of the window and the tests: installed where we may, named in one line where we may not. */
export async function installSystemLibraries() {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg-query')) return;
  const wanted = missing([...forTheWindow, ...forTheTests]);
  if (wanted.length === 0) return;
  if (process.getuid?.() !== 0) {
    say(`[准备] 缺少系统组件，请管理员执行：apt-get install ${wanted.join(' ')}`);
    return;
  }
  await timed(`安装系统组件 ${wanted.join(' ')}`, () => {
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const run = (args) =>
      spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 2], env: environment }).status;
    const install = ['install', '-y', '-qq', '--no-install-recommends', ...wanted];
    if (run(install) !== 0 && (run(['update', '-qq']) !== 0 || run(install) !== 0)) {
      throw new Error(`系统组件没有装成，请手工执行：apt-get install ${wanted.join(' ')}`);
    }
  });
}
