import type { Locator, Page } from 'playwright';
import type { Catalogue } from '../../renderer/text/ja/catalogue.ts';

/**
 * Types into a secret field with the software keyboard alone, key by key with the pointer, and leaves it with the key that goes on: to the next field, or out of the last one.
 * Each key is found by its name, wherever it stands.
 * @param label the field's
 * @returns the keys' faces, row by row, as they stood while it was typed
 */
export async function typeByPointer(page: Page, { keyboard: words }: Catalogue, label: string, value: string): Promise<string> {
  const keyboard = page.getByRole('group', { name: words.nameFor(label) });
  // Where the field before led on to this one, its keyboard has come along.
  if ((await keyboard.count()) === 0) await page.getByRole('button', { name: words.openFor(label), exact: true }).click();
  await keyboard.waitFor();
  const key = (name: string) => keyboard.getByRole('button', { name, exact: true });
  const faces = (await keyboard.locator('.key').allTextContents()).slice(0, -3).join('');
  for (const character of value) {
    const capital = /[A-Z]/u.test(character);
    await setPressed(key(words.capital), capital);
    await key(capital ? words.capitalLetter(character) : character).click();
  }
  await setPressed(key(words.capital), false);
  await key(words.done).or(key(words.doneLast)).click();
  return faces;
}

async function setPressed(toggle: Locator, pressed: boolean): Promise<void> {
  if ((await toggle.getAttribute('aria-pressed')) !== String(pressed)) await toggle.click();
}
