import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  _electron,
  expect,
  test as base,
  type ElectronApplication,
  type Page,
} from '@playwright/test';
import type { DeskApi } from '../../src/contract/desk-api';
import { electronPath } from '../../scripts/runtime/locate.mjs';

declare global {
  interface Window {
    readonly desk: DeskApi;
  }
}

const root = join(import.meta.dirname, '../..');

export type DeskOptions = {
  /** `--demo` opens the practice ledger. */
  readonly args?: readonly string[];
  readonly today?: string;
  /** Keeps a folder from an earlier run. */
  readonly folder?: string;
  /** More of the app's environment. */
  readonly environment?: Readonly<Record<string, string>>;
};

export type RunningDesk = {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly folder: string;
  /** Everything the page complained about; a test that expects none looks here. */
  readonly complaints: string[];
};

const launchMilliseconds = 15_000;
const launchAttempts = 3;

/**
 * About one launch in twelve never finishes Playwright's handshake with this Electron (the app itself is
 * not reached yet), so the launch is tried again; what the app then does is never repeated.
 */
async function launch(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<ElectronApplication> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await _electron.launch({
        executablePath: electronPath(root),
        args: ['--no-sandbox', ...args],
        timeout: launchMilliseconds,
        env: {
          ...(process.env as Record<string, string>),
          DUAL_COVERAGE_ROOT: root,
          DUAL_COVERAGE_WEAK_KEYS: '1',
          ...environment,
        },
      });
    } catch (problem) {
      if (attempt === launchAttempts) throw problem;
    }
  }
}

/** A window whose page is there; until then what runs would run in a document about to be replaced. */
async function loaded(page: Page): Promise<Page> {
  await page.waitForURL(/^app:/);
  return page;
}

/** Starts the built app on a data folder of its own, on the day of the shared cases. */
export async function openDesk({
  args = [],
  today = '2026-11-23',
  folder,
  environment = {},
}: DeskOptions = {}): Promise<RunningDesk> {
  const data = folder ?? mkdtempSync(join(tmpdir(), 'desk-'));
  const app = await launch(args, {
    DUAL_COVERAGE_DATA: data,
    DUAL_COVERAGE_TODAY: today,
    ...environment,
  });
  const page = await loaded(await app.firstWindow());
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (problem) => complaints.push(problem.message));
  return { app, page, folder: data, complaints };
}

export const testPassphrase = '青石 骑手 长桥 灯火 九月';

/** The first run as a worker does it: passphrase, recovery code by hand, unit, empty ledger. */
export async function passFirstRun(page: Page): Promise<string> {
  await page.getByLabel('口令', { exact: true }).fill(testPassphrase);
  await page.getByLabel('再输入一次').fill(testPassphrase);
  await page.getByRole('button', { name: '准备恢复单' }).click();
  await page.getByRole('button', { name: '手抄后输入一遍' }).click();
  const code = (await page.locator('.paper .code').allTextContents()).join(' ');
  await page.getByLabel('照恢复单输入六组恢复码').fill(code);
  await page.getByRole('button', { name: '核对并建立账本' }).click();
  await page.getByLabel('单位名称').fill('演练区委社会工作部');
  await page.getByLabel('操作员姓名').fill('办理员甲');
  await page.getByLabel('报表负责人').fill('测廿一');
  await page.getByLabel('填表人').fill('例廿二');
  await page.getByLabel('联系电话').fill('000-0000 0000');
  await page.getByRole('button', { name: '保存并继续' }).click();
  await page.getByRole('button', { name: '空白账本' }).click();
  await expect(page.getByRole('heading', { name: '工作台' })).toBeVisible();
  return code;
}

/** To a page by its name in the rail. */
export async function goTo(page: Page, name: string): Promise<void> {
  const rail = page.getByRole('navigation', { name: '主导航' });
  await rail.getByRole('button', { name, exact: true }).click();
}

/** A new applicant with nothing but a name; ends on their page. */
export async function addPerson(page: Page, name: string): Promise<void> {
  await goTo(page, '发展党员');
  await page.getByRole('button', { name: '登记申请人' }).click();
  await page.getByLabel('姓名').fill(name);
  await page.getByLabel('递交入党申请书').fill('20261020');
  await page.getByLabel('收到入党申请书').fill('20261020');
  await page.getByRole('button', { name: '保存并打开档案' }).click();
  await expect(page.getByRole('heading', { name })).toBeVisible();
}

/** At lock the window ends and another one opens: what the act does, and the new window's page. */
export async function afterLock(
  app: ElectronApplication,
  act: () => Promise<unknown>,
): Promise<Page> {
  const [page] = await Promise.all([app.waitForEvent('window'), act()]);
  await loaded(page);
  await expect(page.getByRole('heading', { name: '解锁账本' })).toBeVisible();
  return page;
}

/** Locks by the keyboard, as a user does. */
export function lockDesk({ app }: Pick<RunningDesk, 'app'>, page: Page): Promise<Page> {
  // The window may be gone before the key comes up again.
  return afterLock(app, () => Promise.allSettled([page.keyboard.press('Control+l')]));
}

/** The dialog in which who is at the desk types the own passphrase again; its first button does what was asked for. */
export async function attest(
  page: Page,
  reason: string,
  passphrase = testPassphrase,
): Promise<void> {
  const dialog = page.getByRole('dialog', { name: '确认本人' });
  await dialog.getByRole('button', { name: reason }).click();
  await dialog.getByLabel('本人的口令').fill(passphrase);
  await page.keyboard.press('Enter');
}

export async function unlock(page: Page, passphrase = testPassphrase): Promise<void> {
  await page.getByLabel('口令').fill(passphrase);
  await page.getByRole('button', { name: '解锁' }).click();
}

/** Answers the next open dialog of main with a file, as a user choosing it would. */
export async function chooseFile(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, path);
}

export async function chooseTarget(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
  }, path);
}

/** A desk for one test, closed and its folder removed afterwards. */
export const test = base.extend<{ desk: RunningDesk; deskOptions: DeskOptions }>({
  deskOptions: [{}, { option: true }],
  desk: async ({ deskOptions }, use) => {
    const desk = await openDesk(deskOptions);
    await use(desk);
    await desk.app.close();
    rmSync(desk.folder, { recursive: true, force: true });
  },
});

export { expect };
