import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { creditCode } from '../support/raw-sheet';
import { makeWorkbook, type SampleCell } from '../support/make-workbook';
import { chooseFile, expect, goTo, test } from '../support/launch';

test.use({ deskOptions: { args: ['--demo'] } });

const shots = process.env['COVERAGE_SHOTS'];

type Listed = { readonly name: string; readonly code: string };

test('a list of the market authority is compared with a street, decided, written and taken back', async ({
  desk,
}) => {
  const { page, app, folder, complaints } = desk;
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800),
  );
  const shot = async (name: string) => {
    if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png` });
  };
  await goTo(page, '两个覆盖');
  // What the register holds of the smallest street, as an authority would list it.
  const street = await page.evaluate(async () => {
    const ask = window.desk.askVault;
    const areas = await ask('areas.list', {});
    if (!areas.ok) throw new Error(areas.failure.message);
    const streets = areas.value.filter(({ level }) => level === 'street');
    const asked = streets.map(async ({ id, name }) => {
      const filter = {
        areaId: id,
        kinds: ['enterprise' as const],
        statuses: ['operating' as const],
      };
      const sort = { by: 'name' as const, descending: false };
      const found = await ask('organizations.list', {
        filter,
        sort,
        range: { offset: 0, limit: 200 },
      });
      if (!found.ok) throw new Error(found.failure.message);
      return { name, ...found.value };
    });
    const [smallest] = (await Promise.all(asked)).sort((one, other) => one.total - other.total);
    if (smallest === undefined) throw new Error('no street');
    const units: Listed[] = [];
    for (const { id } of smallest.rows) {
      const unit = await ask('organizations.get', { id });
      if (unit.ok)
        units.push({ name: unit.value.record.name, code: unit.value.record.creditCode ?? '' });
    }
    return { name: smallest.name, units };
  });
  const [missing, renamed, ended, ...rest] = street.units;
  if (missing === undefined || renamed === undefined || ended === undefined)
    throw new Error('the smallest street has too few units');
  const line = ({ name, code }: Listed, status = '存续'): SampleCell[] => [name, code, status];
  const rows = [
    ['企业名称', '统一社会信用代码', '登记状态'],
    line({ ...renamed, name: '测新名商贸有限公司' }),
    line(ended, '注销'),
    line({ name: '测新设立商贸有限公司', code: creditCode(77) }),
    ...rest.map((unit) => line(unit)),
  ];
  const file = join(folder, '市监名单.xlsx');
  writeFileSync(file, await makeWorkbook([{ name: '名单', rows }]));

  await goTo(page, '两个覆盖');
  await page.getByRole('button', { name: '单位名册' }).first().click();
  await page.getByRole('button', { name: '名单比对' }).click();
  await page.getByLabel('名单范围').selectOption({ label: street.name });
  await shot('reconciliation-start');
  await chooseFile(app, file);
  await page.getByRole('button', { name: '选择名单' }).click();
  await expect(page.getByText(/状态变化 1 ＋/)).toBeVisible();
  const tabs = page.getByRole('tablist', { name: '按类别看' });
  const results = page.getByRole('table', { name: '比对结果' });

  await tabs.getByRole('tab', { name: '状态变化 1' }).click();
  await expect(results.getByText('注销')).toBeVisible();
  await page.getByRole('button', { name: '全部采纳' }).click();
  await expect(page.getByText('这一类没有待认定的了。')).toBeVisible();
  await shot('reconciliation-status');

  await tabs.getByRole('tab', { name: '改名 1' }).click();
  await page.getByLabel('认定：测新名商贸有限公司').selectOption('不采纳');
  await page.getByLabel('不采纳的理由：测新名商贸有限公司').fill('电话核实，名称没有变');
  await page.keyboard.press('Enter');
  await tabs.getByRole('tab', { name: /^消失/ }).click();
  await page.getByLabel(`认定：${missing.name}`).selectOption('状态改为迁出');
  await tabs.getByRole('tab', { name: '新增 1' }).click();
  await page.getByRole('button', { name: '全部采纳' }).click();
  await shot('reconciliation-new');

  const side = page.getByRole('complementary', { name: '写入前看变化' });
  await expect(side.getByText('1 条，下次不再问')).toBeVisible();
  await expect(side.getByRole('table', { name: '指标变化' })).toBeVisible();
  await side.getByRole('button', { name: /^写入 \d+ 家$/ }).click();
  const earlier = page.getByRole('table', { name: '以前的比对' });
  await expect(earlier.getByText('市监名单.xlsx')).toBeVisible();
  await shot('reconciliation-done');

  // The next list of the same authority does not ask what was answered.
  await page.getByLabel('名单范围').selectOption({ label: street.name });
  await page.getByRole('button', { name: '选择名单' }).click();
  await tabs.getByRole('tab', { name: '以前已认定 1' }).click();
  await expect(page.getByText(/时不采纳：电话核实，名称没有变$/)).toBeVisible();
  await page.getByRole('button', { name: '放弃这次比对' }).click();

  // Headers nobody knows: the columns are pointed at, as in an import.
  const strange = join(folder, '底数.xlsx');
  const strangeRows = [['底数'], ['主体', '证照编号', '现状'], ...rest.map((unit) => line(unit))];
  writeFileSync(strange, await makeWorkbook([{ name: '底数', rows: strangeRows }]));
  await chooseFile(app, strange);
  await page.getByRole('button', { name: '选择名单' }).click();
  await page.getByRole('button', { name: '第 2 行是表头' }).click();
  await page.getByLabel('A 列“主体”填入').selectOption('organizationName');
  await page.getByLabel('B 列“证照编号”填入').selectOption('creditCode');
  await shot('reconciliation-columns');
  await page.getByRole('button', { name: '按所选的列比对' }).click();
  await expect(page.getByText(`名单 ${rest.length} 行`)).toBeVisible();
  await page.getByRole('button', { name: '放弃这次比对' }).click();

  await page.getByRole('button', { name: '打印最近一次的比对结果清单' }).click();
  await expect(page.getByRole('heading', { name: '单位名单比对结果清单' }).first()).toBeVisible();
  await expect(page.getByText('不采纳：电话核实，名称没有变').first()).toBeVisible();
  await shot('reconciliation-print');
  await page.keyboard.press('Control+z');
  await expect(page.getByText('已撤销：名单比对')).toBeVisible();
  expect(complaints).toEqual([]);
});
