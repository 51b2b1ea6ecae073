import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import {
  shellChannels,
  type ShellChannel,
  type ShellInput,
  type ShellOutput,
} from '../../contract/channels';
import type { Failure, Result } from '../../contract/common';
import { deskOrigin } from './scheme';

export type ShellHandlers = {
  readonly [C in ShellChannel]: (input: ShellInput<C>) => Promise<Result<ShellOutput<C>>>;
};

const unknownChannel: Failure = { code: 'C-100', message: '没有这个操作，数据没有变化。[C-100]' };
const invalidInput: Failure = {
  code: 'C-101',
  message: '请求的内容不符合格式，没有执行，数据没有变化。[C-101]',
};
const foreignSender: Failure = {
  code: 'S-901',
  message: '请求不是由本程序的窗口发出，已拒绝，数据没有变化。[S-901]',
};

function isShellChannel(channel: unknown): channel is ShellChannel {
  return typeof channel === 'string' && Object.hasOwn(shellChannels, channel);
}

/** Only the top frame of our own page may speak (security.md §4 IPC). */
function isOurWindow(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && frame.origin === deskOrigin;
}

async function answer<C extends ShellChannel>(
  handlers: ShellHandlers,
  channel: C,
  input: unknown,
): Promise<Result<ShellOutput<C>>> {
  const parsed = shellChannels[channel].input.safeParse(input);
  if (!parsed.success) return { ok: false, failure: invalidInput };
  return handlers[channel](parsed.data as ShellInput<C>);
}

/** The one place where messages from the window reach main. */
export function serveShell(handlers: ShellHandlers): void {
  ipcMain.handle('shell', (event, channel: unknown, input: unknown) => {
    if (!isOurWindow(event)) return { ok: false, failure: foreignSender };
    if (!isShellChannel(channel)) return { ok: false, failure: unknownChannel };
    return answer(handlers, channel, input);
  });
}
