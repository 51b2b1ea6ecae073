import { expect, test } from '../support/launch';

test.use({ deskOptions: { args: ['--demo'] } });

const shots = process.env['COVERAGE_SHOTS'];

test('a worker turns a proposal of 联合组建 into tasks, sees a past day, and closes a task on evidence', async ({
  desk,
}) => {
  const { page, app, complaints } = desk;
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800),
  );
  const shot = async (name: string) => {
    if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png` });
  };
  const rail = page.getByRole('navigation', { name: '主导航' });
  await rail.getByRole('button', { name: '两个覆盖' }).click();
  await page.getByRole('button', { name: '联合组建', exact: true }).click();
  await expect(page.getByRole('table', { name: '单位与方案' })).toBeVisible();
  const plan = page.getByRole('complementary', { name: '方案' });
  await expect(plan.getByText('满 3 名').first()).toBeVisible();
  await shot('unions');

  await page.getByRole('button', { name: '生成组建请示' }).click();
  await expect(page.getByLabel('组建请示正文')).toHaveValue(/关于在.+组建党支部的请示/);
  await page.getByRole('button', { name: '关闭' }).click();

  // Taking one unit out is weighed at once; the proposal can be had back.
  await page
    .getByRole('button', { name: /退出甲组$/ })
    .first()
    .click();
  await expect(plan.getByText('已按你的改动重算')).toBeVisible();
  await plan.getByRole('button', { name: '回到推算方案' }).click();
  await expect(plan.getByText('由规则推算，可点选改组')).toBeVisible();

  await plan.getByRole('button', { name: '转为任务' }).click();
  await page.getByLabel('责任人').fill('办理员甲');
  await page.getByLabel('办结期限').fill('2026.11.24');
  await page.getByRole('dialog').getByRole('button', { name: '转为任务' }).click();
  await expect(page.getByText(/已转为 \d+ 项任务/)).toBeVisible();

  await rail.getByRole('button', { name: '两个覆盖' }).click();
  await page.getByLabel('统计截至哪一天').fill('2026.1.31');
  await page.keyboard.press('Enter');
  await expect(page.getByText('按 2026-01-31 的登记事实重算')).toBeVisible();
  await expect(page.getByText('1708 / 2645')).toBeHidden();
  await shot('as-of');
  await page.getByRole('button', { name: '回到今天' }).click();

  await page.getByRole('button', { name: '全部', exact: true }).click();
  await page.getByText('任务', { exact: true }).click();
  await page.getByLabel('状态：').selectOption('open');
  await expect(page.getByText(/联合组建党支部：/).first()).toBeVisible();
  await shot('tasks');
  await page
    .getByRole('button', { name: /^销号：/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: '销号', exact: true })).toBeDisabled();
  await dialog.getByLabel('销号依据（必填）').fill('演练党组〔2026〕12 号批复');
  await dialog.getByRole('button', { name: '销号', exact: true }).click();
  await page.getByLabel('状态：').selectOption('closed');
  await expect(page.getByText('演练党组〔2026〕12 号批复')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a branch is dissolved from a day on, and one undo brings it back', async ({ desk }) => {
  const { page } = desk;
  const rail = page.getByRole('navigation', { name: '主导航' });
  await rail.getByRole('button', { name: '党组织' }).click();
  await page.getByRole('searchbox').fill('联合党支部');
  await page
    .getByRole('grid')
    .getByRole('button', { name: /联合党支部/ })
    .first()
    .click();
  await page.getByRole('button', { name: '撤销、改建、拆分' }).click();
  await page.getByLabel('生效日期').fill('2026-11-20');
  await page.getByLabel('批复文号或依据（必填）').fill('演练党组〔2026〕9 号');
  if (shots !== undefined) await page.screenshot({ path: `${shots}/reorganize.png` });
  await page.getByRole('button', { name: '保存调整' }).click();
  await expect(page.getByRole('button', { name: '撤销、改建、拆分' })).toBeHidden();
  await page.getByRole('button', { name: '修改班子' }).click();
  await expect(page.getByLabel('书记任职止').first()).toHaveValue('2026-11-19');
  if (shots !== undefined) await page.screenshot({ path: `${shots}/branch.png` });
  await page.getByRole('button', { name: '不改了' }).click();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('已撤销：党组织调整')).toBeVisible();
  await expect(page.getByRole('button', { name: '撤销、改建、拆分' })).toBeVisible();
});
