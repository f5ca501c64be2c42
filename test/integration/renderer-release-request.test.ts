import { describe, expect, it } from 'vitest';
import { languages } from '../../preload/contract/preferences.ts';
import { noEntries } from '../../preload/contract/request-rules.ts';
import { snapshotOf } from '../../renderer/help/samples/procedure.ts';
import { requestEntries } from '../../renderer/help/samples/request.ts';
import { catalogues } from '../../tools/window/catalogues.ts';
import { problem, releaseRequest, states } from '../../tools/window/snapshots.ts';
import { requestForm } from '../support/request-form.ts';

const { ja } = catalogues;
const words = ja.releaseRequest;
const done = { ok: true, value: { kind: 'done' } };
const { open, opened, openForm, input } = requestForm();
const calls = async (name: string) => (await opened().calls()).filter((call) => call.name === name);

describe('the request form in the window', () => {
  it('puts what is typed onto the paper at once, and hands it over to be kept a moment later', async () => {
    const page = await openForm({ ...noEntries, date: '2026-11-22' });
    await input('company').fill('株式会社みなと文具');
    const paper = page.locator('.request-preview');
    await paper.getByText('株式会社みなと文具').waitFor();
    await paper.getByText('令和8年11月22日').waitFor();
    await page.getByText(words.dateOnPaper('令和8年11月22日', ''), { exact: true }).waitFor();
    await expect.poll(() => calls('releaseRequest.keep')).toHaveLength(1);
    expect((await calls('releaseRequest.keep'))[0]?.input).toMatchObject({ company: '株式会社みなと文具' });
  });

  it('writes the day as the paper will, over the change of an era and on a leap day, and says where a year is only half typed', async () => {
    const page = await openForm(requestEntries);
    const paper = page.locator('.request-preview');
    for (const [day, written] of [
      ['2019-04-30', '平成31年4月30日'],
      ['2019-05-01', '令和元年5月1日'],
      ['2028-02-29', '令和10年2月29日'],
    ] as const) {
      await input('date').fill(day);
      await page.getByText(words.dateOnPaper(written, ''), { exact: true }).waitFor();
      await paper.getByText(written).waitFor();
    }
    await input('date').fill('0202-11-22');
    await input('date').blur();
    await page.locator('#request-error-date').getByText(words.errors.notADay(0)).waitFor();
    expect(await page.locator('.field:has(#request-date) .field-hint').count()).toBe(0);
    await input('date').fill('2026-11-22');
    await page.locator('#request-error-date').getByText(words.errors.notADay(0)).waitFor({ state: 'detached' });
  });

  it('hands over the last keystrokes even when one leaves at once', async () => {
    await openForm(requestEntries);
    await input('branch').fill('港支店');
    await opened().page.evaluate((value) => window.fakeMain.publish('releaseRequest', value), releaseRequest());
    await expect.poll(() => calls('releaseRequest.keep')).toMatchObject([{ input: { branch: '港支店' } }]);
  });

  it.each(['blur', 'pagehide', 'beforeunload'])('hands over the last keystrokes at %s, without waiting: the window may be about to close', async (leaving) => {
    // The clock stands: no moment passes after which they would be handed over anyway.
    const page = await openForm(requestEntries, { before: (page) => page.clock.install() });
    await page.clock.pauseAt(new Date(Date.now() + 60_000));
    await input('branch').fill('港支店');
    expect(await calls('releaseRequest.keep')).toEqual([]);
    await page.evaluate((name) => window.dispatchEvent(new Event(name)), leaving);
    expect(await calls('releaseRequest.keep')).toMatchObject([{ input: { branch: '港支店' } }]);
  });

  it('says that entries could not be kept, and takes it back once they are', async () => {
    const page = await openForm(requestEntries);
    await opened().answer('releaseRequest.keep', { ok: false, problem: problem('disk-full') });
    await input('branch').fill('港支店');
    await page.getByRole('alert').getByText(ja.problem.codes['disk-full'].title).waitFor();
    expect(await input('branch').evaluate((element) => element === document.activeElement)).toBe(true);
    await opened().answer('releaseRequest.keep', { ok: true });
    await input('branch').fill('本店営業部');
    await page.getByRole('alert').getByText(ja.problem.codes['disk-full'].title).waitFor({ state: 'detached' });
  });

  it('shows a long reason whole, and on one line of the paper: Enter and pasted line breaks do not break it', async () => {
    const page = await openForm({ ...requestEntries, reasonText: '' });
    const reason =
      '管理者の引き継ぎの途中で、前任者の控えを見ながら続けて入力を誤り、その後あらためて試したときにも、大文字と小文字を取り違えていたことが分かったため';
    expect(await input('reasonText').evaluate((element) => element.clientHeight / Number.parseFloat(getComputedStyle(element).lineHeight))).toBeGreaterThan(2);
    await input('reasonText').focus();
    await page.keyboard.type(reason);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Shift+Enter');
    expect(await input('reasonText').inputValue()).toBe(reason);
    const cut = await input('reasonText').evaluate(({ scrollWidth, clientWidth, scrollHeight, clientHeight }) => [
      scrollWidth - clientWidth,
      scrollHeight - clientHeight,
    ]);
    expect(cut).toEqual([0, 0]);
    await input('reasonText').fill('引き継ぎの途中で\n誤ったため');
    await page.locator('.request-preview').getByText('引き継ぎの途中で 誤ったため').waitFor();
    for (const order of ['print', 'saveAsPdf', 'keep']) expect(await calls(`releaseRequest.${order}`)).toEqual([]);
  });

  it.each(languages)('says in %s at the field what the paper has no characters for, and lets Korean names and rare kanji through', async (language) => {
    const { inputs, errors, print } = catalogues[language].releaseRequest;
    const page = await openForm(
      { ...requestEntries, company: '문구상사 뷁', representative: '代表取締役 髙﨑 邉 葛\u{E0100} 𠮷', contactName: '총무과 ①' },
      { preferences: { language, theme: 'light' } },
    );
    await page.getByLabel(inputs.reasonText.label, { exact: true }).fill('忘れたため 😀');
    await page.getByRole('button', { name: print, exact: true }).click();
    await page.locator('#request-error-reasonText').getByText(errors.notPrintable(0)).waitFor();
    expect(await page.locator('[aria-invalid="true"]').evaluateAll((elements) => elements.map(({ id }) => id))).toEqual(['request-reasonText']);
    expect(await calls('releaseRequest.print')).toEqual([]);
  });

  it("turns an input method's dashes into hyphens", async () => {
    const page = await openForm(requestEntries);
    await input('contactPhone').fill('03ー1234ー5678');
    await page.keyboard.press('Tab');
    expect(await input('contactPhone').inputValue()).toBe('03-1234-5678');
    expect(await input('contactPhone').getAttribute('aria-invalid')).toBe('false');
  });

  it('takes the dash out of a number, and says what is still wrong with it', async () => {
    const page = await openForm(requestEntries);
    await input('accountNumber').fill('123−456');
    expect(await input('accountNumber').inputValue()).toBe('123456');
    await page.keyboard.press('Tab');
    await page.locator('#request-error-accountNumber').getByText(words.errors.wrongLength(7)).waitFor();
  });

  it('names a character that nobody sees', async () => {
    const page = await openForm(requestEntries);
    await input('company').fill('開通\u200B商事');
    await page.keyboard.press('Tab');
    await page.locator('#request-error-company').getByText(words.errors.invisible(0)).waitFor();
  });

  it('leaves what an input method composes alone until it is done', async () => {
    const page = await openForm({ ...requestEntries, contactPhone: '' });
    const session = await page.context().newCDPSession(page);
    await input('contactPhone').focus();
    await session.send('Input.imeSetComposition', { text: '０３ー', selectionStart: 3, selectionEnd: 3 });
    expect(await input('contactPhone').inputValue()).toBe('０３ー');
    await session.send('Input.insertText', { text: '０３ー' });
    await expect.poll(() => input('contactPhone').inputValue()).toBe('03-');
  });

  it('asks for the user only where a PIN of a user is locked, and for words only where the reason is another', async () => {
    const page = await openForm({ ...noEntries, date: '2026-11-22' });
    expect(await input('userName').count()).toBe(0);
    await page.getByRole('checkbox', { name: words.pins.userLogonPin, exact: true }).check();
    await input('userName').waitFor();
    expect(await input('reasonText').count()).toBe(0);
    await page.getByRole('radio', { name: words.reasons.other }).check();
    await input('reasonText').fill('引き継ぎのため');
    await page.getByRole('radio', { name: words.reasons.forgotten }).check();
    expect(await page.locator('.request-preview').textContent()).not.toContain('引き継ぎのため');
    // A person who comes back finds the words again.
    await page.getByRole('radio', { name: words.reasons.other }).check();
    expect(await input('reasonText').inputValue()).toBe('引き継ぎのため');
    await page.locator('.request-preview').getByText('引き継ぎのため').waitFor();
  });

  it('leads to the first thing that is missing, says what, and orders nothing', async () => {
    const page = await openForm({ ...requestEntries, company: '', contractorId: '４０７１８２０５９３６', contactPhone: '' });
    await page.getByRole('button', { name: words.print }).click();
    await page.getByText(words.errorCount(2)).waitFor();
    expect(await input('company').evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await input('company').getAttribute('aria-invalid')).toBe('true');
    expect(await input('contractorId').inputValue()).toBe('40718205936');
    await input('company').fill('株');
    await input('contactPhone').fill('03-1234-5678');
    expect(await page.getByText(words.errorCount(1)).count()).toBe(0);
    expect(await calls('releaseRequest.print')).toEqual([]);
  });

  it('is filled in and ordered by keyboard alone', async () => {
    const page = await openForm({ ...requestEntries, contactPhone: '' });
    await opened().answer('releaseRequest.saveAsPdf', done);
    await input('contactPhone').focus();
    await page.keyboard.type('03-5550-0142');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(words.savePdf);
    await page.keyboard.press('Enter');
    await page.getByText(words.saved('')).waitFor();
    expect(await calls('releaseRequest.saveAsPdf')).toMatchObject([{ input: requestEntries }]);
  });

  it.each([
    [{ kind: 'cancelled' }, words.cancelled],
    [{ kind: 'noPrinter' }, words.noPrinter],
    [{ kind: 'printFailed' }, words.printFailed],
    [{ kind: 'printUnknown' }, words.printUnknown],
    [{ kind: 'done' }, words.printed],
  ])('says how the printing ended: %o', async (value, sentence) => {
    const page = await openForm(requestEntries);
    await opened().answer('releaseRequest.print', { ok: true, value });
    await page.getByRole('button', { name: words.print, exact: true }).click();
    await page.getByRole('status').getByText(sentence).waitFor();
  });

  it('gives the page the name of the form while a PDF is made of it, and its own afterwards', async () => {
    const page = await openForm(requestEntries);
    const usual = await page.title();
    await opened().answer('releaseRequest.saveAsPdf', done);
    await opened().hold('releaseRequest.saveAsPdf');
    await page.getByRole('button', { name: words.savePdf }).click();
    await expect.poll(() => page.title()).toBe(releaseRequest().layout.title);
    await opened().letGo('releaseRequest.saveAsPdf');
    await expect.poll(() => page.title()).toBe(usual);
  });

  it('asks for no PIN: none of its inputs is one', async () => {
    const page = await openForm(requestEntries);
    expect(await page.locator('input[type="password"]').count()).toBe(0);
    await page.getByText(words.noPins).waitFor();
  });
});

