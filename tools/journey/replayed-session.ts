import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright';
import { lineOf } from '../../main/event-record/record-line.ts';
import { recordLineSchema } from '../../preload/contract/recorded-event.ts';
import type { PrivateSession } from '../shell/private-session.ts';
import { activate, arrive, createDriver, getReleased, logOn, newPins, press, retrieveCertificate } from './journey.ts';
import { launchKaitsu } from './launch.ts';
import { partsOf, zipOf } from './made-bundles.ts';

/** A real session of the program, with pictures taken on the way, and the bundle that its person saved at the end. */

export type Original = {
  /** Where the bundle lies. */
  readonly bundle: string;
  /** By the time at which each was taken. */
  readonly seen: readonly { readonly name: string; readonly at: string; readonly picture: Buffer }[];
};

/** On these nothing was typed, and nothing was opened that is the window's own. */
const sampled: ReadonlySet<string> = new Set([
  'start',
  'locked',
  'awaiting-release',
  'logon-menu',
  'activation-menu',
  'identification',
  'new-pins',
  'one-time-password',
  'certificate-required',
]);

export const windowSize = { width: 1280, height: 800 } as const;

/** Walks through the manual in Japanese, from the lock to the logon. */
export async function walkThrough(session: PrivateSession): Promise<Original> {
  const saveFolder = join(session.home, 'saved');
  mkdirSync(saveFolder);
  const running = await launchKaitsu({ session, language: 'ja', theme: 'light', size: windowSize, saveFolder });
  const seen: Original['seen'][number][] = [];
  const look = async (name: string): Promise<void> => {
    await running.page.mouse.move(0, 0);
    // What Chromium painted anew in part alone is at its edges one step of 255 off what it paints whole: so it is painted whole.
    await running.page.setViewportSize({ ...windowSize, height: windowSize.height + 1 });
    await stands(running.page);
    await running.page.setViewportSize(windowSize);
    await stands(running.page);
    seen.push({ name, at: new Date().toISOString(), picture: await pictureOf(running.page, { x: 0, y: 0, ...windowSize }) });
  };
  const driver = createDriver(running.page, 'ja', async (name) => (sampled.has(name) ? look(name) : undefined));
  try {
    await getReleased(driver);
    await activate(driver);
    await retrieveCertificate(driver);
    await look('certificate-ready');
    await logOn(driver, newPins.logon);
    await arrive(driver, 'loggedOn');
    await look('logged-on');
    await running.page.evaluate(() => window.kaitsu?.bundle.open());
    await press(driver, driver.text.bundle.save);
    const saved = () => readdirSync(saveFolder).some((name) => name.endsWith('.zip'));
    while (!saved()) await running.page.evaluate(() => new Promise(requestAnimationFrame));
  } finally {
    await running.close().catch(() => running.kill());
  }
  return { bundle: join(saveFolder, readdirSync(saveFolder).find((name) => name.endsWith('.zip')) ?? ''), seen };
}

/** Fonts are there and what changed is drawn. */
async function stands(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((next) => requestAnimationFrame(next));
    do {
      await document.fonts.ready;
      await frame();
    } while (document.fonts.status !== 'loaded' || document.getAnimations().some(({ playState }) => playState === 'running'));
    await frame();
  });
}

/** What is seen of a page, as PNG. */
async function pictureOf(page: Page, clip: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }): Promise<Buffer> {
  const devtools = await page.context().newCDPSession(page);
  try {
    const { data } = await devtools.send('Page.captureScreenshot', { format: 'png', clip: { ...clip, scale: 1 } });
    return Buffer.from(data, 'base64');
  } finally {
    await devtools.detach();
  }
}

/**
 * A bundle of so many events: those of a real one, its run again and again, each time a day later. What a program publishes as it
 * begins is large and stands in it once a run.
 */
