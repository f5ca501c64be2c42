import type { BrowserContext, Page } from 'playwright';
import type { Language } from '../../preload/contract/preferences.ts';
import { snapshotOf } from '../../renderer/help/samples/procedure.ts';
import { installFakeMain } from '../window/fake-main.ts';
import { setUpOf } from '../window/renderer-window.ts';
import { states } from '../window/snapshots.ts';
import type { Look } from './looks.ts';
import { settle } from './presenting.ts';
import type { Scene } from './scenes/scene.ts';

/** A page behind which a fake main stands; a broken one shows what it shows by itself. */
export type StagePage = {
  readonly page: Page;
  readonly address: string;
  readonly broken: Scene['broken'];
  resize(look: Look): Promise<void>;
  /** Makes the window as high as its content. */
  makeRoom(look: Look): Promise<void>;
  /** What is seen, as PNG. */
  picture(): Promise<Buffer>;
  /** One part of it, by its CSS selector, as PNG. */
  cutOut(part: string): Promise<Buffer>;
};

/**
 * @param address of the window's document
 * @param complaints gets what the page complains of
 */
export async function openStagePage(
  context: BrowserContext,
  address: string,
  { broken }: Pick<Scene, 'broken'>,
  complaints: string[],
  language: Language,
): Promise<StagePage> {
  const page = await context.newPage();
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  const snapshot = snapshotOf(states.logonMenu);
  await page.addInitScript(installFakeMain, setUpOf({ snapshot, preferences: { language, theme: 'light' }, broken: broken ?? null }));
  const session = await context.newCDPSession(page);
  await page.goto(address);

  const resize = async ({ width, height, scale }: Look) => {
    await session.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: scale, mobile: false });
  };
  return {
    page,
    address,
    broken,
    resize,
    async makeRoom(look) {
      const more = await page.evaluate(() => {
        const content = document.querySelector('.content');
        return content === null ? 0 : content.scrollHeight - content.clientHeight;
      });
      if (more === 0) return;
      await resize({ ...look, height: look.height + more });
      await page.evaluate(settle);
    },
    async picture() {
      const { data } = await session.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true });
      return Buffer.from(data, 'base64');
    },
    async cutOut(part) {
      const box = await page.locator(part).boundingBox();
      if (box === null) throw new Error(`${part} is not on the screen.`);
      const { data } = await session.send('Page.captureScreenshot', { format: 'png', clip: { ...box, scale: 1 } });
      return Buffer.from(data, 'base64');
    },
  };
}
