import { createServer as createHttpServer } from 'node:http';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { connect as connectTls, createServer as createTlsServer } from 'node:tls';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { HttpClientSettings } from '../../main/bank/http-client.ts';
import { createDial } from '../../main/bank/proxy/dial.ts';
import { createProxyKeys, type ProxyKeyName } from '../../main/bank/proxy/proxy-keys.ts';
import { looksCaptive } from '../../main/preflight/captive-portal.ts';
import { Redacted, type Secret } from '../../main/support/redacted.ts';
import { success } from '../../preload/contract/problem.ts';
import type { BadBank } from '../support/bad-bank.ts';
import { createHttpScene, get } from '../support/http-scene.ts';
import { account, hasProxy, linesOf, type RunningProxy, startMicrosocks, startSquid, startTinyproxy } from '../support/proxies.ts';
import { createTestAuthority, type TestAuthority } from '../support/test-authority.ts';

/** The bank behind a company's proxy. 0.0.0.0 leads to this computer as 127.0.0.1 does, and is an address for which proxies are used. */

let authority: TestAuthority;
const host = '0.0.0.0';
const issue = () => authority.issue({ commonName: 'bank', names: [host] });
const scene = createHttpScene(() => authority.certificate, issue);
const open: { stop(): Promise<void> }[] = [];
beforeAll(() => {
  authority = createTestAuthority('Bank Root');
});
afterEach(async () => {
  await scene.close();
  for (const one of open.splice(0)) await one.stop();
});

const started = async <T extends { stop(): Promise<void> }>(starting: Promise<T>): Promise<T> => {
  const one = await starting;
  open.push(one);
  return one;
};
const bank = () => scene.bank((_request, response) => response.end('bank'));

/** A keychain that remembers what was read, and what the person entered. */
function keychain() {
  const kept = new Map<ProxyKeyName, Secret>();
  const read: string[] = [];
  return {
    kept,
    read: async (name: ProxyKeyName) => {
      read.push(name);
      return success(kept.get(name) ?? null);
    },
    keep: async (name: ProxyKeyName, secret: Secret) => success(void kept.set(name, secret)),
    names: read,
  };
}

function behind(list: string, to: BadBank, more: Partial<HttpClientSettings> & { readonly environment?: Record<string, string> } = {}) {
  const store = keychain();
  const keys = createProxyKeys(() => store);
  const events: unknown[] = [];
  const note = (event: string, details?: unknown) => void events.push([event, details]);
  const dial = createDial({ resolveProxy: async () => list, environment: more.environment ?? {}, keys, log: { info: note, warn: note } });
  const client = scene.client(`https://${host}:${to.port}`, { dial, retry: { tries: 1 }, ...more });
  return { client, keys, store, events };
}
const enter = (password: string) => ({ name: account.name, secret: new Redacted(password) });
const bodyOf = async (sending: ReturnType<ReturnType<typeof scene.client>['send']>) => {
  const outcome = await sending;
  return outcome.ok ? Buffer.from(outcome.value.body).toString() : outcome.problem.code;
};

/** A proxy that does what it is told with what it is first sent. */
async function startOddProxy(behave: (socket: Socket, asked: string) => void): Promise<RunningProxy & { readonly asked: readonly string[] }> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', (data) => {
      asked.push(data.toString());
      behave(socket, data.toString());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const stop = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  return started(Promise.resolve({ port: address.port, asked, log: () => asked.join('\n'), stop }));
}

const squid = hasProxy('squid');

describe.runIf(squid)('Squid', () => {
  test('leads to the bank, whose certificate is proven as ever', async () => {
    const [proxy, to] = [await started(startSquid('none')), await bank()];
    const { client } = behind(`PROXY 127.0.0.1:${proxy.port}`, to);
    expect(await bodyOf(client.send(get()))).toBe('bank');
    expect(proxy.log()).toContain(`CONNECT ${host}:${to.port}`);
    const other = createTestAuthority('Bank Root');
    const stranger = await scene.bank((_request, response) => response.end('x'), other.issue({ commonName: 'bank', names: ['198.51.100.7'] }));
    expect(await bodyOf(behind(`PROXY 127.0.0.1:${proxy.port}`, stranger).client.send(get()))).toBe('bank-untrusted');
    expect(stranger.asked).toEqual([]);
  });

  test('a proxy that forbids the bank is named with what it said (proxy-refused)', async () => {
    const [proxy, to] = [await started(startSquid('forbids')), await bank()];
    expect(await behind(`PROXY 127.0.0.1:${proxy.port}`, to).client.send(get())).toMatchObject({
      ok: false,
      problem: { code: 'proxy-refused', sent: false, remark: { from: 'check', text: `127.0.0.1:${proxy.port} (403) → ${host}:${to.port}` } },
    });
  });

  describe.each(['basic', 'digest', 'both'] as const)('with a name and password (%s)', (signIn) => {
    test('is asked for once (proxy-credentials-wanted), kept, and given to that proxy alone', async () => {
      const [proxy, to] = [await started(startSquid(signIn)), await bank()];
      const { client, keys, store } = behind(`PROXY 127.0.0.1:${proxy.port}`, to);
      expect(await bodyOf(client.send(get()))).toBe('proxy-credentials-wanted');
      expect(await keys.enter(enter(account.password))).toMatchObject({ ok: true });
      expect(await bodyOf(client.send(get()))).toBe('bank');
      expect([...store.kept.keys()]).toEqual([`proxy/127.0.0.1:${proxy.port}`]);
      expect(to.asked.map(({ headers }) => headers['proxy-authorization'])).toEqual([undefined]);
      // After a restart it is read from the keychain.
      const again = createProxyKeys(() => store);
      expect((await again.of(`127.0.0.1:${proxy.port}`))?.secret.reveal()).toBe(account.password);
      expect(await again.of('127.0.0.2:8080')).toBeNull();
    });

    test('is not sent again once it was refused (proxy-credentials-refused), until the person enters another', async () => {
      const [proxy, to] = [await started(startSquid(signIn)), await bank()];
      const { client, keys } = behind(`PROXY 127.0.0.1:${proxy.port}`, to);
      await client.send(get());
      await keys.enter(enter('wrong'));
      expect(await bodyOf(client.send(get()))).toBe('proxy-credentials-refused');
      const before = await linesOf(proxy, 'before.example');
      expect(await bodyOf(client.send(get()))).toBe('proxy-credentials-wanted');
      expect((await linesOf(proxy, 'after.example')) - before).toBeLessThanOrEqual(2);
      await keys.enter(enter(account.password));
      expect(await bodyOf(client.send(get()))).toBe('bank');
    });
  });
});

