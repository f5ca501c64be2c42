import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { HttpRequest } from '../../main/bank/http.ts';
import { createHttpClient, type HttpClient, type HttpClientSettings } from '../../main/bank/http-client.ts';
import { systemClock } from '../../main/support/system-clock.ts';
import { createMemoryLog, type MemoryLog } from '../../tools/log/memory-log.ts';
import { type BadBank, type Behaviour, startBadBank } from '../support/bad-bank.ts';
import { bundle, createTestAuthority, type Issued, type TestAuthority } from '../support/test-authority.ts';

let authority: TestAuthority;
let stranger: TestAuthority;
let server: Issued;
const open: { close(): Promise<void> }[] = [];
let log: MemoryLog;

beforeAll(() => {
  authority = createTestAuthority('Pinned Authority');
  stranger = createTestAuthority('Strange Authority');
  server = authority.issue({ commonName: 'bank', names: ['127.0.0.1', 'localhost'] });
});
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

async function bank(behave: Behaviour, issued: Issued = server, options: Parameters<typeof startBadBank>[2] = {}): Promise<BadBank> {
  const started = await startBadBank(issued, behave, options);
  open.push({ close: started.stop });
  return started;
}

function client(baseUrl: string, more: Partial<HttpClientSettings> = {}): HttpClient {
  log = createMemoryLog();
  const made = createHttpClient({
    baseUrl,
    authority: authority.certificate,
    clock: systemClock,
    random: () => 0.5,
    log,
    retry: { baseMs: 20, totalMs: 5_000 },
    ...more,
    limits: { connectMs: 800, answerMs: 400, ...more.limits },
  });
  open.push(made);
  return made;
}

const get = (more: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'GET',
  path: '/v1/bank',
  signal: new AbortController().signal,
  repeatable: false,
  ...more,
});
const code = async (sent: ReturnType<HttpClient['send']>) => {
  const outcome = await sent;
  return outcome.ok ? outcome.value.status : outcome.problem.code;
};

describe('a bank that answers', () => {
  test('is read whole, and the log holds method, path without query, status and time only', async () => {
    const { url } = await bank((_request, response) => response.writeHead(200, { 'x-one': 'a' }).end('hello'));
    const outcome = await client(url).send(get({ path: '/v1/logon?contractorId=12345678901', headers: { authorization: 'Bearer marked-secret' } }));
    expect(outcome.ok && new TextDecoder().decode(outcome.value.body)).toBe('hello');
    expect(outcome.ok && outcome.value.headers['x-one']).toBe('a');
    expect(log.raw).toEqual([{ event: 'bank.exchange', details: { method: 'GET', path: '/v1/logon', status: 200, ms: expect.any(Number) } }]);
  });

  test('is spoken to by TLS 1.2 as well', async () => {
    const { url } = await bank((_request, response) => response.end('x'), server, { maxVersion: 'TLSv1.2' });
    expect(await code(client(url).send(get()))).toBe(200);
  });
});

describe('a bank that is not the pinned one', () => {
  test('is refused when another authority vouches for it', async () => {
    const { url, asked } = await bank((_request, response) => response.end(), stranger.issue({ commonName: 'bank', names: ['127.0.0.1'] }));
    expect(await code(client(url).send(get({ repeatable: true })))).toBe('bank-untrusted');
    expect(asked).toHaveLength(0);
  });

  test('is refused when its certificate names another host', async () => {
    const { url } = await bank((_request, response) => response.end(), authority.issue({ commonName: 'bank', names: ['other.example'] }));
    expect(await code(client(url).send(get()))).toBe('bank-untrusted');
  });

  test('is refused when its certificate has expired', async () => {
    const expired = authority.issue({ commonName: 'bank', names: ['127.0.0.1'], from: new Date(Date.now() - 9e7), until: new Date(Date.now() - 1e6) });
    const { url } = await bank((_request, response) => response.end(), expired);
    expect(await code(client(url).send(get()))).toBe('bank-untrusted');
  });

  test('is refused when it speaks TLS 1.1 at most', async () => {
    const options = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT:@SECLEVEL=0' } as const;
    const { url } = await bank((_request, response) => response.end(), server, options);
    expect(await code(client(url).send(get()))).toBe('bank-untrusted');
  });

  test('is refused when only the authority inside the customer PKCS#12 vouches for it', async () => {
    const { url } = await bank((_request, response) => response.end(), stranger.issue({ commonName: 'bank', names: ['127.0.0.1'] }));
    const pfx = bundle(stranger.issue({ commonName: '12345678901' }), stranger, 'open');
    expect(await code(client(url, { identity: { pfx, passphrase: 'open' } }).send(get()))).toBe('bank-untrusted');
  });
});

