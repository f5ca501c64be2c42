import { expect, test } from 'vitest';
import { readChallenges } from '../../main/bank/proxy/challenges.ts';
import { isExcluded } from '../../main/bank/proxy/no-proxy.ts';
import { authorizationFor, chooseSignIn } from '../../main/bank/proxy/sign-in.ts';
import { environmentProxy, findWays, readWays } from '../../main/bank/proxy/ways.ts';
import { Redacted } from '../../main/support/redacted.ts';
import { proxySignInInputSchema } from '../../preload/contract/proxy.ts';

/** What a company's settings say of the way to the bank, before anything is connected. */

const direct = { kind: 'direct' } as const;

test.each([
  ['DIRECT', [direct]],
  ['PROXY proxy.example:8080', [{ kind: 'http', host: 'proxy.example', port: 8080 }]],
  [' proxy proxy.example ;direct', [{ kind: 'http', host: 'proxy.example', port: 80 }, direct]],
  [
    'HTTPS secure.example:443; SOCKS5 [2001:db8::1]:1081; SOCKS old.example',
    [
      { kind: 'https', host: 'secure.example', port: 443 },
      { kind: 'socks5', host: '2001:db8::1', port: 1081 },
      { kind: 'socks5', host: 'old.example', port: 1080 },
    ],
  ],
  ['', [direct]],
  ['PROXY ; QUIC x:1; PROXY a b; nonsense', [direct]],
  ['PROXY proxy.example:99999; DIRECT', [direct]],
])('the system’s answer %j is read as it is meant', (list, ways) => expect(readWays(list)).toEqual(ways));

test.each([
  [{ https_proxy: 'http://proxy.example:3128' }, { kind: 'http', host: 'proxy.example', port: 3128 }],
  [{ HTTPS_PROXY: 'proxy.example:3128' }, { kind: 'http', host: 'proxy.example', port: 3128 }],
  [{ HTTPS_PROXY: 'http://proxy.example' }, { kind: 'http', host: 'proxy.example', port: 80 }],
  [{ ALL_PROXY: 'socks5h://[::1]:1080' }, { kind: 'socks5', host: '::1', port: 1080 }],
  [{ HTTPS_PROXY: 'https://proxy.example' }, { kind: 'https', host: 'proxy.example', port: 443 }],
  [
    { https_proxy: '', HTTPS_PROXY: 'a:1' },
    { kind: 'http', host: 'a', port: 1 },
  ],
  [{ http_proxy: 'http://not.for.https:1' }, null],
  [{ HTTPS_PROXY: 'ftp://a:1' }, null],
  [{}, null],
])('the environment %j names %j', (environment, proxy) => expect(environmentProxy(environment)).toEqual(proxy));

test.each([
  ['*', 'bank.example', true],
  ['bank.example', 'bank.example', true],
  ['.bank.example', 'www.bank.example', true],
  ['*.bank.example', 'www.bank.example', true],
  ['bank.example', 'www.bank.example', true],
  ['bank.example', 'notbank.example', false],
  ['a, Bank.Example:443', 'bank.example', true],
  ['bank.example:8443', 'bank.example', false],
  ['10.0.0.0/8', '10.1.2.3', true],
  ['10.0.0.0/8', '11.1.2.3', false],
  ['10.0.0.0/99', '10.1.2.3', false],
  ['2001:db8::/32', '2001:db8::5', true],
  ['[2001:db8::5]:443', '2001:db8::5', true],
  ['192.0.2.1', '192.0.2.1', true],
  ['', 'bank.example', false],
])('NO_PROXY=%s, and %s: %s', (list, host, excluded) => expect(isExcluded({ host, port: 443 }, list)).toBe(excluded));

test('the system is believed before the environment, and a system that fails or hangs stops nobody', async () => {
  const bank = { host: 'bank.example', port: 443 };
  const environment = { HTTPS_PROXY: 'http://env.example:1' };
  const system = (list: string) => async () => list;
  expect(await findWays(bank, { resolveProxy: system('PROXY sys.example:2'), environment })).toEqual([{ kind: 'http', host: 'sys.example', port: 2 }]);
  expect(await findWays(bank, { resolveProxy: system('DIRECT'), environment })).toMatchObject([{ host: 'env.example' }]);
  expect(await findWays(bank, { resolveProxy: () => Promise.reject(new Error('no')), environment: {} })).toEqual([direct]);
  expect(await findWays({ host: '127.0.0.1', port: 1 }, { resolveProxy: system('PROXY sys.example:2'), environment })).toEqual([direct]);
});

test('several challenges in one header are told apart, whatever their strings hold', () => {
  const header = 'Negotiate, Basic realm="a, Digest b=\\"c\\"", NTLM TlRMTVNTUAAC==, Digest realm="x", nonce="n", qop="auth,auth-int", algorithm=SHA-256';
  expect(readChallenges(header).map(({ scheme, values }) => [scheme, Object.fromEntries(values)])).toEqual([
    ['negotiate', {}],
    ['basic', { realm: 'a, Digest b="c"' }],
    ['ntlm', {}],
    ['digest', { realm: 'x', nonce: 'n', qop: 'auth,auth-int', algorithm: 'SHA-256' }],
  ]);
  expect(readChallenges('')).toEqual([]);
  expect(readChallenges('"'.repeat(100_000))).toEqual([]);
});

const credentials = { name: 'Mufasa', secret: new Redacted('Circle of Life') };
const answerTo = (header: string) => {
  const signIn = chooseSignIn(readChallenges(header));
  return signIn === null ? null : authorizationFor(signIn, credentials, 'bank.example:443', (bytes) => new Uint8Array(bytes)).reveal();
};

test('the password itself goes out only where nothing better is offered', () => {
  expect(answerTo('Basic realm="x", Digest realm="x", nonce="n", qop="auth"')).toMatch(/^Digest /u);
  expect(answerTo('Digest realm="x", nonce="n", qop="auth", algorithm=MD5, Digest realm="x", nonce="n", qop="auth", algorithm=SHA-256')).toContain('SHA-256');
  expect(answerTo('Digest realm="x", nonce="n", algorithm=SHA-512-256, Basic realm="x"')).toMatch(/^Basic /u);
  expect(answerTo('Digest realm="x", nonce="n", qop="auth-int"')).toBeNull();
  expect(answerTo('Negotiate, NTLM')).toBeNull();
});

test('Digest without a qop is answered as RFC 2069 has it, with one as RFC 7616', () => {
  expect(answerTo('Digest realm="x", nonce="n", opaque="o"')).toMatch(
    /^Digest username="Mufasa", realm="x", nonce="n", uri="bank\.example:443", response="[0-9a-f]{32}", opaque="o"$/u,
  );
  expect(answerTo('Digest realm="x", nonce="n", qop="auth", algorithm=MD5-sess')).toMatch(/algorithm=MD5-sess, qop=auth, nc=00000001, cnonce="0{32}"$/u);
});

test('what can never be sent as a name or password is refused before it is kept', () => {
  const good = { name: ' taro ', password: ' s p:a"ce ' };
  expect(proxySignInInputSchema.parse(good)).toEqual({ name: 'taro', password: ' s p:a"ce ' });
  for (const bad of [
    { name: 'a:b', password: 'x' },
    { name: 'a', password: 'x\r\ny' },
    { name: '', password: 'x' },
    { name: 'a', password: '' },
    { ...good, more: 1 },
  ])
    expect(proxySignInInputSchema.safeParse(bad).success).toBe(false);
});
