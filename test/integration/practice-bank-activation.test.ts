import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { minutes } from '../../main/practice-bank/clock.ts';
import { enrolmentGrantSchema, paths, sessionStatusSchema, setPinsReplySchema } from '../../main/protocol/protocol.ts';
import {
  activate,
  confirmationPin,
  enrol,
  identify,
  logonPin,
  makeRequest,
  openSession,
  problemOf,
  profile,
  reachOneTimePassword,
  sendOneTimePassword,
  sendPins,
  startTestBank,
  type TestBank,
} from './practice-bank-client.ts';

let test: TestBank;
beforeEach(async () => {
  test = await startTestBank();
});
afterEach(() => test.end());

const wrongPin = () => (test.registrationPin === '0000' ? '0001' : '0000');
const readSession = (token: string) => test.call('GET', paths.activationSession, { token });

describe('Manual 2 (3): contractor ID and registration PIN', () => {
  it('refuse the activation until the branch has released the lock', async () => {
    expect(problemOf(await identify(test))).toMatchObject({ code: 'activation-not-released', status: 403 });
    test.bank.releaseLock(test.contractorId);
    expect((await identify(test)).status).toBe(201);
  });

  it('tell after each wrong attempt how many remain, and lock with the seventh', async () => {
    test.bank.releaseLock(test.contractorId);
    for (let left = profile.wrongAttemptLimit - 1; left > 0; left -= 1) {
      expect(problemOf(await identify(test, { registrationPin: wrongPin() }))).toMatchObject({ code: 'identification-refused', attemptsLeft: left });
    }
    expect(problemOf(await identify(test, { registrationPin: wrongPin() }))).toMatchObject({ code: 'pin-locked', attemptsLeft: 0 });
    expect(problemOf(await identify(test))).toMatchObject({ code: 'pin-locked', attemptsLeft: 0 });
    expect(test.bank.papers().contractStatus).toBe('locked');
    test.bank.releaseLock(test.contractorId);
    expect((await identify(test)).status).toBe(201);
  });

  it('do not tell an ID that does not exist from a wrong PIN', async () => {
    const unknown = test.contractorId === '12345678901' ? '12345678902' : '12345678901';
    for (let attempt = 0; attempt <= profile.wrongAttemptLimit; attempt += 1) {
      const existing = await identify(test, { registrationPin: wrongPin() });
      const missing = await identify(test, { contractorId: unknown });
      expect({ status: missing.status, body: missing.text }).toEqual({ status: existing.status, body: existing.text });
    }
  });

  it('are counted one by one when many guesses come at once', async () => {
    test.bank.releaseLock(test.contractorId);
    const answers = await Promise.all(Array.from({ length: 12 }, () => identify(test, { registrationPin: wrongPin() })));
    const codes = answers.map((answer) => problemOf(answer));
    expect(
      codes
        .filter(({ code }) => code === 'identification-refused')
        .map(({ attemptsLeft }) => attemptsLeft ?? 0)
        .sort(),
    ).toEqual([1, 2, 3, 4, 5, 6]);
    expect(codes.filter(({ code }) => code === 'pin-locked')).toHaveLength(6);
  });

  it('point at the field that is malformed', async () => {
    expect(problemOf(await identify(test, { contractorId: '123' }))).toMatchObject({ code: 'request-malformed', field: 'contractorId' });
    expect(problemOf(await identify(test, { registrationPin: '１２３４' }))).toMatchObject({ code: 'request-malformed', field: 'registrationPin' });
  });

  it('close the older session when a new one is opened', async () => {
    test.bank.releaseLock(test.contractorId);
    const older = await openSession(test);
    const newer = await openSession(test);
    expect(problemOf(await readSession(older)).code).toBe('session-expired');
    expect(sessionStatusSchema.parse((await readSession(newer)).json()).next).toBe('pins');
  });
});

describe('the activation session', () => {
  beforeEach(() => void test.bank.releaseLock(test.contractorId));

  it('ends ten minutes after it was opened, whatever was done in between', async () => {
    const { token, right } = await reachOneTimePassword(test);
    test.clock.advance(9 * minutes + 50_000);
    expect((await readSession(token)).status).toBe(200);
    test.clock.advance(11_000);
    const refused = await sendOneTimePassword(test, token, right);
    expect(problemOf(refused)).toMatchObject({ code: 'session-expired', status: 401 });
    expect(refused.headers['www-authenticate']).toBe('Bearer');
    expect(test.bank.papers().contractStatus).toBe('released');
  });

  it('is not open for a missing, malformed or invented token', async () => {
    for (const headers of [{}, { authorization: 'Bearer' }, { authorization: `Bearer ${'x'.repeat(43)}` }, { authorization: 'Basic eDp5' }]) {
      expect(problemOf(await test.call('GET', paths.activationSession, { headers })).code).toBe('session-expired');
    }
  });

  it('refuses a step out of order', async () => {
    const token = await openSession(test);
    expect(problemOf(await sendOneTimePassword(test, token, '00'))).toMatchObject({ code: 'step-out-of-order', status: 409 });
    await sendPins(test, token);
    expect(problemOf(await sendPins(test, token)).code).toBe('step-out-of-order');
  });

  it('can be closed, and is then gone', async () => {
    const token = await openSession(test);
    expect((await test.call('DELETE', paths.activationSession, { token })).status).toBe(204);
    expect(problemOf(await readSession(token)).code).toBe('session-expired');
  });

  it('is ended by a lock', async () => {
    const token = await openSession(test);
    test.bank.lockAgain(test.contractorId);
    expect(problemOf(await sendPins(test, token)).code).toBe('session-expired');
  });
});

