import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { addPerson, expect, goTo, openDesk, passFirstRun, test, unlock } from '../support/launch';

/** One session on a folder: unlock (or the first run), do, close. */
async function session(folder: string, act: (page: Page) => Promise<void>): Promise<void> {
  const { app, page } = await openDesk({ folder });
  await act(page);
  await app.close();
}

async function countPeople(page: Page, count: number): Promise<void> {
  await goTo(page, '发展党员');
  await expect(page.getByText(`${count} 人`).first()).toBeVisible();
}

test('a folder put back to an older copy, or brought to another machine, is only looked at until the user answers for it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'));
  const ledger = join(folder, 'ledger');
  const old = join(folder, 'old-copy');
  await session(folder, async (page) => {
    await passFirstRun(page);
    await addPerson(page, '测一');
  });
  cpSync(ledger, old, { recursive: true });
  await session(folder, async (page) => {
    await unlock(page);
    await addPerson(page, '测二');
  });
  rmSync(ledger, { recursive: true });
  cpSync(old, ledger, { recursive: true });

  await session(folder, async (page) => {
    await unlock(page);
    const bar = page.getByRole('region', { name: '只读' });
    await expect(bar).toContainText('现在打开的数据比本机上次使用时旧（少 2 条操作）');
    await expect(bar).toContainText('[R-330]');
    await countPeople(page, 1);
    await page.getByRole('button', { name: '登记申请人' }).click();
    await page.getByLabel('姓名').fill('测三');
    await page.getByLabel('递交入党申请书').fill('20261020');
    await page.getByRole('button', { name: '保存并打开档案' }).click();
    await expect(page.getByRole('alert').filter({ hasText: '[R-330]' })).toHaveCount(2);
    await bar.getByRole('button', { name: '已核对来源，以这份为准' }).click();
    await expect(bar).toHaveCount(0);
    await expect(page.getByLabel('姓名')).toHaveValue('测三');
    await page.getByRole('button', { name: '保存并打开档案' }).click();
    await expect(page.getByRole('heading', { name: '测三' })).toBeVisible();
    await goTo(page, '操作记录');
    await expect(page.getByText('确认以这份数据为准').first()).toBeVisible();
  });

  rmSync(join(folder, 'state'), { recursive: true });
  await session(folder, async (page) => {
    await unlock(page);
    const bar = page.getByRole('region', { name: '只读' });
    await expect(bar).toContainText('上次是在另一台电脑上使用的');
    await expect(bar).toContainText('[L-504]');
    await bar.getByRole('button', { name: '那边已关闭，在这台电脑使用' }).click();
    await expect(bar).toHaveCount(0);
    await countPeople(page, 2);
  });
  rmSync(folder, { recursive: true, force: true });
});
