import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { Browser } from 'playwright';
import { build, mergeConfig, type UserConfig } from 'vite';
import { contentSecurityPolicy } from '../../main/window/app-protocol.ts';
import { snapshotOf } from '../../renderer/help/samples/procedure.ts';
import configOf from '../../vite.config.ts';
import { catalogues } from '../window/catalogues.ts';
import { installFakeMain } from '../window/fake-main.ts';
import { launchBrowser, setUpOf } from '../window/renderer-window.ts';
import { states } from '../window/snapshots.ts';
import { type Comparison, inTurns } from './table.ts';

const rounds = 15;
const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' };

/**
 * From the start of the navigation until the first screen's button can be pressed, against a page of React
 * with one button: built alike, served alike, in the same browser, nothing in its cache.
 * @param root the project's folder, in which the window is built already
 */
export async function compareColdLoad(root: string): Promise<readonly Comparison[]> {
  const empty = mkdtempSync(join(tmpdir(), 'kaitsu-bench-page-'));
  const browser = await launchBrowser();
  try {
    await buildEmptyPage(empty);
    const [window, blank] = await Promise.all([serve(join(root, 'out', 'app', 'renderer')), serve(empty)]);
    const paints: { readonly ours: number[]; readonly other: number[] } = { ours: [], other: [] };
    const timed = async (address: string, label: string, into: number[]) => {
      const { ready, painted } = await load(browser, address, label);
      into.push(painted);
      return ready;
    };
    const [ours, other] = await inTurns(
      rounds,
      () => timed(window.address, catalogues.ja.screens.start.choices.lockedOut.label, paints.ours),
      () => timed(blank.address, 'Go on', paints.other),
    );
    window.server.close();
    blank.server.close();
    const blankPage = 'an empty page of React';
    return [
      {
        what: 'Cold load of the page until its button can be pressed',
        unit: 'ms',
        ours: { name: "Kaitsu's first screen, in Chromium", values: ours },
        other: { name: blankPage, values: other },
      },
      {
        what: 'Cold load of the page until the first paint',
        unit: 'ms',
        ours: { name: "the frame of Kaitsu's window, without a word", values: paints.ours },
        other: { name: blankPage, values: paints.other },
      },
    ];
  } finally {
    await browser.close();
    rmSync(empty, { recursive: true, force: true });
  }
}

/** With the window's own settings. */
async function buildEmptyPage(outDir: string): Promise<void> {
  const own: UserConfig = await configOf({ mode: 'production', command: 'build' });
  const page = { root: join(import.meta.dirname, 'empty-page'), build: { outDir }, logLevel: 'error' as const };
  await build({ ...mergeConfig(own, page), configFile: false, mode: 'production' });
}

/** The page by HTTP on loopback under the window's policy. */
async function serve(folder: string): Promise<{ readonly server: Server; readonly address: string }> {
  const server = createServer(async ({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://127.0.0.1');
    const body = await readFile(join(folder, pathname)).catch(() => null);
    const type = types[extname(pathname)] ?? 'text/plain';
    response.writeHead(body === null ? 404 : 200, { 'content-type': type, 'content-security-policy': contentSecurityPolicy }).end(body ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { server, address: `http://127.0.0.1:${address.port}/index.html` };
}

/** Loads a page in a context of its own, so that nothing is cached. @returns milliseconds by the page's own clock */
async function load(browser: Browser, address: string, label: string): Promise<{ readonly ready: number; readonly painted: number }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(installFakeMain, setUpOf({ snapshot: snapshotOf(states.start) }));
    await page.addInitScript(noteWhenReady, label);
    await page.goto(address, { waitUntil: 'commit' });
    const ready = await page.waitForFunction(() => Number(document.documentElement.dataset.ready ?? 0));
    const painted = await page.waitForFunction(() => performance.getEntriesByName('first-paint')[0]?.startTime ?? 0);
    return { ready: await ready.jsonValue(), painted: await painted.jsonValue() };
  } finally {
    await context.close();
  }
}

/** Runs in the page: notes when the button is there, enabled, and drawn. */
function noteWhenReady(label: string): void {
  const look = (): void => {
    const found = [...document.querySelectorAll('button')].some(
      (button) => button.textContent?.startsWith(label) && !button.disabled && button.ariaDisabled !== 'true',
    );
    if (found) document.documentElement.dataset.ready = String(performance.now());
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
