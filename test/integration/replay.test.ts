import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordLineSchema } from '../../preload/contract/recorded-event.ts';
import { launchKaitsu, type Running } from '../../tools/journey/launch.ts';
import { type PrivateSession, startPrivateSession } from '../../tools/shell/private-session.ts';
import { longBundle, type Original, pictureOf, walkThrough, windowSize } from './replay-session.ts';
import { strFromU8, unzipSync } from 'fflate';

/** A customer's session drawn again from the bundle that they saved: the real bundles, on Electron or the stand-in. */

const out = join('out', 'replay');
let session: PrivateSession;
let original: Original;
beforeAll(async () => {
  mkdirSync(out, { recursive: true });
  session = await startPrivateSession('replay');
  original = await walkThrough(session);
}, 240_000);
afterAll(async () => {
  await session?.stop();
});

const large = { width: 2360, height: 1500 } as const;

async function withReplay(bundle: string, size: { readonly width: number; readonly height: number }, work: (running: Running) => Promise<void>): Promise<void> {
  const saveFolder = join(session.home, 'reports');
  mkdirSync(saveFolder, { recursive: true });
  const running = await launchKaitsu({ session, switches: [`--support-file=${bundle}`, '--lang=ja'], size, saveFolder });
  running.page.setDefaultTimeout(60_000);
  try {
    await running.page.locator('[data-replay="ready"]').waitFor();
    await work(running);
  } finally {
    await running.close().catch(() => running.kill());
  }
}

/** The number of the last event before each picture was taken. */
function numbersOf({ bundle, seen }: Original): readonly { readonly name: string; readonly number: number; readonly picture: Buffer }[] {
  const times = strFromU8(unzipSync(readFileSync(bundle))['events.jsonl'] ?? new Uint8Array())
    .split('\n')
    .slice(0, -1)
    .map((line) => recordLineSchema.parse(JSON.parse(line)).at);
  return seen.map(({ name, at, picture }) => ({ name, picture, number: times.filter((time) => time <= at).length }));
}

describe('a replay', () => {
  test('draws, at ten moments, the same pixels as the window did then, wherever one comes from', async () => {
    const moments = numbersOf(original);
    expect(moments.length).toBeGreaterThanOrEqual(10);
    await withReplay(original.bundle, large, async ({ page }) => {
      const slider = page.getByRole('slider');
      const goTo = async (number: number) => {
        await slider.focus();
        await page.keyboard.press('Home');
        for (let at = 1; at < number; at += 1) await page.keyboard.press('ArrowRight');
        await expect.poll(() => slider.getAttribute('aria-valuenow')).toBe(String(number));
        await page.mouse.move(0, 0);
        await page.evaluate(async () => {
          const inside = document.querySelector<HTMLIFrameElement>('.replay-frame iframe')?.contentWindow;
          await inside?.reproduction?.settled();
        });
      };
      const wrong: string[] = [];
      for (const { name, number, picture } of [...moments, ...moments.toReversed()]) {
        await goTo(number);
        const box = await page.locator('.replay-frame iframe').boundingBox();
        const again = await pictureOf(page, { x: box?.x ?? 0, y: box?.y ?? 0, ...windowSize });
        if (again.equals(picture)) continue;
        wrong.push(`${name} at ${number}`);
        writeFileSync(join(out, `${name}-was.png`), picture);
        writeFileSync(join(out, `${name}-again.png`), again);
      }
      await page.screenshot({ path: join(out, 'large.png') });
      expect(wrong).toEqual([]);
    });
  });
});
