import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import type { UsersState } from '../../preload/contract/users.ts';
import { snapshotOf } from '../../renderer/help/samples/procedure.ts';
import { companyUser, todoOf, userList, usersStates } from '../../renderer/help/samples/users.ts';
import { catalogues, errorLimits } from '../../tools/window/catalogues.ts';
import type { WindowOptions } from '../../tools/window/renderer-window.ts';
import { problem, states } from '../../tools/window/snapshots.ts';
import { testWindow } from '../support/test-window.ts';

const { ja, en } = catalogues;
const words = ja.users;
const { open: openTestWindow, opened } = testWindow();

const open = async (users: UsersState, more: Partial<WindowOptions> = {}): Promise<Page> => {
  const { page } = await openTestWindow({ snapshot: snapshotOf(states.loggedOn), users, ...more });
  return page;
};
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });
const input = (page: Page, name: string) => page.locator(`#field-${name}`);
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const lastCall = async () => (await opened().calls()).at(-1);

describe('the way of manual 3', () => {
  it('leads over the screens by the very labels of the manual, one request a press', async () => {
    const page = await open(usersStates.closed);
    await press(page, 'ご契約先管理情報変更');
    await opened().publishUsers(usersStates.menu);
    await heading(page, 'ご契約先管理情報変更').waitFor();
    await press(page, '利用者情報登録/変更');
    await opened().publishUsers(usersStates.registerOrChange);
    await heading(page, '利用者情報登録/変更').waitFor();
    await press(page, '利用者情報選択');
    await opened().publishUsers(usersStates.selection);
    await heading(page, '利用者情報選択').waitFor();
    await page
      .getByRole('row', { name: /user07/u })
      .getByRole('button', { name: /変更/u })
      .click();
    await opened().publishUsers({ ...usersStates.change, user: companyUser(7) });
    await heading(page, '利用者情報変更').waitFor();
    for (const label of ['利用者暗証番号', '利用者確認暗証番号', 'ご契約先確認暗証番号'])
      expect(await page.getByLabel(label, { exact: true }).count(), label).toBe(1);
    expect((await opened().calls()).map(({ name, input: sent }) => [name, sent])).toEqual([
      ['users.open', undefined],
      ['users.chooseRegisterOrChange', undefined],
      ['users.chooseSelection', undefined],
      ['users.chooseUser', { userId: 'user07' }],
    ]);
  });

  it('keeps the Japanese label beside the English one', async () => {
    const page = await open(usersStates.change, { preferences: { language: 'en', theme: 'light' } });
    for (const label of ['利用者情報変更', '利用者暗証番号', '利用者確認暗証番号', 'ご契約先確認暗証番号'])
      expect(await page.getByText(label).count(), label).toBeGreaterThan(0);
    expect(await page.getByLabel(en.fields.userLogonPin.label, { exact: true }).count()).toBe(1);
  });

  it('takes the focus to the title of every screen and tells its code for the telephone', async () => {
    const page = await open(usersStates.menu);
    await opened().publishUsers(usersStates.registerOrChange);
    const title = heading(page, words.registerOrChange.title);
    await title.waitFor();
    expect(await title.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.locator('.footer').textContent()).toContain('3-2');
  });

  it('is not on the screen while nobody is logged on', async () => {
    const page = await open(usersStates.selection, { snapshot: snapshotOf({ ...states.certificateReady, problem: problem('logged-off') }) });
    await heading(page, ja.screens.certificateReady.again).waitFor();
    await page.getByText(ja.problem.codes['logged-off'].title).waitFor();
    expect(await page.getByRole('table').count()).toBe(0);
  });
});

