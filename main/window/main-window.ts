import { BrowserWindow, type WebPreferences } from 'electron';
import { startPage } from './app-protocol.ts';

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

/**
 * Opens the one window. It shows itself once the page is drawn, so that nobody sees it empty.
 * @param preload path of the bundled preload
 * @param title the window's title until the page sets its own
 */
export function openMainWindow(preload: string, title: string): BrowserWindow {
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
  window.once('ready-to-show', () => window.show());
  void window.loadURL(startPage);
  return window;
}
