import { BrowserWindow, type WebPreferences } from 'electron';
import { type FirstShowParts, showOnceDrawn } from './first-show.ts';

/** What the page may do: as little as Electron allows. Electron's security checklist, items 2 to 4, 6 and 8. */
export const hardenedPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  spellcheck: false,
} as const satisfies WebPreferences;

export type MainWindowParts = Omit<FirstShowParts, 'load'> & {
  /** Path of the bundled preload. */
  readonly preload: string;
  /** The page that it shows: startPage or supportPage. */
  readonly page: string;
  /** The window's title until the page sets its own. */
  readonly title: string;
};

/** Opens the one window. @param parts see MainWindowParts */
export function openMainWindow({ preload, page, title, ...parts }: MainWindowParts): BrowserWindow {
  const window = new BrowserWindow({
    name: 'main',
    windowStatePersistence: true,
    title,
    width: 1280,
    height: 800,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    backgroundColor: '#f6f7f9',
    autoHideMenuBar: true,
    webPreferences: { ...hardenedPreferences, preload },
  });
  // What becomes of the page is told by the window's events; the promise says the same a second time.
  const load = (): void => void window.loadURL(page).catch(() => undefined);
  showOnceDrawn(window, { ...parts, load });
  return window;
}
