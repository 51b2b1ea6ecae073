import { expect, goTo, test } from '../support/launch';

test.use({ deskOptions: { args: ['--demo'] } });

const shots = process.env['COVERAGE_SHOTS'];

test('a double is warned of and merged, many units are edited at once, both are taken back', async ({
  desk,
}) => {
  const { page, app, complaints } = desk;
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800),
  );
  const shot = async (name: string) => {
    if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png` });
  };
  await goTo(page, '两个覆盖');
  await page.getByRole('button', { name: '单位名册' }).first().click();
  const grid = page.getByRole('grid', { name: '单位名册' });
  const first = grid.getByRole('row').nth(1).getByRole('button').first();
  const name = (await first.textContent()) ?? '';

  // The same unit once more: said while typing, and not refused.
  await page.getByRole('button', { name: '登记单位' }).click();
  await page.getByLabel('名称（必填）').fill(name);
  await expect(page.getByRole('status', { name: '可能重复' })).toContainText('同名');
  await page.getByLabel('从业人员').fill('约30');
  await shot('form-duplicate');
  await page.getByRole('button', { name: /^登记 / }).click();
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();

  await page.getByRole('button', { name: '合并重复' }).click();
  await page.getByRole('button', { name: '对照' }).first().click();
  await expect(page.getByRole('table', { name: '合并后用哪一个' })).toBeVisible();
  await shot('merge');
  await page.getByRole('button', { name: `并入${name}` }).click();
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
  await page.getByRole('tab', { name: '变更记录' }).click();
  await expect(page.getByText('合并重复单位').first()).toBeVisible();
  await shot('merged-history');
  await page.keyboard.press('Control+z');
  await expect(page.getByText('已撤销：合并重复单位')).toBeVisible();

  await goTo(page, '两个覆盖');
  await page.getByRole('button', { name: '单位名册' }).first().click();
  await page.getByRole('button', { name: '批量修改' }).click();
  await page.getByLabel(/^全部筛选结果/).check();
  const panel = page.getByRole('complementary', { name: '批量修改' });
  await panel.getByLabel('状态').first().selectOption('停业');
  await panel.getByLabel('状态依据').fill('样例走访记录');
  await expect(panel.getByText(/^选中 \d+ 家，其中 \d+ 家会变$/)).toBeVisible();
  await page.getByLabel(/^全部筛选结果/).uncheck();
  await grid.getByRole('checkbox').nth(0).check();
  await grid.getByRole('checkbox').nth(1).check();
  await expect(panel.getByText('已选 2 家')).toBeVisible();
  await expect(panel.getByRole('table', { name: '指标变化' })).toBeVisible();
  await shot('bulk');
  await panel.getByRole('button', { name: '保存批量修改' }).click();
  await expect(panel).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('已撤销：批量修改单位')).toBeVisible();

  await page.getByRole('button', { name: '区域', exact: true }).click();
  await expect(page.getByRole('table', { name: '区域' })).toBeVisible();
  await shot('areas');
  // 撤并: the street ends on its day, its units count under the other one; one undo brings it back.
  await page.getByRole('button', { name: '停用竹里街道' }).click();
  const ending = page.getByRole('dialog', { name: '停用' });
  await ending.getByLabel('原因（必填）').fill('演练政发〔2026〕3 号');
  await ending.getByLabel('从哪一天起（必填）').fill('2026.7.1');
  await ending.getByLabel('并入').selectOption({ label: '松间街道' });
  await shot('area-ends');
  await ending.getByRole('button', { name: '停用', exact: true }).click();
  await expect(page.getByRole('button', { name: '停用竹里街道' })).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: '停用竹里街道' })).toBeVisible();
  await page.getByRole('button', { name: '返回' }).click();
  await page.getByRole('button', { name: '载体', exact: true }).click();
  await expect(page.getByRole('table', { name: '载体' })).toBeVisible();
  await shot('carriers');
  expect(complaints).toEqual([]);
});
