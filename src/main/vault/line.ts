import type { Failure, Result } from '../../contract/common';

type Request = { readonly id: number; readonly channel: string; readonly input: unknown };

/** security.md §4: what one window may ask of the vault in a second, and how large one question may be. */
const messagesPerSecond = 500;
const largestMessageCharacters = 1_000_000;

const tooMuch: Failure = {
  code: 'C-105',
  message: '操作过于频繁，这一次没有执行，数据没有变化。请稍候再试。[C-105]',
};
const tooLarge: Failure = {
  code: 'C-106',
  message: '一次提交的内容过大，没有执行，数据没有变化。[C-106]',
};
const malformed: Failure = {
  code: 'C-101',
  message: '请求的内容不符合格式，没有执行，数据没有变化。[C-101]',
};

/** What of a message port this line needs; Electron's own fits. */
export type LinePort = {
  readonly on: (event: 'message', listener: (message: { data: unknown }) => void) => unknown;
  readonly postMessage: (message: unknown) => void;
  readonly start: () => void;
};

export type LineOptions = {
  readonly port: LinePort;
  readonly handle: (channel: string, input: unknown) => Promise<Result<unknown>>;
  /** Milliseconds from any fixed point; never goes back. */
  readonly monotonic: () => number;
};

/** Answers one window over its port, refusing what is too often, too large or not a request. */
export function answerLine({ port, handle, monotonic }: LineOptions): void {
  let windowStart = monotonic();
  let count = 0;
  port.on('message', ({ data }) => {
    if (!isRequest(data)) return;
    const now = monotonic();
    if (now - windowStart >= 1000) {
      windowStart = now;
      count = 0;
    }
    count += 1;
    const refusal = count > messagesPerSecond ? tooMuch : refusalFor(data.input);
    const reply = (result: Result<unknown>) => port.postMessage({ id: data.id, result });
    if (refusal !== undefined) reply({ ok: false, failure: refusal });
    else void handle(data.channel, data.input).then(reply);
  });
  port.start();
}

function isRequest(data: unknown): data is Request {
  if (typeof data !== 'object' || data === null) return false;
  const { id, channel } = data as Partial<Request>;
  return typeof id === 'number' && typeof channel === 'string';
}

function refusalFor(input: unknown): Failure | undefined {
  try {
    const text = JSON.stringify(input, (_key, value: unknown) =>
      value instanceof Uint8Array ? '·'.repeat(value.length) : value,
    );
    return (text?.length ?? 0) > largestMessageCharacters ? tooLarge : undefined;
  } catch {
    return malformed;
  }
}
