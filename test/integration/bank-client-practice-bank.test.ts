import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBankClient } from '../../main/bank/bank-client.ts';
import type { ClientIdentity } from '../../main/bank/http.ts';
import { createHttpClient, type HttpClient, type HttpClientSettings } from '../../main/bank/http-client.ts';
import { loadBankProfile } from '../../main/bank/load-profile.ts';
import { type PracticeBank, startPracticeBank } from '../../main/practice-bank/server.ts';
import type { Grant } from '../../main/procedure/ports.ts';
import { paths } from '../../main/protocol/protocol.ts';
import { Redacted, type Secret } from '../../main/support/redacted.ts';
import { systemClock } from '../../main/support/system-clock.ts';
import { type ContractorId, contractorIdSchema } from '../../preload/contract/identities.ts';
import { type Outcome, success } from '../../preload/contract/problem.ts';
import { createMemoryLog } from '../../tools/log/memory-log.ts';

const log = createMemoryLog();
const signal = new AbortController().signal;
const pins = { logonPin: new Redacted('abc12345'), confirmationPin: new Redacted('xyz98765') };
let dir: string;
let bank: PracticeBank;
let http: HttpClient;
let settings: HttpClientSettings;
let identity: ClientIdentity | null = null;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'kaitsu-activation-'));
  bank = await startPracticeBank({
    dataDir: join(dir, 'bank'),
    port: 0,
    profile: good(await loadBankProfile(null, log)),
    issueDelaySeconds: 0,
    scryptCost: 1024,
  });
  settings = { baseUrl: `https://127.0.0.1:${bank.port}`, authority: bank.authority, clock: systemClock, random: Math.random, log };
  http = createHttpClient(settings);
});
afterAll(async () => {
  await http.close();
  await bank.stop();
  rmSync(dir, { recursive: true });
});

function good<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`refused: ${outcome.problem.code}`);
  return outcome.value;
}
const client = () =>
  createBankClient({
    http,
    openIdentityClient: (mine) => createHttpClient({ ...settings, identity: mine }),
    readIdentity: async () => (identity === null ? { ok: false, problem: { code: 'certificate-required' } } : success(identity)),
    newIdempotencyKey: randomUUID,
    clock: systemClock,
    log,
  });

/** The certificate by openssl alone, so that the client is tried with a bundle that Kaitsu did not make. */
async function enrol({ contractorId, organization, enrolmentSecret }: Grant): Promise<ClientIdentity> {
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: dir, stdio: ['ignore', 'pipe', 'pipe'] });
  openssl(
    'req',
    '-new',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-utf8',
    '-keyout',
    'key.pem',
    '-subj',
    `/CN=${contractorId}/O=${organization}`,
    '-outform',
    'DER',
    '-out',
    'csr.der',
  );
  const answer = good(
    await http.send({
      method: 'POST',
      path: paths.simpleEnroll,
      headers: {
        authorization: `Basic ${Buffer.from(`${contractorId}:${enrolmentSecret.reveal()}`).toString('base64')}`,
        'content-type': 'application/pkcs10',
        'content-transfer-encoding': 'base64',
        'idempotency-key': randomUUID(),
      },
      body: readFileSync(join(dir, 'csr.der')).toString('base64'),
      signal,
      repeatable: true,
    }),
  );
  expect(answer.status).toBe(200);
  writeFileSync(join(dir, 'certs.p7'), Buffer.from(new TextDecoder().decode(answer.body), 'base64'));
  openssl('pkcs7', '-inform', 'DER', '-in', 'certs.p7', '-print_certs', '-out', 'certs.pem');
  writeFileSync(join(dir, 'pass'), 'a passphrase');
  openssl('pkcs12', '-export', '-inkey', 'key.pem', '-in', 'certs.pem', '-out', 'id.p12', '-passout', 'file:pass');
  return { pfx: readFileSync(join(dir, 'id.p12')), passphrase: new Redacted('a passphrase') };
}

