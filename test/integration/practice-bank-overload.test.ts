import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect as connectPlain } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type TLSSocket } from 'node:tls';
import type { FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ensureAuthority } from '../../main/practice-bank/certificates/authority.ts';
import { createWebServer } from '../../main/practice-bank/http/web-server.ts';
import { bodyLimit, paths } from '../../main/protocol/protocol.ts';
import { problemOf, startTestBank, type TestBank } from './practice-bank-client.ts';

const addressSchema = z.object({ port: z.int() });

/** What one client does to the practice bank, and what another one sees of it. */

let bank: TestBank;
beforeAll(async () => {
  bank = await startTestBank();
});
afterAll(() => bank.end());

const post = (body: string | Uint8Array, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
  bank.call('POST', paths.activationSessions, { body, headers });
const nested = (levels: number, open: string, close: string) => `{"contractorId":${open.repeat(levels)}1${close.repeat(levels)}}`;

test.each<[string, string | Uint8Array]>([
  ['ten thousand lists in each other', nested(10_000, '[', ']')],
  ['five thousand objects in each other', nested(5_000, '{"a":', '}')],
  ['lists that never end', '['.repeat(60_000)],
  ['a thousand keys', JSON.stringify(Object.fromEntries(Array.from({ length: 1_000 }, (_none, index) => [`key${index}`, 1])))],
  ['a number of ten thousand digits', `{"contractorId":${'1'.repeat(10_000)}}`],
  ['a key for the prototype', '{"__proto__":{"contractorId":"12345678901"},"registrationPin":"1234"}'],
  ['a key for the prototype, escaped', '{"\\u005f_proto__":{"x":1},"registrationPin":"1234"}'],
  ['a constructor', '{"constructor":{"prototype":{"x":1}}}'],
  ['bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
  ['a byte order mark alone', Buffer.from([0xef, 0xbb, 0xbf])],
  ['nothing', ''],
])('a body of %s is refused as malformed', async (_what, body) => {
  const answer = await post(body);
  expect([answer.status, problemOf(answer).code]).toEqual([400, 'request-malformed']);
});

test('a body that is too large is refused as such', async () => {
  expect(problemOf(await post(' '.repeat(bodyLimit + 1))).code).toBe('content-too-large');
});

test('a certificate request of thirty thousand sequences in each other is refused', async () => {
  const { contractorId } = bank;
  const body = Buffer.alloc(45_000, Buffer.from([0x30, 0x80])).toString('base64');
  const authorization = `Basic ${Buffer.from(`${contractorId}:${'x'.repeat(43)}`).toString('base64')}`;
  const answer = await bank.call('POST', paths.simpleEnroll, { body, headers: { 'content-type': 'application/pkcs10', authorization } });
  expect([400, 401]).toContain(answer.status);
});

/** A connection that has begun a request and does not end it. told: what it got to hear; closed: when it is over. */
type Slow = { readonly socket: TLSSocket; told: string; open: boolean; readonly closed: Promise<unknown> };

/** @returns once TLS stands and the request has begun, or the connection is over */
async function beginSlowly(port: number, localAddress = '127.0.0.1', text = 'GET /v1/bank HTTP/1.1\r\nHost: a\r\nX-Slow: '): Promise<Slow> {
  const socket = connect({ socket: connectPlain({ host: '127.0.0.1', port, localAddress }), rejectUnauthorized: false });
  socket.on('error', () => undefined);
  const closed = new Promise((resolve) => socket.once('close', resolve));
  const slow: Slow = { socket, told: '', open: true, closed };
  socket.setEncoding('utf8').on('data', (chunk: string) => (slow.told += chunk));
  void closed.then(() => (slow.open = false));
  await Promise.race([closed, once(socket, 'secureConnect')]);
  if (slow.open) socket.write(text);
  return slow;
}

async function beginMany(count: number, port: number, localAddress?: string): Promise<readonly Slow[]> {
  const all: Slow[] = [];
  for (let begun = 0; begun < count; begun += 50)
    all.push(...(await Promise.all(Array.from({ length: Math.min(50, count - begun) }, () => beginSlowly(port, localAddress)))));
  return all;
}

describe('connections that send a byte now and then', () => {
  test.each([
    ['the same address', '127.0.0.1'],
    ['another address', '127.0.0.2'],
  ])(
    'do not keep a client from being served, from %s',
    async (_what, address) => {
      // More than an address may have.
      const slow = await beginMany(300, bank.bank.port, address);
      const drip = setInterval(() => {
        for (const { socket, open } of slow) if (open) socket.write('x');
      }, 300);
      try {
        expect((await bank.call('GET', paths.bank)).status).toBe(200);
      } finally {
        clearInterval(drip);
        for (const { socket } of slow) socket.destroy();
      }
    },
    120_000,
  );

  test('are over soon, also where TLS itself is slow or never begins', async () => {
    const silent = Array.from({ length: 20 }, () => connectPlain({ host: '127.0.0.1', port: bank.bank.port }));
    for (const socket of silent) socket.on('error', () => undefined).write(Buffer.from([0x16, 0x03, 0x01]));
    await Promise.all(silent.map((socket) => new Promise((resolve) => socket.resume().once('close', resolve))));
    expect((await bank.call('GET', paths.bank)).status).toBe(200);
  });

  test('are told 408 or 400 where their time is up', async () => {
    const { closed, ...slow } = await beginSlowly(bank.bank.port);
    const told = new Promise<string>((resolve) => slow.socket.once('data', (chunk) => resolve(String(chunk))));
    expect(await told).toMatch(/^HTTP\/1\.1 40[08] /u);
    await closed;
  });
});

describe('a small bank', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kaitsu-gate-'));
  let server: FastifyInstance;
  let release: () => void = () => undefined;
  afterAll(() => rmSync(folder, { recursive: true }));
  afterEach(async () => {
    release();
    await server.close();
  });

  async function start(limits: { readonly all: number; readonly perAddress: number }): Promise<number> {
    server = createWebServer(ensureAuthority(folder, new Date()), () => undefined, limits);
    const held = new Promise<void>((resolve) => (release = resolve));
    server.get('/slow', async () => held.then(() => 'slow'));
    server.get('/', async () => 'good');
    await server.listen({ host: '127.0.0.1', port: 0 });
    return addressSchema.parse(server.server.address()).port;
  }

  const ask = async (port: number, path: string, localAddress?: string) => beginSlowly(port, localAddress, `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`);
  const answered = async ({ socket }: Slow) => String(await once(socket, 'data'));

  test('does not break off what it is answering: who comes then is told to come back', async () => {
    const port = await start({ all: 10, perAddress: 2 });
    const arrived = new Promise<void>((resolve) => {
      const come: unknown[] = [];
      server.server.on('request', (request) => come.push(request) === 2 && resolve());
    });
    const busy = [await ask(port, '/slow'), await ask(port, '/slow')];
    await arrived;
    const late = await ask(port, '/');
    await late.closed;
    expect(late.told).toMatch(/^HTTP\/1\.1 503 [\s\S]*retry-after: 2/iu);
    // Another address has its own.
    expect(await answered(await ask(port, '/', '127.0.0.3'))).toMatch(/^HTTP\/1\.1 200 /u);
    const answers = Promise.all(busy.map(answered));
    release();
    for (const text of await answers) expect(text).toMatch(/^HTTP\/1\.1 200 /u);
  });

  test('lets one that was never answered make room before one that was, and the oldest first', async () => {
    const port = await start({ all: 10, perAddress: 3 });
    const regular = await ask(port, '/');
    await answered(regular);
    const [first, second] = [await beginSlowly(port), await beginSlowly(port)];
    const next = await ask(port, '/');
    await first.closed;
    expect([regular.open, second.open, next.open]).toEqual([true, true, true]);
    expect(first.told).toMatch(/^HTTP\/1\.1 503 /u);
  });

  test('serves who comes while twenty times as many as it takes are open and slow, and tells those that made room', async () => {
    const port = await start({ all: 10, perAddress: 3 });
    const slow = await beginMany(60, port);
    expect(await answered(await ask(port, '/'))).toMatch(/^HTTP\/1\.1 200 /u);
    expect(slow.filter(({ open }) => open).length).toBeLessThanOrEqual(3);
    for (const { closed } of slow.slice(0, -3)) await closed;
    expect(slow.filter(({ told }) => told.includes('"status":503')).length).toBeGreaterThan(0);
  });

  test('is not filled by one address for all the others', async () => {
    const port = await start({ all: 4, perAddress: 3 });
    const greedy = [await beginSlowly(port), await beginSlowly(port), await beginSlowly(port)];
    const other = await beginSlowly(port, '127.0.0.2');
    const third = await ask(port, '/', '127.0.0.3');
    await greedy[0]?.closed;
    expect(await answered(third)).toMatch(/^HTTP\/1\.1 200 /u);
    expect(other.open).toBe(true);
  });
});
