import { app, type WebContents } from 'electron';

/** No contents of ours ever navigates, opens a window, embeds or shows developer tools in a packaged app. */
export function guardAllContents(onRendererGone: () => void): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    refuseNavigation(contents);
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
    contents.on('devtools-opened', () => {
      if (app.isPackaged) contents.closeDevTools();
    });
    contents.on('render-process-gone', (_gone, details) => {
      if (details.reason !== 'clean-exit') onRendererGone();
    });
  });
}

function refuseNavigation(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
