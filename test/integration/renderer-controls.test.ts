import type { Locator, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { snapshotOf } from '../../renderer/help/samples/procedure.ts';
import { userList, usersStates } from '../../renderer/help/samples/users.ts';
import { catalogues } from '../../tools/window/catalogues.ts';
import type { WindowOptions } from '../../tools/window/renderer-window.ts';
import { problem, releaseRequest, states } from '../../tools/window/snapshots.ts';
import { testWindow } from '../support/test-window.ts';

const ja = catalogues.ja;
const { open, opened } = testWindow();
const refusal = { ok: false, problem: problem('disk-full') };
const title = ja.problem.codes['disk-full'].title;

/** A control whose value main publishes: pressed while main gives no answer. */
type Control = {
  readonly what: string;
  readonly request: string;
  readonly window: WindowOptions;
  readonly prepare?: (page: Page) => Promise<void>;
  readonly press: (page: Page) => Promise<unknown>;
  /** Where the choice shows; what it shows before and after. */
  readonly shown: (page: Page) => Promise<unknown>;
  readonly before: unknown;
  readonly after: unknown;
};

const radio = (page: Page, name: string): Locator => page.getByRole('radio', { name, exact: true });
const appearance = (page: Page) => page.getByRole('button', { name: ja.shell.appearance }).click();
const reported = { snapshot: snapshotOf(states.awaitingRelease) };
const thing = (page: Page) => page.getByRole('checkbox', { name: ja.releaseRequest.things.customerCard.name });
const situation = (page: Page) => page.locator('#practice-situation');
const currentPage = (page: Page) => page.locator('.user-paging [aria-current="page"]').textContent();

const controls: readonly Control[] = [
  {
    what: 'the language',
    request: 'preferences.change',
    window: reported,
    prepare: appearance,
    press: (page) => radio(page, 'English').click(),
    shown: (page) => page.locator('h1').textContent(),
    before: ja.screens.awaitingRelease.title,
    after: catalogues.en.screens.awaitingRelease.title,
  },
  {
    what: 'the theme',
    request: 'preferences.change',
    window: reported,
    prepare: appearance,
    press: (page) => radio(page, ja.shell.themeNames.dark).click(),
    shown: async (page) => [await radio(page, ja.shell.themeNames.dark).isChecked(), await page.evaluate(() => document.documentElement.dataset.theme)],
    before: [false, 'light'],
    after: [true, 'dark'],
  },
  {
    what: 'the size of the text',
    request: 'preferences.change',
    window: reported,
    press: (page) => radio(page, ja.shell.textSizes.largest).click(),
    shown: async (page) => [
      await radio(page, ja.shell.textSizes.largest).isChecked(),
      await page.evaluate(() => getComputedStyle(document.documentElement).fontSize),
    ],
    before: [false, '16px'],
    after: [true, '20px'],
  },
  {
    what: 'the order of the software keyboard’s keys',
    request: 'preferences.change',
    window: { snapshot: snapshotOf(states.newPins) },
    prepare: (page) => page.locator('#keyboard-switch-logonPin').click(),
    press: (page) => page.getByText(ja.keyboard.shuffle, { exact: true }).click(),
    shown: async (page) => [
      await page.getByRole('checkbox', { name: ja.keyboard.shuffle }).isChecked(),
      (await page.locator('.keyboard-shuffled').count()) === 1,
    ],
    before: [false, false],
    after: [true, true],
  },
  {
    what: 'a tick of what is ready',
    request: 'releaseRequest.setPrepared',
    window: reported,
    press: (page) => thing(page).click(),
    shown: async (page) => [await thing(page).isChecked(), await page.getByText(ja.releaseRequest.preparedCount(1, 3)).count()],
    before: [false, 0],
    after: [true, 1],
  },
  {
    what: 'the situation that is practised',
    request: 'practice.setSituation',
    window: reported,
    async prepare(page) {
      await page.getByRole('button', { name: ja.practice.open }).click();
      await page.getByText(ja.practice.scenarios.allSituations).click();
    },
    press: (page) => situation(page).selectOption('pin-locked'),
    shown: (page) => situation(page).inputValue(),
    before: '',
    after: 'pin-locked',
  },
  {
    what: 'the page of the users’ list',
    request: 'users.search',
    window: { snapshot: snapshotOf(states.loggedOn), users: { ...usersStates.selection, list: userList(99) } },
    press: (page) => page.getByRole('button', { name: ja.users.selection.page(2), exact: true }).click(),
    shown: currentPage,
    before: '1',
    after: '2',
  },
];

describe.each(controls)('$what, while main gives no answer', ({ request, window: options, prepare, press, shown, before, after }) => {
  const openHeld = async (): Promise<Page> => {
    const { page } = await open(options);
    page.setDefaultTimeout(40_000);
    await prepare?.(page);
    await expect.poll(() => shown(page)).toEqual(before);
    await opened().hold(request);
    await press(page);
    return page;
  };

  it('shows at once what was pressed', async () => {
    const page = await openHeld();
    await expect.poll(() => shown(page)).toEqual(after);
    expect((await opened().calls()).filter(({ name }) => name === request)).toHaveLength(1);
  });

  it('shows what it was before, with the reason, where main refuses', async () => {
    const page = await openHeld();
    await expect.poll(() => shown(page)).toEqual(after);
    await opened().answer(request, refusal);
    await opened().letGo(request);
    await page.getByRole('alert').getByText(title).waitFor();
    await expect.poll(() => shown(page)).toEqual(before);
  });
});

describe('a control that is pressed again before main has answered', () => {
  it('ends with what was pressed last, told once', async () => {
    const { page } = await open(reported);
    await opened().hold('releaseRequest.setPrepared');
    for (let press = 0; press < 4; press += 1) await thing(page).click();
    await thing(page).click();
    expect(await thing(page).isChecked()).toBe(true);
    const told = async () => (await opened().calls()).map(({ input }) => input);
    expect(await told()).toEqual([{ thing: 'customerCard', ready: true }]);
    await opened().letGo('releaseRequest.setPrepared');
    await expect.poll(told).toHaveLength(2);
    expect((await told())[1]).toEqual({ thing: 'customerCard', ready: true });
  });

  it('takes main’s word where main publishes another one', async () => {
    const { page } = await open(reported);
    await thing(page).click();
    await page.evaluate((value) => window.fakeMain.publish('releaseRequest', value), releaseRequest({ prepared: ['applicationForm'] }));
    await expect.poll(() => thing(page).isChecked()).toBe(false);
    expect(await page.getByRole('checkbox', { name: ja.releaseRequest.things.applicationForm.name }).isChecked()).toBe(true);
  });

  it('can be dismissed after a refusal, and the refusal goes with the next choice that main takes', async () => {
    const { page } = await open(reported);
    await opened().answer('preferences.change', refusal);
    await appearance(page);
    await radio(page, ja.shell.themeNames.dark).click();
    // The menu lies over the notice, as menus do.
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: ja.problem.dismiss }).click();
    await page.getByRole('alert').getByText(title).waitFor({ state: 'detached' });
  });
});
