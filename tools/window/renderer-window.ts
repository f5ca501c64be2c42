import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright';
import { contentSecurityPolicy } from '../../main/window/app-protocol.ts';
import type { PublishedBank } from '../../preload/contract/bank.ts';
import { contract } from '../../preload/contract/contract.ts';
import type { ProcedureSnapshot } from '../../preload/contract/procedure.ts';
import type { UsersState } from '../../preload/contract/users.ts';
import { usualPreferences } from '../../renderer/reproduction/samples/published.ts';
import { findChromium, sameLetters } from '../shell/electron/chromium.ts';
import { type FakeCall, type FakeMain, type FakeSetUp, installFakeMain } from './fake-main.ts';
import { type Chosen, publishedStates, type Shown, usualAnswers } from './published.ts';

/** The window's real, bundled page in Chromium, under its real policy, with a fake main behind window.kaitsu. */
export type RendererWindow = {
  readonly page: Page;
  /** Errors on the console, uncaught errors, refusals of the policy. */
  readonly complaints: readonly string[];
  readonly publish: (snapshot: ProcedureSnapshot) => Promise<void>;
  readonly publishUsers: (users: UsersState) => Promise<void>;
  readonly prefer: (preferences: Chosen) => Promise<void>;
  /** What the person asked for, without what the window tells of itself. */
  readonly calls: () => Promise<readonly FakeCall[]>;
  /** Sets the answer of a request, e.g. "procedure.identify". */
  readonly answer: (name: string, answer: unknown) => Promise<void>;
  /** Holds the answers of a request back until let go. */
  readonly hold: (name: string) => Promise<void>;
  readonly letGo: (name: string) => Promise<void>;
};

export type WindowOptions = Shown & {
  readonly preferences?: Chosen;
  readonly bank?: PublishedBank;
  readonly broken?: FakeSetUp['broken'];
  readonly context?: BrowserContextOptions;
  /** Called before the page is opened, e.g. to install a clock. */
  readonly before?: (page: Page) => Promise<void>;
};

declare global {
  interface Window {
    readonly fakeMain: FakeMain;
  }
}

const origin = 'https://renderer.invalid';
/** Where the bundled page lies. */
export const rendererFolder = join(import.meta.dirname, '../../out/app/renderer');
const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' };

/** @throws Error when the page was not bundled yet */
export async function launchBrowser(args: readonly string[] = []): Promise<Browser> {
  if (!existsSync(join(rendererFolder, 'index.html'))) throw new Error('The window is not bundled: run npm run build first.');
  return chromium.launch({
    executablePath: findChromium(process.env, false),
    args: [sameLetters, ...args, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
}

/** Opens the window and waits for its first screen. */
export async function openWindow(browser: Browser, options: WindowOptions): Promise<RendererWindow> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options.context });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.route('**/*', async (route) => {
    const path = new URL(route.request().url()).pathname;
    const body = await readFile(join(rendererFolder, path)).catch(() => null);
    if (body === null) return route.fulfill({ status: 404, body: '' });
    return route.fulfill({ body, contentType: types[extname(path)] ?? 'text/plain', headers: { 'content-security-policy': contentSecurityPolicy } });
  });
  await page.addInitScript(installFakeMain, setUpOf(options));
  await options.before?.(page);
  await page.goto(`${origin}/index.html`);
  // Not the heading of the page that waits for states and texts, unless they never come.
  const first = options.broken === 'silent' ? '.waiting h1' : 'h1:not(.waiting h1)';
  await page.locator(first).first().waitFor({ state: 'attached' });
  return {
    page,
    complaints,
    publish: (snapshot) => page.evaluate((value) => window.fakeMain.publish('procedure', value), snapshot),
    publishUsers: (users) => page.evaluate((value) => window.fakeMain.publish('users', value), users),
    prefer: (preferences) => page.evaluate((value) => window.fakeMain.publish('preferences', value), { ...usualPreferences, ...preferences }),
    calls: () => page.evaluate(() => window.fakeMain.calls.filter(({ name }) => name !== 'window.noteEntry')),
    answer: (name, answer) => page.evaluate(([key, value]) => void Object.assign(window.fakeMain.answers, { [key]: value }), [name, answer] as const),
    hold: (name) => page.evaluate((key) => void Object.assign(window.fakeMain.held, { [key]: null }), name),
    letGo: (name) => page.evaluate((key) => window.fakeMain.held[key]?.(), name),
  };
}

/** What the fake main is installed with. */
export function setUpOf(options: WindowOptions): FakeSetUp {
  return {
    requests: Object.fromEntries(Object.entries(contract.requests).map(([group, names]) => [group, Object.keys(names)])),
    states: publishedStates(options, options.preferences, options.bank),
    answers: usualAnswers,
    broken: options.broken ?? null,
  };
}
