import { describe, expect, it } from 'vitest';
import { snapshotOf } from '../../renderer/help/samples/procedure.ts';
import { usersStates } from '../../renderer/help/samples/users.ts';
import { typeByPointer } from '../../tools/journey/type-by-pointer.ts';
import { catalogues } from '../../tools/window/catalogues.ts';
import { states } from '../../tools/window/snapshots.ts';
import { testWindow } from '../support/test-window.ts';

const text = catalogues.ja;
const usual = '1234567890qwertyuiopasdfghjklzxcvbnm';
const preferences = { language: 'ja', theme: 'light', shuffledKeys: true } as const;
const { open, opened } = testWindow();
const press = (label: string) => opened().page.getByRole('button', { name: label, exact: true }).click();
const sent = async () => (await opened().calls()).filter(({ name }) => name !== 'preferences.change');

/** The keys of all fields were there, in an order of their own each. */
function expectShuffled(orders: readonly string[]): void {
  for (const order of orders) expect([...order].sort()).toEqual([...usual].sort());
  expect(new Set([usual, ...orders]).size).toBe(orders.length + 1);
}

describe('with the keys in another order each time, nothing else is typed with', () => {
  it('the logon PIN, and what arrives is the very PIN, capitals and digits as meant', async () => {
    const { page } = await open({ snapshot: snapshotOf(states.certificateReady), preferences });
    const order = await typeByPointer(page, text, text.fields.logonPin.label, 'Umi8Sora42');
    await press(text.screens.certificateReady.action);
    await expect.poll(sent).toEqual([{ name: 'procedure.logOn', input: { logonPin: 'Umi8Sora42' } }]);
    expectShuffled([order]);
  });

  it("利用者情報変更: a user's two PINs, again each, and the administrator's confirmation PIN", async () => {
    const { page } = await open({ snapshot: snapshotOf(states.loggedOn), users: usersStates.change, preferences });
    const entries = [
      ['userLogonPin', 'Tsuki7Hoshi'],
      ['userLogonPinReentry', 'Tsuki7Hoshi'],
      ['userConfirmationPin', 'kumo7KAZE'],
      ['userConfirmationPinReentry', 'kumo7KAZE'],
      ['confirmationPin', 'Yama7Kawa53'],
    ] as const;
    const orders: string[] = [];
    for (const [name, value] of entries) orders.push(await typeByPointer(page, text, text.fields[name].label, value));
    await press(text.users.change.action);
    await expect.poll(sent).toEqual([{ name: 'users.overwritePins', input: Object.fromEntries(entries) }]);
    expectShuffled(orders);
  });
});
