import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { bytesIn } from '../support/damage';
import { hungryWorkbook } from '../support/hungry-workbook';
import {
  chooseFile,
  expect,
  goTo,
  lockDesk,
  openDesk,
  passFirstRun,
  test,
  type RunningDesk,
} from '../support/launch';

/** security.md §3.12: the parser is killed by force, in earnest; only its limits are narrower than the user's. */
let folder: string;
let file: string;
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jail-'));
  file = join(folder, '很多日期.xlsx');
  writeFileSync(file, await hungryWorkbook(2_000_000, 1));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const refused =
  '表格未导入，现有数据没有变化。原因：文件内容异常（解析超过 30 秒，或占用内存超过 512 MB）。请用 WPS 另存为新的 .xlsx 后再试。[I-701]';

/** Parsers that are alive. */
const parsers = (app: ElectronApplication) =>
  app.evaluate(
    ({ app: running }) =>
      running.getAppMetrics().filter(({ name }) => name?.includes('表格解析') === true).length,
  );

/** Begins to note how long the window and the vault's answers were held up. */
async function watch(page: Page): Promise<() => Promise<{ window: number; vault: number }>> {
  await page.evaluate(() => {
    const seen = { window: 0, vault: 0, isOver: false };
    Object.assign(window, { seen });
    let last = performance.now();
    const tick = () => {
      const now = performance.now();
      seen.window = Math.max(seen.window, now - last);
      last = now;
      if (!seen.isOver) setTimeout(tick, 5);
    };
    tick();
    const ask = async () => {
      while (!seen.isOver) {
        const asked = performance.now();
        await window.desk.askVault('session.status', {});
        seen.vault = Math.max(seen.vault, performance.now() - asked);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    void ask();
  });
  return () =>
    page.evaluate(() => {
      const { seen } = window as unknown as {
        seen: { window: number; vault: number; isOver: boolean };
      };
      seen.isOver = true;
      return { window: seen.window, vault: seen.vault };
    });
}

/** Has the file read until the parser is killed; answers with how long the window was held up meanwhile. */
async function readUntilKilled({ app, page }: RunningDesk) {
  await goTo(page, '工作台');
  await goTo(page, '导入');
  await chooseFile(app, file);
  const stop = await watch(page);
  await page.getByRole('button', { name: '选择表格' }).first().click();
  await expect.poll(() => parsers(app)).toBe(1);
  await expect(page.getByRole('alert')).toContainText(refused, { timeout: 60_000 });
  const held = await stop();
  await expect.poll(() => parsers(app)).toBe(0);
  return held;
}

const limits: readonly [string, Record<string, string>][] = [
  ['memory', { DUAL_COVERAGE_JAIL_MEGABYTES: '160' }],
  ['time', { DUAL_COVERAGE_JAIL_MILLISECONDS: '1500' }],
];
for (const [limit, environment] of limits)
  test(`a workbook that asks for too much ${limit} is killed, said in words, changes nothing, and never holds up the window (I-701)`, async () => {
    const desk = await openDesk({ environment });
    await passFirstRun(desk.page);
    const before = bytesIn(join(desk.folder, 'ledger'));
    // The machine may be busy with something else once, hardly three times.
    const tries = [];
    for (let number = 0; number < 3; number += 1) tries.push(await readUntilKilled(desk));
    expect(Math.min(...tries.map(({ window }) => window))).toBeLessThanOrEqual(200);
    expect(Math.min(...tries.map(({ vault }) => vault))).toBeLessThanOrEqual(200);
    expect(bytesIn(join(desk.folder, 'ledger'))).toEqual(before);
    await desk.app.close();
    rmSync(desk.folder, { recursive: true, force: true });
  });

test('a parser at work does not outlive the lock', async ({ desk }) => {
  await passFirstRun(desk.page);
  await goTo(desk.page, '导入');
  await chooseFile(desk.app, file);
  await desk.page.getByRole('button', { name: '选择表格' }).first().click();
  await expect.poll(() => parsers(desk.app)).toBe(1);
  await lockDesk(desk, desk.page);
  await expect.poll(() => parsers(desk.app), { timeout: 2_000 }).toBe(0);
});
