import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import {
  addPerson,
  afterLock,
  chooseTarget,
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

test('what stood in an unsaved form is offered after the lock and is still there', async ({
  desk,
}) => {
  await passFirstRun(desk.page);
  await goTo(desk.page, '发展党员');
  await desk.page.getByRole('button', { name: '登记申请人' }).click();
  await desk.page.getByLabel('姓名').fill('测草稿');
  const page = await lockDesk(desk, desk.page);
  await expect(page.getByText(/上次操作 \d{4}-\d{2}-\d{2} \d{2}:\d{2}，第 \d+ 条/)).toBeVisible();
  await unlock(page);
  await expect(page.getByText(/发现一份未提交的草稿（\d{2}:\d{2}，登记申请人）/)).toBeVisible();
  await page.getByRole('button', { name: '继续', exact: true }).click();
  await expect(page.getByLabel('姓名')).toHaveValue('测草稿');
  await expect(page.getByText('发现一份未提交的草稿')).toHaveCount(0);
  await page.getByRole('button', { name: '保存并打开档案' }).click();
  await expect(page.getByRole('heading', { name: '测草稿' })).toBeVisible();
  await goTo(page, '发展党员');
  await page.getByRole('button', { name: '登记申请人' }).click();
  await page.getByLabel('姓名').fill('测丢弃');
  const again = await lockDesk(desk, page);
  await unlock(again);
  await again.getByRole('button', { name: '丢弃', exact: true }).click();
  await expect(again.getByText('发现一份未提交的草稿')).toHaveCount(0);
  await goTo(again, '发展党员');
  await again.getByRole('button', { name: '登记申请人' }).click();
  await expect(again.getByLabel('姓名')).toHaveValue('');
});

test('the desk locks itself after the minutes of the setting, and its title never names anybody', async ({
  desk,
}) => {
  const { app, page } = desk;
  await passFirstRun(page);
  await addPerson(page, '测一');
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.title)).toBe(
    '双覆盖工作台',
  );
  await goTo(page, '设置');
  await page.getByLabel('离开多少分钟后自动锁定').selectOption('10');
  await page.getByRole('button', { name: '保存设置' }).click();
  await expect(page.getByText('已保存')).toBeVisible();
  const idle = (seconds: number) =>
    app.evaluate(({ powerMonitor }, value) => {
      powerMonitor.getSystemIdleTime = () => value;
    }, seconds);
  await idle(9 * 60);
  await page.waitForTimeout(6_000);
  await expect(page.getByRole('heading', { name: '设置' })).toBeVisible();
  const locked = await afterLock(app, () => idle(10 * 60));
  await expect(
    locked.getByText('已自动锁定，未提交内容已加密保存。请输入口令继续。'),
  ).toBeVisible();
  await idle(0);
  await unlock(locked);
  await expect(locked.getByRole('heading', { name: '工作台' })).toBeVisible();
  // A lock that was asked for needs no explanation.
  const asked = await lockDesk(desk, locked);
  await expect(asked.getByText('已自动锁定')).toHaveCount(0);
});

test('minimising the window locks only where the settings say so', async ({ desk }) => {
  const { app, page } = desk;
  const minimise = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.emit('minimize'));
  await passFirstRun(page);
  await minimise();
  await goTo(page, '设置');
  await expect(page.getByLabel('最小化窗口时也锁定')).not.toBeChecked();
  await page.getByLabel('最小化窗口时也锁定').check();
  await page.getByRole('button', { name: '保存设置' }).click();
  await expect(page.getByText('已保存')).toBeVisible();
  const locked = await afterLock(app, minimise);
  await expect(locked.getByText('已自动锁定')).toBeVisible();
});

