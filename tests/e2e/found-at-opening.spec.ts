import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { bytesIn, flipBit, journalsIn, rewriteFormat } from '../support/damage';
import {
  addPerson,
  expect,
  attest,
  goTo,
  openDesk,
  passFirstRun,
  test,
  testPassphrase,
  unlock,
  type RunningDesk,
} from '../support/launch';

/** Rows of security.md §6 that are about what an opening finds: the files are dealt with between two launches. */
let folder: string;
let ledger: string;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-'));
  ledger = join(folder, 'ledger');
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** One session: unlock (or the first run), do, close. */
async function session(
  act: (page: Page, desk: RunningDesk) => Promise<unknown>,
  place = folder,
): Promise<void> {
  const desk = await openDesk({ folder: place });
  await act(desk.page, desk);
  await desk.app.close();
}

async function expectPeople(page: Page, names: readonly string[]): Promise<void> {
  await goTo(page, '发展党员');
  await expect(page.getByText(`${names.length} 人`).first()).toBeVisible();
  for (const name of names)
    await expect(page.getByText(name, { exact: true }).first()).toBeVisible();
}

/** What is typed while the ledger is held is refused with the bar's own words, and stays in the form. */
async function expectHeld(page: Page, code: string): Promise<void> {
  await page.getByRole('button', { name: '登记申请人' }).click();
  await page.getByLabel('姓名').fill('样拒');
  await page.getByLabel('递交入党申请书').fill('20261020');
  await page.getByRole('button', { name: '保存并打开档案' }).click();
  await expect(page.getByRole('alert').filter({ hasText: `[${code}]` })).toHaveCount(2);
  await expect(page.getByLabel('姓名')).toHaveValue('样拒');
}

test('after every process of the desk was killed in the middle of work, everything acknowledged is there and the last act is named (R-200)', async () => {
  await session(async (page, { app }) => {
    await passFirstRun(page);
    for (const name of ['测一', '测二', '测三']) await addPerson(page, name);
    const pids = await app.evaluate(({ app: running }) =>
      running.getAppMetrics().map(({ pid }) => pid),
    );
    for (const pid of pids.sort((a, b) => b - a)) process.kill(pid, 'SIGKILL');
  });
  await session(async (page) => {
    await unlock(page);
    const words = page.getByRole('status').filter({ hasText: '[R-200]' });
    await expect(words).toContainText(
      /上次没有正常退出。已自动恢复，全部已保存内容完好（最后一条：\d+月\d+日 \d{2}:\d{2} 办理员甲 录入）。/,
    );
    await expectPeople(page, ['测一', '测二', '测三']);
    await page.getByRole('button', { name: '知道了' }).click();
    await expect(words).toHaveCount(0);
  });
  await session(async (page) => {
    await unlock(page);
    await expect(page.getByRole('heading', { name: '工作台' })).toBeVisible();
    await expect(page.getByText('上次没有正常退出')).toHaveCount(0);
  });
});

test('a damaged journal opens with everything else, says which acts are missing, and is kept as it was found (R-310)', async () => {
  let end = 0;
  await session(async (page) => {
    await passFirstRun(page);
    await addPerson(page, '测一');
    const [journal = ''] = journalsIn(ledger);
    end = lastWritten(journal);
    for (const name of ['测二', '测三']) await addPerson(page, name);
  });
  const [journal = ''] = journalsIn(ledger);
  flipBit(journal, end + 40);
  const damaged = readFileSync(journal);
  await session(async (page) => {
    await unlock(page);
    const words = page.getByRole('status').filter({ hasText: '[R-310]' });
    await expect(words).toContainText(
      '数据文件有一处损坏（j.1），已从完好的副本恢复。缺少 1 条操作，清单如下，请核对补录。损坏文件已原样保留，没有删除。[R-310]',
    );
    await expect(words).toContainText(/第 \d+ 条（\d+月\d+日 .+ (之间|前后)）/);
    await expectPeople(page, ['测一', '测三']);
    expect(readFileSync(journal).equals(damaged)).toBe(true);
    const [kept = ''] = readdirSync(join(ledger, 'quarantine'));
    expect(readFileSync(join(ledger, 'quarantine', kept)).equals(damaged)).toBe(true);
    await goTo(page, '操作记录');
    await expect(page.getByText(/j\.1：缺少 1 条操作：第 \d+ 条/).first()).toBeVisible();
  });
  await session(async (page) => {
    await unlock(page);
    await expectPeople(page, ['测一', '测三']);
    await expect(page.getByText('[R-310]')).toHaveCount(0);
  });
});

