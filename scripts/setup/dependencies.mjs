import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { timed } from './say.mjs';

function lockDigest(root) {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

/** Installs from the lock file when node_modules is missing or was made from another lock. */
export async function installDependencies(root) {
  const stamp = join(root, 'node_modules', '.cache', 'dual-coverage-desk', 'lock');
  const digest = lockDigest(root);
  const isFresh = existsSync(stamp) && readFileSync(stamp, 'utf8') === digest;
  if (isFresh && existsSync(join(root, 'node_modules', 'react'))) return;
  await timed('按锁定文件安装依赖', () => {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const { status } = spawnSync(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: root,
      stdio: ['ignore', 2, 2],
    });
    if (status !== 0) throw new Error('依赖没有装成：npm ci 失败，请检查 npm 仓库能否访问后重试。');
  });
  mkdirSync(join(stamp, '..'), { recursive: true });
  writeFileSync(stamp, digest);
}
