import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type BankClient, createBankClient } from '../../main/bank/bank-client.ts';
import type { ClientIdentity } from '../../main/bank/http.ts';
import { createHttpClient, type HttpClientSettings } from '../../main/bank/http-client.ts';
import { paths } from '../../main/protocol/protocol.ts';
import { Redacted } from '../../main/support/redacted.ts';
import { systemClock } from '../../main/support/system-clock.ts';
import { contractorIdSchema } from '../../preload/contract/identities.ts';
import { failure, success } from '../../preload/contract/problem.ts';
import { createMemoryLog, type MemoryLog } from '../../tools/log/memory-log.ts';
import { type Behaviour, json, startBadBank } from '../support/bad-bank.ts';
import { bundle, createTestAuthority, type Issued, type TestAuthority } from '../support/test-authority.ts';

let authority: TestAuthority;
let server: Issued;
let identity: ClientIdentity;
let log: MemoryLog;
const open: { close(): Promise<void> }[] = [];
const signal = new AbortController().signal;
const contractorId = contractorIdSchema.parse('12345678901');
const token = 'marked-token-0123456789abcdefghijkl';
const held = new Redacted(token);
const secrets = { registrationPin: '7351', logonPin: 'markedLogon1', confirmationPin: 'markedConf2', oneTimePassword: '42' };
const expiresAt = '2030-01-01T00:00:00.000Z';

beforeAll(() => {
  authority = createTestAuthority('Pinned Authority');
  server = authority.issue({ commonName: 'bank', names: ['127.0.0.1'] });
  identity = { pfx: bundle(authority.issue({ commonName: contractorId }), authority, 'marked-passphrase'), passphrase: new Redacted('marked-passphrase') };
});
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

async function bank(behave: Behaviour) {
  const started = await startBadBank(server, behave, { requestCert: true, rejectUnauthorized: false, ca: authority.certificate });
  log = createMemoryLog();
  const settings: HttpClientSettings = {
    baseUrl: started.url,
    authority: authority.certificate,
    clock: systemClock,
    random: () => 0.5,
    log,
    retry: { baseMs: 20 },
  };
  const http = createHttpClient(settings);
  open.push({ close: started.stop }, http);
  const opened = { now: 0 };
  const client: BankClient = createBankClient({
    http,
    openIdentityClient: (mine) => {
      const made = createHttpClient({ ...settings, identity: mine });
      opened.now += 1;
      return {
        send: made.send,
        close: async () => {
          opened.now -= 1;
          await made.close();
        },
      };
    },
    readIdentity: async (id) => (id === contractorId ? success(identity) : failure('certificate-file-unreadable')),
    newIdempotencyKey: randomUUID,
    clock: systemClock,
    log,
  });
  return { client, asked: started.asked, opened };
}
const hidden = {
  registrationPin: new Redacted(secrets.registrationPin),
  logonPin: new Redacted(secrets.logonPin),
  confirmationPin: new Redacted(secrets.confirmationPin),
};
const oneTimePassword = new Redacted(secrets.oneTimePassword);
const identify = (client: BankClient) => client.identify({ contractorId, registrationPin: hidden.registrationPin }, signal);
const problem = (response: ServerResponse, status: number, more: object, headers = {}) =>
  json(response, status, { type: 'urn:kaitsu:problem:x', title: 'x', status, ...more }, headers);