describe('利用者情報選択', () => {
  it('says in words and with a sign who is locked and who is suspended', async () => {
    const page = await open(usersStates.selection);
    for (const userId of ['user03', 'user07', 'user11']) {
      const row = page.getByRole('row', { name: new RegExp(userId, 'u') });
      expect(await row.getByText(words.selection.statuses.locked).count(), userId).toBe(1);
      expect(await row.locator('svg').count(), userId).toBe(1);
    }
    expect(
      await page
        .getByRole('row', { name: /user09/u })
        .getByText(words.selection.statuses.suspended)
        .count(),
    ).toBe(1);
    expect(
      await page
        .getByRole('row', { name: /user01/u })
        .getByText(words.selection.statuses.inUse)
        .count(),
    ).toBe(1);
  });

  it('offers the next user who is still to do, and says who is done', async () => {
    const done = { what: 'pins', user: companyUser(3, { locked: false }) } as const;
    const page = await open({ ...usersStates.selection, todo: todoOf(12, 1), done });
    await page.getByRole('status').getByText(words.selection.done.pins('user03 営業一課 担当1')).waitFor();
    await page.getByText(words.selection.todoCount(1, 3)).waitFor();
    await press(page, words.selection.nextUser(`user07 ${companyUser(7).name}`));
    expect(await lastCall()).toEqual({ name: 'users.chooseUser', input: { userId: 'user07' } });
    await opened().publishUsers({ ...usersStates.selection, todo: todoOf(12, 3) });
    await page.getByText(words.selection.todoAllDone).waitFor();
    expect(await page.getByRole('button', { name: /次の利用者/u }).count()).toBe(0);
  });

  it('searches by keyboard alone, keeps the focus, and turns the pages of 99 users', async () => {
    const page = await open({ ...usersStates.selection, list: userList(99), todo: todoOf(99, 0) });
    await page.getByLabel(words.selection.searchLabel).focus();
    await page.keyboard.type('大阪');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await lastCall()).toEqual({ name: 'users.search', input: { search: '大阪', lockedOnly: true, page: 1 } });
    const search = { search: '大阪', lockedOnly: true, page: 1 };
    await opened().publishUsers({ ...usersStates.selection, search, list: userList(99) });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(words.selection.search);
    expect(await page.getByLabel(words.selection.searchLabel).inputValue()).toBe('大阪');
    await page.getByText(words.selection.range(1, 20, 99)).waitFor();
    await page
      .getByRole('navigation', { name: words.selection.pages })
      .getByRole('button', { name: words.selection.page(5) })
      .click();
    expect(await lastCall()).toEqual({ name: 'users.search', input: { ...search, page: 5 } });
    await opened().publishUsers({ ...usersStates.selection, search: { ...search, page: 5 }, list: userList(99, 5) });
    await page.getByText(words.selection.range(81, 99, 99)).waitFor();
    const before = (await opened().calls()).length;
    await page.getByRole('button', { name: words.selection.next, exact: true }).click({ force: true });
    expect((await opened().calls()).length).toBe(before);
    expect(await page.getByRole('button', { name: words.selection.page(5) }).getAttribute('aria-current')).toBe('page');
  });

  it('says that nobody fits, and shows all again', async () => {
    const page = await open({
      ...usersStates.selection,
      search: { search: 'zzz', lockedOnly: false, page: 1 },
      list: { ...userList(12), users: [], total: 0 },
    });
    await page.getByText(words.selection.nobody).waitFor();
    await press(page, words.selection.showAll);
    expect(await lastCall()).toEqual({ name: 'users.search', input: { search: '', lockedOnly: false, page: 1 } });
    await opened().publishUsers(usersStates.selection);
    await page.getByRole('table').waitFor();
    expect(await page.getByLabel(words.selection.searchLabel).inputValue()).toBe('');
  });

  it('says when the bank cannot be reached, and reads again', async () => {
    const page = await open({ ...usersStates.selection, list: null, todo: [], problem: problem('bank-unreachable', { screenCode: '3-3-401' }) });
    await page.getByRole('alert').getByText(ja.problem.codes['bank-unreachable'].title).waitFor();
    await press(page, words.selection.retry);
    expect(await lastCall()).toMatchObject({ name: 'users.search' });
  });
});

