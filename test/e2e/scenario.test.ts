import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { arrive, createDriver, type Driver, press } from '../../tools/journey/journey.ts';
import { launchKaitsu, type Running } from '../../tools/journey/launch.ts';
import { type PrivateSession, startPrivateSession } from '../../tools/shell/private-session.ts';

/** The whole program at a scenario of the practice: started there, and led there by the panel. Every scenario: test/integration/scenarios.test.ts. */

let session: PrivateSession;
let running: Running;
let driver: Driver;

async function start(switches?: readonly string[]): Promise<void> {
  running = await launchKaitsu({ session, language: 'ja', env: { KAITSU_SHELL_RESTART: 'left' }, ...(switches === undefined ? {} : { switches }) });
  driver = createDriver(running.page, 'ja');
}
const inTemporary = () => readdirSync(session.env.TMPDIR ?? '').filter((name) => name.startsWith('kaitsu-scenario-'));
const panel = () => driver.page.locator('.practice-panel');
/** Answers the question by the button of that name. The program ends by it, maybe before the click is confirmed: what it said shows whether it took. */
async function answerToEnd(name: string): Promise<void> {
  const button = driver.page.getByRole('alertdialog').getByRole('button', { name });
  await button.waitFor();
  await Promise.allSettled([button.click()]);
}

beforeAll(async () => {
  session = await startPrivateSession('scenario');
});
afterEach(() => running?.kill());
afterAll(() => session?.stop());

test('who starts at a file finds the last attempt on the screen, goes on with the right number, and leaves nothing behind', async () => {
  await start([`--scenario=${resolve('assets/scenarios/last-attempt.yaml')}`]);
  await arrive(driver, 'identification');
  await driver.page.getByText(driver.text.problem.attemptsLeft(1)).first().waitFor();
  expect(inTemporary()).toHaveLength(1);
  expect(readdirSync(session.userData).sort()).toEqual(['preferences.json']);
  await press(driver, driver.text.practice.open);
  await panel().getByText('ロックまであと 1 回').first().waitFor();
  await running.close();
  expect(inTemporary()).toEqual([]);
});

test('the panel leads to a scenario after a question, and from there back to the practice', async () => {
  await start();
  const { scenarios } = driver.text.practice;
  await press(driver, driver.text.practice.open);
  await driver.page.getByText(scenarios.groups.users).click();
  await panel().getByRole('button', { name: '利用者が 3 人ロックされている' }).click();
  await driver.page.getByText(scenarios.keepsPractice).waitFor();
  await answerToEnd(scenarios.begin);
  await expect.poll(() => running.output(), { timeout: 60_000 }).toContain('--scenario=users-locked');
  await start(['--practice', '--scenario=users-locked']);
  await arrive(driver, 'loggedOn');
  await press(driver, driver.text.practice.open);
  await press(driver, scenarios.leave);
  await answerToEnd(scenarios.leave);
  await expect.poll(() => running.output(), { timeout: 60_000 }).toMatch(/another start is wanted(?!.*--scenario)/u);
});
