import { app } from 'electron';
import { openDesk } from './app/desk';
import { readLaunchOptions } from './app/launch-options';
import { refuseStart } from './app/refuse-start';
import { registerDeskScheme } from './app/scheme';
import { disarmRefusedSwitches, silenceChromium } from './app/switches';

function start(): void {
  // Before Chromium acts on them, and before we append our own.
  if (disarmRefusedSwitches()) {
    silenceChromium();
    refuseStart();
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
