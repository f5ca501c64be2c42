import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockContract } from '../../main/practice-bank/accounts/contracts.ts';
import { readUsers } from '../../main/practice-bank/accounts/users.ts';
import { openDatabase } from '../../main/practice-bank/storage/database.ts';
import { logonReplySchema, paths } from '../../main/protocol/protocol.ts';
import type { SituationCode } from '../../preload/contract/situations.ts';
import {
  activate,
  confirmationPin,
  enrol,
  type Identity,
  identify,
  layAuthority,
  logOn,
  logonPin,
  makeRequest,
  obtainIdentity,
  problemOf,
  sendPins,
  startTestBank,
  type TestBank,
} from './practice-bank-client.ts';

/** What a situation changed at the bank is put back when it ends; what the person did meanwhile stays. */

let bank: TestBank;
let identity: Identity;
const dataDirs: string[] = [];

beforeEach(async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'kaitsu-situation-end-'));
  dataDirs.push(dataDir);
  layAuthority(dataDir);
  bank = await startTestBank({ dataDir });
  identity = await obtainIdentity(bank);
});
afterEach(async () => {
  await bank.end();
  for (const folder of dataDirs.splice(0)) rmSync(folder, { recursive: true });
});

async function restartBank(): Promise<void> {
  await bank.end();
  const [dataDir = ''] = dataDirs;
  bank = await startTestBank({ dataDir });
}

/** What the bank's own records say. */
function inRecords<T>(read: (database: ReturnType<typeof openDatabase>) => T): T {
  const database = openDatabase(bank.dataDir);
  try {
    return read(database);
  } finally {
    database.close();
  }
}
const users = () => inRecords((database) => readUsers(database, bank.contractorId));
const logOnStatus = async (with_: Identity = identity) => (await logOn(bank, with_)).status;

/** Tries once, whatever comes of it. */
const attempts: { readonly [C in SituationCode]?: () => Promise<unknown> } = {
  'logon-refused': () => logOn(bank, identity),
  'identification-refused': () => identify(bank),
  'pin-locked': () => identify(bank, { registrationPin: bank.registrationPin === '0000' ? '0001' : '0000' }),
};

test.each([
  'pin-locked',
  'activation-not-released',
  'activation-already-done',
  'sole-administrator-stuck',
  'step-out-of-order',
  'logged-off',
  'certificate-revoked',
  'certificate-untrusted',
  'certificate-wrong-contract',
  'certificate-wrong-chosen',
  'enrolment-refused',
  'enrolment-deadline-passed',
  'user-suspended',
  'logon-refused',
  'identification-refused',
] as const)('a person who was logged on before %s goes on as before it, even if the bank was restarted in between', async (code) => {
  const { session } = logonReplySchema.parse((await logOn(bank, identity)).json());
  const before = users();
  expect(bank.bank.setSituation(code)).toBe(true);
  // More often than the lock allows: each of them counts, though it is right.
  for (let tries = 0; tries < 8; tries += 1) await attempts[code]?.();
  await restartBank();
  expect(bank.bank.setSituation(null)).toBe(true);
  expect(users()).toEqual(before);
  const listed = await bank.call('GET', `${paths.users}?page=1`, { identity, token: session?.token ?? '' });
  expect(listed.status).toBe(200);
  expect(await logOnStatus()).toBe(200);
});

test('a useless certificate of the practice is forgotten: the same right brings a good one afterwards', async () => {
  const grant = await activate(bank);
  bank.bank.setSituation('certificate-mismatch');
  const request = makeRequest(bank.contractorId);
  expect((await enrol(bank, grant.enrolmentSecret, request.base64)).status).toBe(200);
  bank.bank.setSituation(null);
  expect((await enrol(bank, grant.enrolmentSecret, makeRequest(bank.contractorId).base64)).status).toBe(200);
});

