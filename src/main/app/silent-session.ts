import type { Session } from 'electron';
import { deskOrigin } from './scheme';

/** Denies every permission and every request but our own pages; applied to each session before any window. */
export function silenceSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.webRequest.onBeforeRequest((details, answer) =>
    answer({ cancel: !details.url.startsWith(`${deskOrigin}/`) && !isInternal(details.url) }),
  );
  // Without an empty list Chromium looks for a dictionary on the network at start (security.md finding 9).
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerDictionaryDownloadURL('file:///nonexistent/');
  session.enableNetworkEmulation({ offline: true });
  session.on('will-download', (event) => event.preventDefault());
  void session.setProxy({
    mode: 'fixed_servers',
    proxyRules: '127.0.0.1:9',
    proxyBypassRules: '<-loopback>',
  });
}

/** Images the page itself made (charts) and nothing that leaves the process. */
function isInternal(url: string): boolean {
  return url.startsWith(`blob:${deskOrigin}/`);
}
