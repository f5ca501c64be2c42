import { describe, expect, it } from 'vitest';
import { catalogues } from '../../tools/window/catalogues.ts';
import type { WindowOptions } from '../../tools/window/renderer-window.ts';
import { preflight, problem, snapshotOf, states, usersStates } from '../../tools/window/snapshots.ts';
import { testWindow } from '../support/test-window.ts';

const { ja, en } = catalogues;
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