test('the users whom the second administrator registered or took away are as before', async () => {
  const { session } = logonReplySchema.parse((await logOn(bank, identity)).json());
  const before = users();
  const sent = { identity, token: session?.token ?? '' };
  const pins = { userLogonPin: 'Hinoki2024', userConfirmationPin: 'Kaede2024', confirmationPin };
  bank.bank.setSituation('user-id-taken');
  const registered = await bank.call('POST', paths.users, { ...sent, body: { userId: 'newuser1', userName: '新しい利用者', ...pins } });
  expect(problemOf(registered).code).toBe('user-id-taken');
  bank.bank.setSituation('user-not-found');
  expect(users()).toEqual(before);
  const changed = await bank.call('PUT', paths.userPins, { ...sent, body: { userId: 'user01', ...pins } });
  expect(problemOf(changed).code).toBe('user-not-found');
  bank.bank.setSituation(null);
  expect(users()).toEqual(before);
});

test('who became active again in the situation, with other PINs and another certificate, stays so', async () => {
  bank.bank.setSituation('certificate-revoked');
  const renewed = await obtainIdentity(bank);
  expect(await logOnStatus(renewed)).toBe(200);
  bank.bank.setSituation('step-out-of-order');
  bank.bank.setSituation(null);
  expect(await logOnStatus(renewed)).toBe(200);
});

test('new PINs of an activation that was done in the situation hold', async () => {
  bank.bank.setSituation('step-out-of-order');
  const other = await obtainIdentity(bank);
  bank.bank.setSituation(null);
  expect(bank.bank.papers().contractStatus).toBe('active');
  expect(await logOnStatus(other)).toBe(200);
});

test('a real lock stays: by wrong entries before or within a situation that is not about them, or by hand', async () => {
  const wrong = () => logOn(bank, identity, { logonPin: `${logonPin}x` });
  bank.bank.setSituation('certificate-wrong-contract');
  for (let tries = 0; tries < 7; tries += 1) await identify(bank, { registrationPin: bank.registrationPin === '0000' ? '0001' : '0000' });
  bank.bank.setSituation('activation-not-released');
  bank.bank.setSituation('pin-locked');
  bank.bank.setSituation(null);
  expect(problemOf(await identify(bank)).code).toBe('pin-locked');

  identity = await obtainIdentity(bank);
  for (let tries = 0; tries < 3; tries += 1) await wrong();
  bank.bank.setSituation('pin-locked');
  bank.bank.setSituation(null);
  expect(problemOf(await wrong()).attemptsLeft).toBe(3);

  bank.bank.setSituation('user-suspended');
  inRecords((database) => lockContract(database, bank.contractorId));
  bank.bank.setSituation(null);
  expect(problemOf(await logOn(bank, identity)).code).toBe('pin-locked');
});

test('a release by the branch stays, and nothing from before the lock comes back with it', async () => {
  const grant = await activate(bank);
  bank.bank.setSituation('pin-locked');
  await attempts['pin-locked']?.();
  expect(bank.bank.papers().contractStatus).toBe('locked');
  bank.bank.releaseLock(bank.contractorId);
  bank.bank.setSituation(null);
  expect(bank.bank.papers().contractStatus).toBe('released');
  expect((await enrol(bank, grant.enrolmentSecret, makeRequest(bank.contractorId).base64)).status).toBe(401);
  expect((await identify(bank)).status).toBe(201);
});

test('a session that the situation ended is good again, unless another one was opened', async () => {
  bank.bank.releaseLock(bank.contractorId);
  const open = async () => String(Reflect.get(Object((await identify(bank)).json()), 'token'));
  const first = await open();
  bank.bank.setSituation('session-expired');
  expect(problemOf(await sendPins(bank, first)).code).toBe('session-expired');
  const second = await open();
  bank.bank.setSituation(null);
  expect(problemOf(await sendPins(bank, first)).code).toBe('session-expired');
  expect((await sendPins(bank, second)).status).toBe(200);
});
