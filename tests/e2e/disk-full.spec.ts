import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page } from '@playwright/test';
import {
  chooseFile,
  expect,
  openDesk,
  passFirstRun,
  test,
  testPassphrase,
} from '../support/launch';
import { mountSmallDisk } from '../support/small-disk';

const pageBytes = 4096;

async function unlock(page: Page): Promise<void> {
  await page.getByLabel('口令').fill(testPassphrase);
  await page.getByRole('button', { name: '解锁' }).click();
  await expect(page.getByRole('heading', { name: '工作台' })).toBeVisible();
}

/** Registers applicants until the disk is full; returns the names that were acknowledged and the one that was not. */
async function registerUntilFull(page: Page) {
  const saved: string[] = [];
  const rail = page.getByRole('navigation', { name: '主导航' });
  for (let number = 1; number <= 60; number += 1) {
    const name = `测${number}号`;
    await rail.getByRole('button', { name: '发展党员' }).click();
    await page.getByRole('button', { name: '登记申请人' }).click();
    await page.getByLabel('姓名').fill(name);
    await page.getByLabel('递交入党申请书').fill('2026.10.20');
    await page.getByRole('button', { name: '保存并打开档案' }).click();
    const heading = page.getByRole('heading', { name });
    const alert = page.getByRole('alert');
    await expect(heading.or(alert).first()).toBeVisible();
    if (await alert.first().isVisible()) return { saved, refused: name };
    saved.push(name);
  }
  throw new Error('the disk never got full');
}

test('a full disk refuses the step in words, keeps the form, offers a copy outside and another try, and loses nothing (W-401)', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'));
  const stick = mkdtempSync(join(tmpdir(), 'stick-'));
  const disk = mountSmallDisk(join(folder, 'ledger'), 8);
  try {
    const first = await openDesk({ folder });
    await passFirstRun(first.page);
    await first.app.close();

    disk.fillUpTo(2 * pageBytes);
    const second = await openDesk({ folder });
    await unlock(second.page);
    const { saved, refused } = await registerUntilFull(second.page);
    await expect(second.page.getByRole('alert').first()).toContainText(
      '磁盘空间不足，刚才这一步没有保存，内容仍在屏幕上。之前保存的都完好。',
    );
    await expect(second.page.getByRole('alert').first()).toContainText('[W-401]');
    await expect(second.page.getByLabel('姓名')).toHaveValue(refused);
    expect(saved.length).toBeGreaterThan(0);

    const bar = second.page.getByRole('region', { name: '只读' });
    await bar.getByRole('button', { name: '重试' }).click();
    await expect(bar.getByRole('alert')).toHaveCount(2);
    await chooseFile(second.app, stick);
    await bar.getByRole('button', { name: '另存到 U 盘' }).click();
    await expect(bar).toContainText('含未保存的表单 1 份');
    expect(readdirSync(stick)[0]).toMatch(/^应急副本-.*\.djb$/);

    disk.empty();
    await bar.getByRole('button', { name: '重试' }).click();
    await expect(bar).toHaveCount(0);
    await expect(second.page.getByLabel('姓名')).toHaveValue(refused);
    await second.page.getByRole('button', { name: '保存并打开档案' }).click();
    await expect(second.page.getByRole('heading', { name: refused })).toBeVisible();
    await second.app.close();

    const third = await openDesk({ folder });
    await unlock(third.page);
    await third.page
      .getByRole('navigation', { name: '主导航' })
      .getByRole('button', { name: '发展党员' })
      .click();
    await expect(third.page.getByText(`${saved.length + 1} 人`).first()).toBeVisible();
    await third.app.close();
  } finally {
    disk.remove();
    for (const each of [folder, stick]) rmSync(each, { recursive: true, force: true });
  }
});