describe('the customer certificate', () => {
  const mutual = () => ({ requestCert: true, rejectUnauthorized: true, ca: stranger.certificate });

  test('is presented', async () => {
    const { url } = await bank((_request, response) => response.end(), server, mutual());
    const pfx = bundle(stranger.issue({ commonName: '12345678901' }), stranger, 'open');
    expect(await code(client(url, { identity: { pfx, passphrase: 'open' } }).send(get()))).toBe(200);
  });

  test('with a wrong passphrase is an unreadable file, not a fault of the bank', async () => {
    const { url } = await bank((_request, response) => response.end(), server, mutual());
    const pfx = bundle(stranger.issue({ commonName: '12345678901' }), stranger, 'open');
    expect(await code(client(url, { identity: { pfx, passphrase: 'wrong' } }).send(get()))).toBe('certificate-file-unreadable');
  });

  /** OpenSSL's own server, since Node's cuts the connection without telling why. */
  async function strictServer(version: string): Promise<string> {
    const dir = mkdtempSync(join(tmpdir(), 'kaitsu-test-'));
    for (const [name, text] of [
      ['key', server.key],
      ['cert', server.certificate],
      ['ca', stranger.certificate],
    ] as const)
      writeFileSync(join(dir, name), text);
    const args = [
      's_server',
      '-accept',
      '127.0.0.1:0',
      '-key',
      'key',
      '-cert',
      'cert',
      '-CAfile',
      'ca',
      '-Verify',
      '2',
      '-verify_return_error',
      '-www',
      version,
    ];
    const running = spawn('openssl', args, { cwd: dir, stdio: ['ignore', 'pipe', 'ignore'] });
    open.push({
      close: async () => {
        running.kill();
        rmSync(dir, { recursive: true });
      },
    });
    let said = '';
    for await (const chunk of running.stdout.iterator({ destroyOnReturn: false })) {
      said += String(chunk);
      const port = /ACCEPT \S+:(\d+)/u.exec(said)?.[1];
      if (port !== undefined) return `https://127.0.0.1:${port}`;
    }
    throw new Error('openssl s_server did not start');
  }

  test.each(['-tls1_2', '-tls1_3'])('is let in by an openssl server (%s) when its authority is right', async (version) => {
    const pfx = bundle(stranger.issue({ commonName: '12345678901' }), stranger, 'open');
    expect(await code(client(await strictServer(version), { identity: { pfx, passphrase: 'open' } }).send(get({ path: '/' })))).toBe(200);
  });

  test.each(['-tls1_2', '-tls1_3'])('is named as the problem when the handshake (%s) refuses it', async (version) => {
    const url = await strictServer(version);
    const foreign = bundle(authority.issue({ commonName: '12345678901' }), authority, 'open');
    const tried = await code(client(url, { identity: { pfx: foreign, passphrase: 'open' } }).send(get({ path: '/' })));
    expect(tried).toBe('certificate-untrusted');
    const past = { from: new Date(Date.now() - 9e7), until: new Date(Date.now() - 1e6) };
    const expired = bundle(stranger.issue({ commonName: '12345678901', ...past }), stranger, 'open');
    expect(await code(client(url, { identity: { pfx: expired, passphrase: 'open' } }).send(get({ path: '/' })))).toBe('certificate-expired');
  });
});

describe('a bank that is slow', () => {
  test('is given up when it never answers', async () => {
    const { url, asked } = await bank(() => {});
    const begun = Date.now();
    expect(await code(client(url).send(get({ repeatable: true })))).toBe('bank-timeout');
    expect(Date.now() - begun).toBeLessThan(1_500);
    expect(asked).toHaveLength(1);
  });

  test('is given up when its answer drips for longer than a whole answer may take', async () => {
    const { url } = await bank((_request, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write('.'), 30);
      response.on('close', () => clearInterval(drip));
    });
    expect(await code(client(url).send(get()))).toBe('bank-timeout');
  });

  test('is given up when TLS never comes about', async () => {
    const silent = createServer(() => {});
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    open.push({ close: async () => void silent.close() });
    const { port } = silent.address() as AddressInfo;
    const slow = client(`https://127.0.0.1:${port}`, { limits: { connectMs: 300, answerMs: 5_000 } });
    const begun = Date.now();
    expect(await code(slow.send(get()))).toBe('bank-timeout');
    expect(Date.now() - begun).toBeLessThan(2_500);
  });

  test.each(['before the answer', 'in the middle of the body', 'between two tries'])('is not waited for once the person cancels %s', async (when) => {
    const { url } = await bank((_request, response) => {
      if (when === 'between two tries') response.writeHead(503, { 'retry-after': '5' }).end();
      if (when === 'in the middle of the body') response.writeHead(200).write('half');
    });
    const cancel = new AbortController();
    setTimeout(() => cancel.abort(), 150);
    const begun = Date.now();
    const sending = client(url, { limits: { answerMs: 10_000 }, retry: { retryAfterMs: 20_000, totalMs: 60_000 } }).send(
      get({ signal: cancel.signal, repeatable: true }),
    );
    expect(await code(sending)).toBe('cancelled');
    expect(Date.now() - begun).toBeLessThan(1_000);
  });

  test('is not waited for once the client is closed', async () => {
    const { url } = await bank(() => {});
    const closing = client(url, { limits: { answerMs: 10_000 } });
    const sending = code(closing.send(get()));
    setTimeout(() => void closing.close(), 100);
    expect(await sending).toBe('cancelled');
  });
});