describe.runIf(hasProxy('tinyproxy'))('Tinyproxy', () => {
  test('leads to the bank', async () => {
    const [proxy, to] = [await started(startTinyproxy()), await bank()];
    expect(await bodyOf(behind(`PROXY 127.0.0.1:${proxy.port}`, to).client.send(get()))).toBe('bank');
    expect(proxy.log()).toContain('CONNECT');
  });

  test('says of a bank that is away that it cannot be reached', async () => {
    const [proxy, to] = [await started(startTinyproxy()), await bank()];
    await to.stop();
    expect(await bodyOf(behind(`PROXY 127.0.0.1:${proxy.port}`, to).client.send(get()))).toBe('bank-unreachable');
  });
});

describe.runIf(hasProxy('microsocks'))('A SOCKS proxy', () => {
  test.each(['SOCKS5', 'SOCKS'])('leads to the bank (%s)', async (word) => {
    const [proxy, to] = [await started(startMicrosocks()), await bank()];
    expect(await bodyOf(behind(`${word} 127.0.0.1:${proxy.port}`, to).client.send(get()))).toBe('bank');
  });

  test('says of a bank that is away that it cannot be reached', async () => {
    const [proxy, to] = [await started(startMicrosocks()), await bank()];
    await to.stop();
    expect(await bodyOf(behind(`SOCKS5 127.0.0.1:${proxy.port}`, to).client.send(get()))).toBe('bank-unreachable');
  });
});

describe('Which way is taken', () => {
  test('a proxy that is not there is named, and what it was to lead to (proxy-unreachable)', async () => {
    const to = await bank();
    expect(await behind('PROXY 127.0.0.1:1', to).client.send(get())).toMatchObject({
      problem: { code: 'proxy-unreachable', sent: false, remark: { text: `127.0.0.1:1 (ECONNREFUSED) → ${host}:${to.port}` } },
    });
  });

  test('the next of a list stands in for a proxy that is not there, but not for one that says no', async () => {
    const to = await bank();
    expect(await bodyOf(behind('PROXY 127.0.0.1:1; SOCKS5 127.0.0.1:1; DIRECT', to).client.send(get()))).toBe('bank');
    const no = await startOddProxy((socket) => socket.end('HTTP/1.1 403 Forbidden\r\n\r\n'));
    expect(await bodyOf(behind(`PROXY 127.0.0.1:${no.port}; DIRECT`, to).client.send(get()))).toBe('proxy-refused');
  });

  test('what the environment names is used where the system names nothing, and NO_PROXY is heeded', async () => {
    const to = await bank();
    const no = await startOddProxy((socket) => socket.end('HTTP/1.1 403 Forbidden\r\n\r\n'));
    const environment = { HTTPS_PROXY: `http://user:ignored@127.0.0.1:${no.port}` };
    expect(await bodyOf(behind('DIRECT', to, { environment }).client.send(get()))).toBe('proxy-refused');
    expect(no.asked.join()).not.toMatch(/authorization/iu);
    const excluding = { environment: { ...environment, NO_PROXY: 'example.com,0.0.0.0/8' } };
    expect(await bodyOf(behind('DIRECT', to, excluding).client.send(get()))).toBe('bank');
  });
});

