import { randomUUID } from 'node:crypto';
import { basename, join } from 'node:path';
import { dialog, utilityProcess, type BrowserWindow } from 'electron';
import type { ShellInput, ShellOutput } from '../../contract/channels';
import type { Result } from '../../contract/common';
import type { VaultProcess } from './vault-process';

/** security.md §3.12: the jail's life and memory. */
const jailMilliseconds = 30_000;
const jailMemoryMegabytes = 512;

/** Parsers at work, by the token of their file. */
const jails = new Map<string, Electron.UtilityProcess>();

/** Asks for a workbook and lets a short-lived process read it straight into the vault; the window need not wait. */
export async function chooseWorkbook(
  window: BrowserWindow,
  vault: VaultProcess,
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
  parseInJail(path, token, vault.openIntake(token, fileName));
  return { ok: true, value: { status: 'reading', token, fileName } };
}

/** Ends the parser of a file the user no longer wants; it never had anything but a copy of the rows. */
export async function cancelWorkbook({
  token,
}: ShellInput<'shell.cancelWorkbook'>): Promise<Result<ShellOutput<'shell.cancelWorkbook'>>> {
  jails.get(token)?.kill();
  return { ok: true, value: {} };
}

/** The parser goes by itself or by force; the vault hears on its port what came of it. */
function parseInJail(path: string, token: string, intake: Electron.MessagePortMain): void {
  const jail = utilityProcess.fork(join(import.meta.dirname, 'parser.js'), [], {
    serviceName: '双覆盖工作台 表格解析',
    execArgv: [`--max-old-space-size=${jailMemoryMegabytes}`],
    stdio: 'ignore',
  });
  jails.set(token, jail);
  const timer = setTimeout(() => jail.kill(), jailMilliseconds);
  jail.once('exit', () => {
    clearTimeout(timer);
    jails.delete(token);
  });
  jail.postMessage({ path }, [intake]);
}
