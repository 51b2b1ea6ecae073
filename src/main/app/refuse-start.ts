import { readFileSync } from 'node:fs';
import { app, dialog, type WebContents } from 'electron';

const exitConfiguration = 78;
/** Nobody may be there to press the button. */
const shownMilliseconds = 30_000;
const words = '检测到不安全的启动方式，已拒绝运行。请用桌面图标启动；如仍出现请联系管理员。[S-901]';

let isRefused = false;
let hasEnded = false;

/** Once: closing the dialog on the way out comes here a second time. */
function end(): void {
  if (hasEnded) return;
  hasEnded = true;
  app.exit(exitConfiguration);
}

/** Says so on the console and in a dialog, and ends; nothing of the ledger was touched. */
export function refuseStart(): void {
  if (isRefused) return;
  isRefused = true;
  // However it ends from now on, by the button, by a signal or by itself, the code is the same.
  app.on('before-quit', (event) => {
    event.preventDefault();
    setImmediate(end);
  });
  void app
    .whenReady()
    .then(() => {
      process.stderr.write(`${words}\n`);
      return dialog.showMessageBox({
        type: 'error',
        title: '双覆盖工作台',
        message: words,
        buttons: ['关闭'],
        noLink: true,
        signal: AbortSignal.timeout(shownMilliseconds),
      });
    })
    .finally(end);
}

/** Whether the kernel holds a process in Chromium's sandbox: its system calls are filtered and it cannot gain rights. */
export function isSandboxed(status: string): boolean {
  return /^Seccomp:\s*2$/m.test(status) && /^NoNewPrivs:\s*1$/m.test(status);
}

/** A packaged desk on Linux shows nothing in a window whose process is not in the sandbox (security.md §4). */
export function isSafeWindow(contents: WebContents): boolean {
  if (!app.isPackaged || process.platform !== 'linux') return true;
  return isSandboxed(readFileSync(`/proc/${contents.getOSProcessId()}/status`, 'utf8'));
}
