import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { BadBank } from '../support/bad-bank.ts';
import { code, createHttpScene, get } from '../support/http-scene.ts';
import { createTestAuthority, type Issued, type TestAuthority } from '../support/test-authority.ts';

/** What HTTP lets a server or a proxy do although nobody asked for it. */

let authority: TestAuthority;
let server: Issued;
const scene = createHttpScene(
  () => authority.certificate,
  () => server,
);
const { bank, client } = scene;

beforeAll(() => {
  authority = createTestAuthority('Pinned Authority');
  server = authority.issue({ commonName: 'bank', names: ['127.0.0.1', 'localhost'] });
});
afterEach(scene.close);

describe('a bank that says something before its answer', () => {
  test.each([
    ['100 Continue', 'HTTP/1.1 100 Continue\r\n\r\n'],
    ['102 Processing, twice', 'HTTP/1.1 102 Processing\r\n\r\n'.repeat(2)],
    ['103 Early Hints', 'HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n'],
    ['a code that nobody knows yet', 'HTTP/1.1 199 Whatever\r\n\r\n'],
    ['several of them', 'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\n'],
  ])('is read to the end: %s', async (_name, interim) => {
    const { url } = await bank((request, response) => {
      request.socket.write(interim);
      response.writeHead(200, { 'content-type': 'text/plain' }).end('hello');
    });
    for (const method of ['GET', 'POST'] as const) {
      const outcome = await client(url).send(get(method === 'GET' ? {} : { method, body: '{}' }));
      expect(outcome.ok && [outcome.value.status, Buffer.from(outcome.value.body).toString()]).toEqual([200, 'hello']);
    }
  });

  test('is not believed when it changes to another protocol', async () => {
    const { url } = await bank((request) => request.socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n'));
    expect(await code(client(url).send(get()))).toBe('bank-answer-invalid');
  });
});

describe('a proxy that compresses whatever passes', () => {
  const text = JSON.stringify({ hello: 'こんにちは'.repeat(50) });
  const codings: readonly (readonly [string, (body: Buffer) => Buffer])[] = [
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['GZIP', gzipSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
    // Its usual quality takes seconds for the largest body here.
    ['br', (body) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })],
    ['identity', (body) => body],
    ['deflate, gzip', (body) => gzipSync(deflateSync(body))],
  ];
  test.each(codings)('is read: %s', async (encoding, compress) => {
    const { url, asked } = await bank((_request, response) => response.writeHead(200, { 'content-encoding': encoding }).end(compress(Buffer.from(text))));
    const outcome = await client(url).send(get());
    expect(outcome.ok && Buffer.from(outcome.value.body).toString()).toBe(text);
    expect(asked[0]?.headers['accept-encoding']).toBe('identity, gzip;q=0.5');
  });

  test('is read where the answer has no content', async () => {
    const { url } = await bank((_request, response) => response.writeHead(202, { 'content-encoding': 'gzip' }).end());
    expect(await code(client(url).send(get()))).toBe(202);
  });

  test.each(codings.filter(([name]) => name !== 'identity'))('is not read beyond the limit: %s', async (encoding, compress) => {
    const bomb = compress(Buffer.alloc(32 * 1024 * 1024));
    const { url } = await bank((_request, response) => response.writeHead(200, { 'content-encoding': encoding }).end(bomb));
    const before = process.memoryUsage().rss;
    expect(await code(client(url).send(get()))).toBe('bank-answer-invalid');
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
  });

  test.each([
    ['an unknown coding', 'compress', Buffer.from(text)],
    ['what is not compressed at all', 'gzip', Buffer.from(text)],
    ['half of it', 'gzip', gzipSync(text).subarray(0, 40)],
    ['too many codings', 'gzip, gzip, gzip, gzip', gzipSync(gzipSync(gzipSync(gzipSync(text))))],
  ])('is not believed when it sends %s', async (_name, encoding, body) => {
    const { url } = await bank((_request, response) => response.writeHead(200, { 'content-encoding': encoding }).end(body));
    expect(await code(client(url).send(get()))).toBe('bank-answer-invalid');
  });
});

describe('a bank that redirects', () => {
  const redirect = (location: (port: number) => string, status = 302): Promise<BadBank> => {
    let port = 0;
    const started = bank((request, response) =>
      request.url === '/there' ? response.end('arrived') : response.writeHead(status, { location: location(port) }).end(),
    );
    return started.then((one) => {
      port = one.port;
      return one;
    });
  };

  test('is followed on the same host', async () => {
    const { url } = await redirect(() => '/there');
    expect(await code(client(url).send(get()))).toBe(200);
  });

  test.each([
    ['another host', () => 'https://evil.example/there'],
    ['another port', (port: number) => `https://127.0.0.1:${port + 1}/there`],
    ['plain HTTP', (port: number) => `http://127.0.0.1:${port}/there`],
    ['nowhere', () => 'https://'],
  ])('is not followed to %s', async (_name, location) => {
    const { url, asked } = await redirect(location);
    expect(await code(client(url).send(get()))).toBe('bank-answer-invalid');
    expect(asked).toHaveLength(1);
  });

  test.each([307, 308] as const)('is followed with the same question by %i (RFC 7030 section 3.2.1)', async (status) => {
    const { url, asked } = await redirect(() => '/there', status);
    const headers = { 'idempotency-key': 'key-1', 'content-type': 'application/json' };
    expect(await code(client(url).send(get({ method: 'POST', body: '{"a":1}', headers })))).toBe(200);
    expect(asked.map((one) => [one.method, one.url, one.headers['idempotency-key'], one.body])).toEqual([
      ['POST', '/v1/bank', 'key-1', '{"a":1}'],
      ['POST', '/there', 'key-1', '{"a":1}'],
    ]);
  });

  test('is followed with GET, and without the body, by 303: the work is done', async () => {
    const { url, asked } = await redirect(() => '/there', 303);
    const headers = { 'idempotency-key': 'key-1', 'content-type': 'application/json', authorization: 'Bearer x' };
    expect(await code(client(url).send(get({ method: 'PUT', body: '{}', headers })))).toBe(200);
    expect(asked[1]).toMatchObject({ method: 'GET', url: '/there', body: '' });
    expect(asked[1]?.headers).not.toHaveProperty('content-type');
    expect(asked[1]?.headers).not.toHaveProperty('idempotency-key');
    expect(asked[1]?.headers.authorization).toBe('Bearer x');
  });

  test.each([301, 302] as const)('is not followed with a mutation by %i, which does not say whether it was done', async (status) => {
    const { url, asked } = await redirect(() => '/there', status);
    expect(await code(client(url).send(get({ method: 'POST', body: '{}' })))).toBe('bank-answer-invalid');
    expect(asked).toHaveLength(1);
  });

  test.each([301, 302, 303, 307, 308] as const)('does not lead a mutation to another origin (%i)', async (status) => {
    const { url, asked } = await redirect((port) => `https://localhost:${port}/there`, status);
    expect(await code(client(url).send(get({ method: 'POST', body: '{}' })))).toBe('bank-answer-invalid');
    expect(asked).toHaveLength(1);
  });

  test('is not followed for ever', async () => {
    const { url, asked } = await redirect(() => '/again', 307);
    expect(await code(client(url).send(get({ method: 'POST', body: '{}' })))).toBe('bank-answer-invalid');
    expect(asked).toHaveLength(4);
  });
});
