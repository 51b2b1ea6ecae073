import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import iconv from 'iconv-lite';
import {
  canaryPeople,
  importCanaries,
  passFirstRunUnseen,
  showAndPrintCanaries,
  typeUnseen,
} from '../support/canaries';
import {
  addPerson,
  expect,
  goTo,
  lockDesk,
  openDesk,
  passFirstRun,
  test,
  testPassphrase,
} from '../support/launch';
import { frozen, liveProcesses, memoryHits, memoryHitsOf } from '../support/process-memory';

/** Words that stand nowhere in the program, in every shape in which they could be left behind. */
const canaries = ['金丝雀测姓名', '金丝雀草稿说明', '鸣禽支部批文'];
const draftCanary = '金丝雀草稿姓名';
const shapes = (word: string) => [
  Buffer.from(word, 'utf8'),
  Buffer.from(word, 'utf16le'),
  iconv.encode(word, 'gbk'),
  Buffer.from(Buffer.from(word, 'utf8').toString('base64')),
];

async function typeCanaries(page: Page): Promise<void> {
  await passFirstRun(page);
  await addPerson(page, '金丝雀测姓名');
  await goTo(page, '发展党员');
  await page.getByText('金丝雀测姓名').first().click();
  await goTo(page, '两个覆盖');
  await goTo(page, '发展党员');
  await page.getByRole('button', { name: '登记申请人' }).click();
  await page.getByLabel('姓名').fill('金丝雀草稿说明');
  await page.getByLabel('职业或职务').fill('鸣禽支部批文');
}

test('nothing typed is left in files after a lock and after a crash of the program', async () => {
  const startedAt = Date.now();
  const desk = await openDesk();
  await typeCanaries(desk.page);
  await lockDesk(desk, desk.page);
  expect(filesWithCanaries([desk.folder, ...ownTemporary(startedAt)])).toEqual([]);
  desk.app.process().kill('SIGKILL');
  await expect.poll(() => desk.app.process().killed).toBe(true);
  expect(filesWithCanaries([desk.folder, ...ownTemporary(startedAt)])).toEqual([]);
  // The processes that were killed may still be writing while they go.
  await expect.poll(() => isRemoved(desk.folder)).toBe(true);
});

test('two seconds after the lock no live process holds a name, a number, a note, a draft, a print or the passphrase (S5)', async () => {
  const desk = await openDesk();
  const { page, app } = desk;
  const processes = () => liveProcesses(app.process().pid ?? 0);
  const secrets = [
    ...canaryPeople.flatMap(({ name, idNumber, note }) => [name, idNumber, note]),
    draftCanary,
    testPassphrase,
  ];
  expect(secrets.length).toBeGreaterThan(100);
  await passFirstRunUnseen(page);
  await importCanaries(desk);
  const printed = await showAndPrintCanaries(desk);
  await goTo(page, '发展党员');
  await page.getByRole('button', { name: '登记申请人' }).click();
  await typeUnseen(page.getByLabel('姓名'), draftCanary);
  // The test must be able to see them at all: while the desk is open they are there.
  const seen = memoryHits(processes(), secrets);
  expect(seen.some(({ kind }) => kind === 'renderer')).toBe(true);
  expect(new Set(seen.map(({ word }) => word.split(' utf')[0])).size).toBeGreaterThan(95);

  const opened = app.waitForEvent('window');
  const lockedAt = performance.now();
  await Promise.allSettled([page.keyboard.press('Control+l')]);
  await opened;
  await new Promise((resolve) => setTimeout(resolve, 2_000 - (performance.now() - lockedAt)));
  const hits = await frozen(processes(), (held) => [
    ...memoryHits(held, secrets),
    ...memoryHitsOf(held, printed),
  ]);
  expect(hits.map(({ kind, word }) => `${kind} ${word}`)).toEqual([]);
  await app.close();
  rmSync(desk.folder, { recursive: true, force: true });
});

/** What appeared in the temporary folder since then; other programs' files hold no canary of ours either. */
function ownTemporary(since: number): string[] {
  return readdirSync(tmpdir(), { withFileTypes: true })
    .filter(({ name }) =>
      /^(\.org\.chromium|\.com\.|electron|scoped_dir|playwright-artifacts)/i.test(name),
    )
    .map(({ name }) => join(tmpdir(), name))
    .filter((path) => existsSync(path) && since > 0);
}

function filesWithCanaries(folders: readonly string[]): string[] {
  const wanted = canaries.flatMap(shapes);
  return folders
    .flatMap((folder) => filesOf(folder))
    .filter((path) => {
      const bytes = readQuietly(path);
      return wanted.some((shape) => bytes.includes(shape));
    });
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Chromium takes some of its own files away while we look. */
function readQuietly(path: string): Buffer {
  return existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
}

function isRemoved(folder: string): boolean {
  try {
    rmSync(folder, { recursive: true, force: true });
    return true;
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && problem.code === 'ENOTEMPTY') return false;
    throw problem;
  }
}
