import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  activate,
  arrive,
  beginNextDay,
  createDriver,
  type Driver,
  enter,
  getReleased,
  headingOf,
  logOn,
  newPins,
  press,
  retrieveCertificate,
} from '../../tools/journey/journey.ts';
import { launchKaitsu, type Running } from '../../tools/journey/launch.ts';
import {
  chooseUser,
  goOnWithNext,
  overwriteUserPins,
  overwriteUserPinsByPointer,
  reachUserSelection,
  readUsers,
  seeDone,
  type UserPins,
} from '../../tools/journey/users-journey.ts';
import { type PrivateSession, startPrivateSession } from '../../tools/shell/private-session.ts';
import { findBarriers } from './axe.ts';
import { filesIn, findInstalledCertificate, type InstalledCertificate } from './installed-certificate.ts';

/** Marked, so that a search for them finds nothing else. */
const pins: Readonly<Record<'user03' | 'user07' | 'extra01', UserPins>> = {
  user03: { logon: 'Tsuki3Hoshi', confirmation: 'Kumo3Kaze' },
  user07: { logon: 'Tsuki7Hoshi', confirmation: 'Kumo7Kaze' },
  extra01: { logon: 'Tsuki9Hoshi', confirmation: 'Kumo9Kaze' },
};

let session: PrivateSession;
let running: Running;
let driver: Driver;
let contractorId: string;
let certificate: InstalledCertificate;
const barriers: string[] = [];

beforeAll(async () => {
  session = await startPrivateSession('users');
  running = await launchKaitsu({ session, language: 'ja', theme: 'light' });
  driver = createDriver(running.page, 'ja', async (name) => {
    barriers.push(...(await findBarriers(running.page)).map((barrier) => `${name}: ${barrier}`));
  });
  const quiet = createDriver(running.page, 'ja');
  await getReleased(quiet);
  contractorId = (await activate(quiet)).customerCard.contractorId;
  await retrieveCertificate(quiet);
  await logOn(quiet, newPins.logon);
  await arrive(quiet, 'loggedOn');
  certificate = await findInstalledCertificate(session);
});
afterAll(async () => {
  await running?.kill();
  await session?.stop();
});

