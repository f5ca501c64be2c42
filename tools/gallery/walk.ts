import type { Browser, BrowserContextOptions, Page } from 'playwright';
import type { Language } from '../../preload/contract/preferences.ts';
import { snapshotOf } from '../../renderer/help/samples/procedure.ts';
import { catalogues } from '../window/catalogues.ts';
import { openWindow, type RendererWindow } from '../window/renderer-window.ts';
import { states } from '../window/snapshots.ts';
import { betweenOf, type Presented, present, presentedOf, settle } from './presenting.ts';
import type { Scene } from './scenes/scene.ts';

/** The gallery's scenes for tests that measure the page itself: in a window as it is, with its movements and its clock. */

/** What stays when another screen follows: it was opened beside the screen, or in its place. */
const lasting = '.practice-panel, [role="alertdialog"], [role="dialog"], .unavailable';

export type Walk = {
  readonly language?: Language;
  readonly context?: BrowserContextOptions;
  readonly scenes: readonly Scene[];
};

/**
 * Shows one scene after the other and looks at each.
 * @param defectsOf what is wrong with a scene that is shown
 * @returns all that is wrong, each with the scene's name
 */
export async function walkScenes(
  browser: Browser,
  { language = 'ja', context = {}, scenes }: Walk,
  defectsOf: (page: Page, scene: Scene) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const found: string[] = [];
  const open = (scene?: Scene) =>
    openWindow(browser, { snapshot: snapshotOf(states.logonMenu), preferences: { language, theme: 'light' }, context, broken: scene?.broken ?? null });
  const look = async ({ page }: RendererWindow, scene: Scene) => found.push(...(await defectsOf(page, scene)).map((defect) => `${scene.name}: ${defect}`));
  const usual = await open();
  let last = '';
  for (const scene of scenes) {
    if (scene.broken !== undefined) {
      const alone = await open(scene);
      await look(alone, scene);
      await alone.page.context().close();
      continue;
    }
    const { screen } = await showScene(usual, scene, language, last);
    await look(usual, scene);
    last = screen;
    if (scene.prepare !== undefined && (await usual.page.locator(lasting).count()) > 0) await usual.page.reload();
  }
  await usual.page.context().close();
  return found;
}

/**
 * Brings a scene into a window that is open, as main does: by publishing.
 * @param before the screen shown before: where it is the same, another one stands between, so that nothing is left of it
 * @returns what was published, once it stands
 */
export async function showScene({ page }: RendererWindow, scene: Scene, language: Language = 'ja', before: string | null = null): Promise<Presented> {
  const presented = presentedOf(scene, { language });
  await page.locator('.content .sheet h1').waitFor();
  await page.evaluate(present, before === null || before === presented.screen ? [betweenOf(presented.screen, presented), presented] : [presented]);
  await page.evaluate(settle);
  await scene.prepare?.(page, catalogues[language]);
  return presented;
}
