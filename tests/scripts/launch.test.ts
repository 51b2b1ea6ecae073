import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

it('says in Chinese that there is no screen, and that nothing changed (issue A, bad input: S-902)', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { runWithScreen } from ${JSON.stringify(join(root, 'scripts/runtime/launch.mjs'))};
       process.exitCode = await runWithScreen('true', []);`,
    ],
    { encoding: 'utf8', env: { PATH: '/nowhere' } },
  );
  expect(status).toBe(1);
  expect(`${stdout}${stderr}`).toContain('没有找到显示器');
  expect(`${stdout}${stderr}`).toContain('数据没有任何变化');
  expect(`${stdout}${stderr}`).toContain('[S-902]');
  expect(`${stdout}${stderr}`).not.toContain('Error');
});
