import { app } from 'electron';

/** Switches with which another program could look into the desk (security.md §4, finding 10). */
const refusedSwitches = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'js-flags',
  'no-sandbox',
  'disable-web-security',
  'load-extension',
  'proxy-server',
  'host-resolver-rules',
  'host-rules',
  'log-net-log',
  'user-data-dir',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
  'browser-subprocess-path',
];

const quietFeatures = [
  'Translate',
  'OptimizationHints',
  'MediaRouter',
  'DialMediaRouteProvider',
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'NetworkTimeServiceQuerying',
  'DnsOverHttps',
  'AsyncDns',
  'SegmentationPlatform',
];

/** The refused switch this run was started with, or `undefined`; must run before we append our own. */
export function findRefusedSwitch(): string | undefined {
  if (!app.isPackaged) return undefined;
  return refusedSwitches.find((name) => app.commandLine.hasSwitch(name));
}

/** Keeps Chromium from opening its mouth: no look-ups, no updates, no pings (security.md finding 9). */
export function silenceChromium(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-features', quietFeatures.join(','));
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-sync',
    'disable-breakpad',
    'no-pings',
    'dns-prefetch-disable',
  ]) {
    app.commandLine.appendSwitch(name);
  }
}
