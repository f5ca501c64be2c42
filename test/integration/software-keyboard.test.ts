import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { snapshotOf } from '../../renderer/help/samples/procedure.ts';
import { usersStates } from '../../renderer/help/samples/users.ts';
import { catalogues, errorLimits } from '../../tools/window/catalogues.ts';
import type { WindowOptions } from '../../tools/window/renderer-window.ts';
import { practiceBank, states } from '../../tools/window/snapshots.ts';
import { testWindow } from '../support/test-window.ts';

const text = catalogues.ja;
const words = text.keyboard;
const shuffledKeys = { language: 'ja', theme: 'light', shuffledKeys: true } as const;
const { open: openTestWindow, opened } = testWindow();

const open = async (options: Partial<WindowOptions> = {}): Promise<Page> => {
  const { page } = await openTestWindow({ snapshot: snapshotOf(states.newPins), ...options });
  page.setDefaultTimeout(40_000);
  await page.locator('form').waitFor();
  return page;
};
const field = (page: Page, name: string) => page.locator(`#field-${name}`);
const panel = (page: Page, label: string) => page.getByRole('group', { name: words.nameFor(label) });
const openKeyboard = async (page: Page, label: string) => {
  await page.getByRole('button', { name: words.openFor(label), exact: true }).click();
  await panel(page, label).waitFor();
  return panel(page, label);
};
const { label } = text.fields.logonPin;
const faces = (page: Page) => page.locator('.key').allTextContents();
const hasFocus = (page: Page, selector: string) => page.locator(selector).evaluate((element) => element === document.activeElement);

describe('a PIN typed with the pointer', () => {
  it('stands in the field as if it were typed, and the rules are ticked on the way', async () => {
    const page = await open();
    const keyboard = await openKeyboard(page, label);
    await keyboard.getByRole('button', { name: words.capital, exact: true }).click();
    await keyboard.getByRole('button', { name: words.capitalLetter('U'), exact: true }).click();
    await keyboard.getByRole('button', { name: words.capital, exact: true }).click();
    for (const key of [...'mi8sora']) await keyboard.getByRole('button', { name: key, exact: true }).click();
    expect(await field(page, 'logonPin').inputValue()).toBe('Umi8sora');
    expect(await field(page, 'logonPin').getAttribute('type')).toBe('password');
    expect(await page.locator('fieldset:has(#field-logonPin) .pin-rule-met').count()).toBe(3);
    await keyboard.getByText(words.count(8)).waitFor();
  });

  it('goes in at the caret, over what is selected, and never beyond what the field holds', async () => {
    const page = await open();
    const keyboard = await openKeyboard(page, label);
    const select = (from: number, to: number) =>
      field(page, 'logonPin').evaluate((element, range) => (element as HTMLInputElement).setSelectionRange(...range), [from, to] as [number, number]);
    await field(page, 'logonPin').fill('Umi8Sora42');
    await select(3, 4);
    await keyboard.getByRole('button', { name: '5', exact: true }).click();
    expect(await field(page, 'logonPin').inputValue()).toBe('Umi5Sora42');
    await keyboard.getByRole('button', { name: words.delete, exact: true }).click();
    expect(await field(page, 'logonPin').inputValue()).toBe('UmiSora42');
    await field(page, 'logonPin').fill('a'.repeat(64));
    await keyboard.getByRole('button', { name: '5', exact: true }).click();
    expect(await field(page, 'logonPin').inputValue()).toBe('a'.repeat(64));
    await keyboard.getByRole('button', { name: words.clear, exact: true }).click();
    expect(await field(page, 'logonPin').inputValue()).toBe('');
  });

  it('is checked as one goes on, and the keyboard comes along to the next secret field', async () => {
    const page = await open();
    const keyboard = await openKeyboard(page, label);
    await keyboard.getByRole('button', { name: 'a', exact: true }).click();
    await keyboard.getByRole('button', { name: words.done, exact: true }).click();
    await page.locator('#messages-logonPin').getByText(text.input.errors.tooShort(errorLimits())).waitFor();
    await panel(page, text.fields.logonPinReentry.label).waitFor();
    expect(await hasFocus(page, '#field-logonPinReentry')).toBe(true);
    expect(await page.locator('.keyboard').count()).toBe(1);
  });

  it('leaves the keyboard behind where nothing secret comes next', async () => {
    const page = await open();
    const keyboard = await openKeyboard(page, text.fields.confirmationPinReentry.label);
    await keyboard.getByRole('button', { name: words.done, exact: true }).click();
    expect(await hasFocus(page, '#field-email')).toBe(true);
    expect(await page.locator('.keyboard').count()).toBe(0);
  });

  it('is nowhere but in the field: not in the page, not in what goes to main, not in the attributes of the keys', async () => {
    const page = await open();
    const keyboard = await openKeyboard(page, label);
    for (const key of [...'qzx73w']) await keyboard.getByRole('button', { name: key, exact: true }).click();
    expect(await page.content()).not.toContain('qzx73w');
    expect(JSON.stringify(await opened().calls())).not.toContain('qzx73w');
    expect(await storedStrings(page, 'qzx73w')).toEqual(['input']);
  });
});

