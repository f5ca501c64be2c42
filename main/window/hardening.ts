import type { App, Session, WebContents } from 'electron';
import type { Log } from '../support/ports.ts';
import { origin, scheme } from './app-protocol.ts';

/**
 * All that the window is kept from, on one page to audit: it stays on our page, opens nothing, embeds
 * nothing, is granted no permission, and reaches no network (that is main's, to the bank alone).
 */

/**
 * Refuses every permission and every request that is not for our own page. To be called before the first window is made.
 */
export function hardenSession(session: Session, log: Log): void {
  refuseDictionaries(session);
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    log.warn('security.permission-refused', { permission });
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) => {
    const cancel = !isOurs(details.url);
    if (cancel) log.warn('security.request-refused', { resourceType: details.resourceType });
    answer({ cancel });
  });
}

/**
 * The page's spellcheck: false does not keep Chromium from downloading dictionaries (electron/electron#22995). The address
 * must be a well-formed one, else Electron throws; nobody serves this one, and no name server is asked for it.
 */
function refuseDictionaries(session: Session): void {
  session.setSpellCheckerDictionaryDownloadURL(`${scheme}://no-dictionaries/`);
  session.setSpellCheckerEnabled(false);
}

/** Holds for every WebContents that will ever be made. @param page the one on which the window stays */
export function hardenContents(app: App, log: Log, page: string): void {
  app.on('web-contents-created', (_event, contents) => {
    const refuse = (event: { preventDefault(): void }, what: string): void => {
      log.warn('security.refused', { what });
      event.preventDefault();
    };
    contents.on('will-navigate', (event) => {
      // Loading the page again is how it recovers from a bug of its own.
      if (event.url !== page) refuse(event, 'navigation');
    });
    contents.on('will-redirect', (event) => refuse(event, 'redirect'));
    contents.on('will-attach-webview', (event) => refuse(event, 'webview'));
    refuseWindows(contents, log);
  });
}

function refuseWindows(contents: WebContents, log: Log): void {
  contents.setWindowOpenHandler(() => {
    log.warn('security.refused', { what: 'window' });
    return { action: 'deny' };
  });
}

/** Ours: the page's own files, and what DevTools of a development build need. */
function isOurs(url: string): boolean {
  return url.startsWith(`${origin}/`) || url.startsWith('devtools://');
}
