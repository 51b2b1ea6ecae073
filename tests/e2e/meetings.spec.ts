import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chooseTarget, expect, openDesk, test } from '../support/launch';

/** Told case of the practice ledger: four people for one meeting, two to be accepted, two to be confirmed. */
const people = ['例十二', '设十八', '虚十九', '试二十'];

test('one meeting decides on four people with one save, and undo takes all of it back (26#19–20, 26#31)', async () => {
  const desk = await openDesk({ args: ['--demo'] });
  const target = join(mkdtempSync(join(tmpdir(), 'pdf-')), 'minutes.pdf');
  try {
    const { app, page } = desk;
    await expect(page.getByRole('heading', { name: '工作台' })).toBeVisible({ timeout: 60_000 });
    const rail = page.getByRole('navigation', { name: '主导航' });
    await rail.getByRole('button', { name: '会议', exact: true }).click();
    await page.getByRole('button', { name: '准备会议' }).click();
    await page.getByLabel('查找党支部').fill('试丁软件');
    await page.getByLabel('党支部', { exact: true }).selectOption({ label: '试丁软件党支部' });
    await page.getByLabel('地点').fill('样例会议室');
    for (const name of people) await page.getByRole('checkbox', { name }).check();

    await page.getByText(/^应到名册/).click();
    const voters = await page.getByLabel(/出席情况$/).count();
    for (let missing = voters; missing < 9; missing += 1) {
      await page.getByLabel('补充一名正式党员').fill(`补样${missing}`);
      await page.getByRole('button', { name: '加入名册' }).click();
    }
    await expect(page.getByText('应到名册：应到 9 名，实到 9 名，到会过半')).toBeVisible();

    await page.getByRole('checkbox', { name: '采取无记名投票' }).check();
    // One vote too few: 4 × 2 is not more than 9.
    for (const [index, name] of people.entries()) {
      await page.getByLabel(`${name}赞成`, { exact: true }).fill(index === 0 ? '4' : '9');
      await page.getByLabel(`${name}反对`).fill(index === 0 ? '5' : '0');
      await page.getByLabel(`${name}弃权`).fill('0');
    }
    await expect(page.getByText('赞成未过半：4 × 2 ＝ 8 ≤ 应到 9')).toBeVisible();
    await page.getByRole('button', { name: '保存会议，登记 4 人' }).click();
    await expect(page.getByRole('alert')).toContainText('不能记为通过');
    await page.getByLabel('例十二赞成', { exact: true }).fill('9');
    await page.getByLabel('例十二反对').fill('0');
    await page.getByRole('button', { name: '保存会议，登记 4 人' }).click();

    await expect(page.getByRole('heading', { name: '党支部党员大会记录' }).first()).toBeVisible();
    const pages = await page.locator('section.sheet').count();
    await chooseTarget(app, target);
    await page.getByRole('button', { name: '版式文件（PDF）' }).click();
    await expect.poll(() => existsSync(target)).toBe(true);
    await expect(page.getByText('已存为 minutes.pdf')).toBeVisible();
    const text = execFileSync('pdftotext', ['-layout', target, '-'], { encoding: 'utf8' });
    const plain = text.replaceAll(/\s+/g, '');
    for (const name of people) expect(plain).toContain(`${name}同志的决议`);
    expect(plain).toContain('应到会有表决权的正式党员9名，实到会9名');
    expect(text.split('\f').length - 1).toBe(pages);

    await page.getByRole('combobox', { name: '查找' }).fill('设十八');
    await page.getByRole('option', { name: /设十八/ }).click();
    await expect(page.getByText('发展对象，待审批').first()).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    await expect(page.getByText('已撤销：保存会议')).toBeVisible();
    await expect(page.getByText('发展对象，已预审').first()).toBeVisible();
  } finally {
    await desk.app.close();
    rmSync(desk.folder, { recursive: true, force: true });
  }
});
