import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hasNetwork } from '../../main/bank/addresses.ts';
import { createHttpClient } from '../../main/bank/http-client.ts';
import { dialDirectly } from '../../main/bank/proxy/dial.ts';
import { chooseStore } from '../../main/certificate/stores/choose-store.ts';
import { runTool } from '../../main/certificate/stores/run.ts';
import { compareDates } from '../../main/preflight/bank-certificate.ts';
import { openBankLine } from '../../main/preflight/bank-line.ts';
import { lineChecks } from '../../main/preflight/line-checks.ts';
import { type PcParts, pcChecks, writeOnTrial } from '../../main/preflight/pc-checks.ts';
import { createPreflight, type Found, type PreflightChecks } from '../../main/preflight/preflight.ts';
import { systemClock } from '../../main/support/system-clock.ts';
import { failure, success } from '../../preload/contract/problem.ts';
import { createMemoryLog } from '../../tools/log/memory-log.ts';
import { json, startBadBank } from '../support/bad-bank.ts';
import { manualClock } from '../support/manual-clock.ts';
import { createTestAuthority, type TestAuthority } from '../support/test-authority.ts';
import { until } from '../support/until.ts';
import { startTestBank, type TestBank } from './practice-bank-client.ts';
import { createDesktop, type Desktop } from './secret-service.ts';

const { signal } = new AbortController();
type Line = ReturnType<typeof lineChecks>;
const parts = {
  compareDates: compareDates(systemClock, dialDirectly),
  looksCaptive: async () => false,
  connected: hasNetwork,
  findWays: async () => [{ kind: 'direct' as const }],
  clock: systemClock,
};

/** The four checks of the way to a bank, all of one run. */
async function lookAlong(baseUrl: string, authority: string): Promise<Readonly<Record<keyof Line, Found>>> {
  const { signal } = new AbortController();
  const log = createMemoryLog();
  const locate = async () => success({ baseUrl, authority });
  const looks = lineChecks({ locate, ...parts, open: openBankLine(createHttpClient, systemClock, log) });
  const [clock, network, proxy, bankTls] = await Promise.all([looks.clock(signal), looks.network(signal), looks.proxy(signal), looks.bankTls(signal)]);
  return { clock, network, proxy, bankTls };
}

