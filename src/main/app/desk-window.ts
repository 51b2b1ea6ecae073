import type { BrowserWindow, Session, WebContents } from 'electron';
import { deskPage } from './scheme';
import { createDeskWindow } from './window';

export type DeskWindowEvents = {
  readonly onLoaded: (contents: WebContents) => void;
  readonly onMinimised: () => void;
};

/**
 * The one window of the desk. What a window has shown or had typed into it stays in the memory of its process, so at
 * lock the window ends together with that process and an empty one takes its place.
 */
export class DeskWindow {
  #current: BrowserWindow;

  constructor(
    private readonly session: Session,
    private readonly events: DeskWindowEvents,
  ) {
    this.#current = this.#create();
    this.#current.once('ready-to-show', () => this.#current.show());
  }

  get current(): BrowserWindow {
    return this.#current;
  }

  /** Closed by the user; there is no other. */
  get isGone(): boolean {
    return this.#current.isDestroyed();
  }

  /** An empty window at the same place; the old one goes only then, because without any window the app would quit. */
  replace(): void {
    const old = this.#current;
    this.#current = this.#create();
    takePlaceOf(old, this.#current);
    old.destroy();
  }

  /** A load that a newer one overtakes is no failure: the newer one shows the page. */
  async showPage(): Promise<void> {
    if (this.isGone) return;
    await this.#current.loadURL(deskPage).catch((problem: NodeJS.ErrnoException) => {
      if (problem.code !== 'ERR_ABORTED' && !this.isGone) throw problem;
    });
  }

  #create(): BrowserWindow {
    const window = createDeskWindow(this.session);
    window.webContents.on('did-finish-load', () => this.events.onLoaded(window.webContents));
    window.on('minimize', () => this.events.onMinimised());
    window.on('page-title-updated', (event) => event.preventDefault());
    return window;
  }
}

/** A lock while another program is in front must not come to the front. */
function takePlaceOf(old: BrowserWindow, next: BrowserWindow): void {
  next.setBounds(old.getNormalBounds());
  if (old.isMinimized()) {
    next.minimize();
    return;
  }
  if (old.isMaximized()) next.maximize();
  if (old.isFullScreen()) next.setFullScreen(true);
  if (old.isFocused()) next.show();
  else next.showInactive();
}
