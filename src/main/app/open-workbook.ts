import { randomUUID } from 'node:crypto';
import { basename, join } from 'node:path';
import { app, dialog, utilityProcess, type BrowserWindow } from 'electron';
import type { ShellInput, ShellOutput } from '../../contract/channels';
import type { Result } from '../../contract/common';
import type { JailLimits } from './launch-options';
import type { VaultProcess } from './vault-process';

/** A parser gains some tens of megabytes between two looks at it. */
const betweenLooks = 200;

/** Parsers at work, by the token of their file. */
const jails = new Map<string, Electron.UtilityProcess>();

/** Asks for a workbook and lets a short-lived process read it straight into the vault; the window need not wait. */
export async function chooseWorkbook(
  window: BrowserWindow,
  vault: VaultProcess,
  limits: JailLimits,
): Promise<Result<ShellOutput<'shell.chooseWorkbook'>>> {
  const choice = await dialog.showOpenDialog(window, {
    title: '选择要导入的表格',
    properties: ['openFile'],
    filters: [{ name: '表格', extensions: ['xlsx', 'xlsm', 'xls', 'csv'] }],
  });
  const path = choice.filePaths[0];
  if (choice.canceled || path === undefined) return { ok: true, value: { status: 'cancelled' } };
  const token = randomUUID();
  const fileName = basename(path);
  parseInJail({ path, token, limits }, vault.openIntake(token, fileName));
  return { ok: true, value: { status: 'reading', token, fileName } };
}

/** Ends the parser of a file the user no longer wants; it never had anything but a copy of the rows. */
export async function cancelWorkbook({
  token,
}: ShellInput<'shell.cancelWorkbook'>): Promise<Result<ShellOutput<'shell.cancelWorkbook'>>> {
  jails.get(token)?.kill();
  return { ok: true, value: {} };
}

/**
 * All that the process has, buffers as well. V8's own bound is no help: a utility process does not hear
 * `--max-old-space-size` among its arguments (seen on Electron 33), and inflated parts are outside the heap.
 */
function megabytesOf(jail: Electron.UtilityProcess): number {
  const metric = app.getAppMetrics().find(({ pid }) => pid === jail.pid);
  return (metric?.memory.workingSetSize ?? 0) / 1024;
}

/** At lock no parser may go on holding rows of a file. */
export function endJails(): void {
  for (const jail of jails.values()) jail.kill();
}

/** The parser goes by itself or by force; the vault hears on its port what came of it. */
function parseInJail(
  { path, token, limits }: { path: string; token: string; limits: JailLimits },
  intake: Electron.MessagePortMain,
): void {
  const jail = utilityProcess.fork(join(import.meta.dirname, 'parser.js'), [], {
    serviceName: '双覆盖工作台 表格解析',
    stdio: 'ignore',
  });
  jails.set(token, jail);
  const timer = setTimeout(() => jail.kill(), limits.milliseconds);
  const watch = setInterval(() => {
    if (megabytesOf(jail) > limits.memoryMegabytes) jail.kill();
  }, betweenLooks);
  jail.once('exit', () => {
    clearTimeout(timer);
    clearInterval(watch);
    jails.delete(token);
  });
  jail.postMessage({ path }, [intake]);
}
