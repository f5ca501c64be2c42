import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PageServer, servePage } from '../../tools/gallery/page-server.ts';
import { rendererFolder } from '../../tools/window/renderer-window.ts';
import { testBrowser } from '../support/test-browser.ts';

/** What is seen before the program's scripts, fonts and large style sheet are there. */

const browser = testBrowser();
let server: PageServer;
beforeAll(async () => {
  server = await servePage(rendererFolder);
});
afterAll(() => server?.close());

test.each(['light', 'dark'] as const)('the frame of the window stands without any script, in the colours of the system (%s)', async (colorScheme) => {
  const context = await browser().newContext({ viewport: { width: 1280, height: 800 }, javaScriptEnabled: false, colorScheme });
  const page = await context.newPage();
  await page.goto(`${server.address}/index.html`);
  const box = (selector: string) => page.locator(selector).boundingBox();
  expect(await box('.waiting-header')).toMatchObject({ x: 0, y: 0, width: 1280, height: 52 });
  expect(await box('.waiting-rail')).toMatchObject({ x: 0, y: 52, width: 264, height: 748 });
  expect((await box('.skeleton'))?.width).toBe(760);
  const shades = { light: ['rgb(243, 244, 240)', 'rgb(255, 255, 255)'], dark: ['rgb(18, 22, 28)', 'rgb(27, 33, 41)'] };
  const colour = (selector: string) => page.locator(selector).evaluate((element) => getComputedStyle(element).backgroundColor);
  expect([await colour('.waiting'), await colour('.skeleton')]).toEqual(shades[colorScheme]);
  await context.close();
});

test('the first thing drawn waits for neither the fonts’ style sheet nor the program', async () => {
  const context = await browser().newContext();
  const page = await context.newPage();
  const held: (() => void)[] = [];
  await page.route(/\/index-[^/]*\.(?:css|js)$/u, async (route) => {
    await new Promise<void>((letGo) => held.push(letGo));
    await route.continue();
  });
  await page.goto(`${server.address}/index.html`, { waitUntil: 'commit' });
  await page.waitForFunction(() => performance.getEntriesByName('first-paint').length > 0);
  expect(await page.locator('.waiting-header').isVisible()).toBe(true);
  for (const letGo of held) letGo();
  await context.close();
});
