import { join } from 'node:path';
import { app, Menu, session as sessions } from 'electron';
import { serveShell } from './bridge';
import { guardAllContents } from './contents-guard';
import { CopiedSecret } from './copied-secret';
import { DeskWindow } from './desk-window';
import { IdleLock } from './idle-lock';
import type { LaunchOptions } from './launch-options';
import { choosePlace } from './choose-place';
import { cancelWorkbook, chooseWorkbook, endJails } from './open-workbook';
import { printPaper, savePdf } from './printing';
import { isSafeWindow, refuseStart } from './refuse-start';
import { readAssets, serveAssets } from './scheme';
import { silenceSession } from './silent-session';
import {
  millisecondsToLock,
  millisecondsToQuit,
  startVault,
  type VaultProcess,
} from './vault-process';

/** Opens the window over a locked vault and wires the few things main does itself. */
export function openDesk(options: LaunchOptions): void {
  Menu.setApplicationMenu(null);
  const session = sessions.fromPartition('mem', { cache: false });
  silenceSession(sessions.defaultSession);
  silenceSession(session);
  serveAssets(session, readAssets(join(import.meta.dirname, '../renderer')));

  // Before the first window: contents that are there already are never guarded.
  guardAllContents(() => void lock());
  let hasLockedItself = false;
  const idle = new IdleLock(() => {
    hasLockedItself = true;
    void lock();
  });
  const copied = new CopiedSecret();
  const startFreshVault = () =>
    startVault(
      { kind: 'configure', ...vaultOptions(options) },
      {
        onGone: () => void lock(),
        onOpen: (rules) => {
          hasLockedItself = false;
          idle.opened(rules);
        },
      },
    );
  let vault: VaultProcess = startFreshVault();
  const window = new DeskWindow(session, {
    onLoaded: (contents) => {
      if (isSafeWindow(contents)) vault.connect(contents);
      else refuseStart();
    },
    onMinimised: () => idle.minimised(),
  });

  /** Vault and window end with all they held; fresh ones take their place, the page once the ledger is free again. */
  async function lock(): Promise<void> {
    const old = vault;
    idle.closed();
    void copied.clear();
    endJails();
    vault = startFreshVault();
    const ending = old.end(millisecondsToLock);
    if (!window.isGone) window.replace();
    await ending;
    await window.showPage();
  }

  /** Quitting waits for the vault to close its journal in order. */
  let hasEnded = false;
  app.on('before-quit', (event) => {
    if (hasEnded) return;
    event.preventDefault();
    void vault.end(millisecondsToQuit).then(() => {
      hasEnded = true;
      app.quit();
    });
  });

  serveShell({
    'shell.info': async () => ({
      ok: true,
      value: {
        version: app.getVersion(),
        isDemo: options.isDemo,
        platform: process.platform,
        hasLockedItself,
      },
    }),
    'shell.lock': async () => {
      // The answer must leave before the window that asked is torn down.
      setImmediate(() => void lock());
      return { ok: true, value: {} };
    },
    'shell.copiedSecret': async () => {
      copied.watch();
      return { ok: true, value: {} };
    },
    'shell.chooseWorkbook': () => chooseWorkbook(window.current, vault, options.jail),
    'shell.cancelWorkbook': cancelWorkbook,
    'shell.choosePlace': (input) => choosePlace(window.current, vault, input, options.localFolder),
    'shell.savePdf': (input) => savePdf(window.current, input),
    'shell.print': (input) => printPaper(window.current, input),
  });
  void window.showPage();
}

function vaultOptions(options: LaunchOptions) {
  const { ledgerFolder, stateFolder, isDemo, fixedToday, hasWeakKeyDerivation } = options;
  return { ledgerFolder, stateFolder, isDemo, fixedToday, hasWeakKeyDerivation };
}
