import type { BrowserContextOptions, Locator, Page } from 'playwright';
import { PNG } from 'pngjs';
import decodeQR from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { codeSymbols } from '../../preload/contract/full-code/symbols.ts';
import { readWindowCode } from '../../preload/contract/full-code/window-code.ts';
import { type Language, languages } from '../../preload/contract/preferences.ts';
import { snapshotOf } from '../../renderer/help/samples/procedure.ts';
import { catalogues } from '../../tools/window/catalogues.ts';
import { states } from '../../tools/window/snapshots.ts';
import { testWindow } from '../support/test-window.ts';

const { ja } = catalogues;
const copied = async (page: Page) => {
  await page.context().grantPermissions(['clipboard-read']);
  return page.evaluate(() => navigator.clipboard.readText());
};
const focusedName = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));

describe('the screen code at the foot of the window', () => {
  const { open, opened } = testWindow();

  it('is opened large by key, and Escape or the button gives the focus back to it', async () => {
    const { page } = await open({ snapshot: snapshotOf(states.newPins) });
    const foot = page.getByRole('contentinfo').getByRole('button', { name: ja.screenCode.open('2-4') });
    const dialog = page.getByRole('dialog', { name: ja.screenCode.title });
    for (const close of [() => page.keyboard.press('Escape'), () => dialog.getByRole('button', { name: ja.common.close }).press('Enter')]) {
      await foot.focus();
      await page.keyboard.press('Enter');
      await dialog.getByText('2-4', { exact: true }).waitFor();
      await close();
      await dialog.waitFor({ state: 'detached' });
      await expect.poll(() => focusedName(page)).toBe(ja.screenCode.open('2-4'));
    }
  });

  it('is copied without any permission, and it is said what was copied', async () => {
    const { page } = await open({ snapshot: snapshotOf(states.newPins) });
    await page.locator('.footer-code').click();
    await page.getByRole('dialog').getByRole('button', { name: ja.stop.copyCode }).click();
    await page.getByRole('dialog').getByRole('status').getByText(ja.screenCode.copied('2-4')).waitFor();
    expect(await copied(page)).toBe('2-4');
  });

  it('stays as it is while it is read out, whatever the screen behind it becomes', async () => {
    const { page } = await open({ snapshot: snapshotOf(states.newPins) });
    await page.locator('.footer-code').click();
    await page.getByRole('dialog').getByText('2-4', { exact: true }).waitFor();
    await opened().publish(snapshotOf(states.oneTimePassword));
    await page.locator('.footer-code', { hasText: '2-5' }).waitFor();
    expect(await page.getByRole('dialog').getByText('2-4', { exact: true }).isVisible()).toBe(true);
  });
});

describe('the full code', () => {
  const { open } = testWindow();
  type Asked = { readonly language?: Language; readonly theme?: 'light' | 'dark'; readonly context?: BrowserContextOptions };

  /** The new PINs' window, with the dialog of its full code open. */
  const openFull = async ({ language = 'ja', theme = 'light', context = {} }: Asked, look: (page: Page, dialog: Locator, code: string) => Promise<void>) => {
    const { page } = await open({ snapshot: snapshotOf(states.newPins), preferences: { language, theme }, context });
    await page.locator('.footer-code').click();
    const dialog = page.getByRole('dialog', { name: catalogues[language].screenCode.title });
    await dialog.waitFor();
    await look(page, dialog, (await dialog.locator('.screen-code-large').nth(1).textContent()) ?? '');
  };

  it.each(languages)('is shown in fours and read aloud symbol by symbol, in %s', async (language) => {
    const { aids, group } = catalogues[language].screenCode;
    await openFull({ language }, async (_page, dialog, code) => {
      expect(readWindowCode(code)).toMatchObject({ kind: 'read', described: { language, shown: { screen: 'new-pins' } } });
      for (const [index, symbols] of code.split('-').entries()) {
        const spoken = await dialog
          .getByRole('list', { name: group(index + 1) })
          .getByRole('listitem')
          .allTextContents();
        const expected = [...symbols].map((symbol, place) => `${4 * index + place + 1}${symbol} ${aids[codeSymbols.find((each) => each === symbol) ?? 0]}`);
        expect(spoken.map((words) => words.replaceAll('\u200B', ''))).toEqual(expected);
      }
    });
  });

  it.each(['light', 'dark'] as const)('can be scanned in the %s look', async (theme) => {
    await openFull({ theme, context: { colorScheme: theme, deviceScaleFactor: 2 } }, async (page, _dialog, code) => {
      const qr = page.getByRole('img', { name: ja.screenCode.qr });
      // With what stands around it: a camera sees that, too.
      const box = await qr.boundingBox();
      if (box === null) throw new Error('no QR code is drawn');
      const clip = { x: box.x - 16, y: box.y - 16, width: box.width + 32, height: box.height + 32 };
      const { width, height, data } = PNG.sync.read(await page.screenshot({ clip }));
      expect(decodeQR({ width, height, data })).toBe(code);
    });
  });

  it('is copied as it is shown', async () => {
    await openFull({}, async (page, dialog, code) => {
      await dialog.getByRole('button', { name: ja.screenCode.copyFull }).click();
      await dialog.getByRole('status').getByText(ja.screenCode.copied(code)).waitFor();
      expect(await copied(page)).toBe(code);
    });
  });

  it.each(languages)('is whole in a window of 512 by 350 px, in %s: nothing runs out at the side, and the end can be reached', async (language) => {
    await openFull({ language, context: { viewport: { width: 512, height: 350 } } }, async (page, dialog) => {
      const out = await dialog.evaluate((frame) =>
        [...frame.querySelectorAll('*')].filter((element) => element.getBoundingClientRect().right > window.innerWidth).map((element) => element.className),
      );
      expect(out).toEqual([]);
      const close = dialog.getByRole('button', { name: catalogues[language].common.close });
      await close.focus();
      expect((await close.boundingBox())?.y).toBeLessThan(350);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(512);
    });
  });
});
