import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchBrowser, openWindow, type RendererWindow, type WindowOptions } from '../../tools/window/renderer-window.ts';

/** The window under test: one at a time, on one browser for the whole file. */
export type TestWindow = {
  readonly open: (options: WindowOptions) => Promise<RendererWindow>;
  /** The one opened last. @throws before the first */
  readonly opened: () => RendererWindow;
};

/** Called once in a file: after each test its window is closed, and must have complained of nothing. */
export function testWindow(): TestWindow {
  let browser: Browser;
  let last: RendererWindow | null = null;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    const tested = last;
    last = null;
    await tested?.page.context().close();
    expect(tested?.complaints).toEqual([]);
  });
  return {
    async open(options) {
      last = await openWindow(browser, options);
      return last;
    },
    opened() {
      if (last === null) throw new Error('No window is open.');
      return last;
    },
  };
}
