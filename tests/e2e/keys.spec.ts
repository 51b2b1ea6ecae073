import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  addPerson,
  afterLock,
  chooseFile,
  chooseTarget,
  expect,
  goTo,
  lockDesk,
  passFirstRun,
  test,
  testPassphrase,
  unlock,
} from '../support/launch';

let stick: string;
test.beforeEach(() => (stick = mkdtempSync(join(tmpdir(), 'stick-'))));
test.afterEach(() => rmSync(stick, { recursive: true, force: true }));

/** The six groups as somebody would copy them from the sheet. */
function codeOnSheet(file: string): string {
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  expect(text).toContain('恢复单');
  return (text.match(/\b[0-9A-HJKMNP-TV-Z]{5}\b/g) ?? []).join(' ');
}

test('the recovery sheet saved at the first run has the code that opens the ledger', async ({
  desk,
}) => {
  const { app, page } = desk;
  await page.getByLabel('口令', { exact: true }).fill(testPassphrase);
  await page.getByLabel('再输入一次').fill(testPassphrase);
  await page.getByRole('button', { name: '准备恢复单' }).click();
  await chooseTarget(app, join(stick, 'sheet.pdf'));
  await page.getByRole('button', { name: '另存到 U 盘并继续' }).click();
  await page.getByLabel('单位名称').fill('演练区委社会工作部');
  await page.getByRole('button', { name: '保存并继续' }).click();
  await page.getByRole('button', { name: '空白账本' }).click();
  await expect(page.getByRole('heading', { name: '工作台' })).toBeVisible();

  const code = codeOnSheet(join(stick, 'sheet.pdf'));
  expect(code.split(' ')).toHaveLength(6);
  const locked = await lockDesk(desk, page);
  await locked.getByRole('button', { name: '忘记口令，用恢复码' }).click();
  await locked.getByLabel('恢复码').fill(code);
  const next = '另一句 灯火 石桥 骑手 十月';
  await locked.getByLabel('口令', { exact: true }).fill(next);
  await locked.getByLabel('再输入一次').fill(next);
  await locked.getByRole('button', { name: '用恢复码打开并换口令' }).click();
  await expect(locked.getByRole('heading', { name: '工作台' })).toBeVisible();
});

test('a key file on a stick is asked for beside the passphrase (V-102)', async ({ desk }) => {
  const { app, page } = desk;
  await passFirstRun(page);
  await addPerson(page, '测一');
  await goTo(page, '设置');
  await page.getByLabel('现在的口令（密钥文件）').fill(testPassphrase);
  await chooseFile(app, stick);
  await page.getByRole('button', { name: '选 U 盘，生成密钥文件' }).click();
  await expect(page.getByText('下次解锁要插上这个 U 盘')).toBeVisible();
  const [name = ''] = readdirSync(stick);

  const there = await lockDesk(desk, page);
  await expect(there.getByText('密钥文件已在原处找到')).toBeVisible();
  await unlock(there);
  await expect(there.getByRole('heading', { name: '工作台' })).toBeVisible();

  renameSync(join(stick, name), join(stick, 'elsewhere.djkey'));
  const gone = await lockDesk(desk, there);
  await unlock(gone);
  await expect(gone.getByRole('alert')).toContainText(
    '没有找到密钥文件。请插入存放密钥文件的 U 盘，或指出它在哪里。数据没有变化。[V-102]',
  );
  await chooseFile(app, join(stick, 'elsewhere.djkey'));
  await gone.getByRole('button', { name: '选择密钥文件' }).click();
  await expect(gone.getByText('密钥文件：elsewhere.djkey')).toBeVisible();
  await unlock(gone);
  await goTo(gone, '发展党员');
  await expect(gone.getByText('测一', { exact: true })).toBeVisible();
});

test('更换保险库密钥: the new sheet is saved, the desk locks itself, everything is there under the new key', async ({
  desk,
}) => {
  const { app, page } = desk;
  const oldCode = await passFirstRun(page);
  await addPerson(page, '测一');
  await goTo(page, '设置');
  await page.getByLabel('现在的口令（更换密钥）').fill(testPassphrase);
  await page.getByRole('button', { name: '准备新的恢复单' }).click();
  const sheet = join(stick, 'new-sheet.pdf');
  await chooseTarget(app, sheet);
  const locked = await afterLock(app, () =>
    page.getByRole('button', { name: '另存到 U 盘并继续' }).click(),
  );
  const newCode = codeOnSheet(sheet);
  expect(newCode).not.toBe(oldCode);
  await unlock(locked);
  await goTo(locked, '发展党员');
  await expect(locked.getByText('测一', { exact: true })).toBeVisible();
  await goTo(locked, '操作记录');
  await expect(locked.getByText('更换保险库密钥').first()).toBeVisible();
});
