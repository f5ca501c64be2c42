import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyScreen, show } from '../support/every-screen.ts';
import { launchBrowser, openWindow } from '../support/renderer-window.ts';
import { snapshotOf, states } from '../support/snapshots.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Texts in Japanese letters that stand in an element said to be of another language: what a screen reader would mumble. */
const unmarked = (page: Page) =>
  page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const parent = node.parentElement;
      if (parent === null || parent.closest('script, style, [role="img"], option') !== null) continue;
      const lang = parent.closest('[lang]')?.getAttribute('lang');
      if (/[\u3040-\u30ff\u4e00-\u9fff]/u.test(node.textContent ?? '') && lang !== 'ja')
        found.push(`${parent.tagName}.${parent.className} in ${parent.parentElement?.className}: ${node.textContent}`);
    }
    return found;
  });

describe('what a screen reader is told of languages (WCAG 3.1.1 and 3.1.2)', () => {
  it.each(['en', 'ko'] as const)("every Japanese word of the bank's is marked as Japanese in a window in %s", async (language) => {
    const found = new Set<string>();
    const opened = await openWindow(browser, { snapshot: snapshotOf(states.locked), preferences: { language, theme: 'light' } });
    for (const screen of everyScreen) {
      await show(opened, screen);
      expect(await opened.page.locator('html').getAttribute('lang'), screen.name).toBe(language);
      for (const each of await unmarked(opened.page)) found.add(`${screen.name}: ${each}`);
    }
    await opened.page.context().close();
    expect([...found]).toEqual([]);
  });
});
