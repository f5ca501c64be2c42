import type { Locator } from 'playwright';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../renderer/help/facts.ts';
import { marks } from '../../renderer/help/marks.ts';
import { manualPages, pictureLabel } from '../../renderer/help/pages.ts';
import { manualScreens } from '../../renderer/help/prose.ts';
import { proseJa } from '../../renderer/help/prose-ja.ts';
import { preflight } from '../../renderer/help/samples/preflight.ts';
import { snapshotOf } from '../../renderer/help/samples/procedure.ts';
import { usersStates } from '../../renderer/help/samples/users.ts';
import { catalogues } from '../../tools/window/catalogues.ts';
import type { WindowOptions } from '../../tools/window/renderer-window.ts';
import { practiceBank, problem, states } from '../../tools/window/snapshots.ts';
import { testWindow } from '../support/test-window.ts';

const { ja, en } = catalogues;
const prose = proseJa(ja, factsOf(practiceBank, 'ja'));
const { open: openTestWindow, opened } = testWindow();

const open = async (options: WindowOptions) => {
  const { page } = await openTestWindow({ preflight: preflight(), ...options });
  return page;
};
const help = ja.help.open;

describe('the help', () => {
  it('opens by F1 at the page of this very screen; Escape leads back, and what was typed stays', async () => {
    const page = await open({ snapshot: snapshotOf(states.newPins) });
    const field = page.locator('#field-registrationPin');
    await field.fill('8264');
    await field.press('F1');
    const dialog = page.getByRole('dialog', { name: ja.help.name });
    await dialog.getByRole('heading', { level: 2, name: ja.screens.newPins.title }).waitFor();
    await page.keyboard.press('F1');
    expect(await page.getByRole('dialog').count()).toBe(1);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await field.inputValue()).toBe('8264');
    await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('opens by its button with the keyboard alone, leads to any other page, and asks nothing of a network', async () => {
    const page = await open({ snapshot: snapshotOf(states.loggedOn), users: usersStates.change });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const button = page.getByRole('button', { name: help });
    await button.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: ja.help.name });
    await dialog.getByRole('heading', { level: 2, name: ja.users.change.title }).waitFor();
    const other = dialog.getByRole('button', { name: ja.screens.oneTimePassword.title });
    await other.focus();
    await page.keyboard.press('Enter');
    await dialog.getByRole('heading', { level: 2, name: ja.screens.oneTimePassword.title }).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => button.evaluate((element) => element === document.activeElement)).toBe(true);
    // The program's own files alone.
    expect(asked.filter((url) => !url.startsWith(new URL(page.url()).origin))).toEqual([]);
  });

  it('speaks the language of the window', async () => {
    const page = await open({ snapshot: snapshotOf(states.identification), preferences: { language: 'en', theme: 'light' } });
    await page.keyboard.press('F1');
    await page.getByRole('dialog', { name: en.help.name }).getByRole('heading', { level: 2 }).waitFor();
  });
});

/** All the pages, and what their pictures are of. */
const pictures = manualScreens.map((name) => [name, manualPages[name]] as const);

describe('the pictures of the help', () => {
  it('stand on every page: the screen itself, in the language of the window, with the numbers of its steps', async () => {
    const page = await open({ snapshot: snapshotOf(states.start) });
    await page.keyboard.press('F1');
    const dialog = page.getByRole('dialog', { name: ja.help.name });
    const contents = dialog.getByRole('navigation');
    for (const [name, { code, title }] of pictures) {
      await contents
        .getByRole('button', { name: `${code} ${title(ja)}`.replace(/（.*/u, '') })
        .first()
        .click();
      await dialog.getByRole('heading', { level: 2, name: title(ja) }).waitFor();
      const picture = dialog.getByRole('img', { name: pictureLabel({ prose, text: ja }, name) });
      await picture.locator('.sheet h1').waitFor();
      await expect.poll(() => picture.locator('.help-number').allTextContents()).toEqual(marks[name](ja).map(({ step }) => String(step)));
      const card = await picture.locator('.sheet').boundingBox();
      const frame = await picture.boundingBox();
      expect(card?.width).toBeLessThan(frame?.width ?? 0);
      for (const number of await picture.locator('.help-number').all()) expect(await isSeen(number)).toBe(true);
    }
  });

  it('cannot be reached: no focus, no press, no request; names and title of the live screen stay its own, and what was typed too', async () => {
    const page = await open({ snapshot: snapshotOf(states.newPins) });
    const title = await page.title();
    const typed = page.locator('main #field-registrationPin');
    await typed.fill('8264');
    await typed.press('F1');
    const picture = page.getByRole('img', { name: pictureLabel({ prose, text: ja }, 'newPins') });
    const field = picture.locator('#field-registrationPin');
    await field.waitFor();
    expect(await field.inputValue()).toBe('');
    const duplicates = await page.evaluate(() => {
      const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
      return ids.filter((id, index) => ids.indexOf(id) !== index);
    });
    expect(duplicates).toEqual([]);
    await field.evaluate((element) => element.focus());
    await picture.locator('.sheet-actions button').first().click({ force: true });
    const inside = () => page.evaluate(() => document.activeElement?.closest('.help-picture') !== null);
    for (let tab = 0; tab < 40; tab += 1) {
      expect(await inside()).toBe(false);
      await page.keyboard.press('Tab');
    }
    expect(await picture.getByRole('textbox').count()).toBe(0);
    expect(await page.title()).toBe(title);
    await page.keyboard.press('Escape');
    await picture.waitFor({ state: 'detached' });
    expect(await typed.inputValue()).toBe('8264');
    expect(await opened().calls()).toEqual([]);
    expect(await page.locator('.print-copy').count()).toBe(0);
  });

  it('are as the person has the window: language, colours, size of text', async () => {
    const page = await open({ snapshot: snapshotOf(states.logonMenu), preferences: { language: 'en', theme: 'dark', textSize: 'largest' } });
    await page.keyboard.press('F1');
    const heading = page.locator('.help-picture .sheet h1');
    await heading.waitFor();
    expect(await heading.textContent()).toBe(en.screens.logonMenu.title);
    const seen = (selector: string) => page.locator(selector).evaluate((element) => [getComputedStyle(element).color, getComputedStyle(element).fontFamily]);
    expect(await seen('.help-picture .sheet h1')).toEqual(await seen('main .sheet h1'));
    const size = (selector: string) => page.locator(selector).evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
    expect(await size('.help-picture .sheet h1')).toBeGreaterThan(16);
  });
});

