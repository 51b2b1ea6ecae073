import { _electron } from '@playwright/test';
import { projectRoot } from '../runtime/launch.mjs';
import { electronPath } from '../runtime/locate.mjs';

const launchMilliseconds = 15_000;
const launchAttempts = 3;

/** The built app on a folder of its own, on the day of the shared cases, in a window of the design size. */
export async function openTourDesk(folder, args) {
  const app = await launch(folder, args);
  let page = await app.firstWindow();
  return {
    app,
    /** The window that is there now: at lock another one takes its place. */
    current: () => page,
    page,
    /** Locks by the keyboard; the window may be gone before the key comes up again. */
    lock: async () => {
      const opened = app.waitForEvent('window');
      await page.keyboard.press('Control+l').catch(() => undefined);
      page = await opened;
      return page;
    },
    /** Opens a page from the rail. */
    visit: (words) =>
      page
        .getByRole('navigation', { name: '主导航' })
        .getByRole('button', { name: words, exact: true })
        .click(),
    chooseFile: (path) =>
      app.evaluate(({ dialog }, chosen) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
      }, path),
    chooseTarget: (path) =>
      app.evaluate(({ dialog }, chosen) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
      }, path),
  };
}

/** Playwright's handshake with this Electron now and then never ends; the app is not reached then. */
async function launch(folder, args) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await _electron.launch({
        executablePath: electronPath(projectRoot),
        args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...args],
        timeout: launchMilliseconds,
        env: {
          ...process.env,
          DUAL_COVERAGE_ROOT: projectRoot,
          DUAL_COVERAGE_DATA: folder,
          DUAL_COVERAGE_TODAY: '2026-11-23',
        },
      });
    } catch (problem) {
      if (attempt === launchAttempts) throw problem;
    }
  }
}