/**
 * PreflightChecks through React's tree, props, hooks and contexts (the stores hang on the first component), for a text.
 * @returns where it was found: 'input' is the native field itself
 */
async function storedStrings(page: Page, wanted: string): Promise<readonly string[]> {
  return page.evaluate((text) => {
    const found: string[] = [];
    if ([...document.querySelectorAll('input')].some((input) => input.value === text)) found.push('input');
    const root = document.getElementById('root');
    const key = Object.keys(root ?? {}).find((name) => name.startsWith('__reactContainer'));
    if (root === null || key === undefined) throw new Error('React is not to be found.');
    const seen = new Set<unknown>();
    const waiting: unknown[] = [Reflect.get(root, key), Reflect.get(window, 'fakeMain')];
    while (waiting.length > 0) {
      const value = waiting.pop();
      if (typeof value === 'string' && value.includes(text)) found.push('memory');
      if (typeof value !== 'object' || value === null || value instanceof Node || seen.has(value)) continue;
      seen.add(value);
      if (value instanceof Map || value instanceof Set) waiting.push(...value.values());
      for (const name of Object.keys(value)) waiting.push(Reflect.get(value, name));
    }
    if (seen.size < 500) throw new Error('Hardly anything was looked through.');
    return found;
  }, wanted);
}

describe('the keyboard on the screen', () => {
  it('has exactly the keys that the bank allows', async () => {
    const page = await open({ bank: { ...practiceBank, pinRule: { minLength: 6, maxLength: 12, symbols: '-_@' } } });
    const keyboard = await openKeyboard(page, label);
    expect((await faces(page)).slice(0, -3).sort()).toEqual([...'abcdefghijklmnopqrstuvwxyz0123456789-_@'].sort());
    await keyboard.getByRole('button', { name: `@ ${words.symbols['@']}`, exact: true }).click();
    expect(await field(page, 'logonPin').inputValue()).toBe('@');
  });

  it('has digits alone where digits are asked, and is there for the one-time password', async () => {
    const page = await open({ snapshot: snapshotOf(states.oneTimePassword) });
    await openKeyboard(page, text.fields.oneTimePassword.label);
    expect((await faces(page)).slice(0, -2)).toEqual([...'1234567890']);
  });

  it('is offered by every field for a PIN, and by no other', async () => {
    for (const [snapshot, users, count] of [
      [snapshotOf(states.identification), usersStates.closed, 1],
      [snapshotOf(states.newPins), usersStates.closed, 5],
      [snapshotOf(states.certificateReady), usersStates.closed, 1],
      [snapshotOf(states.loggedOn), usersStates.change, 5],
      [snapshotOf(states.loggedOn), usersStates.register, 5],
    ] as const) {
      const page = await open({ snapshot, users });
      expect(await page.getByRole('button', { name: words.name }).count()).toBe(count);
      await page.context().close();
    }
    await open();
  });

  it('covers neither its field nor anything else, at both sizes and at twice the size', async () => {
    for (const viewport of [
      { width: 1280, height: 800 },
      { width: 1024, height: 700 },
      { width: 640, height: 400 },
    ]) {
      const page = await open({ context: { viewport, reducedMotion: 'reduce' } });
      const keyboard = await openKeyboard(page, label);
      const [panelBox, fieldBox] = [await keyboard.boundingBox(), await field(page, 'logonPin').boundingBox()];
      expect((fieldBox?.y ?? 0) + (fieldBox?.height ?? 0)).toBeLessThanOrEqual(panelBox?.y ?? 0);
      expect((panelBox?.x ?? 0) + (panelBox?.width ?? 0)).toBeLessThanOrEqual(viewport.width);
      for (const box of await keyboard.locator('button').evaluateAll((all) => all.map((each) => each.getBoundingClientRect().toJSON())))
        expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(24);
      if (viewport.width >= 1024)
        for (const box of await keyboard.locator('.key').evaluateAll((all) => all.map((each) => each.getBoundingClientRect().toJSON())))
          expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(40);
      // Field and keyboard are in sight together, above the bar with the next action, wherever both have room.
      if (viewport.width >= 1024)
        for (const part of [field(page, 'logonPin'), keyboard.getByRole('button', { name: words.done, exact: true })])
          expect(
            await part.evaluate((element) => {
              const { x, y, width, height } = element.getBoundingClientRect();
              return [y + 2, y + height - 2].every((at) => element.contains(document.elementFromPoint(x + width / 2, at)));
            }),
          ).toBe(true);
      if (viewport.width < 1280) await page.context().close();
    }
    await opened().page.context().close();
    await open();
  });
});

