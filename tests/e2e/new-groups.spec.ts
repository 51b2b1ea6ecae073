import { expect, test } from '../support/launch';

test.use({ deskOptions: { args: ['--demo'] } });

test('a figure opens its list, a request is answered, and a breakdown adds up to what its lists hold', async ({
  desk,
}) => {
  const { page, complaints } = desk;
  const rail = page.getByRole('navigation', { name: '主导航' });
  await rail.getByRole('button', { name: '新就业群体' }).click();
  const groups = page.getByRole('table', { name: '各群体的覆盖和人数' });
  await expect(groups.getByRole('row', { name: /^合计/ })).toContainText('65');
  const missing = groups.getByRole('button', { name: /还差 \d+ 个/ }).first();
  const [, count = ''] = /还差 (\d+) 个/.exec((await missing.textContent()) ?? '') ?? [];
  await missing.click();
  await expect(page.getByText(`共 ${count} 家`)).toBeVisible();

  await rail.getByRole('button', { name: '新就业群体' }).click();
  await page.getByRole('tab', { name: '诉求' }).click();
  const requests = page.getByRole('grid', { name: '诉求' });
  await expect(requests.getByText(/^超 \d+ 天/).first()).toBeVisible();
  await requests.getByRole('button').first().click();
  await page.getByLabel('办结日期').fill('2026.11.23');
  await expect(page.getByText('办结要写办理结果')).toBeVisible();
  await page.getByLabel('办理结果').fill('已联系责任部门并回访');
  await page.getByRole('button', { name: /^保存/ }).click();
  await expect(page.getByText('2026-11-23 办结')).toBeVisible();

  await rail.getByRole('button', { name: '两个覆盖' }).click();
  await page.getByLabel('分组').selectOption({ label: '从业人数' });
  const parts = page.getByRole('table', { name: /，按从业人数$/ });
  const sum = parts.getByRole('row', { name: /^合计/ }).getByRole('button').first();
  const total = (await sum.textContent()) ?? '';
  await sum.click();
  await expect(page.getByText(`共 ${total} 家`)).toBeVisible();
  expect(complaints).toEqual([]);
});
