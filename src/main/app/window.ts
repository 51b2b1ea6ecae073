import { join } from 'node:path';
import { app, BrowserWindow, type Session } from 'electron';

/** The one window. Its title never names a person, so the task switcher shows none. */
export function createDeskWindow(session: Session): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 1024,
    minHeight: 700,
    useContentSize: true,
    show: false,
    title: '双覆盖工作台',
    backgroundColor: '#F4F1EB',
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      session,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      plugins: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      disableDialogs: true,
      devTools: !app.isPackaged,
    },
  });
  // Windows and macOS only: recordings and shots of the screen show an empty window (security.md §3.10).
  if (app.isPackaged && process.platform !== 'linux') window.setContentProtection(true);
  return window;
}
