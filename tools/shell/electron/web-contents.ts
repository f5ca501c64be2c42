import type { IpcMainInvokeEvent, NativeImage, PrintToPDFOptions, Rectangle, WebContents, WebContentsPrintOptions, WebFrameMain } from 'electron';
import type { BrowserContext, Frame, Page, Request, Route } from 'playwright';
import type { ToMain } from '../page/messages.ts';
import { toAppAddress, toPageAddress } from './addresses.ts';
import { CoveredEmitter, covered, notCovered, preventable } from './covered.ts';
import { answerInvoke } from './ipc-main.ts';
import { installPreload, type PreloadWorld } from './preload-world.ts';
import { makePdf, printPage } from './printing.ts';
import { say } from './say.ts';
import type { StandInSession } from './session.ts';
import { isUnkind } from './unkind.ts';

const events = [
  'will-navigate',
  'will-redirect',
  'will-attach-webview',
  'did-start-navigation',
  'did-finish-load',
  'did-fail-load',
  'preload-error',
  'dom-ready',
  'render-process-gone',
  'unresponsive',
  'console-message',
  'destroyed',
] as const;

type Covered = Pick<
  WebContents,
  'id' | 'mainFrame' | 'send' | 'getURL' | 'isDestroyed' | 'setWindowOpenHandler' | 'loadURL' | 'reload' | 'print' | 'printToPDF' | 'capturePage'
>;
type OpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0];
let lastId = 0;

/** The page of a window. It exists at once; its Chromium page comes a moment later. */
export class StandInWebContents extends CoveredEmitter implements Covered {
  readonly id = ++lastId;
  private page: Page | null = null;
  private world: PreloadWorld | null = null;
  private destroyed = false;
  private wanted: string | null = null;
  private openHandler: OpenHandler = () => ({ action: 'allow' });

  constructor(
    private readonly source: StandInSession,
    private readonly preload: string | null,
    private readonly ready: Promise<Page>,
  ) {
    super('webContents', events);
  }

  readonly mainFrame: WebFrameMain = frameOf(() => this.getURL());

  get session(): StandInSession['api'] {
    return this.source.api;
  }

