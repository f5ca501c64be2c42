import type { BrowserWindow, WebContents } from 'electron';
import type { Clock, Log } from '../support/ports.ts';

/** Milliseconds until the window is shown, drawn or not: nobody waits longer for a sign of life. */
const untilShown = 15_000;

/** Milliseconds until a page that has not come is given up: a cold disk and a virus scanner can take long. */
const untilAsked = 60_000;

/** net::ERR_ABORTED: another load took this one's place. */
const aborted = -3;

export type FirstShowParts = {
  readonly clock: Pick<Clock, 'after'>;
  readonly log: Log;
  /** Loads the page. What becomes of it is told by the events. */
  readonly load: () => void;
  /** Asks the person what to do. @param reference where the log tells more */
  readonly ask: (reference: string) => Promise<'again' | 'end'>;
  /** Ends the program. */
  readonly end: () => void;
};

type ShownWindow = Pick<BrowserWindow, 'once' | 'show' | 'isVisible' | 'isDestroyed'> & { readonly webContents: Pick<WebContents, 'on'> };

/**
 * Shows the window once its page is drawn, so that nobody sees it empty. Where that does not happen, the window is shown
 * all the same or the person is asked: an invisible program would hold the lock that lets only one start.
 */
export function showOnceDrawn(window: ShownWindow, { clock, log, load, ask, end }: FirstShowParts): void {
  let loaded = false;
  let asking = false;
  let waits: readonly (() => void)[] = [];

  const wait = (...next: typeof waits): void => {
    for (const stop of waits) stop();
    waits = next;
  };
  const show = (): void => {
    if (!window.isDestroyed() && !window.isVisible()) window.show();
  };
  const begin = (): void => {
    loaded = false;
    wait(clock.after(untilShown, late), clock.after(untilAsked, tooLate));
    load();
  };
  const fail = async (event: string, details: Readonly<Record<string, unknown>>): Promise<void> => {
    const reference = log.error(event, details);
    if (asking) return;
    asking = true;
    wait();
    const answer = await ask(reference);
    asking = false;
    if (window.isDestroyed()) return;
    if (answer === 'end') end();
    else begin();
  };
  const late = (): void => {
    if (window.isDestroyed() || window.isVisible()) return;
    // Chromium sometimes does not tell that it has drawn (electron/electron#25253).
    log.warn('window.not-told-ready', { loaded });
    show();
  };
  const tooLate = (): void => {
    if (!loaded && !window.isDestroyed()) void fail('window.page-too-slow', {});
  };

  window.once('ready-to-show', show);
  window.webContents.on('did-finish-load', () => {
    loaded = true;
  });
  window.webContents.on('did-fail-load', (_event, code, description, _url, isMainFrame) => {
    if (isMainFrame && code !== aborted) void fail('window.page-failed', { code, description });
  });
  window.webContents.on('preload-error', (_event, _path, error) => void fail('window.preload-failed', { error }));
  begin();
}