describe('利用者情報変更', () => {
  const good = {
    userLogonPin: 'Hikari77',
    userLogonPinReentry: 'Hikari77',
    userConfirmationPin: 'Kaze2031',
    userConfirmationPinReentry: 'Kaze2031',
    confirmationPin: 'Momiji9x',
  };
  const fillAll = async (page: Page) => {
    for (const [name, value] of Object.entries(good)) await input(page, name).fill(value);
  };

  it('sends the PINs once, takes them off the screen, and keeps them in no attribute', async () => {
    const page = await open(usersStates.change);
    await fillAll(page);
    await press(page, words.change.action);
    expect(await lastCall()).toEqual({ name: 'users.overwritePins', input: good });
    for (const name of Object.keys(good)) expect(await input(page, name).inputValue(), name).toBe('');
    const html = await page.content();
    for (const secret of new Set(Object.values(good))) expect(html).not.toContain(secret);
  });

  it('leads to the first invalid field and sends nothing', async () => {
    const page = await open(usersStates.change);
    await fillAll(page);
    await input(page, 'userLogonPin').fill('hikari');
    await input(page, 'userConfirmationPinReentry').fill('kaze2031');
    await press(page, words.change.action);
    expect(await opened().calls()).toEqual([]);
    expect(await input(page, 'userLogonPin').evaluate((element) => element === document.activeElement)).toBe(true);
    await page.locator('#messages-userLogonPin').getByText(ja.input.errors.needsLetterAndDigit(errorLimits())).waitFor();
    await page
      .locator('#messages-userConfirmationPinReentry')
      .getByText(ja.input.errors.notEqual(errorLimits({ first: ja.fields.userConfirmationPin.label })))
      .waitFor();
  });

  it('refuses to paste into a re-entry', async () => {
    const page = await open(usersStates.change);
    for (const name of ['userLogonPinReentry', 'userConfirmationPinReentry']) {
      await input(page, name).evaluate((element) => element.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true })));
      await page.locator(`#messages-${name}`).getByText(ja.input.pasteRefused).waitFor();
    }
  });

  it('names the attempts that are left beside the field, and at the last one what a lock would mean', async () => {
    const refused = problem('confirmation-refused', { field: 'confirmationPin', attemptsLeft: 1, screenCode: '3-4-122' });
    const page = await open({ ...usersStates.change, problem: refused });
    // All five were cleared: they are entered again from the first.
    expect(await input(page, 'userLogonPin').evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await input(page, 'confirmationPin').getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByText(ja.problem.attemptsLeft(1)).count()).toBe(2);
    expect(await page.locator('.footer').textContent()).toContain('3-4-122');
  });

  it('shows nothing of one user at the next', async () => {
    const page = await open(usersStates.change);
    await input(page, 'userLogonPin').fill('Hikari77');
    await opened().publishUsers({ ...usersStates.change, user: companyUser(7) });
    await page.locator('.user-facts').getByText('user07').waitFor();
    expect(await input(page, 'userLogonPin').inputValue()).toBe('');
  });

  it('changes name and suspension without asking for new PINs', async () => {
    const page = await open({ ...usersStates.change, user: companyUser(2), part: 'data' });
    expect(await input(page, 'userName').inputValue()).toBe(companyUser(2).name);
    expect(await input(page, 'userLogonPin').count()).toBe(0);
    await input(page, 'userName').fill('総務課 担当9');
    await page.getByLabel(words.change.suspended).check();
    await input(page, 'confirmationPin').fill('Momiji9x');
    await press(page, words.change.action);
    expect(await lastCall()).toEqual({ name: 'users.change', input: { userName: '総務課 担当9', suspended: true, confirmationPin: 'Momiji9x' } });
    expect(await input(page, 'userName').inputValue()).toBe('総務課 担当9');
    expect(await input(page, 'confirmationPin').inputValue()).toBe('');
  });

  it('leads from the one part to the other', async () => {
    const page = await open(usersStates.change);
    await press(page, words.change.toData);
    expect(await lastCall()).toEqual({ name: 'users.choosePart', input: { part: 'data' } });
    await opened().publishUsers({ ...usersStates.change, part: 'data' });
    await press(page, words.change.toPins);
    expect(await lastCall()).toEqual({ name: 'users.choosePart', input: { part: 'pins' } });
  });
});

describe('利用者情報登録', () => {
  it('checks ID and name, and sends all at once', async () => {
    const page = await open(usersStates.register);
    await input(page, 'userId').fill('ab');
    await input(page, 'userId').blur();
    await page
      .locator('#messages-userId')
      .getByText(ja.input.errors.tooShort(errorLimits({ min: 4 })))
      .waitFor();
    await input(page, 'userId').fill('ｓａｌｅｓ２１');
    expect(await input(page, 'userId').inputValue()).toBe('sales21');
    await input(page, 'userName').fill('営業二課 担当2');
    for (const name of ['userLogonPin', 'userLogonPinReentry']) await input(page, name).fill('Hikari77');
    for (const name of ['userConfirmationPin', 'userConfirmationPinReentry']) await input(page, name).fill('Kaze2031');
    await input(page, 'confirmationPin').fill('Momiji9x');
    await press(page, words.register.action);
    expect(await lastCall()).toMatchObject({ name: 'users.register', input: { userId: 'sales21', userName: '営業二課 担当2', confirmationPin: 'Momiji9x' } });
  });

  it('goes to the ID when the bank says that it is taken, and keeps what is no secret', async () => {
    const page = await open(usersStates.register);
    await input(page, 'userId').fill('user01');
    await input(page, 'userName').fill('総務課 担当9');
    await opened().publishUsers({ ...usersStates.register, problem: problem('user-id-taken', { field: 'userId' }) });
    await page.getByRole('alert').getByText(ja.problem.codes['user-id-taken'].title).waitFor();
    expect(await input(page, 'userId').evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await input(page, 'userName').inputValue()).toBe('総務課 担当9');
  });
});
