import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chooseFile, chooseTarget, expect, goTo, openDesk, test } from '../support/launch';

test('a district tightens a rule with its paper, cannot loosen one, and hands the paper on (rules §2)', async () => {
  const desk = await openDesk({ args: ['--demo'] });
  const folder = mkdtempSync(join(tmpdir(), 'paper-'));
  const target = join(folder, 'paper.json');
  try {
    const { app, page } = desk;
    await expect(page.getByRole('heading', { name: '工作台' })).toBeVisible({ timeout: 60_000 });
    await goTo(page, '设置');
    await page.getByRole('button', { name: '地方口径' }).click();
    const row = page.getByRole('row', { name: /^上级党委审批 / });
    await row.getByRole('button', { name: '加严' }).click();
    const dialog = page.getByRole('dialog', { name: '加严：上级党委审批' });
    const save = dialog.getByRole('button', { name: '保存这一条' });
    await expect(save).toBeDisabled();
    await dialog.getByLabel('依据文件和文号').fill('样例〔2026〕1 号');
    await dialog.getByLabel('期限（不大于 3 个月）').fill('6');
    await save.click();
    await expect(dialog.getByRole('alert')).toContainText('只能加严：国家规则为 3，所填为 6');
    await dialog.getByLabel('期限（不大于 3 个月）').fill('2');
    await save.click();
    await expect(row.getByText('启用中')).toBeVisible();

    await chooseTarget(app, target);
    await page.getByRole('button', { name: '导出口径文件' }).click();
    await expect(page.getByText('已存为 paper.json，1 条')).toBeVisible();
    expect(existsSync(target)).toBe(true);
    expect(readFileSync(target, 'utf8')).toContain('"rule": "APPROVE-3M"');
    await chooseFile(app, target);
    await page.getByRole('button', { name: '导入口径文件' }).click();
    const reading = page.getByRole('dialog', { name: '导入：地方口径' });
    await expect(reading.getByText('上级党委审批')).toBeVisible();
    await reading.getByRole('button', { name: '替换为这份口径' }).click();
    await expect(reading).toBeHidden();
    await goTo(page, '操作记录');
    await expect(page.getByText('导入地方口径')).toBeVisible();
    await expect(page.getByText('导出地方口径')).toBeVisible();
  } finally {
    await desk.app.close();
    rmSync(desk.folder, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  }
});