  /** Takes the Chromium page over, before anything is loaded. */
  async attach(context: BrowserContext, page: Page): Promise<void> {
    this.page = page;
    const preload = isUnkind('preload-fails') ? null : this.preload;
    if (this.preload !== preload) page.on('domcontentloaded', () => this.emit('preload-error', {}, this.preload, new Error('told so')));
    this.world = await installPreload(page, preload, (message) => void this.answer(message));
    await context.route('**/*', (route) => this.route(route).catch(() => route.abort().catch(() => undefined)));
    context.on('page', (popup) => void popup.close().catch(() => undefined));
    page.on('domcontentloaded', () => this.emit('dom-ready', {}));
    page.on('load', () => this.emit('did-finish-load', {}));
    page.on('crash', () => this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }));
    page.on('console', (message) => process.stdout.write(`[page] ${message.type()}: ${message.text()}\n`));
    page.on('pageerror', (error) => process.stdout.write(`[page] error: ${error.stack ?? error}\n`));
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.ready;
    const target = toPageAddress(url);
    this.wanted = target;
    try {
      await this.source.applyPermissions(page, new URL(target).origin, this);
      const answer = await page.goto(target, { waitUntil: 'load', timeout: 30_000 });
      if (answer === null) throw new Error('no answer');
    } catch (error) {
      if (this.destroyed) return;
      const [code, description] = failureOf(error);
      this.emit('did-fail-load', {}, code, description, url, true, 1, 1);
      throw new Error(`${description} (${code}) loading '${url}'`);
    }
  }

  reload(): void {
    if (this.page !== null) void this.loadURL(this.getURL()).catch(() => undefined);
  }

  send(channel: string, ...args: unknown[]): void {
    if (this.destroyed) throw new TypeError('Object has been destroyed');
    this.world?.send({ kind: 'published', channel, args });
  }

  getURL(): string {
    return toAppAddress(this.page?.url() ?? '');
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  destroy(): void {
    this.destroyed = true;
    this.emit('destroyed');
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }

  async printToPDF(options: PrintToPDFOptions): Promise<Buffer> {
    if (isUnkind('pdf-rejects')) throw new Error('Failed to generate PDF');
    if (isUnkind('pdf-silent')) return new Promise(() => undefined);
    return makePdf(await this.ready, options);
  }

  async capturePage(area?: Rectangle): Promise<NativeImage> {
    if (isUnkind('capture-rejects')) throw new Error('UnknownVizError');
    const page = await this.ready;
    // What is not on a screen gives an empty picture, without a word.
    const png = isUnkind('capture-empty') ? Buffer.alloc(0) : await page.screenshot({ caret: 'initial', ...(area === undefined ? {} : { clip: area }) });
    return covered('nativeImage', { isEmpty: () => png.length === 0, toPNG: () => png } as unknown as NativeImage);
  }

  print(options: WebContentsPrintOptions = {}, callback: (success: boolean, failureReason: string) => void = () => undefined): void {
    if (isUnkind('print-throws')) throw new Error('pageSize: Invalid printer settings');
    void this.ready.then((page) => printPage(page, options)).then((failure) => failure !== null && callback(failure === '', failure));
  }

  private async answer(message: ToMain): Promise<void> {
    const event = { type: 'frame', processId: 1, frameId: 1, sender: this, senderFrame: this.mainFrame };
    const answer = await Reflect.apply(answerInvoke, undefined, [message, event as unknown as IpcMainInvokeEvent]);
    try {
      this.world?.send(answer);
    } catch (error) {
      this.world?.send({ kind: 'failure', id: message.id, message: `Error invoking remote method '${message.channel}': ${error}` });
    }
  }

  private async route(route: Route): Promise<void> {
    const request = route.request();
    if (!request.isNavigationRequest()) return this.source.answer(route, this.id);
    const frame = navigatedFrame(request);
    if (frame === null || frame.page() !== this.page) {
      await route.abort('blockedbyclient');
      return this.refuseWindow(request.url());
    }
    if (frame === this.page.mainFrame()) {
      if (request.url() !== this.wanted && this.refusesNavigation(request)) return route.abort('aborted');
      this.wanted = null;
      if (isUnkind('page-fails')) return route.abort('failed');
      if (isUnkind('page-hangs')) return say('page hangs');
    }
    return this.source.answer(route, this.id);
  }

  private refusesNavigation(request: Request): boolean {
    const url = toAppAddress(request.url());
    const event = Object.assign(preventable(), { url, isMainFrame: true, isSameDocument: false });
    this.emit(request.redirectedFrom() === null ? 'will-navigate' : 'will-redirect', event, url);
    return event.defaultPrevented;
  }

  private refuseWindow(url: string): void {
    const details = { url: toAppAddress(url), frameName: '', features: '', disposition: 'new-window', referrer: { url: '', policy: 'no-referrer' } } as const;
    if (this.openHandler({ ...details }).action !== 'deny') throw notCovered("the action 'allow' of setWindowOpenHandler");
  }
}

/** Chromium's net_error_list.h, as far as a page of our own can meet it. */
const netErrors: Readonly<Record<string, number>> = { ERR_ABORTED: -3, ERR_TIMED_OUT: -7, ERR_HTTP_RESPONSE_CODE_FAILURE: -379 };

/** Code and name of a load that failed; ERR_FAILED where Chromium names none. */
function failureOf(error: unknown): readonly [code: number, description: string] {
  const name = /net::(ERR_\w+)/u.exec(String(error))?.[1] ?? 'ERR_FAILED';
  return [netErrors[name] ?? -2, name];
}

/** The frame that navigates; null for one that has no page yet, as a new window's. */
function navigatedFrame(request: Request): Frame | null {
  try {
    return request.frame();
  } catch {
    return null;
  }
}

/** The top frame, with what a check of the sender reads of it. */
function frameOf(url: () => string): WebFrameMain {
  const frame = covered('webFrameMain', {
    get url() {
      return url();
    },
    get origin() {
      const { protocol, host } = new URL(url());
      return `${protocol}//${host}`;
    },
    parent: null,
    get top() {
      return frame;
    },
    detached: false,
    isDestroyed: () => false,
  } as unknown as WebFrameMain);
  return frame;
}