test('the desk locks when the machine goes to sleep', async ({ desk }) => {
  const { app, page } = desk;
  await passFirstRun(page);
  await afterLock(app, () => app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend')));
});

test('a copied number is off the clipboard at lock; other text stays', async ({ desk }) => {
  const { app, page } = desk;
  const clipboardText = () => app.evaluate(({ clipboard }) => clipboard.readText());
  await passFirstRun(page);
  await addPerson(page, '测一');
  const copy = (from: Page, text: string) =>
    from.evaluate((words) => {
      const place = document.createElement('p');
      place.textContent = words;
      document.body.append(place);
      getSelection()?.selectAllChildren(place);
      document.execCommand('copy');
    }, text);
  await copy(page, '110101199003070011');
  await expect.poll(clipboardText).toBe('110101199003070011');
  const second = await lockDesk(desk, page);
  await expect.poll(clipboardText).toBe('');
  await unlock(second);
  await expect(second.getByRole('heading', { name: '工作台' })).toBeVisible();
  await copy(second, '环岛商圈街区党支部');
  await lockDesk(desk, second);
  expect(await clipboardText()).toBe('环岛商圈街区党支部');
});

test('after five wrong passphrases there is a wait, the right one opens, and the trail has it all (V-101, V-105)', async ({
  desk,
}) => {
  const { app } = desk;
  await passFirstRun(desk.page);
  const page = await lockDesk(desk, desk.page);
  for (const words of ['4 次', '3 次', '2 次', '1 次', '1 秒']) {
    await unlock(page, '不是这一句 口令 不对');
    await expect(page.getByRole('alert')).toContainText(words);
  }
  await unlock(page, '不是这一句 口令 不对');
  await expect(page.getByRole('alert')).toContainText(/V-10[15]/);
  await page.waitForTimeout(2_500);
  await unlock(page);
  await goTo(page, '操作记录');
  await expect(page.getByText(/此前有 [56] 次没有解开/)).toBeVisible();
  await page.getByLabel('类别').selectOption('解锁与口令');
  await expect(page.getByText('建立账本')).toBeVisible();
  const folder = mkdtempSync(join(tmpdir(), 'trail-'));
  const target = join(folder, '操作记录.csv');
  await chooseTarget(app, target);
  await page.getByRole('button', { name: '导出表格（CSV）' }).click();
  const dialog = page.getByRole('dialog', { name: '确认本人' });
  await dialog.getByLabel('本人的口令').fill('不是这一句 口令 不对');
  await expect(dialog.getByRole('button', { name: '导出', exact: true })).toBeDisabled();
  await attest(page, '上级检查调阅', '不是这一句 口令 不对');
  await expect(dialog.getByRole('alert')).toContainText('还可连续尝试 4 次');
  expect(existsSync(target)).toBe(false);
  await attest(page, '上级检查调阅');
  await expect(page.getByText(/已导出 \d+ 条到 操作记录.csv/)).toBeVisible();
  expect(existsSync(target)).toBe(true);
  expect(readFileSync(target, 'utf8')).toContain('有人没有解开账本');
  rmSync(folder, { recursive: true });
});

test('a clock that went back is said at once and changes nothing (T-901)', async () => {
  const first = await openDesk();
  await passFirstRun(first.page);
  await addPerson(first.page, '测一');
  await first.app.close();
  const door = join(first.folder, 'ledger', 'DOOR');
  const state = JSON.parse(readFileSync(door, 'utf8')) as {
    lastAct: { at: string; sequence: number };
  };
  const later = new Date(Date.parse(state.lastAct.at) + 3 * 86_400_000).toISOString();
  writeFileSync(door, JSON.stringify({ lastAct: { ...state.lastAct, at: later } }));
  const second = await openDesk({ folder: first.folder });
  await unlock(second.page, testPassphrase);
  await expect(
    second.page.getByText('电脑时间比上次使用早了 3 天。记录顺序不受影响，但请校准时间。[T-901]'),
  ).toBeVisible();
  await goTo(second.page, '发展党员');
  await expect(second.page.getByText('测一', { exact: true })).toBeVisible();
  await second.app.close();
  rmSync(first.folder, { recursive: true, force: true });
});
