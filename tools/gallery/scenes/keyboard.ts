import type { Page } from 'playwright';
import type { FieldName } from '../../../preload/contract/problem.ts';
import { snapshotOf } from '../../../renderer/help/samples/procedure.ts';
import { usersStates } from '../../../renderer/help/samples/users.ts';
import type { Catalogue } from '../../../renderer/text/ja/catalogue.ts';
import { states } from '../../window/snapshots.ts';
import type { Scenes } from './scene.ts';

/** The software keyboard, open below a field of each kind. */

type FieldWithKeyboard = FieldName & keyof Catalogue['fields'];

/** Opens it and presses a few of its keys, each by its place, so that the same is drawn in every language. */
const openKeyboard =
  (field: FieldWithKeyboard, { capital = false, pressed = 3 } = {}) =>
  async (page: Page, text: Catalogue) => {
    await page.getByRole('button', { name: text.keyboard.openFor(text.fields[field].label), exact: true }).click();
    const keys = page.locator('.key');
    await keys.first().waitFor();
    if (capital) await page.getByRole('button', { name: text.keyboard.capital, exact: true }).click();
    for (let index = 0; index < pressed; index += 1) await keys.nth(index).click();
    await page.mouse.move(0, 0);
  };

const common = { screen: 'software-keyboard', inSight: '.keyboard' } as const;

export const keyboardScenes = {
  'software-keyboard': [
    { ...common, name: '45-keyboard-pin', snapshot: snapshotOf(states.newPins), prepare: openKeyboard('logonPin') },
    {
      ...common,
      name: '46-keyboard-digits',
      snapshot: snapshotOf(states.oneTimePassword),
      prepare: openKeyboard('oneTimePassword', { pressed: 1 }),
    },
    {
      ...common,
      name: '47-keyboard-symbols',
      snapshot: snapshotOf(states.newPins),
      bank: (bank) => ({ ...bank, pinRule: { ...bank.pinRule, symbols: '!#$%&()*+-./:;=?@_' } }),
      prepare: openKeyboard('confirmationPin'),
    },
    {
      ...common,
      name: '48-keyboard-capitals',
      snapshot: snapshotOf(states.loggedOn),
      users: usersStates.change,
      prepare: openKeyboard('userLogonPin', { capital: true }),
    },
    {
      ...common,
      name: '49-keyboard-shuffled',
      snapshot: snapshotOf(states.certificateReady),
      shuffledKeys: true,
      prepare: openKeyboard('logonPin', { pressed: 5 }),
    },
  ],
} as const satisfies Readonly<Record<string, Scenes>>;
