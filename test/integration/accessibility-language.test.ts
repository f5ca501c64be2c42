import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { firstScenes, tellingScenes } from '../../tools/gallery/scenes/all.ts';
import { walkScenes } from '../../tools/gallery/walk.ts';
import { testBrowser } from '../support/test-browser.ts';

const browser = testBrowser();

/** Texts in Japanese letters that stand in an element said to be of another language: what a screen reader would mumble. What somebody typed is theirs. */
const unmarked = (page: Page) =>
  page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const parent = node.parentElement;
      if (parent === null || parent.closest('script, style, textarea, [role="img"], option') !== null) continue;
      const lang = parent.closest('[lang]')?.getAttribute('lang');
      if (/[\u3040-\u30ff\u4e00-\u9fff]/u.test(node.textContent ?? '') && lang !== 'ja')
        found.push(`${parent.tagName}.${parent.className} in ${parent.parentElement?.className}: ${node.textContent}`);
    }
    return found;
  });

describe('what a screen reader is told of languages (WCAG 3.1.1 and 3.1.2)', () => {
  it.each([
    ['en', tellingScenes],
    ['ko', firstScenes],
  ] as const)("every Japanese word of the bank's is marked as Japanese in a window in %s", async (language, scenes) => {
    const found = await walkScenes(browser(), { language, scenes }, async (page, { broken }) => {
      const said = await page.locator('html').getAttribute('lang');
      // Where the preferences could not be read, nobody knows the window's language.
      return [...(said === language || broken !== undefined ? [] : [`the page says to be in ${said}`]), ...(await unmarked(page))];
    });
    expect(found).toEqual([]);
  });
});
