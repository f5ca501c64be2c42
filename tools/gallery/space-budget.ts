import type { Language } from '../../preload/contract/preferences.ts';
import { findTooWide } from './audit.ts';
import { findBrokenWords, findLostAtZoom, findLostEntry, findOutOfSight, findSmallTargets } from './budget.ts';
import { looks } from './looks.ts';
import { firstScenes, tellingScenes } from './scenes/all.ts';
import type { Scene } from './scenes/scene.ts';
import type { Stage } from './stage.ts';

/**
 * A worried person never has to look for the field, for what is left of the attempts, or for the button: asked of every
 * scene that is drawn, in each language, in the usual and in the smallest window; enlarged twice of every screen, and of
 * all that can stand on one.
 */

/** Where somebody has scrolled, unfolded or opened something, the rest may be out of sight. */
const asItComes = ({ name, screen, broken }: Scene): boolean =>
  broken === undefined && !/-(?:end|saved|unfolded|details|whole)$/u.test(name) && screen !== 'practice-panel' && screen !== 'software-keyboard';

const sized = looks.filter(({ name }) => name === 'light-1280' || name === 'light-1024');
const enlarged = looks.filter(({ enlarged: twice }) => twice);
/** The smallest window, enlarged twice. */
const [half] = enlarged.map((look) => ({ ...look, width: 512, height: 350 }));

/**
 * Without scrolling, in the usual and in the smallest window.
 * @param stage on which the scene is shown, in no larger window than it came in
 * @returns one line a finding
 */
export async function findOverBudget(stage: Stage, scene: Scene, language: Language): Promise<readonly string[]> {
  if (!asItComes(scene)) return [];
  const found: string[] = [];
  for (const look of sized) {
    await stage.fit(look);
    const page = stage.page();
    const seen = [...(await page.evaluate(findOutOfSight)), ...(await page.evaluate(findBrokenWords, language)), ...(await page.evaluate(findTooWide))];
    found.push(...seen.map((finding) => `${look.width}: ${finding}`));
  }
  return found;
}

/** Enlarged twice, with the size of what is pressed. It goes to a field: to be asked when all pictures of the scene are taken. @returns one line a finding */
export async function findOverBudgetEnlarged(stage: Stage, scene: Scene, language: Language): Promise<readonly string[]> {
  const found: string[] = [];
  const isFirst = firstScenes.includes(scene);
  if (half !== undefined && scene.broken === undefined && (isFirst || (language === 'ja' && tellingScenes.includes(scene)))) {
    await stage.fit(half);
    found.push(...(await stage.page().evaluate(findLostAtZoom)), ...(isFirst ? await stage.page().evaluate(findSmallTargets) : []));
  }
  if (!asItComes(scene) || !tellingScenes.includes(scene)) return found;
  for (const look of enlarged) {
    await stage.fit(look);
    found.push(...(await stage.page().evaluate(findLostEntry)), ...(await stage.page().evaluate(findBrokenWords, language)));
  }
  return found;
}