describe('the keyboard, by keys', () => {
  it('is opened, says so, is walked through with the arrows, typed with, and closed with Escape', async () => {
    const page = await open();
    const button = page.getByRole('button', { name: words.openFor(label), exact: true });
    await field(page, 'logonPin').focus();
    for (let stop = 0; stop < 2; stop += 1) await page.keyboard.press('Tab');
    expect(await button.getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('Enter');
    await panel(page, label).waitFor();
    expect(await button.getAttribute('aria-expanded')).toBe('true');
    expect(await button.getAttribute('aria-controls')).toBe(await panel(page, label).getAttribute('id'));
    // The way to close it comes first, then the keys as one stop.
    for (let stop = 0; stop < 2; stop += 1) await page.keyboard.press('Tab');
    expect(await page.locator(':focus').textContent()).toBe('1');
    for (const key of ['ArrowRight', 'ArrowRight', 'Enter', 'ArrowDown', 'Space', 'End', 'Enter', 'Home', 'ArrowUp', 'Enter']) await page.keyboard.press(key);
    expect(await field(page, 'logonPin').inputValue()).toBe('3ep1');
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').getAttribute('type')).toBe('checkbox');
    await page.keyboard.press('Escape');
    await panel(page, label).waitFor({ state: 'detached' });
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  });
});

describe('keys in another order each time', () => {
  it('are a preference that is handed over to be kept', async () => {
    const page = await open();
    await openKeyboard(page, label);
    expect((await faces(page)).slice(0, 10).join('')).toBe('1234567890');
    await page.getByText(words.shuffle, { exact: true }).click();
    expect(await opened().calls()).toEqual([{ name: 'preferences.change', input: { shuffledKeys: true } }]);
    await opened().prefer(shuffledKeys);
    await page.locator('.keyboard-shuffled').waitFor();
    expect((await faces(page)).slice(0, 36).sort()).toEqual([...'abcdefghijklmnopqrstuvwxyz0123456789'].sort());
  });

  it('stand elsewhere at the next opening, and stay while it is open', async () => {
    const page = await open({ preferences: shuffledKeys });
    const orders = new Set<string>();
    for (let round = 0; round < 4; round += 1) {
      const keyboard = await openKeyboard(page, label);
      const before = await faces(page);
      await keyboard.getByRole('button', { name: 'a', exact: true }).click();
      expect(await faces(page)).toEqual(before);
      orders.add(before.join(''));
      await keyboard.getByRole('button', { name: words.close }).click();
      await keyboard.waitFor({ state: 'detached' });
    }
    expect(orders.size).toBe(4);
  });

  it('show nothing of which key is under the pointer or pressed', async () => {
    const page = await open({ preferences: shuffledKeys, context: { reducedMotion: 'reduce' } });
    const keyboard = await openKeyboard(page, label);
    const key = keyboard.getByRole('button', { name: 'a', exact: true });
    const box = await key.boundingBox();
    await page.mouse.move(5, 5);
    const still = await key.screenshot();
    await page.mouse.move((box?.x ?? 0) + 5, (box?.y ?? 0) + 5);
    expect((await key.screenshot()).equals(still)).toBe(true);
    await page.mouse.down();
    expect((await key.screenshot()).equals(still)).toBe(true);
    await page.mouse.up();
    expect(await field(page, 'logonPin').inputValue()).toBe('a');
  });
});
