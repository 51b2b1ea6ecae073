import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseFile } from '../../src/main/parser/parse-file';
import { idNumber } from '../support/raw-sheet';
import { writeSheets, type Cell } from '../support/sheet-formats';
import {
  chooseFile,
  chooseTarget,
  attest,
  expect,
  goTo,
  passFirstRun,
  test,
} from '../support/launch';

const header = ['名', '证件', '所在党支部', '申请入党时间'];
const rows: Cell[][] = [
  ['姓名', '身份证号'],
  ['以下是正式名单', ''],
  header,
  ['测一', idNumber('1999-03-07', 11), '一支部', '2025-01-01'],
  ['样四', idNumber('1999-03-07', 13), '一支部', '2025-13-01'],
  ['测五', '=1+1', '一支部', '2025-01-01'],
];

test('the header is pointed at, a cell is mended, the rest is handed back as a workbook', async ({
  desk,
}) => {
  const { app, page } = desk;
  const folder = mkdtempSync(join(tmpdir(), 'import-'));
  const file = join(folder, '名册.xlsx');
  writeFileSync(file, await writeSheets([{ name: '名册', rows }], 'xlsx'));
  await passFirstRun(page);
  await goTo(page, '导入');
  await chooseFile(app, file);
  await page.getByRole('button', { name: '选择表格' }).click();

  await page.getByText('表头不对').click();
  await page.getByRole('button', { name: '第 3 行是表头' }).click();
  await expect(page.getByText('表头第 3 行')).toBeVisible();
  await page.getByLabel('A 列“名”填入').selectOption({ label: '姓名' });
  await page.getByLabel('B 列“证件”填入').selectOption({ label: '身份证号' });
  await expect(page.getByText('发展党员名册，表头第 3 行')).toBeVisible();
  await page.getByRole('button', { name: '逐行核对', exact: true }).click();
  await expect(page.getByText('读到 3 行 ＝ 可导入 1')).toBeVisible();

  await page.getByRole('button', { name: /改 名册 第 5 行 申请入党时间/ }).click();
  await page.getByLabel('名册 第 5 行 申请入党时间').fill('2025-01-03');
  await page.keyboard.press('Enter');
  await expect(page.getByText('读到 3 行 ＝ 可导入 2')).toBeVisible();
  await expect(page.getByText('已改 1 处')).toBeVisible();

  const target = join(folder, '退回.xlsx');
  await chooseTarget(app, target);
  await page.getByRole('button', { name: '另存退回的行' }).click();
  await attest(page, '退给填报单位改正');
  await expect(page.getByText('已另存 1 条原因到 退回.xlsx')).toBeVisible();
  const outcome = await parseFile('退回.xlsx', readFileSync(target));
  if (!outcome.ok) throw new Error(outcome.refusal.reason);
  expect(outcome.workbook.sheets[0]?.rows[1]?.cells.slice(0, 5)).toEqual([
    '名册',
    '6',
    'B',
    '证件',
    '=1+1',
  ]);

  await page.getByRole('button', { name: '看导入方案' }).click();
  await expect(page.getByText('含这次改过的 1 处')).toBeVisible();
  await page.getByRole('button', { name: '导入 2 行' }).click();
  await goTo(page, '发展党员');
  await expect(page.getByText('2 人').first()).toBeVisible();
  rmSync(folder, { recursive: true, force: true });
});

test('cells are pasted from a spreadsheet; a reading that was stopped leaves nothing', async ({
  desk,
}) => {
  const { app, page } = desk;
  await passFirstRun(page);
  await goTo(page, '导入');
  await page.getByRole('button', { name: '粘贴表格' }).click();
  const clean = [
    ['姓名', '身份证号', '所在党支部', '申请入党时间'],
    ['测一', idNumber('1999-03-07', 11), '一支部', '2025-01-01'],
  ];
  const text = (await writeSheets([{ name: '名册', rows: clean }], 'tsv')).toString();
  await page.getByLabel('连同表头一起选中').fill(text);
  await page.getByRole('button', { name: '读这 2 行' }).click();
  await expect(page.getByText('发展党员名册，表头第 1 行')).toBeVisible();
  await page.getByRole('button', { name: '逐行核对', exact: true }).click();
  await page.getByRole('button', { name: '看导入方案' }).click();
  await page.getByRole('button', { name: '导入 1 行' }).click();
  await expect(page.getByText('已导入 1 行')).toBeVisible();

  const folder = mkdtempSync(join(tmpdir(), 'import-'));
  const large = Array.from({ length: 30_000 }, (_, index): Cell[] => [
    `样${index}`,
    idNumber('1999-03-07', index % 900),
    '一支部',
    '2025-01-01',
  ]);
  const file = join(folder, '大名册.xlsx');
  writeFileSync(
    file,
    await writeSheets([{ name: '名册', rows: [clean[0] ?? [], ...large] }], 'xlsx'),
  );
  await page.getByRole('button', { name: '再导入一个' }).click();
  await chooseFile(app, file);
  await page.getByRole('button', { name: '选择表格' }).click();
  await page.getByRole('button', { name: '停止读取' }).click();
  await expect(page.getByRole('heading', { name: '以前的导入' })).toBeVisible();
  await expect(page.getByRole('table', { name: '以前的导入' }).locator('tbody tr')).toHaveCount(1);
  await goTo(page, '发展党员');
  await expect(page.getByText('1 人').first()).toBeVisible();
  rmSync(folder, { recursive: true, force: true });
});
