import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  addPerson,
  afterLock,
  chooseFile,
  expect,
  goTo,
  lockDesk,
  openDesk,
  passFirstRun,
  test,
  unlock,
} from '../support/launch';

test('a ledger in a sync folder is moved, verified and opened at the new place; the copy goes by a word of its own (L-503)', async () => {
  const home = mkdtempSync(join(tmpdir(), 'desk-'));
  const folder = join(home, '坚果云');
  const target = join(home, '本机账本');
  mkdirSync(target);
  const first = await openDesk({ folder });
  await passFirstRun(first.page);
  await addPerson(first.page, '测一');
  const locked = await lockDesk(first, first.page);
  await unlock(locked);
  const warning = locked.locator('.notices');
  await expect(warning).toContainText(
    '数据位于网盘同步文件夹（坚果云），可能造成泄密和互相覆盖。请移到本机硬盘的文件夹。',
  );
  await chooseFile(first.app, folder);
  await warning.getByRole('button', { name: '帮我移动并校验' }).click();
  await expect(warning.getByRole('alert')).toContainText('账本没有移动，仍在原来的文件夹');
  await chooseFile(first.app, target);
  const page = await afterLock(first.app, () =>
    warning.getByRole('button', { name: '帮我移动并校验' }).click(),
  );
  await expect(page.getByText('账本已移到“本机账本”文件夹并校验一致')).toBeVisible();
  await unlock(page);
  await expect(page.getByText('条记录整体解密核对，全部一致')).toBeVisible();
  await expect(page.getByText('[L-503]')).toHaveCount(0);
  await goTo(page, '发展党员');
  await expect(page.getByText('测一').first()).toBeVisible();
  await goTo(page, '变更记录');
  await expect(page.getByText('登记申请人').first()).toBeVisible();

  await goTo(page, '备份');
  await expect(page.getByText('在本机的“本机账本”文件夹里')).toBeVisible();
  await page.getByRole('button', { name: '删除旧文件夹中的副本' }).click();
  const asked = page.getByRole('dialog', { name: '删除旧文件夹中的副本' });
  await expect(asked).toContainText('回收站和历史版本里可能还留有这些文件');
  await asked.getByRole('button', { name: '删除副本' }).click();
  await expect(page.getByText(/已删除旧文件夹“坚果云”中的 \d+ 个文件/)).toBeVisible();
  expect(readdirSync(join(folder, 'ledger'))).toEqual(['MOVED']);
  await addPerson(page, '测二');
  await first.app.close();

  renameSync(target, join(home, '接到别处'));
  const second = await openDesk({ folder });
  await expect(second.page.getByRole('heading', { name: '没有找到账本' })).toBeVisible();
  await expect(second.page.getByRole('alert')).toContainText('（“本机账本”）');
  await expect(second.page.getByRole('alert')).toContainText('[L-505]');
  await chooseFile(second.app, join(home, '接到别处'));
  const found = await afterLock(second.app, () =>
    second.page.getByRole('button', { name: '指出账本在哪里' }).click(),
  );
  await unlock(found);
  await goTo(found, '发展党员');
  await expect(found.getByText('2 人').first()).toBeVisible();
  await second.app.close();
  rmSync(home, { recursive: true, force: true });
});
