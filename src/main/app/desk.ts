import { join } from 'node:path';
import { app, Menu, session as sessions, type BrowserWindow } from 'electron';
import { serveShell } from './bridge';
import { guardAllContents } from './contents-guard';
import { CopiedSecret } from './copied-secret';
import { IdleLock } from './idle-lock';
import type { LaunchOptions } from './launch-options';
import { choosePlace } from './choose-place';
import { chooseWorkbook } from './open-workbook';
import { printPaper, savePdf } from './printing';
import { deskPage, readAssets, serveAssets } from './scheme';
import { silenceSession } from './silent-session';
import {
  millisecondsToLock,
  millisecondsToQuit,
  startVault,
  type VaultProcess,
} from './vault-process';
import { createDeskWindow } from './window';

/** Opens the window over a locked vault and wires the few things main does itself. */
export function openDesk(options: LaunchOptions): void {
  Menu.setApplicationMenu(null);
  const session = sessions.fromPartition('mem', { cache: false });
  silenceSession(sessions.defaultSession);
  silenceSession(session);
  serveAssets(session, readAssets(join(import.meta.dirname, '../renderer')));

  const window = createDeskWindow(session);
  const idle = new IdleLock(() => void lock());
  const copied = new CopiedSecret();
  const startFreshVault = () =>
    startVault(
      { kind: 'configure', ...vaultOptions(options) },
      {
        onGone: () => void lock(),
        onOpen: (autoLockMinutes) => idle.opened(autoLockMinutes),
      },
    );
  let vault: VaultProcess = startFreshVault();

  /** End the vault first, then rebuild the window: nothing is left to forget. */
  async function lock(): Promise<void> {
    const old = vault;
    idle.closed();
    void copied.clear();
    vault = startFreshVault();
    await old.end(millisecondsToLock);
    if (!window.isDestroyed()) await showPage(window);
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

  guardAllContents(() => void lock());
  window.webContents.on('did-finish-load', () => vault.connect(window.webContents));
  window.once('ready-to-show', () => window.show());
  window.on('page-title-updated', (event) => event.preventDefault());

  serveShell({
    'shell.info': async () => ({
      ok: true,
      value: { version: app.getVersion(), isDemo: options.isDemo, platform: process.platform },
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
    'shell.chooseWorkbook': () => chooseWorkbook(window, vault),
    'shell.choosePlace': (input) => choosePlace(window, vault, input),
    'shell.savePdf': (input) => savePdf(window, input),
    'shell.print': (input) => printPaper(window, input),
  });
  void showPage(window);
}

/** A load that a newer one overtakes is no failure: the newer one shows the page. */
function showPage(window: BrowserWindow): Promise<void> {
  return window.loadURL(deskPage).catch((problem: NodeJS.ErrnoException) => {
    if (problem.code !== 'ERR_ABORTED') throw problem;
  });
}

function vaultOptions({ ledgerFolder, isDemo, fixedToday, hasWeakKeyDerivation }: LaunchOptions) {
  return { ledgerFolder, isDemo, fixedToday, hasWeakKeyDerivation };
}
