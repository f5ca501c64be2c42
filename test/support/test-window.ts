import { afterEach, expect } from 'vitest';
import { openWindow, type RendererWindow, type WindowOptions } from '../../tools/window/renderer-window.ts';
import { testBrowser } from './test-browser.ts';

/** The window under test: one at a time, each in a context of its own. */
export type TestWindow = {
  readonly open: (options: WindowOptions) => Promise<RendererWindow>;
  /** The one opened last. @throws before the first */
  readonly opened: () => RendererWindow;
};

/** Called once in a file: after each test its window is closed, and must have complained of nothing. */
export function testWindow(): TestWindow {
  const browser = testBrowser();
  let last: RendererWindow | null = null;
  afterEach(async () => {
    const tested = last;
    last = null;
    await tested?.page.context().close();
    expect(tested?.complaints).toEqual([]);
  });
  return {
    async open(options) {
      last = await openWindow(browser(), options);
      return last;
    },
    opened() {
      if (last === null) throw new Error('No window is open.');
      return last;
    },
  };
}