export function longBundle(original: string, count: number, folder: string): string {
  const text = strFromU8(unzipSync(readFileSync(original))['events.jsonl'] ?? new Uint8Array());
  const lines = text
    .split('\n')
    .slice(0, -1)
    .map((line) => recordLineSchema.parse(JSON.parse(line)));
  const first = Date.parse(lines[0]?.at ?? '');
  const bodies = lines.map(({ at, event }) => ({ after: Date.parse(at) - first, event, isLarge: JSON.stringify(event).length > 700 }));
  const begin = bodies.findIndex(({ event }) => event.kind === 'request');
  const once = bodies.slice(0, begin);
  const again = bodies.slice(begin).filter(({ event, isLarge }) => !isLarge && event.kind !== 'programStarted' && event.kind !== 'programEnded');
  const made: string[] = [];
  const day = 24 * 60 * 60_000;
  for (let round = 0; made.length < count; round += 1) {
    for (const { after, event } of [...(round === 0 ? once : []), ...again]) {
      if (made.length === count) break;
      made.push(`${lineOf(made.length + 1, new Date(first + round * day + after), event)}\n`);
    }
  }
  const path = join(folder, `long-${count}.zip`);
  if (!existsSync(path)) writeFileSync(path, zipOf(partsOf(made.join(''))));
  return path;
}

/** @returns from the press on the button until the first moment stands there, in milliseconds */
export async function openingTime(page: Page): Promise<number> {
  await page.locator('.replay-frame[data-page="there"]').waitFor({ state: 'attached' });
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const begun = performance.now();
        new MutationObserver((_records, observer) => {
          if (document.querySelector('.support:not([hidden])[data-replay="ready"]') === null) return;
          observer.disconnect();
          requestAnimationFrame(() => resolve(Math.round(performance.now() - begun)));
        }).observe(document.body, { subtree: true, childList: true, attributes: true });
        document.querySelector<HTMLElement>('.support:not([hidden]) .support-header > .button')?.click();
      }),
  );
}

type Frames = { readonly frames: number; readonly dropped: number };

/** @returns what requestAnimationFrame tells of four seconds without anything, and of four with a pointer that goes through all of the timeline and back */
export async function scrubbed(page: Page): Promise<{ readonly idle: Frames; readonly moving: Frames }> {
  const box = await page.getByRole('slider').boundingBox();
  if (box === null) throw new Error('There is no timeline.');
  const y = box.y + 10;
  const idle = await framesOf(page);
  await page.mouse.move(box.x + 1, y);
  await page.mouse.down();
  const counting = framesOf(page);
  await page.mouse.move(box.x + box.width - 1, y, { steps: 150 });
  await page.mouse.move(box.x + 1, y, { steps: 150 });
  const moving = await counting;
  await page.mouse.up();
  return { idle, moving };
}

/** At 60 Hz; a frame that comes a whole one late was dropped. */
function framesOf(page: Page): Promise<Frames> {
  return page.evaluate(
    (wanted) =>
      new Promise<Frames>((resolve) => {
        let [frames, dropped, last] = [0, 0, 0];
        const next = (now: number): void => {
          if (last > 0) dropped += Math.max(0, Math.round((now - last) / (1_000 / 60)) - 1);
          last = now;
          frames += 1;
          if (frames > wanted) resolve({ frames: wanted, dropped });
          else requestAnimationFrame(next);
        };
        requestAnimationFrame(next);
      }),
    240,
  );
}

type Replayed = { readonly session: PrivateSession; readonly bundle: string; readonly events: number };

/** Starts the support mode in Japanese; the file that a person would choose there is a bundle of so many events. */
export async function replayInSupportMode({ session, bundle, events }: Replayed, work: (page: Page) => Promise<void>): Promise<void> {
  const chosen = longBundle(bundle, events, session.home);
  const running = await launchKaitsu({ session, switches: ['--support', '--lang=ja'], size: windowSize, env: { KAITSU_SHELL_OPEN_FILE: chosen } });
  running.page.setDefaultTimeout(60_000);
  try {
    await work(running.page);
  } finally {
    await running.close().catch(() => running.kill());
  }
}
