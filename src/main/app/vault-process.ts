import { join } from 'node:path';
import {
  MessageChannelMain,
  utilityProcess,
  type UtilityProcess,
  type WebContents,
} from 'electron';
import type { LockRules, VaultOrder } from '../vault/orders';

export type VaultProcess = {
  /** Gives a freshly loaded window its own line to the vault. */
  readonly connect: (contents: WebContents) => void;
  /** The vault's end of a new line to the parser; the other end is returned. */
  readonly openIntake: (token: string, fileName: string) => Electron.MessagePortMain;
  readonly tellPlace: (token: string, path: string) => void;
  /** Ends the process, by force where it does not go at once: every key and row it held is gone with it. */
  readonly end: (milliseconds: number) => Promise<void>;
};

/** At lock everything must be out of memory within two seconds (security.md §5 S5); at quit a backup may take its time. */
export const millisecondsToLock = 1_200;
export const millisecondsToQuit = 30_000;

export type VaultEvents = {
  /** It ended without being asked to. */
  readonly onGone: () => void;
  readonly onOpen: (rules: LockRules) => void;
};

/** Starts the process that owns the ledger. Main gives it a folder and lines to others, never a row. */
export function startVault(
  order: Extract<VaultOrder, { kind: 'configure' }>,
  { onGone, onOpen }: VaultEvents,
): VaultProcess {
  const child: UtilityProcess = utilityProcess.fork(join(import.meta.dirname, 'vault.js'), [], {
    serviceName: '双覆盖工作台 账本',
    stdio: 'inherit',
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let isExpected = false;
  child.on('message', (rules: LockRules) => onOpen(rules));
  child.once('exit', () => {
    if (!isExpected) onGone();
  });
  const send = (message: VaultOrder, ports: Electron.MessagePortMain[] = []) =>
    child.postMessage(message, ports);
  send(order);
  return {
    connect(contents) {
      const { port1, port2 } = new MessageChannelMain();
      send({ kind: 'connect' }, [port1]);
      contents.postMessage('vault-port', null, [port2]);
    },
    openIntake(token, fileName) {
      const { port1, port2 } = new MessageChannelMain();
      send({ kind: 'intake', token, fileName }, [port1]);
      return port2;
    },
    tellPlace(token, path) {
      send({ kind: 'place', token, path });
    },
    async end(milliseconds) {
      isExpected = true;
      send({ kind: 'end', milliseconds });
      const timer = setTimeout(() => child.kill(), milliseconds);
      await exited;
      clearTimeout(timer);
    },
  };
}
