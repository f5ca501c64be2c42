import { describe, expect, test } from 'vitest';
import { findWays } from '../../main/bank/proxy/ways.ts';
import { mayInstall, prescribedWays, withoutInstalling } from '../../main/policy/followed.ts';
import type { PolicyEntry } from '../../main/policy/policy-entries.ts';
import { readPolicy } from '../../main/policy/read-policy.ts';
import { openPreferences } from '../../main/settings/preferences.ts';
import { followPolicy } from '../../main/settings/prescribed-preferences.ts';
import { settingsOf } from '../../main/settings/settings.ts';
import { settingsSchema } from '../../preload/contract/settings.ts';
import { createMemoryLog } from '../../tools/log/memory-log.ts';
import { manualClock } from '../support/manual-clock.ts';

/** What the program does because a policy says so, and that a broken policy never allows more than a good one. */

const place = { kind: 'file', place: '/etc/kaitsu/policy.json' } as const;
const policyOf = (entries: Readonly<Record<string, unknown>>) =>
  readPolicy({ kind: 'entries', entries: Object.entries(entries) satisfies readonly PolicyEntry[] }, place);
const noPolicy = readPolicy({ kind: 'absent' }, place);
const unreadable = readPolicy({ kind: 'broken', defect: { at: '', kind: 'not-json', detail: '' } }, place);
const misspelt = policyOf({ organization: '情報システム部', languge: 'en' });

const server = { host: 'ib.asahi.example', port: 443 };
const system = {
  resolveProxy: async () => 'PROXY system.example:3128',
  environment: { https_proxy: 'http://own.example:8080', NO_PROXY: 'ib.asahi.example', PATH: '/bin' },
};
const noSystem = { ...system, resolveProxy: async () => 'DIRECT' };
async function wayUnder(policy: typeof noPolicy, parts = system): Promise<string> {
  const [way] = await findWays(server, prescribedWays(policy, parts));
  return way === undefined || way.kind === 'direct' ? 'direct' : `${way.kind} ${way.host}:${way.port}`;
}

describe('the proxy', () => {
  test.each([
    ['no policy: the person may have excluded the bank', noPolicy, system, 'direct'],
    ['none: direct, whatever system and environment say', policyOf({ proxy: 'none' }), system, 'direct'],
    ['system: what the system says, and the environment counts no more', policyOf({ proxy: 'system' }), system, 'http system.example:3128'],
    ['system, where the system names none: direct, not by the environment', policyOf({ proxy: 'system' }), noSystem, 'direct'],
    ['an address', policyOf({ proxy: 'http://proxy.example:8080' }), system, 'http proxy.example:8080'],
    ["an address with its scheme's own port", policyOf({ proxy: 'http://proxy.example:80' }), system, 'http proxy.example:80'],
    ['a proxy by TLS', policyOf({ proxy: 'https://proxy.example' }), system, 'https proxy.example:443'],
    ['an address in IPv6', policyOf({ proxy: 'http://[2001:db8::1]:8080' }), system, 'http 2001:db8::1:8080'],
    ['a value that is wrong: direct', policyOf({ proxy: 'ftp://proxy.example' }), system, 'direct'],
    ['a policy that cannot be read: direct', unreadable, system, 'direct'],
  ])('%s', async (_what, policy, parts, wanted) => expect(await wayUnder(policy, parts)).toBe(wanted));

  test('leaves the rest of the environment alone', () => {
    expect(prescribedWays(policyOf({ proxy: 'system' }), system).environment).toEqual({ PATH: '/bin' });
  });
});

