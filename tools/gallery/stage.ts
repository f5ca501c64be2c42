import type { Browser, BrowserContext, Page } from 'playwright';
import type { BankProfile } from '../../main/bank/profile.ts';
import type { Language } from '../../preload/contract/preferences.ts';
import { usualPreferences } from '../../renderer/reproduction/samples/published.ts';
import { catalogues } from '../window/catalogues.ts';
import { type Look, looks } from './looks.ts';
import { betweenOf, holdStill, present, presentedOf, settle } from './presenting.ts';
import type { Scene } from './scenes/scene.ts';
import { openStagePage, type StagePage } from './stage-page.ts';

/** One long-lived page of a language, on which scene after scene is shown, each in several looks. */
export type Stage = {
  /** The page on which the last scene is shown. */
  readonly page: () => Page;
  readonly show: (scene: Scene) => Promise<void>;
  /** Changes how the shown scene looks, without drawing it again. */
  readonly turn: (look: Look) => Promise<void>;
  /** Gives the window a look's size alone, and no more room than that: what is out of sight stays there. */
  readonly fit: (look: Look) => Promise<void>;
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

/** A scene as it is shown, and how it looks now. */
type Shown = { readonly scene: Scene; readonly look: Look };

/**
 * @param address where the page is served
 * @param profile of the bank whose window it is; the practice bank where none is given
 */
export async function openStage(browser: Browser, address: string, language: Language, profile: BankProfile | null = null): Promise<Stage> {
  const context = await openStill(browser, language);
  const complaints: string[] = [];
  let opened: StagePage | null = null;
  /** The page as it came, with nothing done to it; else it is loaded again before the next scene. */
  let clean = false;
  let shown: Shown | null = null;
  const current = () => {
    if (opened === null) throw new Error('No scene is shown yet.');
    return opened;
  };

  return {
    page: () => current().page,
    async show(scene) {
      if (opened === null || scene.broken !== undefined || opened.broken !== undefined) {
        await opened?.page.close();
        opened = await openStagePage(context, `${address}/index.html`, scene, complaints, language);
      } else if (!clean) await opened.page.goto(opened.address);
      await showOn(opened, scene, language, profile);
      shown = { scene, look: base };
      clean = scene.prepare === undefined;
    },
    async turn(look) {
      if (shown === null) throw new Error('No scene is shown yet.');
      await turnOn(current(), shown, look, language);
      shown = { scene: shown.scene, look };
    },
    async fit(look) {
      await current().resize(look);
      await current().page.evaluate(settle);
    },
    picture: () => current().picture(),
    async cutOut(part, look) {
      await current().makeRoom(look);
      return current().cutOut(part);
    },
    complaints: () => complaints.splice(0),
    close: () => context.close(),
  };
}

/** Pages on which nothing moves, and the clock and chance stand still. */
export async function openStill(browser: Browser, language: Language): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: locales[language], timezoneId: 'Asia/Tokyo', reducedMotion: 'reduce', viewport: null });
  await context.addInitScript(holdStill, now);
  return context;
}

/** Shows a scene in the first look. */
async function showOn({ page, resize }: StagePage, scene: Scene, language: Language, profile: BankProfile | null): Promise<void> {
  await resize(base);
  if (scene.broken !== undefined) {
    await page.locator(`.${scene.screen}`).waitFor();
  } else {
    const presented = presentedOf(scene, { language }, profile);
    await page.locator('.content .sheet h1').waitFor();
    await page.evaluate(present, [betweenOf(presented.screen, presented), presented]);
  }
  await page.evaluate(settle);
  await scene.prepare?.(page, catalogues[language]);
}

async function turnOn({ page, resize, makeRoom }: StagePage, { scene, look: before }: Shown, look: Look, language: Language): Promise<void> {
  if (scene.broken === undefined && before.theme !== look.theme)
    await page.evaluate((value) => window.fakeMain.publish('preferences', value), {
      ...usualPreferences,
      language,
      theme: look.theme,
      textSize: scene.textSize ?? 'standard',
      shuffledKeys: scene.shuffledKeys ?? false,
    });
  if (before.forcedColors !== look.forcedColors || scene.broken !== undefined)
    await page.emulateMedia({ forcedColors: look.forcedColors ? 'active' : 'none', colorScheme: look.theme });
  await resize(look);
  await page.evaluate(settle);
  if (scene.whole === true) await makeRoom(look);
  if (scene.inSight !== undefined) await page.locator(scene.inSight).evaluate((part) => part.scrollIntoView({ block: 'nearest' }));
}