/** A user's own logon at the bank, over mutual TLS, without Kaitsu. @returns role, or the problem's code */
function logOnAsUser(userId: string, userLogonPin: string): Promise<string> {
  const { bundle, passphrase, authority, bank } = certificate;
  const body = JSON.stringify({ role: 'user', contractorId, userId, userLogonPin });
  const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
  return new Promise((resolve, reject) => {
    const options = { method: 'POST', headers, ca: authority, pfx: readFileSync(bundle), passphrase, agent: false };
    const outgoing = request(`${bank}/v1/logon`, options, (incoming) => {
      incoming.setEncoding('utf8');
      let text = '';
      incoming.on('data', (piece: string) => {
        text += piece;
      });
      incoming.on('end', () => {
        const { role, code } = JSON.parse(text);
        resolve(role ?? code);
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

test('the locked users are seen at a glance, with who is still to do', async () => {
  expect(await logOnAsUser('user03', pins.user03.logon)).toBe('pin-locked');
  await reachUserSelection(driver);
  const words = driver.text.users.selection;
  for (const userId of ['user03', 'user07', 'user11'])
    expect(
      await driver.page
        .getByRole('row', { name: new RegExp(userId, 'u') })
        .getByText(words.statuses.locked)
        .count(),
      userId,
    ).toBe(1);
  await driver.page.getByText(words.todoCount(0, 3)).waitFor();
});

test('two locked users get new PINs in a row, the second with shuffled keys on the screen alone; a wrong confirmation PIN in between costs an attempt and changes nothing', async () => {
  const { page, text, look } = driver;
  await chooseUser(driver, 'user03');
  await look('user-change');
  await overwriteUserPins(driver, pins.user03, 'Wrong9999');
  await page.getByText(text.problem.codes['confirmation-refused'].title).waitFor();
  await page.getByText(text.problem.attemptsLeft(6)).first().waitFor();
  await look('user-change-refused');
  expect(await logOnAsUser('user03', pins.user03.logon)).toBe('pin-locked');
  await overwriteUserPins(driver, pins.user03);
  await seeDone(driver, 'user03');
  await look('user-done');
  await goOnWithNext(driver, 'user07');
  const orders = await overwriteUserPinsByPointer(driver, pins.user07);
  expect(new Set(orders).size).toBe(5);
  await seeDone(driver, 'user07');
  await page.getByText(text.users.selection.todoCount(2, 3)).waitFor();
});

test('the new PINs are proven at the bank by the users themselves', async () => {
  expect(await logOnAsUser('user03', pins.user03.logon)).toBe('user');
  expect(await logOnAsUser('user07', pins.user07.logon)).toBe('user');
  expect(await logOnAsUser('user03', pins.user07.logon)).toBe('logon-refused');
  expect(await logOnAsUser('user11', pins.user03.logon)).toBe('pin-locked');
});

test('a user is registered, and then suspended', async () => {
  const { page, text, look } = driver;
  const words = text.users;
  await press(driver, text.common.back);
  await headingOf(page, words.registerOrChange.title).waitFor();
  await press(driver, words.registerOrChange.register);
  await headingOf(page, words.register.title).waitFor();
  await look('user-register');
  await enter(driver, text.fields.userId.label, 'extra01');
  await enter(driver, text.fields.userName.label, '経理課 担当9');
  await overwriteUserPinsAs(words.register.action, pins.extra01);
  await seeDone(driver, 'extra01');
  expect(await logOnAsUser('extra01', pins.extra01.logon)).toBe('user');

  await chooseUser(driver, 'extra01');
  await press(driver, words.change.toData);
  await page.getByLabel(words.change.suspended).check();
  await look('user-data');
  await enter(driver, text.fields.confirmationPin.label, newPins.confirmation);
  await press(driver, words.change.action);
  await seeDone(driver, 'extra01');
  expect(await logOnAsUser('extra01', pins.extra01.logon)).toBe('user-suspended');
});

/** The same fields as 利用者情報変更, with another button. */
async function overwriteUserPinsAs(action: string, entered: UserPins): Promise<void> {
  const { fields } = driver.text;
  await enter(driver, fields.userLogonPin.label, entered.logon);
  await enter(driver, fields.userLogonPinReentry.label, entered.logon);
  await enter(driver, fields.userConfirmationPin.label, entered.confirmation);
  await enter(driver, fields.userConfirmationPinReentry.label, entered.confirmation);
  await enter(driver, fields.confirmationPin.label, newPins.confirmation);
  await press(driver, action);
}

test('no screen of section 3 has a barrier that axe knows', () => {
  expect(barriers).toEqual([]);
});

test('none of the PINs is left on the disk, in the log, in what is published or on the page', async () => {
  const secrets = [...Object.values(pins).flatMap((each) => [each.logon, each.confirmation]), newPins.confirmation, 'Wrong9999'];
  const published = JSON.stringify(await readUsers(driver));
  const places = [published, running.output(), await driver.page.content(), ...filesIn(session.userData).map((path) => readFileSync(path, 'latin1'))];
  expect(places.length).toBeGreaterThan(8);
  for (const secret of secrets) for (const place of places) expect(place.includes(secret)).toBe(false);
});

test('a restart forgets the logon: the administrator logs on again and finds the users as they were left', async () => {
  await running.kill();
  running = await launchKaitsu({ session });
  driver = createDriver(running.page, 'ja');
  await beginNextDay(driver);
  await logOn(driver, newPins.logon);
  await arrive(driver, 'loggedOn');
  await reachUserSelection(driver);
  await driver.page.getByText(driver.text.users.selection.todoCount(0, 1)).waitFor();
  expect(await readUsers(driver)).toMatchObject({ screen: 'selection', todo: [{ user: { userId: 'user11' }, done: false }] });
});