describe('a bank whose answer is broken', () => {
  test('is told apart when it closes in the middle of the body', async () => {
    const { url } = await bank((_request, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('half');
      setTimeout(() => response.destroy(), 30);
    });
    expect(await code(client(url).send(get()))).toBe('bank-unreachable');
  });

  test('is not read beyond the limit', async () => {
    const { url } = await bank((_request, response) => {
      response.writeHead(200);
      const pour = (): void => {
        while (response.write(Buffer.alloc(65_536)));
      };
      response.on('drain', pour);
      pour();
    });
    const before = process.memoryUsage().rss;
    expect(await code(client(url, { limits: { answerMs: 5_000 } }).send(get()))).toBe('bank-answer-invalid');
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });

  test('is told apart when it does not speak HTTP', async () => {
    const { url } = await bank((request) => request.socket.end('SMTP ready\r\n\r\n'));
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

  test('is not followed with a mutation', async () => {
    const { url, asked } = await redirect(() => '/there', 307);
    expect(await code(client(url).send(get({ method: 'POST', body: '{}' })))).toBe('bank-answer-invalid');
    expect(asked).toHaveLength(1);
  });

  test('is not followed for ever', async () => {
    const { url, asked } = await redirect(() => '/again');
    expect(await code(client(url).send(get()))).toBe('bank-answer-invalid');
    expect(asked).toHaveLength(4);
  });
});

describe('a bank that stumbles', () => {
  test('is asked again after the time that it names', async () => {
    const { url, asked } = await bank((_request, response, turn) =>
      turn === 0 ? response.writeHead(503, { 'retry-after': '1' }).end() : response.end('good'),
    );
    const begun = Date.now();
    expect(await code(client(url).send(get({ repeatable: true })))).toBe(200);
    expect(Date.now() - begun).toBeGreaterThanOrEqual(990);
    expect(asked).toHaveLength(2);
  });

  test('is not asked again before a time that is too far away', async () => {
    const { url, asked } = await bank((_request, response) => response.writeHead(503, { 'retry-after': '3600' }).end());
    expect(await code(client(url).send(get({ repeatable: true })))).toBe(503);
    expect(asked).toHaveLength(1);
  });

  test('is asked four times at most', async () => {
    const { url, asked } = await bank((_request, response) => response.writeHead(502).end());
    expect(await code(client(url).send(get({ repeatable: true })))).toBe(502);
    expect(asked).toHaveLength(4);
  });

  test('is asked again after a reset, with the same headers and body', async () => {
    const { url, asked } = await bank((request, response, turn) => (turn < 2 ? request.socket.destroy() : response.end('good')));
    const headers = { 'idempotency-key': 'key-1' };
    expect(await code(client(url).send(get({ method: 'POST', headers, body: '{"a":1}', repeatable: true })))).toBe(200);
    expect(asked.map((one) => [one.headers['idempotency-key'], one.body])).toEqual(Array.from({ length: 3 }, () => ['key-1', '{"a":1}']));
  });

  test('is not asked again what must not be sent twice', async () => {
    const { url, asked } = await bank((request) => request.socket.destroy());
    expect(await code(client(url).send(get({ method: 'POST', body: '{}' })))).toBe('bank-unreachable');
    expect(asked).toHaveLength(1);
  });

  test('is unreachable when nobody listens, and when its name is unknown', async () => {
    const { url, port, asked } = await bank(() => {});
    await Promise.all(open.splice(0).map((one) => one.close()));
    expect(asked).toHaveLength(0);
    expect(await code(client(url).send(get({ repeatable: true })))).toBe('bank-unreachable');
    expect(await code(client(`https://no-such-bank.invalid:${port}`, { limits: { connectMs: 5_000, answerMs: 5_000 } }).send(get()))).toBe('bank-unreachable');
  });
});