describe('A proxy that does not do as it should', () => {
  const told = async (answer: string | Buffer) => {
    const [proxy, to] = [await startOddProxy((socket) => socket.end(answer)), await bank()];
    const outcome = await behind(`PROXY 127.0.0.1:${proxy.port}`, to).client.send(get());
    return outcome.ok ? null : outcome.problem;
  };

  test('a proxy that wants Negotiate or NTLM alone is named as such (proxy-sign-in-unsupported)', async () => {
    const answer = 'HTTP/1.1 407 no\r\nProxy-Authenticate: Negotiate\r\nProxy-Authenticate: NTLM TlRMTVNTUAAC=\r\nContent-Length: 0\r\n\r\n';
    expect(await told(answer)).toMatchObject({
      code: 'proxy-sign-in-unsupported',
      remark: { text: expect.stringMatching(/ \(407 negotiate ntlm\) → 0\.0\.0\.0:/u) },
    });
  });

  test('a 407 that comes with a page, compressed, is read by its head alone', async () => {
    const page = gzipSync(`<html>${'please sign in '.repeat(50_000)}</html>`);
    const head = `HTTP/1.1 407 no\r\nProxy-Authenticate: Basic realm="a, b"\r\nContent-Encoding: gzip\r\nContent-Length: ${page.length}\r\n\r\n`;
    expect(await told(Buffer.concat([Buffer.from(head), page]))).toMatchObject({ code: 'proxy-credentials-wanted' });
  });

  test.each([
    ['no HTTP', 'SSH-2.0-OpenSSH\r\n', 'proxy-unreachable'],
    ['nothing', '', 'proxy-unreachable'],
    ['a head without end', `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(200_000)}`, 'proxy-unreachable'],
    ['that the bank is away', 'HTTP/1.1 503 Service Unavailable\r\n\r\n', 'bank-unreachable'],
    ['that the bank took too long', 'HTTP/1.1 504 Gateway Timeout\r\n\r\n', 'bank-timeout'],
    ['a page in place of the tunnel', 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello', 'bank-untrusted'],
  ])('answers %s', async (_what, answer, code) => expect(await told(answer)).toMatchObject({ code }));

  test('one that dies in mid-request leaves it open whether the bank was reached', async () => {
    const to = await scene.bank(() => undefined);
    const proxy = await startOddProxy((socket) => {
      const beyond = connect({ host: '127.0.0.1', port: to.port });
      beyond.on('error', () => undefined);
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      socket.pipe(beyond).pipe(socket);
      const dead = setInterval(() => {
        if (to.asked.length === 0) return;
        clearInterval(dead);
        socket.destroy();
        beyond.destroy();
      }, 5);
    });
    expect(await behind(`PROXY 127.0.0.1:${proxy.port}`, to).client.send(get())).toMatchObject({
      ok: false,
      problem: { code: 'bank-unreachable', sent: true },
    });
  });

  test('one that never answers is given up, and nothing is left behind', async () => {
    const [proxy, to] = [await startOddProxy(() => undefined), await bank()];
    expect(await bodyOf(behind(`PROXY 127.0.0.1:${proxy.port}`, to, { limits: { connectMs: 100 } }).client.send(get()))).toBe('bank-timeout');
    const cancel = new AbortController();
    const sending = behind(`SOCKS5 127.0.0.1:${proxy.port}`, to).client.send(get({ signal: cancel.signal }));
    cancel.abort();
    expect(await bodyOf(sending)).toBe('cancelled');
  });

  test('a proxy that opens TLS is named by who signed (connection-inspected), and the bank is sent nothing', async () => {
    const to = await bank();
    const inspector = createTestAuthority('Example Inspection CA');
    const { key, certificate } = inspector.issue({ commonName: 'bank', names: [host] });
    const inside = createTlsServer({ key, cert: certificate }, (socket) => {
      const beyond = connectTls({ host: '127.0.0.1', port: to.port, rejectUnauthorized: false });
      beyond.on('error', () => undefined);
      socket
        .on('error', () => undefined)
        .pipe(beyond)
        .pipe(socket);
    });
    inside.on('tlsClientError', () => undefined);
    const proxy = await startOddProxy((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      inside.emit('connection', socket);
    });
    expect(await behind(`PROXY 127.0.0.1:${proxy.port}`, to).client.send(get())).toMatchObject({
      ok: false,
      problem: { code: 'connection-inspected', sent: false, remark: { text: `Example Inspection CA → ${host}:${to.port}` } },
    });
    expect(to.asked).toEqual([]);
  });
});

test.each([
  ['a redirect to its own page', { location: 'http://login.hotel.example/' }, 302, true],
  ['511', {}, 511, true],
  ['a redirect of the bank itself to HTTPS', { location: 'https://127.0.0.1/' }, 301, false],
  ['a page', {}, 200, false],
])('a network that wants to be signed in to is known by its answer: %s', async (_what, headers, status, captive) => {
  const portal = createHttpServer((_request, response) => response.writeHead(status, headers).end('<html>'));
  await new Promise<void>((resolve) => portal.listen(0, '127.0.0.1', resolve));
  const address = portal.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  expect(await looksCaptive(port)('127.0.0.1', new AbortController().signal)).toBe(captive);
  portal.closeAllConnections();
  await new Promise((resolve) => portal.close(resolve));
  expect(await looksCaptive(port)('127.0.0.1', new AbortController().signal)).toBe(false);
});
