import { app } from 'electron';

/** Switches with which another program could look into the desk (security.md §4, finding 10). */
export const refusedSwitches = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'inspect-publish-uid',
  'inspect-wait',
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

/**
 * Whether this run was started with a switch that is refused. They are taken away at once, so that no port is open
 * while the dialog says so.
 */
export function disarmRefusedSwitches(): boolean {
  if (!app.isPackaged) return false;
  const given = refusedSwitches.filter((name) => app.commandLine.hasSwitch(name));
  for (const name of given) app.commandLine.removeSwitch(name);
  return given.length > 0;
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