describe('the way to the bank', () => {
  let test: TestBank;
  let other: TestAuthority;
  beforeAll(async () => {
    test = await startTestBank();
    other = createTestAuthority('Somebody Else');
  });
  afterAll(() => test.end());
  const address = () => `https://127.0.0.1:${test.bank.port}`;

  it('is clear to a bank that is well', async () => {
    const found = await lookAlong(address(), test.bank.authority);
    expect(found).toMatchObject({ network: { finding: 'network-not-needed' }, proxy: { finding: 'proxy-none' }, bankTls: { finding: 'tls-trusted' } });
    expect(found.clock.finding).toBe('clock-right');
    expect(Math.abs(found.clock.amount ?? 99)).toBeLessThan(5);
  });

  it('shows that the clock of this PC is behind, and by how much, when the bank has another time', async () => {
    test.clock.advance(90 * 60_000);
    const { clock } = await lookAlong(address(), test.bank.authority);
    expect(clock.finding).toBe('clock-wrong');
    expect(clock.amount).toBeCloseTo(-5400, -2);
    test.clock.advance(-90 * 60_000);
  });

  it('does not lead to a bank whose certificate comes from another authority', async () => {
    expect(await lookAlong(address(), other.certificate)).toMatchObject({
      bankTls: { finding: 'tls-untrusted' },
      clock: { finding: 'clock-not-compared' },
      network: { finding: 'network-not-needed' },
    });
  });

  it.each([
    ['has expired by this clock: it may be ahead', -10, -2, { finding: 'clock-past-certificate', amount: expect.closeTo(2 * 86_400, -2) }],
    ['is not valid yet by this clock: it is behind', 3, 9, { finding: 'clock-before-certificate', amount: expect.closeTo(-3 * 86_400, -2) }],
  ])('does not lead to a bank whose certificate %s', async (_, from, until, clock) => {
    const day = (days: number) => new Date(Date.now() + days * 86_400_000);
    const bank = await startBadBank(other.issue({ commonName: 'bank', names: ['127.0.0.1'], from: day(from), until: day(until) }), (_request, response) =>
      json(response, 200, {}),
    );
    expect(await lookAlong(bank.url, other.certificate)).toMatchObject({ bankTls: { finding: 'tls-dates-wrong' }, clock });
    // Another authority's certificate says nothing of the time, whatever its dates.
    expect(await lookAlong(bank.url, test.bank.authority)).toMatchObject({ bankTls: { finding: 'tls-untrusted' }, clock: { finding: 'clock-not-compared' } });
    await bank.stop();
  });

  it('does not take the dates of a certificate for another name for those of the bank', async () => {
    const until = new Date(Date.now() - 86_400_000);
    const from = new Date(Date.now() - 2 * 86_400_000);
    const bank = await startBadBank(other.issue({ commonName: 'else', names: ['else.example'], from, until }), (_request, response) => json(response, 200, {}));
    expect(await lookAlong(bank.url, other.certificate)).toMatchObject({ bankTls: { finding: 'tls-untrusted' }, clock: { finding: 'clock-not-compared' } });
    await bank.stop();
  });

  it('is found with nothing behind it where the profile holds half a certificate: the file is to blame', async () => {
    const half = test.bank.authority.replace(/-----END CERTIFICATE-----/gu, '');
    expect(await lookAlong(address(), half)).toMatchObject({ bankTls: { finding: 'tls-profile-invalid' }, network: { finding: 'network-not-needed' } });
  });

  it('leads to a bank that is closed: it says when it opens', async () => {
    test.bank.setSituation('bank-closed');
    const before = Date.now();
    const { bankTls } = await lookAlong(address(), test.bank.authority);
    const after = Date.now();
    test.bank.setSituation(null);
    expect(bankTls).toEqual({ finding: 'bank-closed', amount: expect.any(Number) });
    const minute = 60_000;
    const opens = (bankTls.amount ?? 0) * 1000;
    expect(opens).toBeGreaterThan(before + 29 * minute);
    expect(opens).toBeLessThan(after + 31.1 * minute);
  });

  it('ends where nobody listens', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const opened = server.address();
    const port = typeof opened === 'object' ? opened?.port : 0;
    await new Promise((resolve) => server.close(resolve));
    expect(await lookAlong(`https://127.0.0.1:${port}`, other.certificate)).toMatchObject({
      network: { finding: 'network-bank-not-reached' },
      bankTls: { finding: 'tls-not-reached' },
      clock: { finding: 'clock-not-compared' },
    });
  });

  it('ends where a name leads nowhere (RFC 6761 section 6.4)', async () => {
    const { network } = await lookAlong('https://bank.invalid', other.certificate);
    expect(network.finding).toBe(hasNetwork() ? 'network-name-unknown' : 'network-down');
  });

  it('is given up on in time when the bank takes the connection and says nothing', async () => {
    const bank = await startBadBank(other.issue({ commonName: 'bank', names: ['127.0.0.1'] }), () => undefined);
    const locate = async () => success({ baseUrl: bank.url, authority: other.certificate });
    const line = () => lineChecks({ locate, ...parts, open: openBankLine(createHttpClient, systemClock, log) });
    const log = createMemoryLog();
    const idle = async (): Promise<Found> => ({ finding: 'user-usual' });
    const begin = (): PreflightChecks => ({ ...line(), keychain: idle, certificateStore: idle, osUser: idle, disk: idle });
    const clock = manualClock();
    const preflight = createPreflight({ begin, publish: () => undefined, clock, log, limit: 700 });
    const running = preflight.run();
    await until(() => bank.asked.length > 0);
    clock.pass(700);
    await running;
    const findings = Object.fromEntries(preflight.current().results.map(({ check, finding }) => [check, finding]));
    expect(findings).toMatchObject({ clock: 'clock-no-answer', bankTls: 'tls-no-answer', network: 'network-not-needed', proxy: 'proxy-none' });
    await bank.stop();
  });
});

