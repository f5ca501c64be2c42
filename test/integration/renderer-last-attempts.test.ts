import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import type { ProcedureSnapshot } from '../../preload/contract/procedure.ts';
import { preflight } from '../../renderer/help/samples/preflight.ts';
import { snapshotOf } from '../../renderer/help/samples/procedure.ts';
import { ja } from '../../renderer/text/ja/catalogue.ts';
import { problem, states } from '../../tools/window/snapshots.ts';
import { testWindow } from '../support/test-window.ts';

/** Before the last attempts, and where there is no way on: nobody is offered the button that hurts. */
const { open: openTestWindow, opened } = testWindow();

const refused = (attemptsLeft: number): ProcedureSnapshot =>
  snapshotOf({ ...states.identification, problem: problem('identification-refused', { field: 'registrationPin', attemptsLeft }) });
const names = async () => (await opened().calls()).map(({ name }) => name);
const dialogOf = (page: Page) => page.getByRole('alertdialog', { name: ja.review.title });

const fillIn = async (snapshot: ProcedureSnapshot): Promise<Page> => {
  const { page } = await openTestWindow({ snapshot });
  await page.locator('#field-contractorId').fill('40718205936');
  await page.locator('#field-registrationPin').fill('8264');
  await page.keyboard.press('Enter');
  return page;
};

describe('with two attempts left', () => {
  it('is asked by keyboard alone to compare, and one who corrects loses nothing', async () => {
    const page = await fillIn(refused(2));
    await dialogOf(page).waitFor();
    expect(await names()).toEqual([]);
    await page.keyboard.press('Escape');
    await dialogOf(page).waitFor({ state: 'detached' });
    expect(await names()).toEqual([]);
    const pin = page.locator('#field-registrationPin');
    await expect.poll(() => pin.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await pin.inputValue()).toBe('8264');
    await page.keyboard.press('Enter');
    await dialogOf(page).waitFor();
    for (const label of [ja.input.show, ja.review.mend, ja.review.send]) {
      await page.keyboard.press('Tab');
      await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(label);
    }
    await page.keyboard.press('Enter');
    await expect.poll(names).toEqual(['procedure.identify']);
  });

  it('sees the PIN only while they ask for it', async () => {
    const page = await fillIn(refused(1));
    await dialogOf(page).getByText('40718205936').waitFor();
    expect(await dialogOf(page).textContent()).not.toContain('8264');
    await dialogOf(page).getByRole('button', { name: ja.input.show }).click();
    await dialogOf(page).getByText('8264').waitFor();
    await dialogOf(page).getByRole('button', { name: ja.input.hide }).click();
    expect(await dialogOf(page).textContent()).not.toContain('8264');
  });

  it('is not asked with three', async () => {
    await fillIn(refused(3));
    await expect.poll(names).toEqual(['procedure.identify']);
  });
});

describe('where the bank could not be proven', () => {
  const untrusted = preflight({ 'tls-untrusted': null });

  it.each([
    ['logonMenu', ja.screens.logonMenu.choice],
    ['activationMenu', ja.screens.activationMenu.action],
  ] as const)('no way leads on from %s until another look has proven it', async (step, way) => {
    const { page } = await openTestWindow({ snapshot: snapshotOf(states[step]), preflight: untrusted });
    await page.getByText(ja.stop.untilProven).waitFor();
    expect(await page.getByRole('button', { name: way, exact: true }).count()).toBe(0);
    await page.getByRole('button', { name: ja.preflight.again }).click();
    expect(await names()).toEqual(['preflight.run']);
    const running = { phase: 'running', checkedAt: untrusted.checkedAt, results: untrusted.results.map((each) => ({ ...each, finding: null })) } as const;
    await page.evaluate((value) => window.fakeMain.publish('preflight', value), running);
    await page.getByText(ja.preflight.running).waitFor();
    expect(await page.getByRole('button', { name: way, exact: true }).count()).toBe(0);
    await page.evaluate((value) => window.fakeMain.publish('preflight', value), preflight());
    await page.getByRole('button', { name: way, exact: true }).waitFor();
  });

  it('takes the fields away after a refusal, and gives them back once it is proven', async () => {
    const { page } = await openTestWindow({
      snapshot: snapshotOf({ ...states.identification, problem: problem('bank-untrusted', { screenCode: '2-3-403' }) }),
    });
    await page.getByText(ja.stop.untilProven).waitFor();
    expect(await page.locator('form input').count()).toBe(0);
    expect(await page.getByRole('button', { name: ja.screens.identification.action, exact: true }).count()).toBe(0);
    await page.evaluate((value) => window.fakeMain.publish('preflight', value), preflight({}, { checkedAt: '2026-11-22T06:01:00.000Z' }));
    await page.locator('#field-registrationPin').waitFor();
    await page.getByText(ja.stop.proven).waitFor();
  });

  it('copies the screen code for the call', async () => {
    const { page } = await openTestWindow({
      snapshot: snapshotOf({ ...states.identification, problem: problem('bank-untrusted', { screenCode: '2-3-403' }) }),
    });
    await page.context().grantPermissions(['clipboard-read']);
    await page.getByRole('button', { name: ja.stop.copyCode }).click();
    await page.getByText(ja.stop.copied).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${ja.shell.screenCode} 2-3-403`);
  });
});

describe('where only the bank can help', () => {
  it.each(['certificate-revoked', 'certificate-expired-paper-form'] as const)('nothing is entered after %s', async (code) => {
    const { page } = await openTestWindow({ snapshot: snapshotOf({ ...states.certificateReady, problem: problem(code, { screenCode: '2-8-203' }) }) });
    await page.getByText(ja.stop.callBank).waitFor();
    expect(await page.locator('form input').count()).toBe(0);
    expect(await page.getByRole('button', { name: ja.screens.certificateReady.action, exact: true }).count()).toBe(0);
  });
});
