import { join } from 'node:path';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import {
  addPerson,
  chooseFile,
  expect,
  goTo,
  openDesk,
  passFirstRun,
  test,
} from '../support/launch';

/** security.md §4: the part that shapes the house, asserted in the running window. */
test.describe('the window', () => {
  test('sees the contract and nothing of Node', async ({ desk }) => {
    const seen = await desk.page.evaluate(() => ({
      require: typeof (globalThis as Record<string, unknown>)['require'],
      process: typeof (globalThis as Record<string, unknown>)['process'],
      buffer: typeof (globalThis as Record<string, unknown>)['Buffer'],
      api: Object.keys(window.desk).sort(),
      isFrozen: Object.isFrozen(window.desk),
    }));
    expect(seen).toEqual({
      require: 'undefined',
      process: 'undefined',
      buffer: 'undefined',
      api: ['askShell', 'askVault', 'onProgress'],
      isFrozen: true,
    });
  });

  test('runs no inline script, no eval, no HTML string and no frame', async ({ desk }) => {
    const result = await desk.page.evaluate(async () => {
      const outcome: Record<string, string> = {};
      const attempt = (name: string, act: () => void) => {
        try {
          act();
          outcome[name] = 'allowed';
        } catch {
          outcome[name] = 'blocked';
        }
      };
      attempt(
        'innerHTML',
        () => (document.createElement('div').innerHTML = '<img src=x onerror="window.hit=1">'),
      );
      // Playwright's own evaluate bypasses the policy, so eval is asked from a timer.
      await new Promise<void>((resolve) =>
        setTimeout(() => {
          attempt('eval', () => (0, eval)('1'));
          attempt('function', () => new Function('return 1'));
          resolve();
        }, 0),
      );
      const script = document.createElement('script');
      attempt('inline script', () => (script.textContent = 'window.hit = 2'));
      const frame = document.createElement('iframe');
      document.body.append(frame);
      frame.src = 'https://example.invalid/';
      frame.remove();
      outcome['hit'] = String((window as unknown as Record<string, unknown>)['hit']);
      return outcome;
    });
    expect(result).toEqual({
      innerHTML: 'blocked',
      eval: 'blocked',
      function: 'blocked',
      'inline script': 'blocked',
      hit: 'undefined',
    });
  });

  test('reaches no network and navigates nowhere', async ({ desk }) => {
    const { page } = desk;
    const reached = await page.evaluate(async () => {
      const fetched = await Promise.all(
        ['http://127.0.0.1:9/', 'https://example.invalid/', 'file:///etc/hostname'].map((url) =>
          fetch(url).then(
            () => 'reached',
            () => 'refused',
          ),
        ),
      );
      const image = await new Promise<string>((resolve) => {
        const beacon = new Image();
        beacon.onload = () => resolve('reached');
        beacon.onerror = () => resolve('refused');
        beacon.src = 'http://127.0.0.1:9/x.png';
      });
      let socket = 'refused';
      try {
        new WebSocket('ws://127.0.0.1:9/').onopen = () => (socket = 'reached');
      } catch {
        socket = 'refused';
      }
      window.open('https://example.invalid/');
      location.href = 'https://example.invalid/';
      return [...fetched, image, socket];
    });
    expect(reached).toEqual(['refused', 'refused', 'refused', 'refused', 'refused']);
    await expect.poll(() => page.url()).toBe('app://local/index.html');
    expect(desk.app.windows()).toHaveLength(1);
  });

  test('is denied every permission', async ({ desk }) => {
    const states = await desk.page.evaluate(() =>
      Promise.all(
        ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'].map(
          (name) =>
            navigator.permissions
              .query({ name: name as PermissionName })
              .then(({ state }) => state),
        ),
      ),
    );
    expect(new Set(states)).toEqual(new Set(['denied']));
  });

  test('gets files of the fixed map only', async ({ desk }) => {
    const statuses = await desk.app.evaluate(async ({ session }) => {
      const partition = session.fromPartition('mem');
      const ask = async (url: string, method = 'GET') => {
        try {
          return (await partition.fetch(url, { method })).status;
        } catch {
          return 404;
        }
      };
      return [
        await ask('app://local/index.html'),
        await ask('app://local/../main/index.js'),
        await ask('app://local/%2e%2e/preload/index.cjs'),
        await ask('app://other/index.html'),
        await ask('app://local/index.html', 'POST'),
      ];
    });
    expect(statuses).toEqual([200, 404, 404, 404, 404]);
  });

  test('is answered with codes for messages that are none', async ({ desk }) => {
    const codes = await desk.page.evaluate(async () => {
      const ask = window.desk.askVault as unknown as (
        channel: string,
        input: unknown,
      ) => Promise<{ ok: boolean; failure?: { code: string } }>;
      const shell = window.desk.askShell as unknown as typeof ask;
      const answers = [
        await ask('no.such', {}),
        await ask('__proto__', {}),
        await ask('session.unlock', { passphrase: 'text' }),
        await ask('session.status', { extra: 1 }),
        await ask('people.list', {}),
        await ask('search.find', { text: 'x'.repeat(2_000_000) }),
        await shell('shell.savePdf', { suggestedName: 1 }),
        await shell('toString', {}),
      ];
      return answers.map(({ failure }) => failure?.code);
    });
    expect(codes).toEqual(['C-100', 'C-100', 'C-101', 'C-101', 'C-101', 'C-106', 'C-101', 'C-100']);
  });
});