describe('this PC', () => {
  let folder: string;
  const mounted: string[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kaitsu-pc-'));
  });
  afterEach(() => {
    for (const each of mounted.splice(0)) execFileSync('umount', [each]);
    rmSync(folder, { recursive: true, force: true });
  });
  const parts = (some: Partial<PcParts> = {}): PcParts => {
    const machine = { platform: process.platform, home: folder, dataHome: undefined };
    const log = createMemoryLog();
    const store = { ...machine, store: chooseStore({ ...machine, log }), run: runTool };
    return {
      keychain: { probe: async () => failure('keychain-missing') },
      store,
      ...machine,
      userId: 1000,
      folder: join(folder, 'data'),
      run: runTool,
      write: writeOnTrial,
      ...some,
    };
  };
  const look = async (check: keyof ReturnType<typeof pcChecks>, some: Partial<PcParts> = {}) => (await pcChecks(parts(some))[check](signal)).finding;
  /** A small disk of its own. */
  const mount = (options: string): string => {
    const place = join(folder, 'disk');
    mkdirSync(place);
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'none', place]);
    mounted.push(place);
    return place;
  };
  const canMount = process.platform === 'linux' && process.getuid?.() === 0;

  it('has room on its disk and lets Kaitsu write; nothing is left behind', async () => {
    expect(['disk-ready', 'disk-low']).toContain(await look('disk'));
    expect(readdirSync(join(folder, 'data'))).toEqual([]);
  });

  it.runIf(canMount)('is told apart when its disk is full', async () => {
    const place = mount('size=64k');
    writeFileSync(join(place, 'everything'), Buffer.alloc(60 * 1024));
    expect(await look('disk', { folder: place })).toBe('disk-full');
    expect(readdirSync(place)).toEqual(['everything']);
  });

  it.runIf(canMount)('is told apart when its disk is nearly full', async () => {
    expect(await look('disk', { folder: mount('size=16m') })).toBe('disk-low');
  });

  it.runIf(canMount)('is told apart when the disk is read-only: data folder, home and certificate store', async () => {
    const place = mount('size=1m,ro');
    expect(await look('disk', { folder: place })).toBe('disk-refused');
    expect(await look('osUser', { home: place })).toBe('user-home-refused');
    const { store } = parts();
    expect(await look('certificateStore', { store: { ...store, home: place } })).toBe('store-refused');
  });

  it('is told apart when something else lies where its folder should be', async () => {
    writeFileSync(join(folder, 'file'), '');
    expect(await look('disk', { folder: join(folder, 'file') })).toBe('disk-refused');
    expect(await look('osUser', { home: join(folder, 'file') })).toBe('user-home-refused');
  });

  it('is worked at by the usual user, not by root', async () => {
    expect(await look('osUser')).toBe('user-usual');
    expect(await look('osUser', { userId: 0 })).toBe('user-root');
  });

  it('on Windows tells a start "as administrator" by its mandatory level', async () => {
    const saying = (level: string) => ({
      platform: 'win32' as const,
      userId: null,
      run: async () => ({ kind: 'ended' as const, code: 0, stdout: `"Mandatory Label","Label","${level}",""\r\n`, stderr: '' }),
    });
    expect(await look('osUser', saying('S-1-16-8192'))).toBe('user-usual');
    expect(await look('osUser', saying('S-1-16-12288'))).toBe('user-elevated');
  });

  it('takes a certificate into its store: into a new one, and into one that is there', async () => {
    expect(await look('certificateStore')).toBe('store-ready');
    expect(existsSync(join(folder, '.pki'))).toBe(false);
    mkdirSync(join(folder, '.pki', 'nssdb'), { recursive: true });
    execFileSync('certutil', ['-N', '--empty-password', '-d', `sql:${join(folder, '.pki', 'nssdb')}`]);
    expect(await look('certificateStore')).toBe('store-ready');
  });

  it('is told apart when the tools of the store are missing', async () => {
    const { store } = parts();
    expect(await look('certificateStore', { store: { ...store, run: async () => ({ kind: 'missing' }) } })).toBe('store-missing');
  });

  it.each([
    ['keychain-missing', 'keychain-missing'],
    ['keychain-locked', 'keychain-locked'],
    ['keychain-refused', 'keychain-refused'],
  ] as const)('with a keychain that answers %s finds %s', async (code, finding) => {
    expect(await look('keychain', { keychain: { probe: async () => failure(code) } })).toBe(finding);
  });
});

describe('this PC with a real keychain', () => {
  let desktop: Desktop;
  beforeAll(async () => {
    desktop = await createDesktop(join(import.meta.dirname, 'preflight-child.ts'));
  });
  afterAll(() => desktop.close());
  const question = () => ({ home: desktop.home, folder: join(desktop.home, 'data'), userId: 1000 });

  it('is ready on a desktop that is unlocked', async () => {
    expect(await desktop.ask('unlocked', question())).toEqual({
      keychain: 'keychain-ready',
      certificateStore: 'store-ready',
      osUser: 'user-usual',
      disk: expect.stringMatching(/^disk-(ready|low)$/u),
    });
  });

  it.each([
    ['noBus', 'keychain-missing'],
    ['locked', 'keychain-locked'],
  ] as const)('on a desktop in the state %s says %s', async (state, finding) => {
    expect(await desktop.ask(state, question())).toMatchObject({ keychain: finding });
  });
});