describe('waiting for the branch, in the window', () => {
  it('ticks off what is ready', async () => {
    const { page } = await open({ snapshot: snapshotOf(states.awaitingRelease) });
    await page.getByRole('checkbox', { name: words.things.applicationForm.name }).click();
    expect((await calls('releaseRequest.setPrepared'))[0]?.input).toEqual({ thing: 'applicationForm', ready: true });
    await page.evaluate((value) => window.fakeMain.publish('releaseRequest', value), releaseRequest({ prepared: ['applicationForm'] }));
    await page.getByRole('status').getByText(words.preparedCount(1, 3)).waitFor();
    expect(await page.getByRole('checkbox', { name: words.things.applicationForm.name }).isChecked()).toBe(true);
  });

  it('asks for day and time of the reminder, and hands them over with its texts', async () => {
    const { page } = await open({ snapshot: snapshotOf(states.awaitingRelease), context: { timezoneId: 'Asia/Tokyo' } });
    await opened().answer('releaseRequest.saveReminder', done);
    await page.getByLabel(words.reminderDay, { exact: true }).fill('');
    await page.getByRole('button', { name: words.reminderSave }).click();
    await page.getByText(words.reminderWrong).waitFor();
    await page.getByLabel(words.reminderDay, { exact: true }).fill('2020-11-25');
    await page.getByRole('button', { name: words.reminderSave }).click();
    await page.getByText(words.reminderPast).waitFor();
    expect(await calls('releaseRequest.saveReminder')).toEqual([]);
    await page.getByLabel(words.reminderDay, { exact: true }).fill('2099-11-25');
    await page.getByRole('button', { name: words.reminderSave }).click();
    await page.getByText(words.reminderSaved).waitFor();
    expect((await calls('releaseRequest.saveReminder'))[0]?.input).toMatchObject({ at: '2099-11-25T01:00:00.000Z', title: words.reminderEvent('開通銀行') });
  });
});
