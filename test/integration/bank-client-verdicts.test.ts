import { afterEach, describe, expect, test } from 'vitest';
import { createHttpClient, type HttpClient } from '../../main/bank/http-client.ts';
import { systemClock } from '../../main/support/system-clock.ts';
import { createMemoryLog, type MemoryLog } from '../../tools/log/memory-log.ts';
import { startBadBank } from '../support/bad-bank.ts';
import { code, get } from '../support/http-scene.ts';
import { type Chain, makeChain, usualExtensions } from '../support/openssl-chain.ts';

/** What TLS finds about the bank's certificate: whatever it is, it is said, and never thrown. */

const open: { close(): Promise<void> }[] = [];
let log: MemoryLog;
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

async function bankWith({ leaf, intermediate, key }: Chain, authority: string): Promise<HttpClient> {
  const server = await startBadBank({ key, certificate: `${leaf}${intermediate}` }, (_request, response) => response.end('x'), {
    ciphers: 'DEFAULT:@SECLEVEL=0',
  });
  log = createMemoryLog();
  const client = createHttpClient({ baseUrl: server.url, authority, clock: systemClock, random: () => 0.5, log });
  open.push({ close: server.stop }, client);
  return client;
}

const { authority, leaf } = usualExtensions;
const without = (list: readonly string[], start: string) => list.filter((line) => !line.startsWith(start));

describe('a bank whose chain is not sound is not trusted, and the cause is told', () => {
  const chains: readonly (readonly [string, Parameters<typeof makeChain>[0]])[] = [
    ['an intermediate signed with SHA-1', { intermediate: { digest: 'sha1' } }],
    ['a certificate signed with SHA-1', { leaf: { digest: 'sha1' } }],
    ['a certificate signed with MD5', { leaf: { digest: 'md5' }, intermediate: { key: 'RSA:2048' } }],
    [
      'names that its authority may not vouch for',
      { intermediate: { extensions: [...authority, 'nameConstraints=critical,excluded;IP:127.0.0.0/255.0.0.0'] } },
    ],
    [
      'names outside of those that its authority may vouch for',
      { intermediate: { extensions: [...authority, 'nameConstraints=critical,permitted;IP:10.0.0.0/255.0.0.0'] } },
    ],
    ['a critical extension that nobody knows', { leaf: { extensions: [...leaf, '1.2.3.4.5=critical,DER:0500'] } }],
    ['such an extension in the intermediate', { intermediate: { extensions: [...authority, '1.2.3.4.5=critical,DER:0500'] } }],
    ['a key of 512 bits', { leaf: { key: 'RSA:512' } }],
    ['an intermediate with a key of 512 bits', { intermediate: { key: 'RSA:512' } }],
    ['a path longer than its root allows', { root: { extensions: ['basicConstraints=critical,CA:TRUE,pathlen:0', ...authority.slice(1)] } }],
    ['an intermediate that is no authority', { intermediate: { extensions: ['basicConstraints=critical,CA:FALSE', ...authority.slice(1)] } }],
    [
      'an intermediate that may not sign certificates',
      { intermediate: { extensions: ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,digitalSignature'] } },
    ],
    ['a certificate for clients', { leaf: { extensions: [...without(leaf, 'extendedKeyUsage'), 'extendedKeyUsage=clientAuth'] } }],
    ['a certificate for another name', { leaf: { extensions: [...without(leaf, 'subjectAltName'), 'subjectAltName=DNS:other.example'] } }],
  ];
  test.each(chains)('%s', async (_name, links) => {
    const chain = makeChain(links);
    const client = await bankWith(chain, chain.root);
    const outcome = await client.send(get({ repeatable: true }));
    expect(outcome).toMatchObject({
      ok: false,
      problem: { code: 'bank-untrusted', remark: { from: 'check', text: expect.stringMatching(/^[A-Z0-9_]{5,}$/u) } },
    });
    expect(log.raw.map((line) => line.event)).toEqual(['bank.exchange-failed']);
    expect(log.raw[0]?.details).toMatchObject({ cause: outcome.ok ? '' : outcome.problem.remark?.text });
  });

  test('a chain that leads to somebody else of the same name', async () => {
    const client = await bankWith(makeChain(), makeChain().root);
    expect(await code(client.send(get()))).toBe('bank-untrusted');
  });
});

describe('what the profile pins is an anchor, wherever it stands in its hierarchy', () => {
  test.each([
    ['the root', (chain: Chain) => chain.root],
    ['the issuing authority, without its root', (chain: Chain) => chain.intermediate],
    ['both', (chain: Chain) => `${chain.root}${chain.intermediate}`],
    ['another authority beside the issuing one', (chain: Chain) => `${makeChain().root}${chain.intermediate}`],
  ])('%s', async (_name, pinned) => {
    const chain = makeChain();
    expect(await code((await bankWith(chain, pinned(chain))).send(get()))).toBe(200);
  });

  test('the issuing authority is enough where the server shows its own certificate only', async () => {
    const chain = makeChain();
    expect(await code((await bankWith({ ...chain, intermediate: '' }, chain.intermediate)).send(get()))).toBe(200);
  });

  test('another authority of the same root is not', async () => {
    const chain = makeChain();
    expect(await code((await bankWith(chain, makeChain().intermediate)).send(get()))).toBe('bank-untrusted');
  });

  test('nor does the issuing authority make good what it did not sign soundly', async () => {
    const chain = makeChain({ leaf: { digest: 'sha1' } });
    expect(await code((await bankWith(chain, chain.intermediate)).send(get()))).toBe('bank-untrusted');
  });
});
