import type { Browser, BrowserContext, CDPSession, Page } from 'playwright';
import type { BankProfile } from '../../main/bank/profile.ts';
import type { Language } from '../../preload/contract/preferences.ts';
import { catalogues } from '../window/catalogues.ts';
import { installFakeMain } from '../window/fake-main.ts';
import { setUpOf } from '../window/renderer-window.ts';
import { snapshotOf, states } from '../window/snapshots.ts';
import { type Look, looks } from './looks.ts';
import { betweenOf, holdStill, present, presentedOf, settle } from './presenting.ts';
import type { Scene } from './scenes/scene.ts';

/** One long-lived page of a language, on which scene after scene is shown, each in several looks. */
export type Stage = {
  /** The page on which the last scene is shown. */
  readonly page: () => Page;
  readonly show: (scene: Scene) => Promise<void>;
  /** Changes how the shown scene looks, without drawing it anew. */
  readonly turn: (look: Look) => Promise<void>;
  /** What is seen, as PNG. */
  readonly picture: () => Promise<Buffer>;
  /**
   * One part of the shown scene, whole, as PNG; the window is made high enough for it.
   * @param part CSS selector
   * @param look as last turned to
   */
  readonly cutOut: (part: string, look: Look) => Promise<Buffer>;
  /** What the pages complained of since it was last asked. */
  readonly complaints: () => readonly string[];
  readonly close: () => Promise<void>;
};

/** When the scenes play: what is counted from now on looks the same every day. */
const now = '2026-11-22T06:00:00.000Z';
const locales: Readonly<Record<Language, string>> = { ja: 'ja-JP', en: 'en-GB', ko: 'ko-KR' };
/** The look in which a scene is first shown. */
const [base] = looks;

type Opened = { readonly page: Page; readonly session: CDPSession; readonly broken: Scene['broken'] };

/**
 * @param address where the page is served
 * @param profile of the bank whose window it is; the practice bank where none is given
 */
export async function openStage(browser: Browser, address: string, language: Language, profile: BankProfile | null = null): Promise<Stage> {
  const context = await browser.newContext({ locale: locales[language], timezoneId: 'Asia/Tokyo', reducedMotion: 'reduce', viewport: null });
  await context.addInitScript(holdStill, now);
  const complaints: string[] = [];
  let opened: Opened | null = null;
  /** The page as it came, with nothing done to it; else it is loaded anew before the next scene. */
  let clean = false;
  let shown: { readonly scene: Scene; readonly look: Look } | null = null;
  const current = () => {
    if (opened === null) throw new Error('No scene is shown yet.');
    return opened;
  };

  const show = async (scene: Scene) => {
    const broken = scene.broken !== undefined;
    if (opened === null || broken || opened.broken !== undefined) {
      await opened?.page.close();
      opened = await openPage(context, address, scene, complaints, language);
    } else if (!clean) await opened.page.goto(`${address}/index.html`);
    const { page } = opened;
    await resize(opened, base);
    if (broken) {
      await page.locator(`.${scene.screen}`).waitFor();
    } else {
      const presented = presentedOf(scene, { language }, profile);
      await page.locator('.content .sheet h1').waitFor();
      await page.evaluate(present, [betweenOf(presented.screen, presented), presented]);
    }
    await page.evaluate(settle);
    await scene.prepare?.(page, catalogues[language]);
    shown = { scene, look: base };
    clean = scene.prepare === undefined;
  };

  const turn = async (look: Look) => {
    if (shown === null) throw new Error('No scene is shown yet.');
    const { scene } = shown;
    const { page } = current();
    if (scene.broken === undefined && shown.look.theme !== look.theme)
      await page.evaluate((value) => window.fakeMain.publish('preferences', value), {
        language,
        theme: look.theme,
        textSize: scene.textSize ?? 'standard',
        shuffledKeys: scene.shuffledKeys ?? false,
      });
    if (shown.look.forcedColors !== look.forcedColors || scene.broken !== undefined)
      await page.emulateMedia({ forcedColors: look.forcedColors ? 'active' : 'none', colorScheme: look.theme });
    await resize(current(), look);
    await page.evaluate(settle);
    if (scene.whole === true) await makeRoom(current(), look);
    if (scene.inSight !== undefined) await page.locator(scene.inSight).evaluate((part) => part.scrollIntoView({ block: 'nearest' }));
    shown = { scene, look };
  };

  return {
    page: () => current().page,
    show,
    turn,
    picture: async () => {
      const { data } = await current().session.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true });
      return Buffer.from(data, 'base64');
    },
    cutOut: async (part, look) => {
      await makeRoom(current(), look);
      const box = await current().page.locator(part).boundingBox();
      if (box === null) throw new Error(`${part} is not on the screen.`);
      const { data } = await current().session.send('Page.captureScreenshot', { format: 'png', clip: { ...box, scale: 1 } });
      return Buffer.from(data, 'base64');
    },
    complaints: () => complaints.splice(0),
    close: () => context.close(),
  };
}

/** A page behind which a fake main stands; a broken one shows what it shows by itself. */
async function openPage(context: BrowserContext, address: string, scene: Scene, complaints: string[], language: Language): Promise<Opened> {
  const page = await context.newPage();
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  const snapshot = snapshotOf(states.logonMenu);
  await page.addInitScript(installFakeMain, setUpOf({ snapshot, preferences: { language, theme: 'light' }, broken: scene.broken ?? null }));
  const session = await context.newCDPSession(page);
  await page.goto(`${address}/index.html`);
  return { page, session, broken: scene.broken };
}

async function resize({ session }: Opened, { width, height, scale }: Look): Promise<void> {
  await session.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: scale, mobile: false });
}

/** Makes the window as high as its content. */
async function makeRoom(opened: Opened, look: Look): Promise<void> {
  const more = await opened.page.evaluate(() => {
    const content = document.querySelector('.content');
    return content === null ? 0 : content.scrollHeight - content.clientHeight;
  });
  if (more === 0) return;
  await resize(opened, { ...look, height: look.height + more });
  await opened.page.evaluate(settle);
}
