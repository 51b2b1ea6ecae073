import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { chooseFile, chooseTarget, expect, goTo, testPassphrase, type RunningDesk } from './launch';
import { idNumber } from './raw-sheet';
import { makeWorkbook } from './make-workbook';

const people = 33;
const firstRareCharacter = 0x9f00;

/** Words of three people's worth of columns that stand nowhere in the program; each kind begins alike. */
export const canaryStems = {
  name: '测龘',
  idNumber: '99010119900101',
  note: '鸑鷟批文第',
} as const;

export const canaryPeople = Array.from({ length: people }, (_, index) => ({
  name: `${canaryStems.name}${String.fromCodePoint(firstRareCharacter + index)}`,
  idNumber: idNumber('1990-01-01', index * 2 + 1),
  note: `${canaryStems.note}${String(index).padStart(3, '0')}号`,
}));

/** A roster whose people are canaries: the words reach the desk through a file and never through the test's own line. */
export function canaryWorkbook(): Promise<Buffer> {
  const header = ['姓名', '性别', '民族', '身份证号', '籍贯', '申请入党时间'];
  const rows = canaryPeople.map(({ name, idNumber: number, note }) => [
    name,
    '男',
    '汉族',
    number,
    note,
    '2026-10-20',
  ]);
  return makeWorkbook([{ name: '入党申请人名册', rows: [header, ...rows] }]);
}

/** Puts words into a field without sending them in one piece: Playwright's line to the window runs through main. */
export async function typeUnseen(field: Locator, words: string): Promise<void> {
  await field.evaluate(
    (node, letters) => {
      const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value') ?? {};
      set?.call(node, letters.toReversed().join(''));
      node.dispatchEvent(new Event('input', { bubbles: true }));
    },
    [...words].toReversed(),
  );
}

/** The first run; neither the passphrase nor the recovery code passes through the test's own line. */
export async function passFirstRunUnseen(page: Page): Promise<void> {
  await typeUnseen(page.getByLabel('口令', { exact: true }), testPassphrase);
  await typeUnseen(page.getByLabel('再输入一次'), testPassphrase);
  await page.getByRole('button', { name: '准备恢复单' }).click();
  await page.getByRole('button', { name: '手抄后输入一遍' }).click();
  await page.getByLabel('照恢复单输入六组恢复码').evaluate((node) => {
    const code = [...document.querySelectorAll('.paper .code')].map((each) => each.textContent);
    const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value') ?? {};
    set?.call(node, code.join(' '));
    node.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await page.getByRole('button', { name: '核对并建立账本' }).click();
  for (const label of ['单位名称', '操作员姓名', '报表负责人', '填表人', '联系电话'])
    await page.getByLabel(label).fill('000');
  await page.getByRole('button', { name: '保存并继续' }).click();
  await page.getByRole('button', { name: '空白账本' }).click();
  await expect(page.getByRole('heading', { name: '工作台' })).toBeVisible();
}

export async function importCanaries({ app, page }: RunningDesk): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'canaries-'));
  const file = join(folder, '名册.xlsx');
  writeFileSync(file, await canaryWorkbook());
  await goTo(page, '导入');
  await chooseFile(app, file);
  await page.getByRole('button', { name: '选择表格' }).click();
  await page.getByRole('button', { name: '逐行核对', exact: true }).click();
  const toPlan = page.getByRole('button', { name: /导入方案/ }).last();
  await toPlan.click();
  await page.getByRole('button', { name: `导入 ${people} 行` }).click();
  await expect(page.getByRole('button', { name: '作废导入' }).first()).toBeVisible();
  rmSync(folder, { recursive: true });
}

/** Every canary on screen once: the list, one dossier with its number shown, a sheet saved as PDF. Pieces of that file. */
export async function showAndPrintCanaries({ app, page, folder }: RunningDesk) {
  await goTo(page, '发展党员');
  await page.getByRole('grid').getByRole('row').nth(3).dblclick();
  await page.getByRole('button', { name: '显示并记录' }).first().click();
  await goTo(page, '报表打印');
  await page.getByText('到期提醒单').first().click();
  await expect(page.locator('section.sheet').first()).toBeVisible();
  const target = join(folder, '提醒单.pdf');
  await chooseTarget(app, target);
  await page.getByRole('button', { name: '版式文件（PDF）' }).click();
  await expect(page.locator('.report-notice')).toBeVisible();
  return piecesOf(readFileSync(target));
}

const pieces = 12;
const pieceBytes = 32;
const distinctBytes = 24;

/** Pieces of the packed streams; words of the format itself stand in the program as well. */
function piecesOf(file: Buffer) {
  const starts = Array.from({ length: file.length / pieceBytes - 1 }, (_, index) => index);
  const packed = starts
    .map((index) => file.subarray(index * pieceBytes, (index + 1) * pieceBytes))
    .filter((piece) => new Set(piece).size >= distinctBytes);
  const step = Math.floor(packed.length / pieces);
  return packed
    .filter((_, index) => index % step === 0)
    .map((bytes, index) => ({ word: `print ${index}`, bytes }));
}
