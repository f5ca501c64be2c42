import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWindowCode } from '../../preload/contract/full-code/window-code.ts';
import { type Language, languages } from '../../preload/contract/preferences.ts';
import { type PageServer, servePage } from '../../tools/gallery/page-server.ts';
import { openReproductionStage, type ReproductionStage } from '../../tools/gallery/reproduction-stage.ts';
import { allScenes, firstScenes, tellingScenes } from '../../tools/gallery/scenes/all.ts';
import type { Scene } from '../../tools/gallery/scenes/scene.ts';
import { openStage, type Stage } from '../../tools/gallery/stage.ts';
import { rendererFolder } from '../../tools/window/renderer-window.ts';
import { practiceBank, releaseRequest } from '../../tools/window/snapshots.ts';
import { testBrowser } from '../support/test-browser.ts';

/**
 * What a customer reads out is what support has before them: the full code of a scene, off its very window, is drawn again
 * to the last pixel. Every scene is asked where KAITSU_EVERY_SCENE is set; else the screens on which nothing is entered.
 * That the published values come back is asked of every scene by test/unit/full-code-scenes.test.ts.
 */
const browser = testBrowser();
let server: PageServer;
beforeAll(async () => {
  server = await servePage(rendererFolder);
});
afterAll(() => server?.close());

const { layout } = releaseRequest();

/** The full code of what is shown; whatever stands before it stays. */
async function readCode(stage: Stage): Promise<string> {
  const page = stage.page();
  await page.locator('.footer-code').evaluate((button: HTMLElement) => button.click());
  const code = page.locator('.screen-code-dialog .screen-code-large').nth(1);
  const text = await code.textContent();
  await page.locator('.screen-code-dialog .dialog-actions .button').evaluate((button: HTMLElement) => button.click());
  await code.waitFor({ state: 'detached' });
  // The focus comes back to the code, and would be seen in the next scene.
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  return text ?? '';
}

/** @returns why the scene is not the same again; null where it is */
async function lostOf(scene: Scene, stage: Stage, again: ReproductionStage): Promise<string | null> {
  await stage.show(scene);
  await stage.page().mouse.move(0, 0);
  const seen = await stage.picture();
  const read = readWindowCode(await readCode(stage));
  if (read.kind !== 'read') return `${scene.name}: ${read.kind}`;
  await again.show(read.described, { bank: scene.bank?.(practiceBank) ?? practiceBank, layouts: { release: layout, reissue: layout } });
  return (await again.picture()).equals(seen) ? null : `${scene.name}: another picture`;
}

const every = process.env.KAITSU_EVERY_SCENE !== undefined;
/** Where a focus, a scroll or an answer is waited for, the last pixels still differ from run to run. */
const settling: ReadonlySet<Scene['screen']> = new Set(['bank-file', 'resume', 'screen-code', 'practice-panel']);
const stands = ({ screen, prepare, snapshot, users }: Scene): boolean =>
  !settling.has(screen) &&
  prepare === undefined &&
  !('phase' in snapshot.state && snapshot.state.phase === 'editing') &&
  (users === undefined || !('phase' in users));
const scenesOf = (language: Language): readonly Scene[] => {
  const asked = every ? allScenes : (language === 'ja' ? tellingScenes : firstScenes).filter(stands);
  // A window without its states has no code: it says so in every language. Of the hand-over record the screen below it is told.
  return asked.filter(({ broken, screen, complains }) => broken === undefined && screen !== 'hand-over' && complains === undefined);
};

describe('a full code brings back the picture', () => {
  it.each(languages)('of every screen, in %s', { timeout: 1_200_000 }, async (language) => {
    const stage = await openStage(browser(), server.address, language);
    const again = await openReproductionStage(browser(), server.address, language);
    const lost: string[] = [];
    for (const scene of scenesOf(language)) {
      const why = await lostOf(scene, stage, again).catch((error: unknown) => `${scene.name}: ${String(error)}`);
      if (why !== null) lost.push(why);
    }
    await Promise.all([stage.close(), again.close()]);
    expect(lost).toEqual([]);
  });
});
