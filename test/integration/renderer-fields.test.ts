import type { Locator, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import type { ProcedureState } from '../../preload/contract/procedure.ts';
import { snapshotOf } from '../../renderer/help/samples/procedure.ts';
import { requestEntries } from '../../renderer/help/samples/request.ts';
import { catalogues, errorLimits } from '../../tools/window/catalogues.ts';
import { problem, releaseRequest, states } from '../../tools/window/snapshots.ts';
import { testWindow } from '../support/test-window.ts';

const text = catalogues.ja;
const limits = errorLimits({ length: 11 });
const { open: openTestWindow, opened } = testWindow();

/** No request was filled in, so that every field is empty. */
const request = releaseRequest({ entries: { ...requestEntries, contractorId: '' } });

const open = async (state: ProcedureState, before?: (page: Page) => Promise<void>): Promise<Page> => {
  const { page } = await openTestWindow({ snapshot: snapshotOf(state), request, ...(before === undefined ? {} : { before }) });
  await page.locator('form').waitFor();
  return page;
};
const field = (page: Page, name: string): Locator => page.locator(`#field-${name}`);
const wordsOf = async (locator: Locator): Promise<string> => (await locator.textContent()) ?? '';
const said = (page: Page, name: string): Promise<string> => wordsOf(page.locator(`#messages-${name}`));
const submit = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

describe('what the administrator types', () => {
  it('is checked as they leave the field, and the field says what is wrong in words', async () => {
    const page = await open(states.identification);
    await field(page, 'contractorId').fill('1234');
    expect(await said(page, 'contractorId')).toBe('');
    await page.keyboard.press('Tab');
    expect(await said(page, 'contractorId')).toContain(text.input.errors.wrongLength(limits));
    expect(await field(page, 'contractorId').getAttribute('aria-invalid')).toBe('true');
    expect(await field(page, 'contractorId').getAttribute('aria-describedby')).toContain('messages-contractorId');
    await field(page, 'contractorId').fill('40718205936');
    expect(await said(page, 'contractorId')).toBe('');
  });

  it('leads to the first invalid field when it cannot be sent, and nothing is sent', async () => {
    const page = await open(states.newPins);
    await field(page, 'registrationPin').fill('8264');
    await field(page, 'logonPin').fill('umisora');
    await submit(page, text.screens.newPins.action);
    expect(await field(page, 'logonPin').evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await said(page, 'logonPin')).toContain(text.input.errors.needsLetterAndDigit(limits));
    expect(await said(page, 'confirmationPin')).toContain(text.input.errors.empty(limits));
    expect(await said(page, 'email')).toBe('');
    expect(await opened().calls()).toEqual([]);
  });

  it('becomes half-width as it is typed, and the caret stays where it was', async () => {
    const page = await open(states.identification);
    await field(page, 'contractorId').pressSequentially('４０７１8２０５９36');
    expect(await field(page, 'contractorId').inputValue()).toBe('40718205936');
    await field(page, 'contractorId').fill('4071936');
    await field(page, 'contractorId').evaluate((input) => input instanceof HTMLInputElement && input.setSelectionRange(4, 4));
    await page.keyboard.insertText('８２');
    await page.keyboard.insertText('05');
    expect(await field(page, 'contractorId').inputValue()).toBe('40718205936');
    expect(await said(page, 'contractorId')).toBe('');
  });

  it('becomes half-width through an input method only when its composition ends', async () => {
    const page = await open(states.newPins);
    const session = await page.context().newCDPSession(page);
    await field(page, 'email').focus();
    await session.send('Input.imeSetComposition', { text: 'ｓｏｕｍｕ', selectionStart: 5, selectionEnd: 5 });
    expect(await field(page, 'email').inputValue()).toBe('ｓｏｕｍｕ');
    await session.send('Input.insertText', { text: 'ｓｏｕｍｕ' });
    await expect.poll(() => field(page, 'email').inputValue()).toBe('soumu');
  });

  it('need not be read from the card again where it stands on the request', async () => {
    const { page } = await openTestWindow({ snapshot: snapshotOf(states.identification) });
    expect(await field(page, 'contractorId').inputValue()).toBe(requestEntries.contractorId);
    await page.getByText(text.screens.identification.fromRequest).waitFor();
  });

  it('loses the blanks and hyphens of a pasted contractor ID', async () => {
    const page = await open(states.identification);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate(() => navigator.clipboard.writeText('\uFEFF4071-8205　936\u00A0'));
    await field(page, 'contractorId').focus();
    await page.keyboard.press('Control+V');
    expect(await field(page, 'contractorId').inputValue()).toBe('40718205936');
  });

  it('ticks the rules of a new PIN for the half-width characters that stand there', async () => {
    const page = await open(states.newPins);
    await field(page, 'logonPin').pressSequentially('ｕｍｉ８ｓｏｒａ');
    const rules = page.getByRole('list', { name: text.input.rules }).first().getByRole('listitem');
    for (const words of await rules.allInnerTexts()) expect(words).toContain(text.input.ruleMet);
  });

  it.each([
    ['さくら2024', 'japanese'],
    ['벚꽃2024', 'otherScript'],
    ['Umi8Sora42 ', 'blank'],
    ['Umi8\u200BSora42', 'invisible'],
    ['Umi8\u0008Sora42', 'control'],
    ['cafe\u03012024', 'combining'],
  ] as const)('is not sent as an existing PIN where it can never be right: %j', async (typed, error) => {
    const page = await open(states.certificateReady);
    await field(page, 'logonPin').fill(typed);
    await submit(page, text.screens.certificateReady.action);
    expect(await said(page, 'logonPin')).toContain(text.input.errors[error](limits));
    expect(await opened().calls()).toEqual([]);
  });

  it('is sent as an existing PIN though it follows no rule for new ones', async () => {
    const page = await open(states.certificateReady);
    await field(page, 'logonPin').fill('sakura#');
    await submit(page, text.screens.certificateReady.action);
    expect(await opened().calls()).toEqual([{ name: 'procedure.logOn', input: { logonPin: 'sakura#' } }]);
  });

  it('must be typed a second time by hand: pasting into a re-entry is refused with the reason', async () => {
    const page = await open(states.newPins);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate(() => navigator.clipboard.writeText('Umi8Sora42'));
    await field(page, 'logonPin').focus();
    await page.keyboard.press('Control+V');
    expect(await field(page, 'logonPin').inputValue()).toBe('Umi8Sora42');
    await field(page, 'logonPinReentry').focus();
    await page.keyboard.press('Control+V');
    expect(await field(page, 'logonPinReentry').inputValue()).toBe('');
    expect(await said(page, 'logonPinReentry')).toContain(text.input.pasteRefused);
  });

  it('must be the same both times, and is compared again when the first entry changes', async () => {
    const page = await open(states.newPins);
    await field(page, 'logonPin').fill('Umi8Sora42');
    await field(page, 'logonPinReentry').fill('umi8sora42');
    await page.keyboard.press('Tab');
    expect(await said(page, 'logonPinReentry')).toContain(text.input.errors.notEqual(errorLimits({ first: text.fields.logonPin.label })));
    await field(page, 'logonPin').fill('umi8sora42');
    expect(await said(page, 'logonPinReentry')).toBe('');
  });

  it('ticks the rules of a new PIN as it is typed', async () => {
    const page = await open(states.newPins);
    const rules = page.getByRole('list', { name: text.input.rules }).first().getByRole('listitem');
    const met = async () => (await rules.allInnerTexts()).map((words) => words.includes(text.input.ruleMet));
    expect(await met()).toEqual([false, false, false]);
    await field(page, 'logonPin').pressSequentially('umi');
    expect(await met()).toEqual([false, false, true]);
    await field(page, 'logonPin').pressSequentially('8sora');
    expect(await met()).toEqual([true, true, true]);
  });

  it('comes with a warning while Caps Lock is on', async () => {
    const page = await open(states.newPins);
    const press = (modifierCapsLock: boolean) =>
      field(page, 'logonPin').evaluate(
        (element, on) => element.dispatchEvent(new KeyboardEvent('keydown', { key: 'A', bubbles: true, modifierCapsLock: on })),
        modifierCapsLock,
      );
    await press(true);
    expect(await said(page, 'logonPin')).toContain(text.input.capsLock);
    await press(false);
    expect(await said(page, 'logonPin')).toBe('');
  });

  it('is shown only on request, and the focus stays where it was', async () => {
    const page = await open(states.newPins);
    await field(page, 'logonPin').fill('Umi8Sora42');
    expect(await field(page, 'logonPin').getAttribute('type')).toBe('password');
    await page.getByRole('button', { name: text.input.showField(text.fields.logonPin.label), exact: true }).click();
    expect(await field(page, 'logonPin').getAttribute('type')).toBe('text');
    expect(await field(page, 'logonPin').evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await field(page, 'logonPin').inputValue()).toBe('Umi8Sora42');
  });

  it('is not remembered by the browser', async () => {
    const page = await open(states.newPins);
    for (const input of await page.locator('form input').all()) {
      expect(await input.getAttribute('autocomplete')).toBe('off');
      expect(await input.getAttribute('spellcheck')).toBe('false');
    }
    expect(await field(page, 'registrationPin').getAttribute('inputmode')).toBe('numeric');
  });
});

describe('where there is no way on', () => {
  it.each(['bank-untrusted', 'pin-locked'] as const)('after %s the focus is at the heading, and no press that would send is the obvious one', async (code) => {
    const page = await open(states.identification);
    await field(page, 'registrationPin').focus();
    await opened().publish(snapshotOf({ ...states.identification, phase: 'sending' }));
    await opened().publish(snapshotOf({ ...states.identification, problem: problem(code) }));
    await page.getByText(text.problem.codes[code].title).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('screen-title');
    expect(await page.locator('button[type="submit"].button-primary').count()).toBe(0);
    expect(await page.locator('h1').evaluate((heading) => heading.getBoundingClientRect().top)).toBeGreaterThan(100);
  });
});

describe('a PIN on the screen', () => {
  it('is handed over whole, once, and is gone as soon as it was sent; the contractor ID stays', async () => {
    const page = await open(states.identification);
    await opened().hold('procedure.identify');
    await field(page, 'contractorId').fill('40718205936');
    await field(page, 'registrationPin').fill('8264');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    const button = page.getByRole('button', { name: text.screens.identification.action, exact: true });
    expect(await button.getAttribute('aria-disabled')).toBe('true');
    await button.click({ force: true });
    expect(await opened().calls()).toEqual([{ name: 'procedure.identify', input: { contractorId: '40718205936', registrationPin: '8264' } }]);
    expect(await field(page, 'registrationPin').inputValue()).toBe('');
    expect(await field(page, 'contractorId').inputValue()).toBe('40718205936');
    await opened().letGo('procedure.identify');
  });

  it('never stands in an attribute of the page', async () => {
    const page = await open(states.newPins);
    for (const name of ['logonPin', 'logonPinReentry', 'confirmationPin', 'confirmationPinReentry']) await field(page, name).pressSequentially('Umi8Sora42');
    expect(await page.content()).not.toContain('Umi8Sora42');
    await page.getByRole('button', { name: text.input.showField(text.fields.logonPin.label), exact: true }).click();
    expect(await page.content()).not.toContain('Umi8Sora42');
  });

  it('is gone when the screen is left', async () => {
    const page = await open(states.newPins);
    await field(page, 'logonPin').fill('Umi8Sora42');
    const element = await field(page, 'logonPin').elementHandle();
    await opened().publish(snapshotOf(states.oneTimePassword));
    await field(page, 'oneTimePassword').waitFor();
    expect(await element?.evaluate((input) => (input instanceof HTMLInputElement ? input.value : null))).toBe('');
  });

  it('is gone after ten minutes in which nothing was done, and the screen says so', async () => {
    const page = await open(states.newPins, (fresh) => fresh.clock.install());
    await field(page, 'logonPin').fill('Umi8Sora42');
    await field(page, 'email').fill('soumu@example.co.jp');
    await page.keyboard.press('Shift');
    await page.clock.fastForward('09:50');
    expect(await field(page, 'logonPin').inputValue()).toBe('Umi8Sora42');
    await page.clock.fastForward('00:11');
    expect(await field(page, 'logonPin').inputValue()).toBe('');
    expect(await field(page, 'email').inputValue()).toBe('soumu@example.co.jp');
    await page.getByText(text.input.idleCleared).waitFor();
  });
});

describe('a wrong attempt', () => {
  it('says how many remain, and leads to the field that the bank refused', async () => {
    const page = await open(states.identification);
    await opened().publish(snapshotOf({ ...states.identification, problem: problem('identification-refused', { field: 'registrationPin', attemptsLeft: 5 }) }));
    const alert = page.getByRole('alert').filter({ hasText: text.problem.codes['identification-refused'].title });
    expect(await wordsOf(alert)).toContain(text.problem.attemptsLeft(5));
    expect(await wordsOf(alert)).not.toContain(text.problem.lockMeans);
    expect(await said(page, 'registrationPin')).toContain(text.problem.attemptsLeft(5));
    await field(page, 'registrationPin').fill('1');
    expect(await said(page, 'registrationPin')).toContain(text.problem.attemptsLeft(5));
    expect(await field(page, 'registrationPin').evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('warns before the last one of what a lock would mean', async () => {
    const page = await open({ ...states.oneTimePassword, problem: problem('one-time-password-refused', { field: 'oneTimePassword', attemptsLeft: 1 }) });
    expect(await said(page, 'oneTimePassword')).toContain(text.problem.attemptsLeft(1));
    await page.getByRole('alert').getByText(text.problem.lockMeans).waitFor();
  });

  it('that locks takes the fields away and offers to begin again with the release request', async () => {
    const page = await open({ ...states.identification, problem: problem('pin-locked') });
    expect(await page.locator('form input').count()).toBe(0);
    await page.getByRole('button', { name: text.problem.backToRelease }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: text.common.startOverConfirm }).click();
    // Past the start, to where the request is made.
    await expect.poll(async () => (await opened().calls()).map((call) => call.name)).toEqual(['procedure.startOver', 'procedure.chooseLockedOut']);
  });
});
