import type { BrowserWindowConstructorOptions, BrowserWindow as ElectronBrowserWindow } from 'electron';
import type { Page } from 'playwright';
import { app, closings } from './app.ts';
import { type RunningChromium, startChromium } from './chromium.ts';
import { CoveredEmitter, covered, notCovered } from './covered.ts';
import { environment } from './environment.ts';
import { followColorScheme } from './native-theme.ts';
import { openWindows } from './open-windows.ts';
import { say } from './say.ts';
import { sessionOf } from './session.ts';
import { isUnkind } from './unkind.ts';
import { StandInWebContents } from './web-contents.ts';

const events = [
  'ready-to-show',
  'show',
  'close',
  'closed',
  'focus',
  'blur',
  'page-title-updated',
  'unresponsive',
  'responsive',
  'query-session-end',
  'session-end',
] as const;

const options: ReadonlySet<string> = new Set([
  'name',
  'windowStatePersistence',
  'title',
  'width',
  'height',
  'minWidth',
  'minHeight',
  'show',
  'backgroundColor',
  'autoHideMenuBar',
  'icon',
  'webPreferences',
]);

/** What a page here can be made to honour, and the only values that it honours. */
const preferences: Readonly<Record<string, unknown>> = {
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
  devTools: false,
};

type Covered = Pick<
  ElectronBrowserWindow,
  'id' | 'loadURL' | 'show' | 'focus' | 'restore' | 'isMinimized' | 'isVisible' | 'isDestroyed' | 'destroy' | 'close' | 'setTitle' | 'getTitle'
>;
let lastId = 0;

/** A window: a browser of its own with one page. */
class StandInWindow extends CoveredEmitter implements Covered {
  readonly id = ++lastId;
  readonly webContents: StandInWebContents;
  readonly closing: Promise<void>;
  private readonly starting: Promise<RunningChromium>;
  private title: string;
  private visible: boolean;
  private destroyed = false;
  private finishClosing: () => void = () => undefined;

  constructor(wanted: BrowserWindowConstructorOptions = {}) {
    super('BrowserWindow', events);
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    refuseUncovered(wanted);
    this.title = wanted.title ?? app.name;
    this.visible = wanted.show ?? true;
    this.closing = new Promise((resolve) => {
      this.finishClosing = resolve;
    });
    this.starting = startChromium({
      visible: environment.visible,
      devtools: environment.devtools,
      title: this.title,
      locale: app.getLocale(),
      width: environment.size?.width ?? wanted.width ?? 800,
      height: environment.size?.height ?? wanted.height ?? 600,
    });
    const session = sessionOf(wanted.webPreferences?.partition ?? '');
    this.webContents = covered('webContents', new StandInWebContents(session, wanted.webPreferences?.preload ?? null, this.prepare()));
    openWindows.add(this);
    closings.add(this.closing);
    app.emit('web-contents-created', {}, this.webContents);
    app.emit('browser-window-created', {}, this);
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }

  show(): void {
    if (!this.visible) say('window shown');
    this.visible = true;
    this.focus();
    this.emit('show');
  }

  focus(): void {
    void this.starting.then(({ page }) => page.bringToFront()).catch(() => undefined);
  }

  restore(): void {
    this.focus();
  }

  isMinimized(): boolean {
    return false;
  }

  isVisible(): boolean {
    return this.visible;
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  setTitle(title: string): void {
    this.title = title;
  }

  getTitle(): string {
    return this.title;
  }

  close(): void {
    if (!this.destroyed && !this.ask('close')) this.destroy();
  }

  destroy(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    openWindows.delete(this);
    this.webContents.destroy();
    void this.starting
      .then((running) => running.close())
      .catch(() => undefined)
      .finally(this.finishClosing);
    this.emit('closed');
    app.windowClosed();
  }

  /** Prepares the page; in tests, tells the parent process where it can be driven from once it is loaded. */
  private async prepare(): Promise<Page> {
    await Promise.resolve();
    const { context, page, endpoint } = await this.starting;
    await this.webContents.attach(context, page);
    followColorScheme(page);
    page.once('load', () => !isUnkind('ready-to-show-never') && this.emit('ready-to-show'));
    if (endpoint !== null) page.once('load', () => process.send?.({ standIn: 'window', endpoint }));
    // The person closed the window, or the browser is gone.
    context.on('close', () => this.destroy());
    page.on('close', () => this.destroy());
    return page;
  }
}

function refuseUncovered(wanted: BrowserWindowConstructorOptions): void {
  for (const name of Object.keys(wanted)) if (!options.has(name)) throw notCovered(`the option ${name} of BrowserWindow`);
  for (const [name, value] of Object.entries(wanted.webPreferences ?? {})) {
    if (name === 'preload' || name === 'partition') continue;
    if (!(name in preferences) || preferences[name] !== value) throw notCovered(`the web preference ${name}: ${value}`);
  }
}

/** new BrowserWindow(…), and the static list of windows. */
export const BrowserWindow = covered(
  'BrowserWindow',
  Object.assign(
    function BrowserWindow(wanted?: BrowserWindowConstructorOptions) {
      return covered('BrowserWindow', new StandInWindow(wanted));
    },
    { getAllWindows: () => [...openWindows] },
  ),
);
