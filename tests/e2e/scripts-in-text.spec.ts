import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chooseFile, chooseTarget, expect, goTo, passFirstRun, test } from '../support/launch';
import { makeWorkbook } from '../support/make-workbook';
import { idNumber } from '../support/raw-sheet';

/** security.md §5 S4: what would run if anything on any screen took text for markup. */
const acts = [
  'window.hit=1',
  "top['hit']=1",
  'fetch("http://127.0.0.1:9/")',
  'location="https://example.invalid/"',
  'document.write("<b>")',
  'eval("hit=1")',
];
const shells: readonly ((act: string) => string)[] = [
  (act) => `<script>${act}</script>`,
  (act) => `<SCRIPT SRC=data:text/javascript,${act}></SCRIPT>`,
  (act) => `<img src=x onerror='${act}'>`,
  (act) => `<img/src=x/onerror=${act}//`,
  (act) => `<svg onload='${act}'>`,
  (act) => `<svg><script>${act}</script></svg>`,
  (act) => `<svg><animate onbegin='${act}' attributeName=x dur=1s>`,
  (act) => `<iframe srcdoc="<script>${act}</script>">`,
  (act) => `<iframe src='javascript:${act}'>`,
  (act) => `<a href='javascript:${act}'>点</a>`,
  (act) => `<a href="java\tscript:${act}">点</a>`,
  (act) => `<body onload='${act}'>`,
  (act) => `<input autofocus onfocus='${act}'>`,
  (act) => `<details open ontoggle='${act}'>`,
  (act) => `<video><source onerror='${act}'></video>`,
  (act) => `<object data='javascript:${act}'>`,
  (act) => `<embed src='javascript:${act}'>`,
  (act) => `<form action='javascript:${act}'><button>点</button></form>`,
  (act) => `<math><mtext><style><img src onerror='${act}'></style></mtext></math>`,
  (act) => `<base href='javascript:${act}//'>`,
  (act) => `<meta http-equiv=refresh content='0;url=javascript:${act}'>`,
  (act) => `<link rel=stylesheet href='data:text/css,*{background:url(${act})}'>`,
  (act) => `<style>@import 'javascript:${act}'</style>`,
  (act) => `"><script>${act}</script>`,
  (act) => `'-${act}-'`,
  (act) => `\${${act}}`,
  (act) => `{{constructor.constructor('${act}')()}}`,
  (act) => `</title><script>${act}</script>`,
  (act) => `</textarea><img src=x onerror=${act}>`,
  (act) => `]]><script>${act}</script>`,
  (act) => `<!--><img src=x onerror=${act}>-->`,
  (act) => `<template><script>${act}</script></template>`,
  (act) => `<noscript><p title="</noscript><img src=x onerror=${act}>">`,
  (act) => `javascript:${act}`,
  (act) => `data:text/html,<script>${act}</script>`,
];
const payloads = shells.flatMap((shell) => acts.map(shell));
const columns = ['籍贯', '学历', '现任职务', '工作单位', '备注', '=自定义<b>列'];
const rows = Math.ceil(payloads.length / columns.length);

function hostileRoster(): Promise<Buffer> {
  const header = ['姓名', '性别', '民族', '身份证号', '申请入党时间', ...columns];
  const lines = Array.from({ length: rows }, (_, row) => [
    `测样${String.fromCodePoint(0x4e00 + row * 7)}`,
    '男',
    '汉族',
    idNumber('1991-02-03', row * 2 + 1),
    '2026-10-20',
    ...columns.map((_column, at) => payloads[(row * columns.length + at) % payloads.length] ?? ''),
  ]);
  return makeWorkbook([{ name: '<img src=x onerror=hit=1>', rows: [header, ...lines] }]);
}

test('two hundred scripts in the fields of a roster stay text from the import to the print', async ({
  desk,
}) => {
  expect(new Set(payloads).size).toBeGreaterThanOrEqual(200);
  const { app, page, complaints } = desk;
  const folder = mkdtempSync(join(tmpdir(), 'scripts-'));
  const file = join(folder, "<img src=x onerror='hit=1'>.xlsx".replaceAll('/', ''));
  writeFileSync(file, await hostileRoster());
  await passFirstRun(page);
  await page.evaluate(() => {
    const reports: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => reports.push(event.blockedURI));
    Object.assign(window, { reports });
  });
  const expectOnlyText = async () =>
    expect(
      await page.evaluate(() => ({
        hit: (window as unknown as { hit?: unknown }).hit,
        reports: (window as unknown as { reports: string[] }).reports,
        elements: document.querySelectorAll(
          'img, iframe, object, embed, video, base, script:not([src]), [onerror], [onload], [href^="javascript:"]',
        ).length,
      })),
    ).toEqual({ hit: undefined, reports: [], elements: 0 });

  await goTo(page, '导入');
  await chooseFile(app, file);
  await page.getByRole('button', { name: '选择表格' }).click();
  await expect(page.getByRole('button', { name: '逐行核对', exact: true })).toBeVisible();
  await expectOnlyText();
  await page.getByRole('button', { name: '逐行核对', exact: true }).click();
  await expectOnlyText();
  await page
    .getByRole('button', { name: /导入方案/ })
    .last()
    .click();
  await page.getByRole('button', { name: `导入 ${rows} 行` }).click();
  await expect(page.getByRole('button', { name: '作废导入' }).first()).toBeVisible();
  await expectOnlyText();
  await goTo(page, '发展党员');
  for (const row of [1, 3, 6]) {
    await page.getByRole('grid').getByRole('row').nth(row).click();
    await page.getByRole('button', { name: '打开档案' }).click();
    for (const tab of ['事实登记', '变更历史', '材料']) {
      await page.getByRole('tab', { name: tab }).click();
      await expectOnlyText();
    }
    await goTo(page, '发展党员');
  }
  await page.getByRole('combobox', { name: '查找' }).fill(payloads[0] ?? '');
  await expectOnlyText();
  await page.getByRole('combobox', { name: '查找' }).fill('');
  await goTo(page, '报表打印');
  await page.getByText('到期提醒单').first().click();
  await expect(page.locator('section.sheet').first()).toBeVisible();
  await chooseTarget(app, join(folder, '提醒单.pdf'));
  await page.getByRole('button', { name: '版式文件（PDF）' }).click();
  await expect(page.locator('.report-notice')).toBeVisible();
  await expectOnlyText();
  await goTo(page, '变更记录');
  await expectOnlyText();
  expect(complaints).toEqual([]);
  expect(app.windows()).toHaveLength(1);
  rmSync(folder, { recursive: true });
});
