import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

it('docs/regulations.md says what the rule data say', () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['scripts/generate-regulations.mjs', '--check'],
    { cwd: root, encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  expect(status).toBe(0);
});
