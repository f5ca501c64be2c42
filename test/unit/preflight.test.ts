import { describe, expect, it } from 'vitest';
import { leadsAway } from '../../main/preflight/captive-portal.ts';
import { type LineParts, lineChecks } from '../../main/preflight/line-checks.ts';
import { createPreflight, type Found, type Look, type PreflightChecks } from '../../main/preflight/preflight.ts';
import type { Preflight } from '../../preload/contract/preflight.ts';
import { isUnproven, levelOf, type PreflightCheck, preflightChecks, preflightFindings } from '../../preload/contract/preflight-findings.ts';
import { failure, success } from '../../preload/contract/problem.ts';
import type { ProblemCode } from '../../preload/contract/problem-numbers.ts';
import { createMemoryLog } from '../../tools/log/memory-log.ts';
import { catalogues } from '../../tools/window/catalogues.ts';

const good: { readonly [C in PreflightCheck]: Found } = {
  clock: { finding: 'clock-right', amount: 0.4 },
  network: { finding: 'network-up' },
  proxy: { finding: 'proxy-none' },
  bankTls: { finding: 'tls-trusted' },
  keychain: { finding: 'keychain-ready' },
  certificateStore: { finding: 'store-ready' },
  osUser: { finding: 'user-usual' },
  disk: { finding: 'disk-ready', amount: 4_096 },
};
const now = new Date('2026-11-22T06:00:00Z');

/** A preflight whose checks are as given, and a clock whose limits are let go by hand. */
function world(some: Partial<PreflightChecks>) {
  const limits: (() => void)[] = [];
  const published: Preflight[] = [];
  let runs = 0;
  const begin = (): PreflightChecks => {
    runs += 1;
    const usual = Object.fromEntries(preflightChecks.map((check): [string, Look] => [check, async () => good[check]])) as unknown as PreflightChecks;
    return { ...usual, ...some };
  };
  const after = (_milliseconds: number, run: () => void) => {
    limits.push(run);
    return () => undefined;
  };
  const clock = { now: () => now, after };
  const log = createMemoryLog();
  const preflight = createPreflight({ begin, publish: (value) => published.push(value), clock, log });
  const passTime = () => {
    for (const run of limits) run();
  };
  return { preflight, published, log, runs: () => runs, passTime };
}

describe('the preflight', () => {
  it('runs every check at once, tells each as it is known, and says when it was', async () => {
    const { preflight, published } = world({});
    await preflight.run();
    expect(published[0]).toMatchObject({ phase: 'running', checkedAt: null });
    expect(published[0]?.results.every((result) => result.finding === null)).toBe(true);
    expect(published).toHaveLength(preflightChecks.length + 2);
    expect(published.at(-1)).toEqual({
      phase: 'done',
      checkedAt: now.toISOString(),
      results: preflightChecks.map((check) => ({ check, finding: good[check].finding, amount: check === 'clock' ? 0 : check === 'disk' ? 4_096 : null })),
    });
  });

  it('waits for none beyond its time: the others have their say, and it is stopped', async () => {
    let stopped = false;
    const hanging: Look = (signal) => new Promise(() => signal.addEventListener('abort', () => (stopped = true)));
    const { preflight, passTime } = world({ keychain: hanging });
    const run = preflight.run();
    await new Promise((resolve) => setImmediate(resolve));
    expect(
      preflight
        .current()
        .results.filter((result) => result.finding === null)
        .map((result) => result.check),
    ).toEqual(['keychain']);
    passTime();
    await run;
    expect(preflight.current().results.find((result) => result.check === 'keychain')?.finding).toBe('keychain-no-answer');
    expect(preflight.current().results.find((result) => result.check === 'disk')?.finding).toBe('disk-ready');
    expect(stopped).toBe(true);
  });

  it('outlives a check that breaks', async () => {
    const { preflight, log } = world({ disk: () => Promise.reject(new Error('a bug')) });
    await preflight.run();
    expect(preflight.current().results.at(-1)?.finding).toBe('disk-no-answer');
    expect(log.lines.join()).toContain('preflight.no-answer');
  });

  it('is shared by all who ask while it runs, and can be repeated afterwards', async () => {
    const { preflight, runs } = world({});
    await Promise.all([preflight.run(), preflight.run()]);
    expect(runs()).toBe(1);
    await preflight.run();
    expect(runs()).toBe(2);
    expect(preflight.current().checkedAt).not.toBeNull();
  });

  it('has a good finding and one that wants attention for every check', () => {
    for (const check of preflightChecks) {
      const levels = Object.values(preflightFindings)
        .filter((each) => each.check === check)
        .map((each) => each.level);
      expect(levels).toContain('good');
      expect(levels.some((level) => level !== 'good')).toBe(true);
    }
    expect([levelOf(null), levelOf('clock-wrong')]).toEqual([null, 'bad']);
  });
});