test('an administrator goes all the way, from the released lock to being logged on', async () => {
  const { customerCard, applicationForm } = bank.papers();
  const { contractorId } = customerCard;
  const registrationPin = new Redacted(applicationForm.registrationPin);
  expect(good(await client().readBankInfo(signal)).time).toMatch(/Z$/u);
  expect(await client().identify({ contractorId, registrationPin }, signal)).toMatchObject({ problem: { code: 'activation-not-released' } });
  expect(bank.releaseLock(contractorId)).toBe(true);
  const wrongPin = new Redacted(applicationForm.registrationPin === '0000' ? '0001' : '0000');
  expect(await client().identify({ contractorId, registrationPin: wrongPin }, signal)).toMatchObject({ problem: { attemptsLeft: 6 } });

  const { token } = good(await client().identify({ contractorId, registrationPin }, signal));
  expect(good(await client().readSession(token, signal))).toMatchObject({ next: 'pins', contractorId });
  expect(await client().confirmOneTimePassword(token, new Redacted('00'), signal)).toMatchObject({ problem: { code: 'step-out-of-order' } });
  const { position } = good(await client().setPins(token, { registrationPin, ...pins, email: null, holder: null }, signal));
  expect(good(await client().readSession(token, signal))).toMatchObject({ next: 'oneTimePassword', position });
  const oneTimePassword = customerCard.oneTimePasswords[(position?.row ?? 1) - 1]?.[(position?.column ?? 1) - 1] ?? '';
  const grant = good(await client().confirmOneTimePassword(token, new Redacted(oneTimePassword), signal));
  expect(grant).toMatchObject({ contractorId, organization: applicationForm.organization });

  expect(await client().logOn({ contractorId, logonPin: pins.logonPin }, signal)).toMatchObject({ problem: { code: 'certificate-required' } });
  identity = await enrol(grant);
  expect(await client().checkLogon(identity, contractorId, signal)).toEqual({ ok: true, value: undefined });
  expect(await client().checkLogon(identity, contractorIdSchema.parse('12345678901'), signal)).toMatchObject({
    problem: { code: 'certificate-wrong-contract' },
  });
  expect(await client().logOn({ contractorId, logonPin: new Redacted('wrong123') }, signal)).toMatchObject({ problem: { code: 'logon-refused' } });
  expect(good(await client().logOn({ contractorId, logonPin: pins.logonPin }, signal))).toMatchObject({ lastLogonAt: null });
  expect(good(await client().logOn({ contractorId, logonPin: pins.logonPin }, signal)).lastLogonAt).not.toBeNull();

  await lookAfterUsers(contractorId);

  const handed = JSON.stringify(log.raw);
  const secrets: readonly Secret[] = [token, grant.enrolmentSecret, ...Object.values(userPins), ...Object.values(pins), identity.passphrase];
  for (const word of [contractorId, ...secrets.map((secret) => secret.reveal())]) expect(handed).not.toContain(word);
});

const userPins = { userLogonPin: new Redacted('Hikari77'), userConfirmationPin: new Redacted('Kaze2031') };

/** Manual 3 over the same client; nothing of it, not even who works there, is handed to the log. */
async function lookAfterUsers(contractorId: ContractorId): Promise<void> {
  const { session } = good(await client().logOn({ contractorId, logonPin: pins.logonPin }, signal));
  const who = { contractorId, token: session.token };
  const { confirmationPin } = pins;
  const query = { search: 'USER0', lockedOnly: true, page: 1, size: 20 };
  expect(good(await client().listUsers(who, query, signal)).users.map((user) => user.userId)).toEqual(['user03', 'user07']);
  expect(good(await client().overwriteUserPins(who, { userId: 'user03', ...userPins, confirmationPin }, signal))).toMatchObject({ locked: false });
  expect(good(await client().changeUser(who, { userId: 'user04', userName: '営業二課 担当9', suspended: true, confirmationPin }, signal))).toMatchObject({
    suspended: true,
  });
  expect(good(await client().registerUser(who, { userId: 'extra01', userName: '監査室 担当9', ...userPins, confirmationPin }, signal))).toMatchObject({
    userId: 'extra01',
  });
  expect(await client().overwriteUserPins(who, { userId: 'user07', ...userPins, confirmationPin: new Redacted('wrong999') }, signal)).toMatchObject({
    problem: { code: 'confirmation-refused', field: 'confirmationPin', attemptsLeft: 6 },
  });
  await client().logOff(who);
  expect(await client().listUsers(who, query, signal)).toMatchObject({ problem: { code: 'session-expired' } });
  const handed = JSON.stringify(log.raw);
  for (const word of [session.token.reveal(), 'user03', 'USER0', 'extra01', '監査室']) expect(handed).not.toContain(word);
}

test('a session that was given up is over', async () => {
  const { contractorId } = bank.papers().customerCard;
  bank.lockAgain(contractorId);
  bank.releaseLock(contractorId);
  const registrationPin = new Redacted(bank.papers().applicationForm.registrationPin);
  const { token } = good(await client().identify({ contractorId, registrationPin }, signal));
  await client().abandon(token);
  expect(await client().readSession(token, signal)).toMatchObject({ ok: false, problem: { code: 'session-expired' } });
});