/** Whether nothing else is drawn over it. */
function isSeen(number: Locator): Promise<boolean> {
  return number.evaluate((element) => {
    element.scrollIntoView({ block: 'center' });
    const { x, y, width, height } = element.getBoundingClientRect();
    return document.elementFromPoint(x + width / 2, y + height / 2) === element;
  });
}

describe('ログオフ', () => {
  const logOff = ja.session.logOff;
  const calls = async () => (await opened().calls()).map(({ name }) => name);

  it.each([
    ['after the logon', { snapshot: snapshotOf(states.loggedOn) }],
    ['among the users', { snapshot: snapshotOf(states.loggedOn), users: usersStates.menu }],
  ])('is one press %s, with the company and the end of the session beside it', async (_where, options) => {
    const page = await open(options);
    const bar = page.getByRole('region', { name: ja.session.name });
    expect(await bar.textContent()).toContain(states.loggedOn.organization);
    await bar.getByRole('button', { name: logOff }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(calls).toEqual(['procedure.logOff']);
  });

  it.each([states.newPins, states.oneTimePassword])('in the activation says first what has to be done again', async (state) => {
    const page = await open({ snapshot: snapshotOf(state) });
    await page.getByRole('button', { name: logOff }).click();
    const question = page.getByRole('alertdialog');
    expect(await question.textContent()).toContain(ja.session.activationText);
    await page.keyboard.press('Escape');
    expect(await calls()).toEqual([]);
    await page.getByRole('button', { name: logOff }).click();
    await question.getByRole('button', { name: logOff }).click();
    await expect.poll(calls).toEqual(['procedure.logOff']);
  });

  it('asks before it throws away what is being entered, and main is told of the entry as long as there is one', async () => {
    const page = await open({ snapshot: snapshotOf(states.loggedOn), users: usersStates.change });
    const notes = () => page.evaluate(() => window.fakeMain.calls.filter(({ name }) => name === 'window.noteEntry').map(({ input }) => input));
    const field = page.locator('#field-userLogonPin');
    await field.fill('Hinoki2024');
    await expect.poll(notes).toEqual([{ underWay: true }]);
    await page.getByRole('button', { name: logOff }).click();
    expect(await page.getByRole('alertdialog').textContent()).toContain(ja.session.entryText);
    await page.keyboard.press('Escape');
    await field.fill('');
    await expect.poll(notes).toEqual([{ underWay: true }, { underWay: false }]);
    await field.fill('H');
    await opened().publishUsers(usersStates.menu);
    await expect.poll(notes).toEqual([{ underWay: true }, { underWay: false }, { underWay: true }, { underWay: false }]);
  });

  it('is nowhere where no session lives, and the screen after it says that all is well', async () => {
    const page = await open({ snapshot: snapshotOf(states.identification) });
    expect(await page.getByRole('button', { name: logOff }).count()).toBe(0);
    await opened().publish(snapshotOf({ ...states.certificateReady, problem: problem('logged-off-as-asked') }));
    await page.getByRole('heading', { level: 1, name: ja.screens.certificateReady.loggedOff }).waitFor();
    expect(await page.getByRole('button', { name: logOff }).count()).toBe(0);
  });
});
