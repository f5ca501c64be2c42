import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PracticePapers } from '../../preload/contract/practice.ts';
import { requestEntries } from '../../renderer/help/samples/request.ts';
import { createDriver, type Driver, newPins, readOneTimePassword, readPapers, readSnapshot } from '../../tools/journey/journey.ts';
import { launchKaitsu, type Running } from '../../tools/journey/launch.ts';
import { readUsers } from '../../tools/journey/users-journey.ts';
import { type PrivateSession, startPrivateSession } from '../../tools/shell/private-session.ts';
import { createKeys, type Keys } from './keyboard.ts';

/** The whole manual by Tab, Shift+Tab, Enter, Space, arrows, Escape and typing, in a window of 1024 by 700. */
let session: PrivateSession;
let running: Running;
let driver: Driver;
let keys: Keys;
let folder: string;
let papers: PracticePapers;

const button = (name: string) => keys.page.getByRole('button', { name, exact: true });
const buttonBeginning = (name: string) => keys.page.getByRole('button').filter({ hasText: name }).first();
const input = (name: string) => keys.page.locator(`#field-${name}`);
const hasFocus = (selector: string) => keys.page.locator(selector).evaluate((element) => element === document.activeElement);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kaitsu-keyboard-'));
  session = await startPrivateSession('keyboard');
  running = await launchKaitsu({ session, language: 'ja', theme: 'light', size: { width: 1024, height: 700 }, saveFolder: folder });
  driver = createDriver(running.page, 'ja');
  keys = createKeys(running.page);
});
afterAll(async () => {
  await running?.kill();
  await session?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('the first key leads over all that stands on every screen, straight to the content', async () => {
  const { text, page } = driver;
  await page.getByRole('heading', { level: 1, name: text.screens.start.title }).waitFor();
  await page.keyboard.press('Tab');
  expect(await page.locator(':focus').textContent()).toBe(text.shell.skip);
  await page.keyboard.press('Enter');
  expect(await hasFocus('#content')).toBe(true);
  await page.keyboard.press('Tab');
  expect(await page.locator('#content :focus').count()).toBe(1);
});

test('the request form is filled in and saved', async () => {
  const { text, page } = driver;
  const words = text.releaseRequest;
  const labelled = (name: 'branch' | 'company' | 'representative' | 'accountNumber' | 'contractorId' | 'contactName' | 'contactPhone') => ({
    at: page.getByLabel(words.inputs[name].label, { exact: true }),
    value: requestEntries[name],
  });
  await keys.press(buttonBeginning(text.screens.start.choices.lockedOut.label));
  await keys.arrive(text.screens.locked.title);
  await keys.press(button(words.open));
  await keys.arrive(words.title);
  for (const name of ['branch', 'company', 'representative'] as const) await keys.type(labelled(name).at, labelled(name).value);
  await keys.to(page.getByRole('radio', { name: words.accountKinds.ordinary }));
  await page.keyboard.press('ArrowDown');
  expect(await page.getByRole('radio', { name: words.accountKinds.current }).isChecked()).toBe(true);
  for (const name of ['accountNumber', 'contractorId'] as const) await keys.type(labelled(name).at, labelled(name).value);
  await keys.press(page.getByRole('checkbox', { name: words.pins.logonPin, exact: true }), 'Space');
  await keys.press(page.getByRole('radio', { name: words.reasons.mistyped }), 'Space');
  for (const name of ['contactName', 'contactPhone'] as const) await keys.type(labelled(name).at, labelled(name).value);
  await keys.press(button(words.savePdf));
  await page.getByRole('status').filter({ hasText: '.pdf' }).waitFor();
  expect(readdirSync(folder).filter((name) => name.endsWith('.pdf'))).toHaveLength(1);
  await keys.press(button(words.handedIn));
  await keys.arrive(text.screens.awaitingRelease.title);
});

test('the practice panel is opened, used and left, and the focus comes back to its button', async () => {
  const { text, page } = driver;
  papers = await readPapers(driver);
  const opener = button(text.practice.open);
  await keys.to(opener, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.getByText(text.practice.statuses.locked, { exact: true }).waitFor();
  await keys.press(button(text.practice.release));
  await page.getByText(text.practice.statuses.released, { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await page.locator('#practice-panel').waitFor({ state: 'detached' });
  expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
});

test('after the call, this PC is looked at and the menus are walked through', async () => {
  const { text, page } = driver;
  await keys.press(button(text.screens.awaitingRelease.action));
  await keys.arrive(text.screens.logonMenu.title);
  await keys.press(button(text.preflight.details), 'Space');
  await page.locator('.preflight-results li').first().waitFor();
  await keys.press(button(text.preflight.hideDetails), 'Space');
  await keys.press(button(text.screens.logonMenu.choice));
  await keys.arrive(text.screens.activationMenu.title);
  await keys.press(button(text.screens.activationMenu.action));
  await keys.arrive(text.screens.identification.title);
});

test('a question keeps the focus inside until it is answered, and gives it back', async () => {
  const { text, page } = driver;
  await keys.press(button(text.common.startOver));
  const dialog = page.getByRole('alertdialog', { name: text.common.startOverTitle });
  await dialog.waitFor();
  await expect.poll(() => dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  for (let stop = 0; stop < 6; stop += 1) {
    await page.keyboard.press(stop % 3 === 2 ? 'Shift+Tab' : 'Tab');
    expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  }
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => page.locator(':focus').textContent()).toBe(text.common.startOver);
});

test('a refused entry leads to the first invalid field, and the right one goes on', async () => {
  const { text, page } = driver;
  await keys.type(input('contractorId'), '1234');
  await page.keyboard.press('Enter');
  expect(await hasFocus('#field-contractorId')).toBe(true);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(papers.customerCard.contractorId);
  await keys.type(input('registrationPin'), papers.applicationForm.registrationPin);
  await page.keyboard.press('Enter');
  await keys.arrive(text.screens.newPins.title);
});

test('new PINs are set, one of them with the software keyboard', async () => {
  const { text, page } = driver;
  const { label } = text.registeredPin;
  await keys.press(button(text.keyboard.openFor(label)));
  await page.getByRole('toolbar', { name: text.keyboard.keys }).waitFor();
  await keys.to(page.locator('.key').first());
  await pressDigits(papers.applicationForm.registrationPin);
  expect(await input('registrationPin').inputValue()).toBe(papers.applicationForm.registrationPin);
  await keys.press(button(text.keyboard.done));
  expect(await hasFocus('#field-logonPin')).toBe(true);
  await page.keyboard.type(newPins.logon);
  await keys.to(button(text.keyboard.close));
  await page.keyboard.press('Escape');
  await page.locator('.keyboard').waitFor({ state: 'detached' });
  await keys.type(input('logonPinReentry'), newPins.logon);
  await keys.type(input('confirmationPin'), newPins.confirmation);
  await keys.type(input('confirmationPinReentry'), newPins.confirmation);
  await keys.press(button(text.screens.newPins.action), 'Space');
  await keys.arrive(text.screens.oneTimePassword.title);
});

/** Over the row of digits with the arrows, from its first key on. */
async function pressDigits(digits: string): Promise<void> {
  const order = '1234567890';
  let here = 0;
  for (const digit of digits) {
    const there = order.indexOf(digit);
    for (; here < there; here += 1) await keys.page.keyboard.press('ArrowRight');
    for (; here > there; here -= 1) await keys.page.keyboard.press('ArrowLeft');
    await keys.page.keyboard.press('Enter');
  }
}

test('the one-time password is entered, the certificate is retrieved, and the administrator logs on', async () => {
  const { text, page } = driver;
  await keys.type(input('oneTimePassword'), await readOneTimePassword(driver, papers));
  await page.keyboard.press('Enter');
  await keys.arrive(text.screens.certificateRequired.title);
  await keys.press(button(text.screens.certificateRequired.action));
  await keys.arrive(text.screens.certificateReady.title);
  await keys.type(input('logonPin'), newPins.logon);
  await page.keyboard.press('Enter');
  await keys.arrive(text.screens.loggedOn.title);
  expect((await readSnapshot(driver)).state.step).toBe('loggedOn');
});

test("a user's PINs are changed", async () => {
  const { text, page } = driver;
  const words = text.users;
  await keys.press(buttonBeginning(words.menu.title));
  await keys.arrive(words.menu.title);
  await keys.press(buttonBeginning(words.registerOrChange.title));
  await keys.arrive(words.registerOrChange.title);
  await keys.press(buttonBeginning(words.selection.title));
  await keys.arrive(words.selection.title);
  await page.getByRole('table').waitFor();
  const state = await readUsers(driver);
  const user = state.screen === 'selection' ? state.list?.users[0] : undefined;
  if (user === undefined) throw new Error('Nobody stands in the list.');
  await keys.press(button(words.selection.changeUser(user.userId)));
  await keys.arrive(words.change.title);
  await keys.type(input('userLogonPin'), 'Tsuki3Hoshi');
  await keys.type(input('userLogonPinReentry'), 'Tsuki3Hoshi');
  await keys.type(input('userConfirmationPin'), 'Kumo3Kaze');
  await keys.type(input('userConfirmationPinReentry'), 'Kumo3Kaze');
  await keys.type(input('confirmationPin'), newPins.confirmation);
  await page.keyboard.press('Enter');
  await keys.arrive(words.selection.title);
  await page.getByRole('status').filter({ hasText: user.userId }).waitFor();
});

test('at every stop on the way the focus could be seen, and nothing lay over it', () => {
  expect(keys.stops()).toBeGreaterThan(100);
  expect(keys.defects).toEqual([]);
});
