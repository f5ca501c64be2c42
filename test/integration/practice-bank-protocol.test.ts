import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { connect as connectPlain } from 'node:net';
import { connect } from 'node:tls';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { days } from '../../main/practice-bank/clock.ts';
import { bankInfoSchema, bodyLimit, openSessionReplySchema, paths } from '../../main/protocol/protocol.ts';
import {
  type Answer,
  identify,
  openSession,
  problemOf,
  reachOneTimePassword,
  sendOneTimePassword,
  startTestBank,
  type TestBank,
} from './practice-bank-client.ts';

let test: TestBank;
beforeAll(async () => {
  test = await startTestBank();
});
beforeEach(() => void test.bank.releaseLock(test.contractorId));
afterAll(() => test.end());

const wrongPin = () => (test.registrationPin === '0000' ? '0001' : '0000');
const isAlive = async () => bankInfoSchema.parse((await test.call('GET', paths.bank)).json()).name === '開通銀行';
const sameAnswer = ({ status, text }: Answer) => ({ status, text });

describe('Idempotency-Key', () => {
  it('is wanted with every mutation of /v1', async () => {
    const mutations = [
      ['POST', paths.activationSessions],
      ['DELETE', paths.activationSession],
      ['PUT', paths.activationPins],
      ['POST', paths.activationOneTimePassword],
      ['POST', paths.logon],
    ] as const;
    for (const [method, path] of mutations) {
      expect(problemOf(await test.call(method, path, { key: null })).code).toBe('idempotency-key-missing');
      expect(problemOf(await test.call(method, path, { key: 'too-short' })).code).toBe('request-malformed');
    }
  });

  it('gives the same session again for the same request', async () => {
    const key = randomUUID();
    const first = await identify(test, {}, key);
    const again = await identify(test, {}, key);
    expect(sameAnswer(again)).toEqual(sameAnswer(first));
    const { token } = openSessionReplySchema.parse(again.json());
    expect((await test.call('GET', paths.activationSession, { token })).status).toBe(200);
  });

  it('counts a wrong attempt once, however often it is repeated', async () => {
    const key = randomUUID();
    const first = await identify(test, { registrationPin: wrongPin() }, key);
    for (let repeat = 0; repeat < 8; repeat += 1) expect(sameAnswer(await identify(test, { registrationPin: wrongPin() }, key))).toEqual(sameAnswer(first));
    expect(problemOf(await identify(test, { registrationPin: wrongPin() })).attemptsLeft).toBe(5);
  });

  it('does the work once when the same request comes several times at once', async () => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 6 }, () => identify(test, {}, key)));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    const wrongKey = randomUUID();
    await Promise.all(Array.from({ length: 8 }, () => identify(test, { registrationPin: wrongPin() }, wrongKey)));
    expect(problemOf(await identify(test, { registrationPin: wrongPin() })).attemptsLeft).toBe(5);
  });

  it('is refused for another body, another path and another caller', async () => {
    const key = randomUUID();
    await identify(test, {}, key);
    expect(problemOf(await identify(test, { registrationPin: wrongPin() }, key))).toMatchObject({ code: 'idempotency-key-reused', status: 422 });
    const token = await openSession(test);
    expect(problemOf(await test.call('DELETE', paths.activationSession, { token, key })).code).toBe('idempotency-key-reused');
    const closing = randomUUID();
    await test.call('DELETE', paths.activationSession, { token, key: closing });
    expect(problemOf(await test.call('DELETE', paths.activationSession, { token: 'another', key: closing })).code).toBe('idempotency-key-reused');
  });

  it('gives the grant again to a client that lost the answer', async () => {
    const { token, right } = await reachOneTimePassword(test);
    const key = randomUUID();
    const confirm = () => test.call('POST', paths.activationOneTimePassword, { token, key, body: { oneTimePassword: right } });
    const first = await confirm();
    expect(first.status).toBe(200);
    expect(sameAnswer(await confirm())).toEqual(sameAnswer(first));
    expect(problemOf(await sendOneTimePassword(test, token, right)).code).toBe('step-out-of-order');
  });

  it('survives a restart, and is forgotten after a day', async () => {
    const key = randomUUID();
    const before = await startTestBank();
    before.bank.releaseLock(before.contractorId);
    const first = await identify(before, {}, key);
    await before.bank.stop();
    const after = await startTestBank({ dataDir: before.dataDir });
    expect(sameAnswer(await identify(after, {}, key))).toEqual(sameAnswer(first));
    after.clock.advance(days);
    expect(sameAnswer(await identify(after, {}, key))).not.toEqual(sameAnswer(first));
    await after.end();
    rmSync(before.dataDir, { recursive: true });
  });
});

