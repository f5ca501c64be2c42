import dns from 'node:dns';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { code, createHttpScene, get } from '../support/http-scene.ts';
import { createTestAuthority, type Issued, type TestAuthority } from '../support/test-authority.ts';

let authority: TestAuthority;
let server: Issued;
const scene = createHttpScene(
  () => authority.certificate,
  () => server,
);

beforeAll(() => {
  authority = createTestAuthority('Pinned Authority');
  server = authority.issue({ commonName: 'bank', names: ['localhost'] });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await scene.close();
});

/** Longer than Node gives one address by itself, in milliseconds. */
const slow = 400;

/** Stands in for the name server, and for a slow network: this process hears of nothing just as it begins to connect. */
function answerSlowly(addresses: readonly { readonly address: string; readonly family: 4 | 6 }[]): void {
  const hearNothing = () => {
    const end = performance.now() + slow;
    while (performance.now() < end);
  };
  const lookup = (_host: string, _options: unknown, done: (error: null, found: typeof addresses) => void) =>
    setImmediate(() => {
      done(null, addresses);
      process.nextTick(() => process.nextTick(hearNothing));
    });
  vi.spyOn(dns, 'lookup').mockImplementation(lookup as unknown as typeof dns.lookup);
}

test('a bank whose first address answers slowly is reached, although its second leads nowhere', async () => {
  const { url } = await scene.bank((_request, response) => response.end('x'));
  answerSlowly([
    { address: '127.0.0.1', family: 4 },
    { address: '::1', family: 6 },
  ]);
  expect(await code(scene.client(url.replace('127.0.0.1', 'localhost')).send(get()))).toBe(200);
});
