import { app, dialog } from 'electron';
import { openDesk } from './app/desk';
import { readLaunchOptions } from './app/launch-options';
import { registerDeskScheme } from './app/scheme';
import { findRefusedSwitch, silenceChromium } from './app/switches';

const exitConfiguration = 78;

function start(): void {
  if (findRefusedSwitch() !== undefined) {
    dialog.showErrorBox(
      '双覆盖工作台',
      '检测到不安全的启动方式，已拒绝运行。请用桌面图标启动；如仍出现请联系管理员。[S-901]',
    );
    app.exit(exitConfiguration);
    return;
  }
  const options = readLaunchOptions(process.argv, process.env);
  silenceChromium();
  // As root in development Chromium has no sandbox to offer; a packaged app refuses that switch above.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  registerDeskScheme();
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(() => openDesk(options));
}

start();