/** Where the last byte that is not reserved room stands. */
function lastWritten(path: string): number {
  const bytes = readFileSync(path);
  return bytes.length - [...bytes].reverse().findIndex((byte) => byte !== 0);
}

test('a ledger edited on two machines is only looked at until one line is chosen; the other is kept whole (L-502)', async () => {
  const elsewhere = join(folder, 'other-machine');
  await session(async (page) => {
    await passFirstRun(page);
    await addPerson(page, '测一');
  });
  cpSync(ledger, join(elsewhere, 'ledger'), { recursive: true });
  await session(async (page) => {
    await unlock(page);
    await page.getByRole('button', { name: '那边已关闭，在这台电脑使用' }).click();
    await addPerson(page, '样二');
    await addPerson(page, '样三');
  }, elsewhere);
  await session(async (page) => {
    await unlock(page);
    await addPerson(page, '测二');
  });
  rmSync(ledger, { recursive: true });
  cpSync(join(elsewhere, 'ledger'), ledger, { recursive: true });
  const before = bytesIn(ledger);

  await session(async (page) => {
    await unlock(page);
    const bar = page.getByRole('region', { name: '只读' });
    await expect(bar).toContainText('这份数据在另一台电脑上被修改过');
    await expect(bar).toContainText(
      '为避免互相覆盖，已停止写入。请选择以哪一份为准，另一份会完整保留。',
    );
    await expect(bar).toContainText('[L-502]');
    await expect(bar.getByRole('button', { name: '以这份为准，继续使用' })).toBeVisible();
    await expectPeople(page, ['测一', '样二', '样三']);
    await expectHeld(page, 'L-502');
  });
  expect(bytesIn(ledger)).toEqual(before);

  await session(async (page) => {
    await unlock(page);
    const bar = page.getByRole('region', { name: '只读' });
    await bar.getByRole('button', { name: '以另一份为准，从备份恢复' }).click();
    await expect(bar).toHaveCount(0);
    await page.getByRole('button', { name: '查看差异并恢复' }).first().click();
    await page.getByRole('button', { name: '恢复到这份备份' }).click();
    await attest(page, '误操作，退回之前');
    await expect(page.getByText(/已恢复 \d+ 条记录/)).toBeVisible();
    await expectPeople(page, ['测一', '测二']);
    // The line that was not chosen is whole: what brought the other back can be undone.
    await page.keyboard.press('Control+z');
    await expectPeople(page, ['测一', '样二', '样三']);
  });
  await session(async (page) => {
    await unlock(page);
    await expectPeople(page, ['测一', '样二', '样三']);
    await expect(page.getByRole('region', { name: '只读' })).toHaveCount(0);
  });
});

test('a ledger of a newer program is looked at and never written to (F-601)', async () => {
  await session(async (page) => {
    await passFirstRun(page);
    await addPerson(page, '测一');
  });
  await rewriteFormat(ledger, testPassphrase, { major: 2, minor: 0 });
  const before = bytesIn(ledger);
  await session(async (page) => {
    await unlock(page);
    const bar = page.getByRole('region', { name: '只读' });
    await expect(bar).toContainText('这份数据由更新版本创建，当前版本只能查看，不能修改。');
    await expect(bar).toContainText('[F-601]');
    await expect(bar.getByRole('button')).toHaveCount(0);
    await expectPeople(page, ['测一']);
    await expectHeld(page, 'F-601');
  });
  expect(bytesIn(ledger)).toEqual(before);

  await rewriteFormat(ledger, testPassphrase, { major: 2, minor: 0 }, { slots: 'laid out anew' });
  const unreadable = bytesIn(ledger);
  await session(async (page) => {
    await unlock(page);
    await expect(page.getByRole('alert')).toContainText(
      '这份数据由更新版本创建，当前版本读不出来，数据没有变化。请升级程序。[F-601]',
    );
  });
  expect(bytesIn(ledger)).toEqual(unreadable);
});
