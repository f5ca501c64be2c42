import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { languages } from '../../preload/contract/preferences.ts';
import { findBrokenWords, findLostEntry, findOutOfSight } from '../../tools/gallery/budget.ts';
import { settle } from '../../tools/gallery/presenting.ts';
import { allScenes, screenScenes, tellingScenes } from '../../tools/gallery/scenes/all.ts';
import type { Scene } from '../../tools/gallery/scenes/scene.ts';
import { walkScenes } from '../../tools/gallery/walk.ts';
import { testBrowser } from '../support/test-browser.ts';

/** A worried person never has to look for the field, for what is left of the attempts, or for the button. */
const browser = testBrowser();

const sizes = [
  { width: 1280, height: 800 },
  { width: 1024, height: 700 },
] as const;

/** Where somebody has scrolled, unfolded or opened something, the rest may be out of sight. */
const asItComes = ({ name, screen, broken }: Scene): boolean =>
  broken === undefined && !/-(?:end|saved|unfolded|details|whole)$/u.test(name) && screen !== 'practice-panel' && screen !== 'software-keyboard';

describe('without scrolling', () => {
  it.each(languages)('the next entry, the attempts left and the next action are in sight, and no heading or button breaks a word, in %s', async (language) => {
    const look = async (page: Page) => {
      const found: string[] = [];
      for (const size of sizes) {
        await page.setViewportSize(size);
        await page.evaluate(settle);
        const seen = [...(await page.evaluate(findOutOfSight)), ...(await page.evaluate(findBrokenWords, language))];
        found.push(...seen.map((fault) => `${size.width}: ${fault}`));
      }
      await page.setViewportSize(sizes[0]);
      return found;
    };
    // A problem's frame is the same for every code: where the longest of each screen stand, the others do, too.
    const scenes = language === 'ja' ? allScenes : screenScenes;
    expect(await walkScenes(browser(), { language, scenes: scenes.filter(asItComes) }, look)).toEqual([]);
  });

  it.each(languages)(
    'enlarged twice, the entry that one goes to is in sight with its fault, and no heading or button breaks a word, in %s',
    async (language) => {
      const look = async (page: Page) => [...(await page.evaluate(findLostEntry)), ...(await page.evaluate(findBrokenWords, language))];
      const scenes = tellingScenes.filter(asItComes);
      const context = { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 };
      expect(await walkScenes(browser(), { language, scenes, context }, look)).toEqual([]);
    },
  );
});