describe('the way to the bank', () => {
  const body = (time: string) => Buffer.from(JSON.stringify({ name: '開通銀行', time }));
  const answering =
    (time: string): LineParts['open'] =>
    () => ({ send: async () => success({ status: 200, headers: {}, body: body(time) }), close: async () => undefined });
  const failing =
    (code: ProblemCode, detail?: string): LineParts['open'] =>
    () => ({ send: async () => failure(code, detail === undefined ? {} : { remark: { from: 'check', text: detail } }), close: async () => undefined });
  const behindProxy: LineParts['findWays'] = async () => [{ kind: 'http', host: 'proxy.example', port: 8080 }];
  const look = async (check: keyof ReturnType<typeof lineChecks>, some: Partial<LineParts>) => {
    const parts: LineParts = {
      locate: async () => success({ baseUrl: 'https://bank.invalid', authority: '' }),
      open: answering(now.toISOString()),
      compareDates: async () => null,
      connected: () => true,
      looksCaptive: async () => false,
      findWays: async () => [{ kind: 'direct' }],
      clock: { now: () => now, after: () => () => undefined },
      ...some,
    };
    return lineChecks(parts)[check](new AbortController().signal);
  };

  it.each([
    ['2026-11-22T06:00:00.000Z', 'clock-right', 0],
    ['2026-11-22T06:01:59.000Z', 'clock-right', -119],
    ['2026-11-22T07:30:00.000Z', 'clock-wrong', -5400],
    ['2025-11-22T06:00:00.000Z', 'clock-wrong', 31_536_000],
  ])('at a bank whose time is %s finds %s', async (time, finding, amount) => {
    expect(await look('clock', { open: answering(time) })).toEqual({ finding, amount });
  });

  it('compares no times when the bank does not answer, or answers something else', async () => {
    expect(await look('clock', { open: failing('bank-unreachable') })).toEqual({ finding: 'clock-not-compared' });
    expect(await look('clock', { open: answering('noon') })).toEqual({ finding: 'clock-not-compared' });
  });

  it("takes the dates of the bank's certificate against this PC's clock where they are why it is not trusted", async () => {
    const off = (seconds: number | null) => ({ open: failing('bank-untrusted'), compareDates: async () => seconds });
    expect(await look('clock', off(-86_400))).toEqual({ finding: 'clock-before-certificate', amount: -86_400 });
    expect(await look('clock', off(3_600))).toEqual({ finding: 'clock-past-certificate', amount: 3_600 });
    for (const seconds of [0, null]) expect(await look('clock', off(seconds))).toEqual({ finding: 'clock-not-compared' });
    expect(await look('bankTls', off(-86_400))).toEqual({ finding: 'tls-dates-wrong' });
    for (const seconds of [0, null]) expect(await look('bankTls', off(seconds))).toEqual({ finding: 'tls-untrusted' });
  });

  it('leads nobody in a circle: what puts the clock right is not the connection, and an untrusted bank is not for the clock', () => {
    for (const { preflight } of Object.values(catalogues)) {
      const { checks, findings } = preflight;
      for (const [name, { remedy }] of Object.entries(findings))
        if (name.startsWith('clock-')) expect(remedy ?? '').not.toMatch(/ネットワーク|接続|network|connection|네트워크|연결/iu);
      expect(findings['tls-untrusted'].remedy).not.toMatch(/時計|clock|시계/iu);
      expect(findings['tls-dates-wrong'].remedy).toContain(checks.clock);
    }
  });

  it('lays a profile that cannot be read to its file, not to the network or to somebody in between', async () => {
    const locate = async () => failure('bank-profile-invalid');
    expect(await look('network', { locate })).toEqual({ finding: 'network-profile-invalid' });
    expect(await look('bankTls', { locate })).toEqual({ finding: 'tls-profile-invalid' });
    expect(await look('bankTls', { open: failing('bank-profile-invalid') })).toEqual({ finding: 'tls-profile-invalid' });
    expect(await look('proxy', { locate, findWays: behindProxy })).toEqual({ finding: 'proxy-not-judged' });
  });

  it('says of a practice bank that does not start that it did not', async () => {
    expect(await look('network', { locate: async () => failure('bank-unreachable') })).toEqual({ finding: 'network-bank-not-started' });
  });

  it.each([
    ['with the minute in which it opens', { 'retry-after': '1800' }, { amount: Date.parse('2026-11-22T06:30:00Z') / 1000 }],
    ['with that minute rounded up', { 'retry-after': 'Sun, 22 Nov 2026 06:45:01 GMT' }, { amount: Date.parse('2026-11-22T06:46:00Z') / 1000 }],
    ['without it, where the bank does not say', {}, {}],
  ])('tells that the bank is closed, %s', async (_, more, amount) => {
    const body = Buffer.from(JSON.stringify({ type: 'urn:kaitsu:problem:bank-closed', title: 'closed', status: 503, code: 'bank-closed' }));
    const headers = { 'content-type': 'application/problem+json', ...more };
    const open: LineParts['open'] = () => ({ send: async () => success({ status: 503, headers, body }), close: async () => undefined });
    expect(await look('bankTls', { open })).toEqual({ finding: 'bank-closed', ...amount });
  });

  it('says in every language when a closed bank opens, in Japanese time', () => {
    const opens = Date.parse('2026-11-23T23:45:00Z') / 1000;
    for (const { preflight } of Object.values(catalogues)) {
      expect(preflight.findings['bank-closed'].found(opens)).toMatch(/24.*8:45/u);
      expect(preflight.findings['bank-closed'].found(0)).not.toMatch(/[0-9]/u);
    }
  });

  it('tells a bank that cannot be trusted from one that cannot be reached', async () => {
    expect(await look('bankTls', {})).toEqual({ finding: 'tls-trusted' });
    expect(await look('bankTls', { open: failing('bank-answer-invalid') })).toEqual({ finding: 'tls-trusted' });
    expect(await look('bankTls', { open: failing('bank-untrusted') })).toEqual({ finding: 'tls-untrusted' });
    expect(await look('bankTls', { open: failing('bank-unreachable') })).toEqual({ finding: 'tls-not-reached' });
    expect(await look('bankTls', { locate: async () => failure('bank-unreachable') })).toEqual({ finding: 'tls-not-reached' });
  });

  it('says whether the company’s proxy leads to the bank, and what stands in the way, with the line for IT', async () => {
    expect(await look('proxy', {})).toEqual({ finding: 'proxy-none' });
    expect(await look('proxy', { findWays: behindProxy })).toEqual({ finding: 'proxy-used' });
    expect(await look('network', { findWays: behindProxy })).toEqual({ finding: 'network-up' });
    for (const code of ['proxy-unreachable', 'proxy-refused', 'proxy-credentials-wanted', 'proxy-credentials-refused', 'proxy-sign-in-unsupported'] as const) {
      const parts = { findWays: behindProxy, open: failing(code, 'proxy.example:8080 (407) → bank.invalid:443') };
      expect(await look('proxy', parts)).toEqual({ finding: code, detail: 'proxy.example:8080 (407) → bank.invalid:443' });
      expect(await look('network', parts)).toEqual({ finding: 'network-proxy-first' });
      expect(await look('bankTls', parts)).toEqual({ finding: 'tls-not-reached' });
    }
    expect(await look('network', { findWays: behindProxy, open: failing('bank-unreachable') })).toEqual({ finding: 'network-bank-not-reached' });
  });

  it('names who signed where a device of the company answers in the bank’s place', async () => {
    const parts = { findWays: behindProxy, open: failing('connection-inspected', 'Example CA → bank.invalid:443') };
    expect(await look('bankTls', parts)).toEqual({ finding: 'tls-inspected', detail: 'Example CA → bank.invalid:443' });
    expect(isUnproven([{ finding: 'tls-inspected' }])).toBe(true);
  });

  it('blames no proxy of the company for a cable that is out', async () => {
    const unplugged = { findWays: behindProxy, connected: () => false };
    expect(await look('network', unplugged)).toEqual({ finding: 'network-down' });
    expect(await look('proxy', unplugged)).toEqual({ finding: 'proxy-not-judged' });
    expect(await look('proxy', { connected: () => false })).toEqual({ finding: 'proxy-none' });
  });

  it('tells a network that wants to be signed in to by its page', async () => {
    const locate = async () => success({ baseUrl: 'https://0.0.0.0:1', authority: '' });
    expect(await look('network', { locate, looksCaptive: async () => true })).toEqual({ finding: 'network-captive-portal' });
    expect(await look('network', { locate })).toEqual({ finding: 'network-bank-not-reached' });
    expect([leadsAway('https://login.hotel.example/x', 'www.bank.example'), leadsAway('https://bank.example/', 'www.bank.example')]).toEqual([true, false]);
    expect([leadsAway('/start', 'bank.example'), leadsAway('http://[2001:db8::1]/', 'bank.example')]).toEqual([false, true]);
  });
});

it('a question that the first of two checks gave up counts as unanswered for the other as well', async () => {
  const send: ReturnType<LineParts['open']>['send'] = ({ signal }) =>
    new Promise((resolve) => signal.addEventListener('abort', () => resolve(failure('cancelled')), { once: true }));
  const checks = lineChecks({
    locate: async () => success({ baseUrl: 'https://bank.invalid', authority: '' }),
    open: () => ({ send, close: async () => undefined }),
    compareDates: async () => null,
    connected: () => true,
    looksCaptive: async () => false,
    findWays: async () => [{ kind: 'direct' }],
    clock: { now: () => now, after: () => () => undefined },
  });
  const first = new AbortController();
  const both = [checks.clock(first.signal), checks.bankTls(new AbortController().signal)];
  await new Promise((soon) => setImmediate(soon));
  first.abort();
  expect(await Promise.all(both)).toEqual([{ finding: 'clock-no-answer' }, { finding: 'tls-no-answer' }]);
});
