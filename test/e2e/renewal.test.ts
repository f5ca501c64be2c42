import { afterAll, beforeAll, expect, test } from 'vitest';
import { createNssStore } from '../../main/certificate/stores/nss.ts';
import { serialOf } from '../../main/certificate/x509.ts';
import { holdBank } from '../../tools/journey/held-bank.ts';
import {
  activate,
  arrive,
  createDriver,
  type Driver,
  getReleased,
  headingOf,
  logOn,
  newPins,
  press,
  readSnapshot,
  retrieveCertificate,
} from '../../tools/journey/journey.ts';
import { launchKaitsu, type Running } from '../../tools/journey/launch.ts';
import { type PrivateSession, startPrivateSession } from '../../tools/shell/private-session.ts';
import { findBarriers } from './axe.ts';
import { findInstalledCertificate } from './installed-certificate.ts';

let session: PrivateSession;
let running: Running;
let driver: Driver;
const barriers: string[] = [];

async function start(): Promise<void> {
  running = await launchKaitsu({ session, language: 'ja', theme: 'light' });
  driver = createDriver(running.page, 'ja', async (name) => {
    barriers.push(...(await findBarriers(running.page)).map((barrier) => `${name}: ${barrier}`));
  });
}

beforeAll(async () => {
  session = await startPrivateSession('renewal');
  await start();
  const quiet = createDriver(running.page, 'ja');
  await getReleased(quiet);
  await activate(quiet);
  await retrieveCertificate(quiet);
  await logOn(quiet, newPins.logon);
  await arrive(quiet, 'loggedOn');
});
afterAll(async () => {
  await running?.kill();
  await session?.stop();
});

/** Chooses a situation on the practice panel, as a person does. */
async function choose(situation: string): Promise<void> {
  const { page, text } = driver;
  await press(driver, text.practice.open);
  await page.locator('.practice-panel table').first().waitFor();
  const choice = page.getByLabel(text.practice.situations.title);
  if (!(await choice.isVisible())) await page.getByText(text.practice.scenarios.allSituations).click();
  await choice.selectOption(situation);
  await page.getByText(text.practice.situations.moments['at-once']).waitFor();
  await page.keyboard.press('Escape');
}

/** The serial number of the certificate on the screen. */
async function serial(): Promise<string> {
  const { state } = await readSnapshot(driver);
  return 'certificate' in state ? state.certificate.serial : '';
}

/** What the person's browser would be offered. */
async function standing(): Promise<readonly string[]> {
  const listed = await createNssStore({ home: session.home, temporary: session.home }).list(AbortSignal.timeout(30_000));
  return listed.ok ? listed.value.map(serialOf) : [];
}

test('an administrator whose certificate ends soon is offered a new one, renews it through a cancel and a crash, and logs on with it', async () => {
  const { page, text, look } = driver;
  const old = await serial();
  expect(await standing()).toEqual([old]);

  await choose('certificate-expires-soon');
  await page.getByText(text.problem.codes['certificate-expires-soon'].title).first().waitFor();
  await page.getByText(/あと14日です/u).waitFor();
  await look('offered after the logon');

  const words = text.screens.renewal;
  const goOn = holdBank(running.pid);
  await press(driver, text.validity.renew);
  await headingOf(page, words.running).waitFor();
  await look('running');
  await press(driver, words.cancel);
  await headingOf(page, words.stopped).waitFor({ timeout: 3_000 });
  await look('stopped');
  expect(await standing()).toEqual([old]);

  await press(driver, words.proceed);
  await headingOf(page, words.running).waitFor();
  await running.kill();
  goOn();
  await start();
  await arrive(driver, 'resume');
  await driver.page.getByRole('definition').filter({ hasText: words.place }).waitFor();
  await driver.look('resumed');
  await press(driver, text.screens.resume.action);
  await press(driver, words.proceed);
  await arrive(driver, 'certificateReady');

  const renewed = await serial();
  expect(renewed).not.toBe(old);
  expect(await standing()).toEqual([renewed]);
  expect((await findInstalledCertificate(session)).bundle).toContain(renewed);
  await driver.look('renewed');
  await logOn(driver, newPins.logon);
  await arrive(driver, 'loggedOn');
  expect(await serial()).toBe(renewed);
});

test('no screen of the renewal has a barrier that axe knows', () => {
  expect(barriers).toEqual([]);
});
