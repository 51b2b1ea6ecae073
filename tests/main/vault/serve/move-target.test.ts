import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { refusalOfTarget } from '../../../../src/main/vault/serve/move-target';
import { temporaryFolder } from '../../../support/ledger-kit';

let home: ReturnType<typeof temporaryFolder>;
beforeEach(() => (home = temporaryFolder()));
afterEach(() => home.remove());

const megabyte = 1024 * 1024;
function folder(name: string): string {
  const path = join(home.folder, name);
  mkdirSync(path, { recursive: true });
  return path;
}
const refusal = (chosen: string, bytes = megabyte) =>
  refusalOfTarget(chosen, [folder('ledger'), folder('ledger-backups')], bytes);

it('takes an empty folder of this machine', () => {
  expect(refusal(folder('new'))).toBeUndefined();
});

it.each([
  ['a folder kept in step with a cloud', 'Dropbox/账本', '网盘同步文件夹（Dropbox）'],
  ['the ledger itself', 'ledger/in', '就在账本现在的文件夹里'],
  ['its backups', 'ledger-backups/in', '就在账本现在的文件夹里'],
])('refuses %s', (_title, name, words) => {
  expect(refusal(folder(name))).toContain(words);
});

it('refuses a folder with anything in it, one that is not there, and one without room', () => {
  const full = folder('full');
  writeFileSync(join(full, 'a'), '');
  expect(refusal(full)).toContain('已有别的文件');
  expect(refusal(join(home.folder, 'nowhere'))).toContain('打不开');
  expect(refusal(folder('new'), 2 ** 52)).toMatch(/空间不足，至少要 \d+ MB/);
});
