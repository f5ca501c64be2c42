import type { Page } from 'playwright';
import type { FieldName } from '../../../preload/contract/problem.ts';
import { snapshotOf } from '../../../renderer/help/samples/procedure.ts';
import { usersStates } from '../../../renderer/help/samples/users.ts';
import { sampleEntry } from '../../../renderer/reproduction/sample-entries.ts';
import type { Catalogue } from '../../../renderer/text/ja/catalogue.ts';
import { states } from '../../window/snapshots.ts';
import { fill, type Scenes } from './scene.ts';

/** The software keyboard, open below a field of each kind. */

type FieldWithKeyboard = FieldName & keyof Catalogue['fields'];

/** Something stands in the field, as in every reproduction of such a screen, and its keyboard is open. */
const openKeyboard =
  (field: FieldWithKeyboard, { capital = false } = {}) =>
  async (page: Page, text: Catalogue) => {
    await fill(page, field, sampleEntry(field, { [field]: 'filled' }));
    await page.getByRole('button', { name: text.keyboard.openFor(text.fields[field].label), exact: true }).click();
    await page.locator('.key').first().waitFor();
    if (capital) await page.getByRole('button', { name: text.keyboard.capital, exact: true }).click();
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
      prepare: openKeyboard('oneTimePassword'),
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
      prepare: openKeyboard('logonPin'),
    },
  ],
} as const satisfies Readonly<Record<string, Scenes>>;
