import type { BrowserContextOptions, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { snapshotOf } from '../../renderer/help/samples/procedure.ts';
import { findLostAtZoom, findSmallTargets } from '../../tools/gallery/budget.ts';
import { firstScenes, sceneNamed } from '../../tools/gallery/scenes/all.ts';
import { showScene, walkScenes } from '../../tools/gallery/walk.ts';
import { catalogues } from '../../tools/window/catalogues.ts';
import { openWindow, type RendererWindow } from '../../tools/window/renderer-window.ts';
import { practiceBank, states } from '../../tools/window/snapshots.ts';
import { testBrowser } from '../support/test-browser.ts';
import { lostWithoutColour, type Signs, signsOf, type Told, told } from '../support/told-apart.ts';

/** What the window looks like to those who enlarge it, recolour it, or cannot bear motion: measured on the real page. */
const browser = testBrowser();

const open = (context: BrowserContextOptions = {}): Promise<RendererWindow> => openWindow(browser(), { snapshot: snapshotOf(states.locked), context });

describe('every screen', () => {
  it('moves nothing where motion is not wanted', async () => {
    const moving = (page: Page) =>
      page.evaluate(() => {
        const running = document
          .getAnimations()
          .map((animation) => `an animation of ${animation.effect instanceof KeyframeEffect ? animation.effect.target?.className : ''}`);
        const styles = [...document.querySelectorAll('*')].flatMap((element) => {
          const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
          const still = transitionDuration.split(', ').every((each) => each === '0s') && animationName === 'none' && scrollBehavior === 'auto';
          return still ? [] : [`${element.tagName}.${element.getAttribute('class')} may move`];
        });
        return [...running, ...styles];
      });
    expect(await walkScenes(browser(), { scenes: firstScenes, context: { reducedMotion: 'reduce' } }, moving)).toEqual([]);
    // The measure measures: with motion there is some.
    const other = await open({ reducedMotion: 'no-preference' });
    await showScene(other, sceneNamed('75-retrieval-checked'));
    expect(await moving(other.page)).not.toEqual([]);
    await other.page.context().close();
  });
});

describe('forced colours', () => {
  const forced = { forcedColors: 'active', colorScheme: 'dark', reducedMotion: 'reduce' } as const;

  it('leave the marked cell of the card, the step one is at, the chosen look and the page one is on to be told from the others', async () => {
    const opened = await open(forced);
    const colour = (selector: string, property: 'fill' | 'backgroundColor' | 'borderTopWidth' | 'outlineColor') =>
      opened.page
        .locator(selector)
        .first()
        .evaluate((element, name) => getComputedStyle(element)[name], property);
    await showScene(opened, sceneNamed('15-one-time-password'));
    expect(await colour('.card-mark', 'fill')).not.toBe(await colour('.card-cell', 'fill'));
    expect(await colour('.card-mark', 'fill')).not.toBe(await colour('.card-body', 'fill'));
    expect(await colour('.stop-here .stop-dot', 'borderTopWidth')).not.toBe(await colour('.stop-todo .stop-dot', 'borderTopWidth'));
    expect(await colour('.segments input:checked + span', 'backgroundColor')).not.toBe(await colour('.segments input:not(:checked) + span', 'backgroundColor'));
    await showScene(opened, sceneNamed('75-retrieval-checked'));
    expect(await opened.page.getByRole('progressbar').evaluate((element) => element.getBoundingClientRect().height)).toBeGreaterThanOrEqual(4);
    await opened.page.context().close();
  });
});

describe('meaning', () => {
  const onScenes = async (opened: RendererWindow, each: Told): Promise<readonly Signs[]> => {
    const signs: Signs[] = [];
    for (const name of each.scenes) {
      await showScene(opened, sceneNamed(name));
      signs.push(...(await signsOf(opened.page, each)));
    }
    return signs;
  };

  it.each(told)('is never in colour alone: $what', async (each) => {
    const opened = await open();
    expect(lostWithoutColour(each, await onScenes(opened, each))).toEqual([]);
    await opened.page.context().close();
  });

  it('would be found to be in colour alone, where words and signs are taken away', async () => {
    const stages = told.find(({ what }) => what === 'stages of the retrieval');
    if (stages === undefined) throw new Error('The stages are not looked at.');
    const opened = await open();
    await showScene(opened, sceneNamed('75-retrieval-checked'));
    await opened.page.evaluate(() => {
      for (const part of document.querySelectorAll('.stage-mark, .stage-state')) part.replaceChildren();
    });
    const lost = lostWithoutColour(stages, await signsOf(opened.page, stages));
    expect(lost).toContainEqual(expect.stringContaining('done and todo are said alike'));
    expect(lost).toContainEqual(expect.stringContaining('none is stopped'));
    await opened.page.context().close();
  });
});

describe('the software keyboard', () => {
  it('has targets of 24 px and runs out nowhere, with every symbol there is, in a window of 512 by 350 px', async () => {
    const symbols = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';
    const opened = await openWindow(browser(), {
      snapshot: snapshotOf(states.newPins),
      bank: { ...practiceBank, pinRule: { minLength: 6, maxLength: 12, symbols } },
      context: { viewport: { width: 512, height: 350 } },
    });
    const { fields, keyboard } = catalogues.ja;
    await opened.page.getByRole('button', { name: keyboard.openFor(fields.logonPin.label), exact: true }).click();
    await opened.page.locator('.key').first().waitFor();
    expect(await opened.page.locator('.key').count()).toBe(36 + symbols.length + 3);
    expect(await opened.page.evaluate(findSmallTargets)).toEqual([]);
    expect(await opened.page.evaluate(findLostAtZoom)).toEqual([]);
    await opened.page.context().close();
  });
});
