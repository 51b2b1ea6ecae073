import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { timed } from './say.mjs';

const inputs = ['package-lock.json', 'package.json', 'electron.vite.config.ts'];

function sourceDigest(root) {
  const hash = createHash('sha256');
  const files = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of [...inputs.map((name) => join(root, name)), ...files]) {
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** Builds when any source differs from what `out/` was made of. */
export async function buildIfStale(root) {
  const stamp = join(root, 'out', 'source-digest');
  const digest = sourceDigest(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  await timed('构建', () => {
    const command = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
    const { status } = spawnSync(process.execPath, [command, 'build', '--logLevel', 'warn'], {
      cwd: root,
      stdio: ['ignore', 2, 2],
    });
    if (status !== 0) throw new Error('构建失败，原因见上。');
  });
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(stamp, digest);
}
