import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Redacted } from '../../main/support/redacted.ts';
import { code, createHttpScene, get } from '../support/http-scene.ts';
import { manualClock } from '../support/manual-clock.ts';
import { bundle, createTestAuthority, type Issued, type TestAuthority } from '../support/test-authority.ts';
import { until } from '../support/until.ts';

let authority: TestAuthority;
let stranger: TestAuthority;
let server: Issued;
const scene = createHttpScene(
  () => authority.certificate,
  () => server,
);
const { bank, open, client } = scene;

beforeAll(() => {
  authority = createTestAuthority('Pinned Authority');
  stranger = createTestAuthority('Strange Authority');
  server = authority.issue({ commonName: 'bank', names: ['127.0.0.1', 'localhost'] });
});
afterEach(scene.close);

/** @returns the word, after all that is ready to run has run */
const afterOthers = (word: string) => new Promise((resolve) => setImmediate(() => setImmediate(resolve, word)));

describe('a bank that answers', () => {
  test('is read whole, and the log holds method, path without query, status and time only', async () => {
    const { url } = await bank((_request, response) => response.writeHead(200, { 'x-one': 'a' }).end('hello'));
    const outcome = await client(url).send(get({ path: '/v1/logon?contractorId=12345678901', headers: { authorization: 'Bearer marked-secret' } }));
    expect(outcome.ok && new TextDecoder().decode(outcome.value.body)).toBe('hello');
    expect(outcome.ok && outcome.value.headers['x-one']).toBe('a');
    expect(scene.log().raw).toEqual([{ event: 'bank.exchange', details: { method: 'GET', path: '/v1/logon', status: 200, ms: expect.any(Number) } }]);
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
    expect(await code(client(url, { identity: { pfx, passphrase: new Redacted('open') } }).send(get()))).toBe('bank-untrusted');
  });
});

describe('the customer certificate', () => {
  const mutual = () => ({ requestCert: true, rejectUnauthorized: true, ca: stranger.certificate });

  test('is presented', async () => {
    const { url } = await bank((_request, response) => response.end(), server, mutual());
    const pfx = bundle(stranger.issue({ commonName: '12345678901' }), stranger, 'open');
    expect(await code(client(url, { identity: { pfx, passphrase: new Redacted('open') } }).send(get()))).toBe(200);
  });

  test('with a wrong passphrase is an unreadable file, not a problem of the bank', async () => {
    const { url } = await bank((_request, response) => response.end(), server, mutual());
    const pfx = bundle(stranger.issue({ commonName: '12345678901' }), stranger, 'open');
    expect(await code(client(url, { identity: { pfx, passphrase: new Redacted('wrong') } }).send(get()))).toBe('certificate-file-unreadable');
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
    expect(await code(client(await strictServer(version), { identity: { pfx, passphrase: new Redacted('open') } }).send(get({ path: '/' })))).toBe(200);
  });

  test.each(['-tls1_2', '-tls1_3'])('is named as the problem when the handshake (%s) refuses it', async (version) => {
    const url = await strictServer(version);
    const foreign = bundle(authority.issue({ commonName: '12345678901' }), authority, 'open');
    const tried = await code(client(url, { identity: { pfx: foreign, passphrase: new Redacted('open') } }).send(get({ path: '/' })));
    expect(tried).toBe('certificate-untrusted');
    const past = { from: new Date(Date.now() - 9e7), until: new Date(Date.now() - 1e6) };
    const expired = bundle(stranger.issue({ commonName: '12345678901', ...past }), stranger, 'open');
    expect(await code(client(url, { identity: { pfx: expired, passphrase: new Redacted('open') } }).send(get({ path: '/' })))).toBe('certificate-expired');
  });
});

describe('a bank that is slow', () => {
  test('is given up when it never answers', async () => {
    const { url, asked } = await bank(() => {});
    const clock = manualClock();
    const sending = code(client(url, { clock, limits: { answerMs: 400 } }).send(get({ repeatable: true })));
    await until(() => asked.length === 1);
    clock.pass(399);
    expect(await Promise.race([sending, afterOthers('still waiting')])).toBe('still waiting');
    clock.pass(1);
    expect(await sending).toBe('bank-timeout');
    expect(asked).toHaveLength(1);
  });

  test('is given up when its answer drips for longer than a whole answer may take', async () => {
    const clock = manualClock();
    const { url } = await bank((_request, response) => {
      response.writeHead(200);
      // A quarter of the limit goes by before each drop.
      const drip = setInterval(() => {
        response.write('.');
        clock.pass(100);
      }, 10);
      response.on('close', () => clearInterval(drip));
    });
    expect(await code(client(url, { clock, limits: { answerMs: 400 } }).send(get()))).toBe('bank-timeout');
  });

  test('is given up when TLS never comes about', async () => {
    const silent = createServer(() => {});
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    open.push({ close: async () => void silent.close() });
    const { port } = silent.address() as AddressInfo;
    // The limit of the whole answer never comes: the clock stands still.
    const slow = client(`https://127.0.0.1:${port}`, { clock: manualClock(), limits: { connectMs: 300 } });
    expect(await code(slow.send(get()))).toBe('bank-timeout');
  });

  test.each(['before the answer', 'in the middle of the body', 'between two tries'])('is not waited for once the person cancels %s', async (when) => {
    const { url, asked } = await bank((_request, response) => {
      if (when === 'between two tries') response.writeHead(503, { 'retry-after': '5' }).end();
      if (when === 'in the middle of the body') response.writeHead(200).write('half');
    });
    const cancel = new AbortController();
    const clock = manualClock();
    const sending = code(client(url, { clock, retry: { retryAfterMs: 20_000, totalMs: 60_000 } }).send(get({ signal: cancel.signal, repeatable: true })));
    await until(() => asked.length === 1);
    if (when === 'between two tries') await until(() => clock.waiting().includes(5_000));
    cancel.abort();
    // The clock stands still: what is waited for would never be over.
    expect(await sending).toBe('cancelled');
  });

  test('is not waited for once the client is closed', async () => {
    const { url, asked } = await bank(() => {});
    const closing = client(url, { clock: manualClock() });
    const sending = code(closing.send(get()));
    await until(() => asked.length === 1);
    await closing.close();
    expect(await sending).toBe('cancelled');
  });
});

describe('a bank whose answer is broken', () => {
  test('is told apart when it closes in the middle of the body', async () => {
    const { url } = await bank((_request, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('half', () => response.destroy());
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
    expect(await code(client(url).send(get()))).toBe('bank-answer-invalid');
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });

  test('is told apart when it does not speak HTTP', async () => {
    const { url } = await bank((request) => request.socket.end('SMTP ready\r\n\r\n'));
    expect(await code(client(url).send(get()))).toBe('bank-answer-invalid');
  });
});

describe('a bank that stumbles', () => {
  test('is asked again after the time that it names', async () => {
    const { url, asked } = await bank((_request, response, turn) =>
      turn === 0 ? response.writeHead(503, { 'retry-after': '1' }).end() : response.end('good'),
    );
    const clock = manualClock();
    const sending = code(client(url, { clock }).send(get({ repeatable: true })));
    await until(() => clock.waiting().includes(1_000));
    clock.pass(999);
    expect(await Promise.race([sending, afterOthers('still waiting')])).toBe('still waiting');
    expect(asked).toHaveLength(1);
    clock.pass(1);
    expect(await sending).toBe(200);
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
    expect(await code(client(`https://no-such-bank.invalid:${port}`).send(get()))).toBe('bank-unreachable');
  });
});
