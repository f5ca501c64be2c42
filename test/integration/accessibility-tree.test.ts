import type { CDPSession, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { languages } from '../../preload/contract/preferences.ts';
import { snapshotOf } from '../../renderer/help/samples/procedure.ts';
import { usersStates } from '../../renderer/help/samples/users.ts';
import { firstScenes, sceneNamed } from '../../tools/gallery/scenes/all.ts';
import type { Scene } from '../../tools/gallery/scenes/scene.ts';
import { walkScenes } from '../../tools/gallery/walk.ts';
import { catalogues, errorLimits } from '../../tools/window/catalogues.ts';
import { openWindow, type RendererWindow } from '../../tools/window/renderer-window.ts';
import { states } from '../../tools/window/snapshots.ts';
import { testBrowser } from '../support/test-browser.ts';

/** What Chromium hands to a screen reader: the accessibility tree of the real page. */
const browser = testBrowser();

type Node = {
  readonly role: string;
  readonly name: string;
  readonly description: string;
  readonly properties: Readonly<Record<string, unknown>>;
};

/** All that is not hidden from a screen reader. */
async function treeOf(page: Page): Promise<readonly Node[]> {
  const client: CDPSession = await page.context().newCDPSession(page);
  const { nodes } = await client.send('Accessibility.getFullAXTree');
  await client.detach();
  return nodes
    .filter((node) => !node.ignored)
    .map((node) => ({
      role: String(node.role?.value),
      name: String(node.name?.value ?? ''),
      description: String(node.description?.value ?? ''),
      properties: Object.fromEntries((node.properties ?? []).map(({ name, value }) => [name, value.value])),
    }));
}
const ofRole = (tree: readonly Node[], ...roles: readonly string[]) => tree.filter(({ role }) => roles.includes(role));
const operable = ['button', 'textbox', 'radio', 'checkbox', 'combobox', 'link', 'DisclosureTriangle', 'Date'];

/** What is drawn without any state has no frame. */
const unframed: readonly Scene['screen'][] = ['waiting', 'unavailable'];
/** Before a way is chosen, there is none to be shown. */
const wayless: readonly Scene['screen'][] = ['start', 'new-pc', 'places', 'bank-file'];

/** What is wrong with a screen's tree, in words. A dialog hides the window from a screen reader. */
function defectsOf(tree: readonly Node[], { screen, snapshot }: Scene): string[] {
  const isHidden = ofRole(tree, 'alertdialog', 'dialog').length > 0;
  // The practice's panel stands beside any screen.
  const isWayless = wayless.includes(screen) || snapshot?.state.step === 'start';
  return [...(isHidden || unframed.includes(screen) ? [] : frameDefects(tree, isWayless)), ...nameDefects(tree)];
}

function frameDefects(tree: readonly Node[], isWayless: boolean): string[] {
  const found: string[] = [];
  const landmarks = ['main', 'banner', 'contentinfo', ...(isWayless ? [] : ['navigation'])];
  for (const role of landmarks) if (ofRole(tree, role).length < 1) found.push(`no ${role}`);
  if (ofRole(tree, 'main').length !== 1) found.push('more than one main');
  const levels = ofRole(tree, 'heading').map(({ properties }) => Number(properties.level));
  if (levels.filter((level) => level === 1).length !== 1) found.push(`${levels.filter((level) => level === 1).length} headings of level 1`);
  return found;
}

function nameDefects(tree: readonly Node[]): string[] {
  const found: string[] = [];
  if (ofRole(tree, 'heading').length === 0) found.push('no heading');
  for (const node of ofRole(tree, ...operable)) if (node.name.trim() === '') found.push(`a ${node.role} without a name`);
  for (const node of ofRole(tree, 'progressbar', 'table', 'image', 'toolbar', 'complementary', 'region', 'alertdialog'))
    if (node.name.trim() === '') found.push(`a ${node.role} without a name`);
  return found;
}

describe('every screen', () => {
  // The gallery asks the page's own elements for the same, in every scene and language.
  it('has its landmarks, one title, and a name for all that can be used', async () => {
    expect(await walkScenes(browser(), { scenes: firstScenes }, async (page, scene) => defectsOf(await treeOf(page), scene))).toEqual([]);
  });
});

describe('the question before all is started over', () => {
  it.each(languages)('says in %s what each of its buttons does, the one that only screen readers find among them', async (language) => {
    const { cancel, startOverConfirm } = catalogues[language].common;
    const closes = { ja: '閉じる', en: 'Dismiss', ko: '무시' }[language];
    await walkScenes(browser(), { language, scenes: [sceneNamed('27-start-over')] }, async (page) => {
      const names = ofRole(await treeOf(page), 'button').map(({ name }) => name);
      expect(names.toSorted()).toEqual([cancel, startOverConfirm, closes].toSorted());
      return [];
    });
  });
});

describe.each(languages)('the fields, in %s', (language) => {
  const text = catalogues[language];
  const open = async (options: Parameters<typeof openWindow>[1]): Promise<RendererWindow> => {
    const opened = await openWindow(browser(), { ...options, preferences: { language, theme: 'light' } });
    await opened.page.locator('form').waitFor();
    return opened;
  };
  const { minLength: min, maxLength: max } = { minLength: 6, maxLength: 12 };

  it('of the new PINs say what they are, what the rule is, and which may stay empty', async () => {
    const opened = await open({ snapshot: snapshotOf(states.newPins) });
    const fields = ofRole(await treeOf(opened.page), 'textbox').filter(({ name }) => name !== '');
    const words = text.screens.newPins;
    const expected = [
      [`①${text.registeredPin.label}`, text.registeredPin.explanation, true],
      [`②${text.fields.logonPin.label}`, words.logonPinExplanation(min, max), true],
      [`③${text.fields.logonPinReentry.label}`, text.fields.logonPinReentry.explanation, true],
      [`④${text.fields.confirmationPin.label}`, words.confirmationPinExplanation(min, max), true],
      [`⑤${text.fields.confirmationPinReentry.label}`, text.fields.confirmationPinReentry.explanation, true],
      [`⑥${text.fields.email.label}${text.input.optional}`, text.fields.email.explanation, false],
    ];
    // The tree comes level by level, not in the order of the page; blanks between parts of a label are the browser's.
    const tight = (name: string) => name.replace(/\s/gu, '');
    const told = fields.map(({ name, description, properties }) => [tight(name), description, properties.required === true]);
    expect(new Map(told.map((each) => [each[0], each]))).toEqual(
      new Map(expected.map(([name, ...rest]) => [tight(String(name)), [tight(String(name)), ...rest]])),
    );
    await opened.page.context().close();
  });

  it('that are invalid are said to be, and say why', async () => {
    const opened = await open({ snapshot: snapshotOf(states.newPins) });
    await opened.page.locator('#field-logonPin').fill('umi');
    await opened.page.getByRole('button', { name: text.screens.newPins.action, exact: true }).click();
    const field = ofRole(await treeOf(opened.page), 'textbox').find(({ name }) => name === `②${text.fields.logonPin.label}`);
    expect(field?.properties.invalid).toBe('true');
    expect(field?.description).toContain(text.input.errors.tooShort(errorLimits({ min, max })));
    expect(field?.description).toContain(text.screens.newPins.logonPinExplanation(min, max));
    const empty = ofRole(await treeOf(opened.page), 'textbox').find(({ properties }) => properties.focused === true);
    expect(empty?.name).toContain(text.registeredPin.label);
    expect(empty?.description).toContain(text.input.errors.empty(errorLimits()));
    await opened.page.context().close();
  });

  it("of a user's PINs belong to a named group each", async () => {
    const opened = await open({ snapshot: snapshotOf(states.loggedOn), users: usersStates.change });
    const groups = ofRole(await treeOf(opened.page), 'group').map(({ name }) => name);
    for (const legend of [text.users.change.logonGroup, text.users.change.confirmationGroup, text.users.change.confirmGroup]) expect(groups).toContain(legend);
    await opened.page.context().close();
  });
});

describe('the software keyboard', () => {
  it('is a named group, its switch says that it is open, its keys are named, and what stands in the field is counted, not told', async () => {
    const { keyboard, fields } = catalogues.ja;
    const opened = await openWindow(browser(), { snapshot: snapshotOf(states.newPins) });
    await opened.page.getByRole('button', { name: keyboard.openFor(fields.logonPin.label), exact: true }).click();
    await opened.page.locator('.key').first().waitFor();
    for (const key of ['a', '7']) await opened.page.locator('.keyboard').getByRole('button', { name: key, exact: true }).click();
    const tree = await treeOf(opened.page);
    expect(ofRole(tree, 'group').map(({ name }) => name)).toContain(keyboard.nameFor(fields.logonPin.label));
    expect(ofRole(tree, 'toolbar').map(({ name }) => name)).toEqual([keyboard.keys]);
    const named = ofRole(tree, 'button');
    expect(named.find(({ name }) => name === keyboard.openFor(fields.logonPin.label))?.properties.expanded).toBe(true);
    expect(named.find(({ name }) => name === keyboard.capital)?.properties.pressed).toBe('false');
    expect(tree.some(({ role, name }) => role === 'StaticText' && name === keyboard.count(2))).toBe(true);
    expect(JSON.stringify(tree)).not.toContain('a7');
    await opened.page.context().close();
  });
});