describe('the client of a bank', () => {
  test('sends one idempotency key for one action, over its tries, and another for the next', async () => {
    const { client, asked } = await bank((request, response, turn) => (turn < 2 ? request.socket.destroy() : json(response, 201, { token, expiresAt })));
    const opened = await identify(client);
    expect(opened.ok && [opened.value.token.reveal(), opened.value.expiresAt]).toEqual([token, expiresAt]);
    expect(await identify(client)).toMatchObject({ ok: true });
    const keys = asked.map((one) => one.headers['idempotency-key']);
    expect(keys).toHaveLength(4);
    expect(new Set(keys.slice(0, 3)).size).toBe(1);
    expect(keys[3]).not.toBe(keys[0]);
    expect(JSON.parse(asked[0]?.body ?? '')).toEqual({ contractorId, registrationPin: secrets.registrationPin });
  });

  test('does not send an e-mail address that is to stay as it is', async () => {
    const { client, asked } = await bank((_request, response) => json(response, 200, { position: { row: 2, column: 3 } }));
    const { registrationPin, logonPin, confirmationPin } = secrets;
    const pins = { registrationPin, logonPin, confirmationPin };
    expect(await client.setPins(held, { ...hidden, email: null, holder: null }, signal)).toEqual({ ok: true, value: { position: { row: 2, column: 3 } } });
    await client.setPins(held, { ...hidden, email: 'tanto@example.jp', holder: null }, signal);
    expect(asked.map((one) => JSON.parse(one.body))).toEqual([pins, { ...pins, email: 'tanto@example.jp' }]);
    expect(asked[0]).toMatchObject({ method: 'PUT', url: paths.activationPins });
    expect(asked[0]?.headers.authorization).toBe(`Bearer ${token}`);
  });

  test('tells what the bank refused: code, field, attempts left, and when to try again', async () => {
    const { client } = await bank((_request, response) =>
      problem(response, 403, { code: 'one-time-password-refused', field: 'oneTimePassword', attemptsLeft: 2 }, { 'retry-after': '90' }),
    );
    const before = Date.now();
    const outcome = await client.confirmOneTimePassword(held, oneTimePassword, signal);
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'one-time-password-refused', field: 'oneTimePassword', attemptsLeft: 2 } });
    const retryAt = outcome.ok ? null : (outcome.problem.retryAt ?? null);
    // Dates of HTTP are of whole seconds.
    expect(Date.parse(retryAt ?? '')).toBeGreaterThan(before + 89_000);
    expect(Date.parse(retryAt ?? '')).toBeLessThan(Date.now() + 91_000);
  });

  test.each<[string, number, Behaviour, string]>([
    ['a page instead of JSON', 200, (_q, r) => r.writeHead(200, { 'content-type': 'text/html' }).end('<html>'), 'bank-answer-invalid'],
    ['broken JSON', 200, (_q, r) => r.writeHead(200, { 'content-type': 'application/json' }).end('{"token":'), 'bank-answer-invalid'],
    [
      'JSON that is no UTF-8',
      200,
      (_q, r) => r.writeHead(200, { 'content-type': 'application/json' }).end(Buffer.from([0x22, 0xff, 0x22])),
      'bank-answer-invalid',
    ],
    ['JSON of another shape', 200, (_q, r) => json(r, 200, { token: 'short' }), 'bank-answer-invalid'],
    ['a token that would break a header', 200, (_q, r) => json(r, 200, { token: `${'x'.repeat(40)}\r\nx-evil: 1`, expiresAt }), 'bank-answer-invalid'],
    ['nothing', 204, (_q, r) => r.writeHead(204).end(), 'bank-answer-invalid'],
    ['a code that nobody knows', 500, (_q, r) => problem(r, 500, { code: 'whatever' }), 'bank-failure'],
    ['a code that only Kaitsu itself may give', 500, (_q, r) => problem(r, 500, { code: 'keychain-missing' }), 'bank-failure'],
    ['an error page', 500, (_q, r) => r.writeHead(500, { 'content-type': 'text/html' }).end('<html>'), 'bank-failure'],
    ['404 without a problem', 404, (_q, r) => r.writeHead(404).end(), 'not-found'],
    ['a status that means nothing here', 418, (_q, r) => r.writeHead(418).end(), 'bank-answer-invalid'],
  ])('tells %s as a problem', async (_name, _status, behave, code) => {
    const { client } = await bank(behave);
    expect(await identify(client)).toMatchObject({ ok: false, problem: { code } });
  });

  test('logs on with the installed certificate, through a connection that is closed afterwards', async () => {
    const session = { token, idleSeconds: 600 };
    const reply = { contractorId, organization: 'x', role: 'administrator', loggedOnAt: expiresAt, lastLogonAt: null, session };
    const presented: unknown[] = [];
    const { client, opened } = await bank((request, response) => {
      const socket: unknown = request.socket;
      presented.push((socket as import('node:tls').TLSSocket).getPeerCertificate().subject?.CN);
      json(response, 200, reply);
    });
    const loggedOn = await client.logOn({ contractorId, logonPin: hidden.logonPin }, signal);
    expect(loggedOn).toMatchObject({ ok: true, value: { loggedOnAt: expiresAt, lastLogonAt: null, session: { idleSeconds: 600 } } });
    expect(loggedOn.ok && loggedOn.value.session.token.reveal()).toBe(token);
    expect(presented).toEqual([contractorId]);
    expect(opened.now).toBe(0);
    expect(await client.logOn({ contractorId: contractorIdSchema.parse('99999999999'), logonPin: new Redacted('x') }, signal)).toMatchObject({
      problem: { code: 'certificate-file-unreadable' },
    });
    expect(presented).toHaveLength(1);
  });

  test.each([
    ['has no session for the administrator', null],
    ['gives a token that no header can carry', { token: `${'x'.repeat(40)}\nevil: 1`, idleSeconds: 600 }],
    ['gives a token that can be guessed', { token: 'short', idleSeconds: 600 }],
  ])('does not believe a logon that %s', async (_what, session) => {
    const reply = { contractorId, organization: 'x', role: 'administrator', loggedOnAt: expiresAt, lastLogonAt: null, session };
    const { client } = await bank((_request, response) => json(response, 200, reply));
    expect(await client.logOn({ contractorId, logonPin: hidden.logonPin }, signal)).toMatchObject({ problem: { code: 'bank-answer-invalid' } });
  });

  test('does not believe a bank that would log another contract on', async () => {
    const check = { contractorId: '10987654321', organization: 'x', certificateSerial: '01', certificateNotAfter: expiresAt };
    const { client, asked, opened } = await bank((_request, response) => json(response, 200, check));
    expect(await client.checkLogon(identity, contractorId, signal)).toMatchObject({ problem: { code: 'certificate-wrong-contract' } });
    expect(asked[0]?.url).toBe(`${paths.logon}?contractorId=${contractorId}`);
    expect(opened.now).toBe(0);
  });

  test('gives a session up without minding whether the bank hears it', async () => {
    const { client, asked } = await bank((_request, response) => problem(response, 500, { code: 'bank-failure' }));
    await client.abandon(held);
    expect(asked[0]).toMatchObject({ method: 'DELETE', url: paths.activationSession });
  });

  test('hands nothing secret to the log, whatever happens', async () => {
    const { client } = await bank((request, response, turn) => {
      if (turn % 3 === 0) problem(response, 403, { code: 'identification-refused', detail: token });
      else if (turn % 3 === 1) json(response, 200, { token, expiresAt, position: null });
      else request.socket.destroy();
    });
    const { registrationPin, logonPin, confirmationPin } = secrets;
    for (let i = 0; i < 3; i += 1) {
      await identify(client);
      await client.setPins(held, { ...hidden, email: 'tanto@example.jp', holder: null }, signal);
      await client.confirmOneTimePassword(held, oneTimePassword, signal);
      await client.logOn({ contractorId, logonPin: hidden.logonPin }, signal);
      await client.checkLogon(identity, contractorId, signal);
    }
    const handed = JSON.stringify(log.raw);
    expect(log.raw.length).toBeGreaterThan(10);
    for (const secret of [token, logonPin, confirmationPin, contractorId, 'marked-passphrase', 'tanto@', `"${registrationPin}"`])
      expect(handed).not.toContain(secret);
  });
});
