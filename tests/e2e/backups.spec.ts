import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  addPerson,
  chooseFile,
  expect,
  attest,
  goTo,
  lockDesk,
  openDesk,
  passFirstRun,
  test,
  testPassphrase,
  unlock,
} from '../support/launch';

test('a backup to a stick is verified there; a restore shows the difference first and can be undone', async ({
  desk,
}) => {
  const { app, page } = desk;
  const stick = mkdtempSync(join(tmpdir(), 'stick-'));
  await passFirstRun(page);
  await addPerson(page, '测一');
  await goTo(page, '备份');
  await chooseFile(app, stick);
  await page.getByRole('button', { name: '备份到 U 盘' }).click();
  await expect(page.getByText('并回读校验')).toBeVisible();
  expect(readdirSync(stick)).toHaveLength(1);
  await expect(page.getByText('今天已备份到外部存储')).toBeVisible();

  await addPerson(page, '测二');
  await goTo(page, '备份');
  await page.getByRole('button', { name: '查看差异并恢复' }).last().click();
  await expect(page.getByText(/少 1 人 2 条操作/)).toBeVisible();
  await page.getByRole('button', { name: '恢复到这份备份' }).click();
  await attest(page, '恢复演练');
  await expect(page.getByText(/已恢复 1 条记录/)).toBeVisible();
  await goTo(page, '发展党员');
  await expect(page.getByText('测一').first()).toBeVisible();
  await expect(page.getByText('测二')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(page.getByText('测二').first()).toBeVisible();
  rmSync(stick, { recursive: true });
});

test('the lock makes a verified backup, and after a week without a stick the home page says so', async () => {
  const first = await openDesk({ today: '2026-11-10' });
  await passFirstRun(first.page);
  await addPerson(first.page, '测一');
  await lockDesk(first, first.page);
  await expect
    .poll(() => readdirSync(join(first.folder, 'ledger-backups')).map((name) => name.slice(-9)))
    .toHaveLength(2);
  await first.app.close();
  const second = await openDesk({ folder: first.folder, today: '2026-11-19' });
  await second.page.getByLabel('口令').fill(testPassphrase);
  await second.page.getByRole('button', { name: '解锁' }).click();
  await expect(second.page.getByText('已 9 天没有备份到外部存储')).toBeVisible();
  await second.page.getByRole('button', { name: '现在备份' }).click();
  await second.page.getByRole('button', { name: '现在校验并演练恢复' }).click();
  await expect(second.page.getByText('恢复演练读出 2 条记录')).toBeVisible();
  await second.app.close();
  rmSync(first.folder, { recursive: true, force: true });
});

test('a ledger that cannot be opened comes back from a backup through the window, and its files are kept (R-320)', async () => {
  const first = await openDesk();
  const recoveryCode = await passFirstRun(first.page);
  await addPerson(first.page, '测一');
  await goTo(first.page, '备份');
  await first.page.getByRole('button', { name: '现在备份' }).first().click();
  // At once: leaving waits for the backup under way.
  await first.app.close();
  const ledger = join(first.folder, 'ledger');
  for (const name of ['KEYS.A', 'KEYS.B']) writeFileSync(join(ledger, name), '坏了的文件');
  const files = readdirSync(ledger);

  const { app, page } = await openDesk({ folder: first.folder });
  await unlock(page);
  const words = page.getByRole('alert');
  await expect(words).toContainText('无法读取当前数据文件，已停止写入以免扩大损坏');
  await expect(words).toContainText('份已校验的备份中恢复，最近一份');
  await expect(words).toContainText('[R-320]');
  await page.getByRole('button', { name: '查看差异并恢复' }).click();
  await page.getByLabel('恢复码（在恢复单上，六组）').fill(recoveryCode);
  await page.getByRole('button', { name: '查看差异' }).click();
  await expect(page.getByRole('region', { name: '备份里有什么' })).toContainText('1 人');
  await page.getByLabel('口令', { exact: true }).fill('另一句 灯火 石桥 骑手 十月');
  await page.getByLabel('再输入一次').fill('另一句 灯火 石桥 骑手 十月');
  await page.getByRole('button', { name: '恢复并打开' }).click();
  await expect(page.getByText('打不开的原文件没有删除')).toBeVisible();
  await goTo(page, '发展党员');
  await expect(page.getByText('测一').first()).toBeVisible();
  const kept = readdirSync(first.folder).find((name) => name.startsWith('ledger-damaged-')) ?? '';
  expect(readdirSync(join(first.folder, kept)).sort()).toEqual(files.sort());
  expect(readFileSync(join(first.folder, kept, 'KEYS.A'), 'utf8')).toBe('坏了的文件');
  await app.close();
  rmSync(first.folder, { recursive: true, force: true });
});
