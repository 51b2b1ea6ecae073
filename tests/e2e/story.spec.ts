import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  chooseFile,
  chooseTarget,
  expect,
  lockDesk,
  openDesk,
  passFirstRun,
  test,
  unlock,
} from '../support/launch';

const workbooks = join(import.meta.dirname, '../fixtures/workbooks');

test('a worker sets a passphrase, imports two workbooks, sees what is uncovered, and undoes an import', async ({
  desk,
}) => {
  const { app, page } = desk;
  await passFirstRun(page);
  const rail = page.getByRole('navigation', { name: '主导航' });

  await rail.getByRole('button', { name: '导入' }).click();
  await chooseFile(app, join(workbooks, 'F09_非公企业党建摸排台账.xlsx'));
  await page.getByRole('button', { name: '选择表格' }).click();
  await expect(page.getByText('表头第 3、4 行')).toBeVisible();
  await page.getByRole('button', { name: '逐行核对', exact: true }).click();
  await page
    .getByRole('button', { name: /导入方案/ })
    .last()
    .click();
  // F09: 153 rows under the header = 145 to import + 5 rejected + 3 skipped.
  await expect(
    page.getByText(
      '共 150 行，可导入 145 行，5 行有问题（已标出原因）。确认后一次性导入，可整体撤销。[I-702]',
    ),
  ).toBeVisible();
  await page.getByRole('button', { name: '导入 145 行' }).click();
  await expect(page.getByRole('button', { name: '作废导入' }).first()).toBeVisible();

  await rail.getByRole('button', { name: '两个覆盖' }).click();
  // F09 expected indicators: 44 / 136 organised, 69 / 136 with party work.
  await expect(page.getByText('44 / 136').first()).toBeVisible();
  await expect(page.getByText('69 / 136').first()).toBeVisible();

  await rail.getByRole('button', { name: '导入' }).click();
  await chooseFile(app, join(workbooks, 'F01_拟发展预备党员名册.xlsx'));
  await page.getByRole('button', { name: '选择表格' }).first().click();
  await page.getByRole('button', { name: '逐行核对', exact: true }).click();
  await page
    .getByRole('button', { name: /导入方案/ })
    .last()
    .click();
  await page.getByRole('button', { name: '导入 34 行' }).click();
  await expect(page.getByRole('button', { name: '作废导入' }).first()).toBeVisible();
  await rail.getByRole('button', { name: '发展党员' }).click();
  await expect(page.getByText('34 人').first()).toBeVisible();

  await page.keyboard.press('Control+z');
  await expect(page.getByText('已撤销：导入工作簿')).toBeVisible();
  await expect(page.getByText('没有符合条件的人员')).toBeVisible();
});

test('what was saved is there after a lock; a wrong passphrase changes nothing (V-101)', async ({
  desk,
}) => {
  const { page } = desk;
  await passFirstRun(page);
  await page
    .getByRole('navigation', { name: '主导航' })
    .getByRole('button', { name: '发展党员' })
    .click();
  await page.getByRole('button', { name: '登记申请人' }).click();
  await page.getByLabel('姓名').fill('测一');
  await page.getByLabel('递交入党申请书').fill('2026.10.20');
  await page.getByLabel('收到入党申请书').fill('20261020');
  await page.getByRole('button', { name: '保存并打开档案' }).click();
  // TC05: received 2026-10-20, due 2026-11-20, three days over on 2026-11-23.
  await expect(page.getByText('2026年11月20日')).toBeVisible();
  await expect(page.getByText('超 3 天').first()).toBeVisible();

  const next = await lockDesk(desk, page);
  await unlock(next, '不是这一句 口令 不对');
  await expect(next.getByRole('alert')).toContainText(
    '口令不正确，数据没有任何变化。请检查大小写和输入法后重试。（还可连续尝试 4 次，之后需等待）[V-101]',
  );
  await unlock(next);
  await expect(next.getByRole('button', { name: /2026-11-20 测一/ })).toBeVisible();
});

test('the coverage table on screen is the coverage table on paper', async () => {
  const desk = await openDesk({ args: ['--demo'] });
  const target = join(mkdtempSync(join(tmpdir(), 'pdf-')), 'table.pdf');
  try {
    const { app, page } = desk;
    await expect(page.getByRole('heading', { name: '工作台' })).toBeVisible({ timeout: 60_000 });
    await page
      .getByRole('navigation', { name: '主导航' })
      .getByRole('button', { name: '报表打印' })
      .click();
    await page.getByText('两个覆盖情况统计表').first().click();
    await expect(page.locator('section.sheet').first()).toBeVisible();
    const sheets = await page.locator('section.sheet').count();
    const firstRows = await page
      .locator('section.sheet')
      .evaluateAll((all) =>
        all.map((sheet) => sheet.querySelector('tbody tr td')?.textContent?.trim() ?? ''),
      );
    const lastRows = await page
      .locator('section.sheet')
      .evaluateAll((all) =>
        all.map(
          (sheet) =>
            [...sheet.querySelectorAll('tbody tr')]
              .at(-1)
              ?.querySelector('td')
              ?.textContent?.trim() ?? '',
        ),
      );
    await chooseTarget(app, target);
    await page.getByRole('button', { name: '版式文件（PDF）' }).click();
    await expect.poll(() => existsSync(target)).toBe(true);
    await expect.poll(() => pagesOf(target)).toBe(sheets);
    for (const [index, first] of firstRows.entries()) {
      const text = execFileSync(
        'pdftotext',
        ['-layout', '-f', String(index + 1), '-l', String(index + 1), target, '-'],
        { encoding: 'utf8' },
      );
      expect(text).toContain(first);
      expect(text).toContain(lastRows[index] ?? '');
      expect(text.replaceAll(/\s+/g, '')).toContain(`第${index + 1}页共${sheets}页`);
    }
    await page.getByRole('button', { name: /^打印/ }).click();
    await expect(page.getByText('没有装打印机').first()).toBeVisible();
  } finally {
    await desk.app.close();
    rmSync(desk.folder, { recursive: true, force: true });
  }
});

function pagesOf(file: string): number {
  try {
    return Number(
      /Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [file], { encoding: 'utf8' }))?.[1],
    );
  } catch {
    return 0;
  }
}