test('ten thousand questions at once and one of 50 MB are refused with codes, and the desk answers right after', async ({
  desk,
}) => {
  const seen = await desk.page.evaluate(async () => {
    const ask = window.desk.askVault as unknown as (
      channel: string,
      input: unknown,
    ) => Promise<{ ok: boolean; failure?: { code: string } }>;
    const burst = await Promise.all(
      Array.from({ length: 10_000 }, () => ask('session.status', {})),
    );
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const large = await ask('search.find', { text: 'x'.repeat(50_000_000) });
    const started = performance.now();
    const after = await ask('session.status', {});
    return {
      codes: [...new Set(burst.filter(({ ok }) => !ok).map(({ failure }) => failure?.code))],
      answered: burst.filter(({ ok }) => ok).length,
      large: large.failure?.code,
      isAfterOk: after.ok,
      milliseconds: performance.now() - started,
    };
  });
  expect(seen).toMatchObject({ codes: ['C-105'], large: 'C-106', isAfterOk: true });
  expect(seen.answered).toBeLessThan(5_000);
  expect(seen.milliseconds).toBeLessThan(100);
});

test('a second window on the same ledger is told who has it (L-501)', async ({ desk }) => {
  await passFirstRun(desk.page);
  const second = await openDesk({ folder: desk.folder });
  await second.page.getByLabel('口令').fill('青石 骑手 长桥 灯火 九月');
  await second.page.getByRole('button', { name: '解锁' }).click();
  await expect(second.page.getByRole('alert')).toContainText(
    /本系统已由“办理员甲”在本机打开（\d{2}:\d{2}）。请切换到已打开的窗口；为防止数据冲突，这里不能再次打开。\[L-501\]/,
  );
  await second.app.close();
  // Who has it goes on undisturbed.
  await addPerson(desk.page, '测一');
});

test('a hostile workbook is refused in words and nothing changes (I-701)', async ({ desk }) => {
  const { app, page } = desk;
  await passFirstRun(page);
  const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  const file = join(folder, '坏表.xlsx');
  writeFileSync(file, Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(4000, 0x5a)]));
  await page
    .getByRole('navigation', { name: '主导航' })
    .getByRole('button', { name: '导入' })
    .click();
  await chooseFile(app, file);
  await page.getByRole('button', { name: '选择表格' }).click();
  await expect(page.getByRole('alert')).toContainText(
    /表格未导入，现有数据没有变化。原因：.+\[I-701\]/,
  );
  await goTo(page, '发展党员');
  await expect(page.getByText('没有符合条件的人员')).toBeVisible();
  rmSync(folder, { recursive: true });
});

test('a damaged header is not mistaken for a wrong passphrase (R-320)', async () => {
  const first = await openDesk();
  await passFirstRun(first.page);
  await first.app.close();
  for (const copy of ['KEYS.A', 'KEYS.B'])
    writeFileSync(join(first.folder, 'ledger', copy), 'no longer a header');
  const second = await openDesk({ folder: first.folder });
  await second.page.getByLabel('口令').fill('青石 骑手 长桥 灯火 九月');
  await second.page.getByRole('button', { name: '解锁' }).click();
  await expect(second.page.getByRole('alert')).toContainText('无法读取当前数据文件');
  await second.app.close();
  rmSync(first.folder, { recursive: true, force: true });
});
