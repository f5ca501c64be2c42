import type { Published } from '../../preload/contract/contract.ts';
import type { UsersState } from '../../preload/contract/users.ts';
import { type Driver, enter, headingOf, newPins, press } from './journey.ts';
import { typeByPointer } from './type-by-pointer.ts';

/** Section 3 of the manual as a person walks it: by what is written on the screen. */

export type UserPins = { readonly logon: string; readonly confirmation: string };

/** What main last published of the users' administration. */
export async function readUsers({ page }: Driver): Promise<UsersState> {
  const published: Published<'users'> | undefined = await page.evaluate(() => window.kaitsu?.states.users.fetch());
  if (published === undefined) throw new Error('The page has no window.kaitsu.');
  return published.value;
}

/** From the logon over ご契約先管理情報変更 and 利用者情報登録/変更 to 利用者情報選択. */
export async function reachUserSelection(driver: Driver): Promise<void> {
  const { page, text, look } = driver;
  const words = text.users;
  await press(driver, words.menu.title);
  await headingOf(page, words.menu.title).waitFor();
  await look('users-menu');
  await press(driver, words.registerOrChange.title);
  await headingOf(page, words.registerOrChange.title).waitFor();
  await look('users-register-or-change');
  await press(driver, words.selection.title);
  await headingOf(page, words.selection.title).waitFor();
  await page.getByRole('table').waitFor();
  await look('user-selection');
}

/** 「変更」 beside a user in the list. */
export async function chooseUser(driver: Driver, userId: string): Promise<void> {
  const { page, text } = driver;
  await page.getByRole('button', { name: text.users.selection.changeUser(userId), exact: true }).click();
  await arriveAtUser(driver, userId);
}

/** The offer to go on with the next user who is still to do: the button names them. */
export async function goOnWithNext(driver: Driver, userId: string): Promise<void> {
  await driver.page
    .locator('.sheet-actions')
    .getByRole('button', { name: new RegExp(userId, 'u') })
    .click();
  await arriveAtUser(driver, userId);
}

async function arriveAtUser({ page, text }: Driver, userId: string): Promise<void> {
  await headingOf(page, text.users.change.title).waitFor();
  await page.getByRole('definition').filter({ hasText: userId }).waitFor();
}

/** 利用者情報変更: both PINs are overwritten, and confirmed with the administrator's. */
export async function overwriteUserPins(driver: Driver, pins: UserPins, confirmationPin: string = newPins.confirmation): Promise<void> {
  const { fields, users } = driver.text;
  await enter(driver, fields.userLogonPin.label, pins.logon);
  await enter(driver, fields.userLogonPinReentry.label, pins.logon);
  await enter(driver, fields.userConfirmationPin.label, pins.confirmation);
  await enter(driver, fields.userConfirmationPinReentry.label, pins.confirmation);
  await enter(driver, fields.confirmationPin.label, confirmationPin);
  await press(driver, users.change.action);
}

/** The word above the list that says what was done. */
export async function seeDone({ page, text }: Driver, userId: string): Promise<void> {
  await headingOf(page, text.users.selection.title).waitFor();
  await page.getByRole('status').filter({ hasText: userId }).waitFor();
}

/** The same, with nothing but the software keyboard, its keys in another order each time. @returns the orders in which they stood */
export async function overwriteUserPinsByPointer(driver: Driver, pins: UserPins, confirmationPin: string = newPins.confirmation): Promise<readonly string[]> {
  const { page, text, look } = driver;
  const { fields, keyboard, users } = text;
  await page.getByRole('button', { name: keyboard.openFor(fields.userLogonPin.label), exact: true }).click();
  await page.getByText(keyboard.shuffle, { exact: true }).click();
  await page.locator('.keyboard-shuffled').waitFor();
  await look('user-change-keyboard');
  const orders: string[] = [];
  for (const [label, value] of [
    [fields.userLogonPin.label, pins.logon],
    [fields.userLogonPinReentry.label, pins.logon],
    [fields.userConfirmationPin.label, pins.confirmation],
    [fields.userConfirmationPinReentry.label, pins.confirmation],
    [fields.confirmationPin.label, confirmationPin],
  ] as const)
    orders.push(await typeByPointer(page, text, label, value));
  await press(driver, users.change.action);
  return orders;
}
