import { contextBridge, ipcRenderer } from 'electron';
import type { Failure, Result } from '../contract/common';
import type { Progress } from '../contract/channels';
import type { DeskApi } from '../contract/desk-api';

type Answer = { readonly id: number; readonly result: Result<unknown> };
type VaultMessage = Answer | { readonly progress: Progress | null };

const vaultGone: Failure = {
  code: 'C-102',
  message: '账本进程已停止，已保存的内容完好。请重新解锁。[C-102]',
};

const waiting = new Map<number, (result: Result<unknown>) => void>();
const listeners = new Set<(progress: Progress | null) => void>();
let lastId = 0;

const vaultPort = new Promise<MessagePort>((resolve) => {
  ipcRenderer.once('vault-port', (event) => {
    const port = event.ports[0];
    if (port === undefined) return;
    port.onmessage = ({ data }: MessageEvent<VaultMessage>) => receive(data);
    port.addEventListener('close', dropWaiting);
    port.start();
    resolve(port);
  });
});

function receive(message: VaultMessage): void {
  if ('progress' in message) {
    for (const listener of listeners) listener(message.progress);
    return;
  }
  waiting.get(message.id)?.(message.result);
  waiting.delete(message.id);
}

function dropWaiting(): void {
  for (const answer of waiting.values()) answer({ ok: false, failure: vaultGone });
  waiting.clear();
}

async function askVault(channel: string, input: unknown): Promise<Result<unknown>> {
  const port = await vaultPort;
  const id = ++lastId;
  return new Promise((resolve) => {
    waiting.set(id, resolve);
    port.postMessage({ id, channel, input });
  });
}

const api = {
  askVault,
  askShell: (channel: string, input: unknown) => ipcRenderer.invoke('shell', channel, input),
  onProgress(listener: (progress: Progress | null) => void) {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};

contextBridge.exposeInMainWorld('desk', Object.freeze(api) as unknown as DeskApi);
