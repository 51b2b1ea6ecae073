import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chooseTarget, expect, test } from '../support/launch';

test.use({ deskOptions: { args: ['--demo'] } });

test('a finding is explained, leaves the open ones, and comes back when the act is undone', async ({
  desk,
}) => {
  const { app, page, folder } = desk;
  const rail = page.getByRole('navigation', { name: '主导航' });
  await rail.getByRole('button', { name: '核查', exact: true }).click();
  const groups = page.getByRole('table', { name: '按问题分组' });
  await expect(groups).toBeVisible();
  await groups.getByRole('button', { name: '各表一致', exact: true }).click();

  const findings = page.getByRole('grid', { name: '核查问题' });
  const panel = page.getByRole('complementary', { name: /的核查问题$/ });
  const total = Number(await findings.getAttribute('aria-rowcount')) - 1;
  expect(total).toBeGreaterThan(1);
  const explained = await panel.getByRole('listitem').allTextContents();
  await page.getByRole('button', { name: '起草情况说明' }).click();
  await expect(page.getByLabel('情况说明正文')).toHaveValue(/产生上述情况的原因是：_+/);
  await page.getByRole('button', { name: '关闭' }).click();
  await page.getByLabel('情况说明（日期不改，写明原因和依据）').fill('表上为填表日，非大会日');
  await page.getByRole('button', { name: '记下说明' }).click();
  await expect(findings).toHaveAttribute('aria-rowcount', String(total));

  await page.getByText('已说明', { exact: true }).click();
  await expect(panel.getByText('表上为填表日，非大会日')).toBeVisible();
  expect(await panel.getByRole('listitem').allTextContents()).toEqual(explained);

  await page.keyboard.press('Control+z');
  await expect(page.getByText('已撤销：说明核查问题')).toBeVisible();
  await expect(page.getByText('还没有作过说明的问题')).toBeVisible();
  await page.getByText('待处理', { exact: true }).click();
  await expect(findings).toHaveAttribute('aria-rowcount', String(total + 1));

  await page.getByRole('button', { name: '回到分组' }).click();
  await page.getByRole('button', { name: '打印问题清单' }).click();
  await expect(page.getByRole('heading', { name: '发展党员档案问题清单' }).first()).toBeVisible();
  const target = join(folder, '问题清单.pdf');
  await chooseTarget(app, target);
  await page.getByRole('button', { name: '版式文件（PDF）' }).click();
  await expect(page.locator('.report-notice')).toBeVisible();
  expect(existsSync(target)).toBe(true);
});

test('a finding is explained on the page of the person as well', async ({ desk: { page } }) => {
  const rail = page.getByRole('navigation', { name: '主导航' });
  await rail.getByRole('button', { name: '核查', exact: true }).click();
  const groups = page.getByRole('table', { name: '按问题分组' });
  await groups.getByRole('button', { name: '各表一致', exact: true }).click();
  await page.getByRole('button', { name: '打开档案' }).click();
  await page.getByRole('tab', { name: /核查/ }).click();
  await page.getByRole('button', { name: '说明原因' }).first().click();
  const dialog = page.getByRole('dialog', { name: '说明核查问题' });
  await dialog.getByLabel(/情况说明/).fill('表上为填表日，非大会日');
  await dialog.getByRole('button', { name: '记下说明' }).click();
  await expect(page.getByText('已作说明：表上为填表日，非大会日')).toBeVisible();
  await expect(dialog).toHaveCount(0);
});