describe('a certificate', () => {
  test.each([
    [noPolicy, true],
    [policyOf({ certificateStores: ['nss', 'windows'] }), true],
    [policyOf({ certificateStores: ['windows'] }), false],
    [policyOf({ certificateStores: [] }), false],
    [policyOf({ certificateStores: 'nss' }), false],
    [unreadable, false],
    [misspelt, false],
  ])('row %# may be installed into NSS or not', (policy, allowed) => expect(mayInstall(policy, { kind: 'nss' })).toBe(allowed));

  test('that may not be installed is not asked for either', async () => {
    const asked: string[] = [];
    const never = (name: string) => async () => {
      asked.push(name);
      throw new Error(name);
    };
    const retriever = withoutInstalling({
      prepare: () => void asked.push('prepare'),
      retrieve: never('retrieve'),
      renew: never('renew'),
      giveUpPendingKey: never('giveUp'),
      hasTraces: async () => true,
      find: async () => ({ ok: true, value: null }),
    });
    retriever.prepare();
    const signal = new AbortController().signal;
    expect(await retriever.retrieve({} as never, () => undefined, signal)).toMatchObject({ ok: false, problem: { code: 'prescribed-by-policy' } });
    expect(await retriever.renew({} as never, () => undefined, signal)).toMatchObject({ ok: false, problem: { code: 'prescribed-by-policy' } });
    expect(asked).toEqual([]);
    expect(await retriever.hasTraces()).toBe(true);
  });
});

describe('preferences', () => {
  async function preferencesUnder(policy: typeof noPolicy) {
    let kept: unknown = null;
    const file = {
      path: '/preferences.json',
      read: async () => ({
        kind: 'value' as const,
        value: { language: 'ko' as const, theme: 'dark' as const, textSize: 'standard' as const, shuffledKeys: false, updates: true },
      }),
      write: async (value: unknown) => {
        kept = value;
        return { ok: true as const, value: undefined };
      },
      setAside: async () => ({ ok: true as const, value: '' }),
    };
    const store = await openPreferences({ file, locale: 'ja', clock: manualClock(), log: createMemoryLog() });
    return { preferences: followPolicy(store, policy), kept: () => kept };
  }

  test('that are prescribed hold, cannot be changed, and leave what the person chose before as it was', async () => {
    const { preferences, kept } = await preferencesUnder(policyOf({ language: 'en', textSize: 'large' }));
    expect(preferences.current()).toMatchObject({ language: 'en', textSize: 'large', theme: 'dark' });
    expect(await preferences.change({ language: 'ja' })).toMatchObject({ ok: false, problem: { code: 'prescribed-by-policy' } });
    expect(await preferences.change({ theme: 'light' })).toMatchObject({ ok: true });
    expect(preferences.current()).toMatchObject({ language: 'en', theme: 'light' });
    expect(kept()).toMatchObject({ language: 'ko', textSize: 'standard' });
  });

  test('without a policy are the person’s', async () => {
    const { preferences } = await preferencesUnder(noPolicy);
    expect(await preferences.change({ language: 'ja' })).toMatchObject({ ok: true });
    expect(preferences.current().language).toBe('ja');
  });
});

describe('the settings', () => {
  const settingsUnder = (policy: typeof noPolicy) => settingsSchema.parse(settingsOf({ policy, version: '1.2.3', bank: null }));

  test('say of each value who decided it', () => {
    expect(settingsUnder(noPolicy)).toMatchObject({
      policy: null,
      prescribed: [],
      proxy: { value: 'system', source: 'usual' },
      practice: { value: true, source: 'usual' },
    });
    const policy = policyOf({
      organization: '情報システム部',
      proxy: 'http://proxy.example:8080',
      practiceAllowed: false,
      language: 'en',
      remindersAllowed: true,
    });
    expect(settingsUnder(policy)).toMatchObject({
      policy: { place: place.place, organization: '情報システム部', defects: [] },
      prescribed: ['language'],
      proxy: { value: 'http://proxy.example:8080', source: 'policy' },
      practice: { value: false, source: 'policy' },
      reminders: { value: true, source: 'policy' },
      updates: { source: 'chosen' },
    });
  });

  test.each([
    ['cannot be read', unreadable],
    ['has a name that nobody knows', misspelt],
  ])('of a policy that %s name the place, and allow the least', (_what, policy) => {
    const settings = settingsUnder(policy);
    expect(settings.policy?.defects.length).toBeGreaterThan(0);
    expect(settings).toMatchObject({ practice: { value: false }, reminders: { value: false }, updates: { value: 'none' }, certificateStores: { value: [] } });
  });
});
