import type { Browser } from 'playwright';
import { afterAll, beforeAll } from 'vitest';
import { launchBrowser } from '../../tools/window/renderer-window.ts';

/** One browser for the whole file. Not one for the whole run: reached from another process, each answer crosses twice, which costs more than a start. */
export function testBrowser(): () => Browser {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());
  return () => browser;
}
