import { afterAll, beforeAll, expect, test } from 'vitest';
import { audit } from '../../tools/gallery/audit.ts';
import { auditDisplay } from '../../tools/gallery/audit-display.ts';
import { looks } from '../../tools/gallery/looks.ts';
import { type PageServer, servePage } from '../../tools/gallery/page-server.ts';
import { sceneNamed } from '../../tools/gallery/scenes/all.ts';
import { findOverBudget, findOverBudgetEnlarged } from '../../tools/gallery/space-budget.ts';
import { openStage } from '../../tools/gallery/stage.ts';
import { rendererFolder } from '../../tools/window/renderer-window.ts';
import { testBrowser } from '../support/test-browser.ts';

/** The stage on which the gallery shows its scenes. */

const browser = testBrowser();
let server: PageServer;
const [light, dark] = looks;

beforeAll(async () => {
  server = await servePage(rendererFolder);
});
afterAll(() => server?.close());

/** @returns the last scene's picture, after the others were shown on the same page */
async function pictureAfter(...names: readonly [string, ...string[]]): Promise<Buffer> {
  const stage = await openStage(browser(), server.address, 'ja');
  for (const name of names) {
    await stage.show(sceneNamed(name));
    await stage.turn(dark);
  }
  await stage.turn(light);
  const picture = await stage.picture();
  await stage.close();
  return picture;
}

test('a scene looks the same alone and after entries, an open panel, a question, a scrolled list and a broken window', async () => {
  const alone = await pictureAfter('13-new-pins');
  const after = await pictureAfter('14-new-pins-errors', '03-practice-panel', '27-start-over', '53-user-selection-end', '90-unavailable', '13-new-pins');
  expect(after.equals(alone)).toBe(true);
});

test('a scene of the same screen leaves nothing of the one before', async () => {
  const alone = await pictureAfter('06-identification');
  expect((await pictureAfter('08-identification-refused', '12-identification-sending', '06-identification')).equals(alone)).toBe(true);
  expect((await pictureAfter('08-identification-refused')).equals(alone)).toBe(false);
});

test('the audit finds a barrier, a page that is too wide, words pulled apart, and a button that is covered', async () => {
  const stage = await openStage(browser(), server.address, 'ja');
  await stage.show(sceneNamed('01-locked'));
  await stage.turn(light);
  expect(await audit(stage.page(), light)).toEqual([]);
  await stage.page().evaluate(() => {
    const content = document.querySelector('.content');
    const button = Object.assign(document.createElement('button'), { type: 'button' });
    const wide = Object.assign(document.createElement('p'), { textContent: 'wide' });
    wide.style.width = '3000px';
    const cover = document.createElement('div');
    cover.style.cssText = 'position: fixed; inset: 0';
    const torn = Object.assign(document.createElement('p'), { textContent: 'Locked (' });
    torn.style.display = 'flex';
    torn.append(Object.assign(document.createElement('span'), { lang: 'ja', textContent: 'ロック中' }), ')');
    content?.append(button, wide, torn);
    document.body.append(cover);
  });
  const found = await audit(stage.page(), { ...light, enlarged: true });
  expect(found).toContainEqual(expect.stringContaining('axe button-name'));
  expect(found).toContain('wider than its place: .content');
  expect(found).toContain('words pulled apart: Locked (ロック中)');
  expect(found).toContainEqual(expect.stringContaining('cannot be reached: button'));
  await stage.close();
});

test('the space budget finds a next entry out of sight, and a heading that breaks a word', async () => {
  const stage = await openStage(browser(), server.address, 'ja');
  const scene = sceneNamed('09-identification-last-attempt');
  await stage.show(scene);
  expect(await findOverBudget(stage, scene, 'ja')).toEqual([]);
  expect(await findOverBudgetEnlarged(stage, scene, 'ja')).toEqual([]);
  await stage.show(scene);
  await stage.page().evaluate(() => {
    const heading = document.querySelector<HTMLElement>('h1');
    if (heading !== null) heading.style.cssText = 'width: 3em; word-break: break-all';
    const fields = document.querySelector<HTMLElement>('.entry-fields');
    if (fields !== null) fields.style.marginTop = '900px';
    document.querySelector('.content')?.scrollTo(0, 0);
  });
  const found = await findOverBudget(stage, scene, 'ja');
  expect(found).toContain('1280: the next entry: field-registrationPin');
  expect(found).toContainEqual(expect.stringContaining('a broken word'));
  await stage.close();
});

test('the audit of the display finds a word of another language, a button without a border, and a text that is cut off once it is spaced wider', async () => {
  const stage = await openStage(browser(), server.address, 'en');
  await stage.show(sceneNamed('01-locked'));
  const [forced, smallest] = [looks[2], looks[3]];
  for (const look of [forced, smallest]) {
    await stage.turn(look);
    expect(await auditDisplay(stage.page(), look, 'en', false)).toEqual([]);
  }
  await stage.page().evaluate(() => {
    const cut = Object.assign(document.createElement('p'), { textContent: 'as wide as its words' });
    cut.style.cssText = 'display: inline-block; overflow: hidden; white-space: nowrap';
    const bare = Object.assign(document.createElement('button'), { type: 'button', textContent: '次へ' });
    bare.style.border = '0';
    document.querySelector('.content')?.append(cut, bare);
    cut.style.width = `${cut.offsetWidth}px`;
  });
  const found = await auditDisplay(stage.page(), smallest, 'ja', false);
  expect(found).toContain('the page says to be in en');
  expect(found).toContainEqual(expect.stringMatching(/^not marked as Japanese: .*次へ$/u));
  expect(found).toContainEqual(expect.stringMatching(/^spaced wider: P.*as wide as/u));
  await stage.turn(forced);
  expect(await auditDisplay(stage.page(), forced, 'en', false)).toContainEqual(expect.stringMatching(/^no border: .*次へ/u));
  await stage.close();
});
