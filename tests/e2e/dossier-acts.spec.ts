import { rmSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, openDesk, test } from '../support/launch';

async function openPerson(page: Page, name: string): Promise<void> {
  await page.getByRole('combobox', { name: '查找' }).fill(name);
  await page.getByRole('option', { name: new RegExp(name) }).click();
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
}

test('an act beside the steps, told in the path and undone; a blocked step that asks for its reason (rules §0.3, §1.1)', async () => {
  const desk = await openDesk({ args: ['--demo'] });
  try {
    const { page } = desk;
    await expect(page.getByRole('heading', { name: '工作台' })).toBeVisible({ timeout: 60_000 });

    await openPerson(page, '测一');
    await page.getByRole('button', { name: '登记变动' }).click();
    const act = page.getByRole('dialog', { name: '测一：登记变动' });
    await expect(act.getByLabel('变动', { exact: true })).not.toContainText('延长预备期');
    await act.getByLabel('变动', { exact: true }).selectOption({ label: '退回积极分子继续培养' });
    await expect(act.getByText('第 7 步起须重新办理')).toBeVisible();
    await expect(act.getByText('还缺：决定机构、原因')).toBeVisible();
    await act.getByLabel('原因').fill('样例原因');
    await act.getByRole('button', { name: '登记退回积极分子继续培养' }).click();
    await expect(page.getByText('积极分子，退回积极分子').first()).toBeVisible();
    const path = page.getByRole('region', { name: '经过' });
    await expect(path.getByText('样例原因')).toBeVisible();
    await expect(path.getByText('已失效，须重新办理')).toBeVisible();
    await path.getByRole('button', { name: '补填' }).click();
    const rest = page.getByRole('dialog', { name: '测一：补填变动' });
    await rest.getByLabel('决定机构').fill('样例党支部');
    await rest.getByRole('button', { name: /^登记/ }).click();
    await expect(path.getByText('样例党支部')).toBeVisible();
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect(page.getByText('发展对象，待审批').first()).toBeVisible();

    await openPerson(page, '样四');
    await page.getByRole('button', { name: '办理第 15 步' }).click();
    const step = page.getByRole('dialog', { name: /^办理第 15 步/ });
    await expect(step.getByText('现在不能直接办，有 1 项阻断')).toBeVisible();
    await expect(step.getByText('《细则》第十九条 2026 版 • 原文').first()).toBeVisible();
    const take = step.getByRole('button', { name: '写明原因，办理第 15 步' });
    await expect(take).toBeDisabled();
    await step.getByLabel(/核对无误仍要办理的原因/).fill('样例：预审后大会因故改期');
    await take.click();
    await expect(step).toBeHidden();
    await expect(page.getByText('发展对象，待审批').first()).toBeVisible();
    const passedOver = page.getByRole('region', { name: '阻断后写明原因办理的' });
    await expect(passedOver.getByText('原因：样例：预审后大会因故改期')).toBeVisible();

    await page.getByRole('button', { name: '核查', exact: true }).click();
    const listed = page.getByRole('table', { name: '阻断后写明原因办理的' });
    await expect(listed.getByRole('row', { name: /样四.*预审后大会因故改期/ })).toBeVisible();
  } finally {
    await desk.app.close();
    rmSync(desk.folder, { recursive: true, force: true });
  }
});
