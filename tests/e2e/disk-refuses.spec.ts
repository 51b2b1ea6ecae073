import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  addPerson,
  chooseFile,
  expect,
  goTo,
  openDesk,
  passFirstRun,
  test,
  unlock,
} from '../support/launch';
import { mountFailingDisk, mountReadOnly } from '../support/failing-disk';

const contents = (folder: string) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => [name, readFileSync(join(folder, name)).toString('base64')]);

test('a folder that may not be written to is said in words, changed in nothing, and opens once it may (W-402)', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'));
  const ledger = join(folder, 'ledger');
  const first = await openDesk({ folder });
  await passFirstRun(first.page);
  await addPerson(first.page, '测一');
  await first.app.close();
  const before = contents(ledger);

  const release = mountReadOnly(ledger);
  let isReleased = false;
  try {
    const { app, page } = await openDesk({ folder });
    await unlock(page);
    const words = page.getByRole('alert');
    await expect(words).toContainText('数据文件夹不允许写入（可能被安全软件拦截）');
    await expect(words).toContainText('没有丢失');
    await expect(words).toContainText('[W-402]');
    expect(contents(ledger)).toEqual(before);
    release();
    isReleased = true;
    await page.getByRole('button', { name: '解锁' }).click();
    await goTo(page, '发展党员');
    await expect(page.getByText('1 人').first()).toBeVisible();
    await app.close();
  } finally {
    if (!isReleased) release();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a disk that fails is said in words, the form stays, a copy goes outside, and what was saved is there (W-403)', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'));
  const stick = mkdtempSync(join(tmpdir(), 'stick-'));
  const disk = mountFailingDisk(join(folder, 'ledger'), join(folder, 'disk.img'), 16);
  try {
    const first = await openDesk({ folder });
    await passFirstRun(first.page);
    await addPerson(first.page, '测一');
    await goTo(first.page, '发展党员');
    await first.page.getByRole('button', { name: '登记申请人' }).click();
    await first.page.getByLabel('姓名').fill('测二');
    await first.page.getByLabel('递交入党申请书').fill('20261020');

    disk.fail();
    await first.page.getByRole('button', { name: '保存并打开档案' }).click();
    const bar = first.page.getByRole('region', { name: '只读' });
    await expect(bar).toContainText('硬盘报告写入错误');
    await expect(bar).toContainText('已转为只读，刚才这一步未保存');
    await expect(bar).toContainText('[W-403]');
    await expect(first.page.getByLabel('姓名')).toHaveValue('测二');
    await chooseFile(first.app, stick);
    await bar.getByRole('button', { name: '另存到 U 盘' }).click();
    await expect(bar).toContainText('含未保存的表单 1 份');
    expect(readdirSync(stick)[0]).toMatch(/^应急副本-.*\.djb$/);
    await first.app.close();

    disk.repair();
    const second = await openDesk({ folder });
    await unlock(second.page);
    await goTo(second.page, '发展党员');
    await expect(second.page.getByText('1 人').first()).toBeVisible();
    await expect(second.page.getByText('测一').first()).toBeVisible();
    await second.app.close();
  } finally {
    disk.remove();
    for (const each of [folder, stick]) rmSync(each, { recursive: true, force: true });
  }
});
