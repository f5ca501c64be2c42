import { type Browser, chromium } from 'playwright';
import { afterAll, beforeAll, inject } from 'vitest';

/** The browser that all files of a run share: connected to once in a file, with contexts that end with the file. */
export function testBrowser(): () => Browser {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.connect(inject('browserAddress'));
  });
  afterAll(() => browser.close());
  return () => browser;
}
