import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../runtime/launch.mjs';

const passphrase = '青石 骑手 长桥 灯火 九月';
const workbook = (name) => join(projectRoot, 'tests', 'fixtures', 'workbooks', name);

/** A worker's first hour: passphrase, recovery sheet, unit, two workbooks, what is uncovered, lock. */
export async function firstDay({ page, out, shot, visit, lock, chooseFile, chooseTarget }) {
  await page.getByLabel('口令', { exact: true }).fill(passphrase);
  await page.getByLabel('再输入一次').fill(passphrase);
  await shot('设置口令');
  await page.getByRole('button', { name: '准备恢复单' }).click();
  await page.getByRole('button', { name: '另存到 U 盘并继续' }).waitFor();
  await shot('恢复单');
  await chooseTarget(join(out, '恢复单.pdf'));
  await page.getByRole('button', { name: '另存到 U 盘并继续' }).click();
  for (const [label, value] of [
    ['单位名称', '演练区委社会工作部'],
    ['操作员姓名', '办理员甲'],
    ['报表负责人', '测廿一'],
    ['填表人', '例廿二'],
    ['联系电话', '000-0000 0000'],
  ]) {
    await page.getByLabel(label).fill(value);
  }
  await shot('填写单位');
  await page.getByRole('button', { name: '保存并继续' }).click();
  await shot('从哪里开始');
  await page.getByRole('button', { name: '空白账本' }).click();
  await page.getByRole('heading', { name: '工作台' }).waitFor();
  await shot('空的工作台');
  await importWorkbook(
    { page, shot, visit, chooseFile },
    'F09_非公企业党建摸排台账.xlsx',
    '导入 145 行',
  );
  await importWorkbook(
    { page, shot, visit, chooseFile },
    'F01_拟发展预备党员名册.xlsx',
    '导入 34 行',
  );
  await visit('两个覆盖');
  await page.getByText('44 / 136').first().waitFor();
  await shot('导入后的两个覆盖');
  await visit('发展党员');
  await page.getByText('34 人').first().waitFor();
  await shot('导入后的发展党员');
  const next = await lock();
  await next.getByRole('heading', { name: '解锁账本' }).waitFor();
  await next.getByLabel('口令').fill('不是这一句 口令不对');
  await next.getByRole('button', { name: '解锁' }).click();
  await next.getByRole('alert').waitFor();
  await shot('口令不正确');
  if (!existsSync(join(out, '恢复单.pdf'))) throw new Error('恢复单没有存成');
}

async function importWorkbook({ page, shot, visit, chooseFile }, name, act) {
  await visit('导入');
  await chooseFile(workbook(name));
  const again = page.getByRole('button', { name: '再导入一个' });
  if (await again.isVisible()) await again.click();
  await page.getByRole('button', { name: '选择表格' }).click();
  const title = name.slice(0, 3);
  await page.getByRole('button', { name: '逐行核对', exact: true }).waitFor();
  await shot(`导入${title}-表头与列`);
  await page.getByRole('button', { name: '逐行核对', exact: true }).click();
  await page
    .getByRole('button', { name: /导入方案/ })
    .last()
    .waitFor();
  await shot(`导入${title}-逐行核对`);
  await page
    .getByRole('button', { name: /导入方案/ })
    .last()
    .click();
  await page.getByRole('button', { name: act }).waitFor();
  await shot(`导入${title}-方案`);
  await page.getByRole('button', { name: act }).click();
  await page.getByRole('button', { name: '作废导入' }).first().waitFor();
}
