import type { Browser } from 'playwright';
import type { DescribedWindow } from '../../preload/contract/full-code/described-window.ts';
import type { Language } from '../../preload/contract/preferences.ts';
import type { ReproducedBank } from '../../renderer/reproduction/reproduce.ts';
import type { Reproduction } from '../../renderer/reproduction/reproduction.tsx';
import { looks } from './looks.ts';
import { openStill } from './stage.ts';

/** The page on which a full code is drawn again, as the support mode's frame has it, in the gallery's usual window. */
export type ReproductionStage = {
  readonly show: (described: DescribedWindow, bank: ReproducedBank) => Promise<void>;
  /** What is seen, as PNG. */
  readonly picture: () => Promise<Buffer>;
  readonly close: () => Promise<void>;
};

declare global {
  interface Window {
    reproduction?: Reproduction;
  }
}

/** @param address where the page is served */
export async function openReproductionStage(browser: Browser, address: string, language: Language): Promise<ReproductionStage> {
  const context = await openStill(browser, language);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const [{ width, height, scale }] = looks;
  await session.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: scale, mobile: false });
  await page.goto(`${address}/reproduction.html`);
  return {
    async show(described, bank) {
      await page.evaluate(([what, whose]) => window.reproduction?.show(what, whose), [described, bank] as const);
    },
    async picture() {
      const { data } = await session.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true });
      return Buffer.from(data, 'base64');
    },
    close: () => context.close(),
  };
}