describe('what a bank refuses', () => {
  const post = (headers: Readonly<Record<string, string>>, body: string) => test.call('POST', paths.activationSessions, { headers, body });

  it('malformed JSON, other content types, too large a body', async () => {
    expect(problemOf(await post({}, '{"contractorId":'))).toMatchObject({ code: 'request-malformed', status: 400 });
    expect(problemOf(await post({}, ''))).toMatchObject({ code: 'request-malformed', status: 400 });
    expect(problemOf(await post({}, '[]'))).toMatchObject({ code: 'request-malformed', status: 400 });
    expect(problemOf(await post({}, '{"__proto__":{"x":1}}')).code).toBe('request-malformed');
    expect(problemOf(await post({ 'content-type': 'text/plain' }, 'x'))).toMatchObject({ code: 'content-type-unsupported', status: 415 });
    expect(problemOf(await post({ 'content-type': 'application/x-www-form-urlencoded' }, 'a=b')).code).toBe('content-type-unsupported');
    expect(problemOf(await post({}, `"${'x'.repeat(bodyLimit)}"`))).toMatchObject({ code: 'content-too-large', status: 413 });
    expect(
      problemOf(await test.call('POST', paths.simpleEnroll, { headers: { 'content-type': 'application/pkcs10' }, body: 'A'.repeat(bodyLimit + 1) })).code,
    ).toBe('content-too-large');
  });

  it('unknown paths and methods', async () => {
    expect(problemOf(await test.call('GET', '/v1/nothing'))).toMatchObject({ code: 'not-found', status: 404 });
    expect(problemOf(await test.call('GET', '/%zz'))).toMatchObject({ code: 'request-malformed' });
    const wrong = await test.call('PATCH', paths.activationPins, { body: {} });
    expect(problemOf(wrong)).toMatchObject({ code: 'method-not-allowed', status: 405 });
    expect(wrong.headers.allow).toBe('PUT');
    expect(problemOf(await test.call('GET', paths.logon)).code).toBe('request-malformed');
  });

  it('answers are never stored on the way', async () => {
    const answer = await test.call('GET', paths.bank);
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  });
});

describe('the server lives on', () => {
  /** Sends bytes over TLS and answers what came back. */
  async function sendRaw(bytes: Uint8Array): Promise<string> {
    const socket = connect({ host: '127.0.0.1', port: test.bank.port, ca: test.bank.authority });
    await once(socket, 'secureConnect');
    socket.on('error', () => undefined);
    socket.end(bytes);
    const chunks: string[] = [];
    socket.on('data', (chunk) => chunks.push(String(chunk)));
    await once(socket, 'close');
    return chunks.join('');
  }

  it('after garbage that is not TLS', async () => {
    for (const bytes of [Buffer.from('GET / HTTP/1.1\r\n\r\n'), randomBytes(500), Buffer.alloc(0)]) {
      const socket = connectPlain(test.bank.port, '127.0.0.1');
      socket.on('error', () => undefined);
      socket.end(bytes);
      socket.resume();
      await once(socket, 'close');
    }
    expect(await isAlive()).toBe(true);
  });

  it('after garbage that is not HTTP, which it refuses as problem details', async () => {
    const answer = await sendRaw(Buffer.from('NONSENSE\r\n\r\n'));
    expect(answer).toContain('HTTP/1.1 400');
    expect(answer).toContain('"code":"request-malformed"');
    expect(await sendRaw(Buffer.from(`GET / HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(40_000)}\r\n\r\n`))).toContain('"code":"content-too-large"');
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        const text = await sendRaw(bytes);
        return text === '' || /^HTTP\/1\.1 4/u.test(text);
      }),
      { numRuns: 25 },
    );
    expect(await isAlive()).toBe(true);
  });

  it('after any body and any header on any path: always 4xx, always problem details', async () => {
    const methods = fc.constantFrom('POST', 'PUT', 'DELETE', 'PATCH');
    const types = fc.constantFrom('application/json', 'application/pkcs10', 'text/html', 'application/json; charset=utf-16', 'nonsense');
    const json = fc.oneof(
      fc.json(),
      fc.string(),
      fc.uint8Array({ maxLength: 300 }),
      fc.record({ contractorId: fc.anything(), registrationPin: fc.anything() }).map((value) => JSON.stringify(value) ?? ''),
    );
    const header = fc.string({ unit: fc.integer({ min: 33, max: 126 }).map((code) => String.fromCharCode(code)), minLength: 1, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(methods, fc.constantFrom(...Object.values(paths)), types, json, header, header, async (method, path, type, body, key, authorization) => {
        const answer = await test.call(method, path, { body, key: key.padEnd(16, 'k'), headers: { 'content-type': type, authorization } });
        problemOf(answer);
        return answer.status < 500;
      }),
      { numRuns: 150 },
    );
    expect(await isAlive()).toBe(true);
  });
});

describe('a restart', () => {
  it('keeps authority, papers, contract, session and counters', async () => {
    const before = await startTestBank();
    before.bank.releaseLock(before.contractorId);
    const token = await openSession(before);
    await identify(before, { registrationPin: before.registrationPin === '0000' ? '0001' : '0000' });
    const { authority } = before.bank;
    const papers = before.bank.papers();
    await before.bank.stop();
    const after = await startTestBank({ dataDir: before.dataDir });
    expect(after.bank.authority).toBe(authority);
    expect(after.bank.papers()).toEqual(papers);
    expect((await after.call('GET', paths.activationSession, { token })).status).toBe(200);
    const wrong = before.registrationPin === '0000' ? '0001' : '0000';
    expect(problemOf(await identify(after, { registrationPin: wrong })).attemptsLeft).toBe(5);
    await after.end();
    rmSync(before.dataDir, { recursive: true });
  });

  it('on a port that is taken fails at once and leaves the other bank alone', async () => {
    await expect(startTestBank({ port: test.bank.port })).rejects.toThrow(/EADDRINUSE/u);
    expect(await isAlive()).toBe(true);
  });
});