describe('Manual 2 (4): the new PINs', () => {
  let token: string;
  beforeEach(async () => {
    test.bank.releaseLock(test.contractorId);
    token = await openSession(test);
  });

  it.each([
    ['logonPin', 'short1'.slice(1)],
    ['logonPin', 'lettersonly'],
    ['logonPin', '123456789'],
    ['confirmationPin', 'toolong1234567'],
    ['confirmationPin', 'abc-1234'],
  ])('must follow the rule: %s %s does not', async (field, pin) => {
    expect(problemOf(await sendPins(test, token, { [field]: pin }))).toMatchObject({ code: 'pin-rule-violated', field, status: 422 });
  });

  it('want ① the registration PIN again, and count a wrong one', async () => {
    const refused = problemOf(await sendPins(test, token, { registrationPin: wrongPin() }));
    expect(refused).toMatchObject({ code: 'registration-pin-refused', field: 'registrationPin', attemptsLeft: 6 });
    expect(problemOf(await identify(test, { registrationPin: wrongPin() })).attemptsLeft).toBe(5);
  });

  it('take an e-mail address or none, and refuse what is none', async () => {
    expect(problemOf(await sendPins(test, token, { email: 'nobody' }))).toMatchObject({ code: 'request-malformed', field: 'email' });
    expect((await sendPins(test, token, { email: 'office@example.co.jp' })).status).toBe(200);
  });
});

describe('Manual 2 (5): the one-time password', () => {
  beforeEach(() => void test.bank.releaseLock(test.contractorId));

  it('stands where the bank named it, and the position stays the same in a session', async () => {
    const token = await openSession(test);
    const named = setPinsReplySchema.parse((await sendPins(test, token)).json()).position;
    expect(named?.row).toBeLessThanOrEqual(5);
    expect(named?.column).toBeLessThanOrEqual(10);
    await sendOneTimePassword(test, token, test.cell(named?.row ?? 0, named?.column ?? 0) === '00' ? '01' : '00');
    expect(sessionStatusSchema.parse((await readSession(token)).json())).toMatchObject({ next: 'oneTimePassword', position: named });
  });

  it('counts together with the other entries, and the locking attempt ends the session', async () => {
    const { token, wrong, right } = await reachOneTimePassword(test);
    expect(problemOf(await sendOneTimePassword(test, token, wrong))).toMatchObject({ code: 'one-time-password-refused', attemptsLeft: 6 });
    for (let attempt = 0; attempt < 5; attempt += 1) await sendOneTimePassword(test, token, wrong);
    expect(problemOf(await sendOneTimePassword(test, token, wrong))).toMatchObject({ code: 'pin-locked', attemptsLeft: 0 });
    expect(problemOf(await sendOneTimePassword(test, token, right)).code).toBe('session-expired');
    expect(problemOf(await identify(test)).code).toBe('pin-locked');
  });

  it('brings the grant, which the same session can read again until the certificate is there', async () => {
    const { token, right } = await reachOneTimePassword(test);
    const grant = enrolmentGrantSchema.parse((await sendOneTimePassword(test, token, right)).json());
    expect(grant).toMatchObject({ contractorId: test.contractorId, organization: test.bank.papers().applicationForm.organization });
    expect(sessionStatusSchema.parse((await readSession(token)).json())).toMatchObject({ next: 'certificate', grant });
    expect((await enrol(test, grant.enrolmentSecret, makeRequest(test.contractorId).base64)).status).toBe(200);
    expect(problemOf(await readSession(token)).code).toBe('session-expired');
  });

  it('has no position where the card carries a single one', async () => {
    const single = { ...profile, oneTimePassword: { length: 2, grid: null } };
    const other = await startTestBank({ profile: single });
    try {
      other.bank.releaseLock(other.contractorId);
      const token = await openSession(other);
      expect(setPinsReplySchema.parse((await sendPins(other, token)).json()).position).toBeNull();
      expect((await sendOneTimePassword(other, token, other.cell(1, 1))).status).toBe(200);
    } finally {
      await other.end();
    }
  });
});

describe('a second activation', () => {
  it('is allowed as long as no certificate was issued, and replaces the right to one', async () => {
    const first = await activate(test);
    const { token, right } = await reachOneTimePassword(test);
    const second = enrolmentGrantSchema.parse((await sendOneTimePassword(test, token, right)).json());
    const { base64 } = makeRequest(test.contractorId);
    expect(problemOf(await enrol(test, first.enrolmentSecret, base64)).code).toBe('enrolment-refused');
    expect((await enrol(test, second.enrolmentSecret, base64)).status).toBe(200);
    expect(problemOf(await identify(test))).toMatchObject({ code: 'activation-already-done', status: 409 });
  });
});

describe('the data folder', () => {
  it('holds no secret in clear but on the papers, and nothing but the authority that others may read', async () => {
    const { token, enrolmentSecret } = await activate(test);
    const { applicationForm } = test.bank.papers();
    for (const name of readdirSync(test.dataDir)) {
      const file = join(test.dataDir, name);
      // SQLite makes its side files as the system's mask says, in a folder that is the bank's alone.
      if (name !== 'authority.pem' && !name.endsWith('-shm') && !name.endsWith('-wal')) expect(statSync(file).mode & 0o077, name).toBe(0);
      if (name === 'papers.json') continue;
      const content = readFileSync(file, 'latin1');
      for (const secret of [token, enrolmentSecret, logonPin, confirmationPin, ...test.users.map(({ userLogonPin }) => userLogonPin)]) {
        expect(content.includes(secret), name).toBe(false);
      }
      expect(content.includes(`"${applicationForm.registrationPin}"`), name).toBe(false);
    }
  });
});
