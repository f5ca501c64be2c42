import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import practiceProfile from '../../assets/bank-profiles/practice.json';
import { type PolicyDefectKind, policyDefectKinds, sayPolicyDefect } from '../../main/policy/policy-defect.ts';
import { readPolicyJson } from '../../main/policy/policy-json.ts';
import { type PolicyName, policyKeys, policyNames } from '../../main/policy/policy-keys.ts';
import { type Policy, type Prescription, readPolicy } from '../../main/policy/read-policy.ts';
import { goodPolicy, holds, strictPolicy, textOf } from '../support/policies.ts';

const source = { kind: 'file', place: '/etc/kaitsu/policy.json' } as const;
const read = (content: Uint8Array | string): Policy => readPolicy(readPolicyJson(typeof content === 'string' ? Buffer.from(content) : content), source);
const where = ({ defects }: Policy) => defects.map(({ at, kind }) => `${at}: ${kind}`);
const allRestricted = (policy: Policy) => policyNames.every((name) => holds(policy, name) === 'restricted');

describe('a key by itself', () => {
  it.each(policyNames)('%s with a sound value is prescribed, and all else is free', (name) => {
    const policy = read(textOf({ [name]: goodPolicy[name] }));
    expect(policy.defects).toEqual([]);
    expect(policyNames.filter((one) => holds(policy, one) !== 'free')).toEqual([name]);
    expect(policy.prescribed[name]?.value).toEqual(name === 'bankProfile' ? expect.objectContaining({ id: 'sandbox' }) : goodPolicy[name]);
  });

  const wrong: readonly (readonly [PolicyName, unknown, string])[] = [
    ['schemaVersion', 0, 'schemaVersion'],
    ['schemaVersion', '1', 'schemaVersion'],
    ['organization', '', 'organization'],
    ['organization', '情報\nシステム部', 'organization'],
    ['organization', 'IT\u202Ebank', 'organization'],
    ['organization', 'x'.repeat(101), 'organization'],
    ['bankFile', 'asahi.kaitsu-bank', 'bankFile'],
    ['bankFile', '\\\\server\\share\\asahi.kaitsu-bank', 'bankFile'],
    ['bankFile', '/etc/kaitsu/\u0000', 'bankFile'],
    ['bankFile', null, 'bankFile'],
    ['bankSigner', '1234', 'bankSigner'],
    ['bankSigner', 123456789012, 'bankSigner'],
    ['bankProfile', {}, 'bankProfile.id'],
    ['bankProfile', '{}', 'bankProfile'],
    ['bankProfile', { ...practiceProfile, wrongAttemptLimit: 0 }, 'bankProfile.wrongAttemptLimit'],
    ['bankProfile', { ...practiceProfile, pinRule: { minLength: 12, maxLength: 6, symbols: '' } }, 'bankProfile.pinRule.minLength'],
    ['bankProfile', { ...practiceProfile, baseUrl: 'https://false-bank.example' }, 'bankProfile.authority'],
    ['practiceAllowed', 1, 'practiceAllowed'],
    ['practiceAllowed', 'true', 'practiceAllowed'],
    ['practiceAllowed', null, 'practiceAllowed'],
    ['proxy', 'proxy.example:8080', 'proxy'],
    ['proxy', 'http://user:secret@proxy.example:8080', 'proxy'],
    ['proxy', 'http://proxy.example:99999', 'proxy'],
    ['proxy', 'file:///etc/passwd', 'proxy'],
    ['certificateStores', 'nss', 'certificateStores'],
    ['certificateStores', ['nss', 'nss'], 'certificateStores'],
    ['certificateStores', ['nss', 'firefox'], 'certificateStores'],
    ['exportAllowed', [], 'exportAllowed'],
    ['remindersAllowed', 'yes', 'remindersAllowed'],
    ['language', 'fr', 'language'],
    ['language', ['ja'], 'language'],
    ['textSize', 'huge', 'textSize'],
    ['updateChannel', 'nightly', 'updateChannel'],
    ['updateChannel', true, 'updateChannel'],
    ['supportModeAllowed', {}, 'supportModeAllowed'],
    ['logRetentionDays', 6, 'logRetentionDays'],
    ['logRetentionDays', 401, 'logRetentionDays'],
    ['logRetentionDays', 30.5, 'logRetentionDays'],
    ['logRetentionDays', 1e300, 'logRetentionDays'],
    ['unattendedRenewalAllowed', 'false', 'unattendedRenewalAllowed'],
  ];
  it.each(wrong)('%s: %j is restricted, the place is named (%s), and the rest of the policy stays', (name, value, place) => {
    const rest: PolicyName = name === 'language' ? 'textSize' : 'language';
    const policy = read(textOf({ [rest]: goodPolicy[rest], [name]: value }));
    expect(policyNames.map((one) => holds(policy, one))).toEqual(policyNames.map((one) => (one === name ? 'restricted' : one === rest ? 'good' : 'free')));
    expect(where(policy)).toContain(`${place}: wrong-value`);
  });
});

describe('a policy as a whole', () => {
  test('that is not there prescribes nothing, and so does an empty one', () => {
    const [absent, empty] = [readPolicy({ kind: 'absent' }, source), read('{}')];
    for (const policy of [absent, empty]) expect(policyNames.every((name) => holds(policy, name) === 'free')).toBe(true);
    expect([absent.source, empty.source]).toEqual([null, source]);
  });

  it.each([
    ['nothing', ''],
    ['a list', '[]'],
    ['null', 'null'],
    ['a text', '"exportAllowed"'],
    ['cut off', '{"exportAllowed": false'],
    ['with a comment', '{"exportAllowed": false /* for now */}'],
    ['with a comma too much', '{"exportAllowed": false,}'],
    ['in UTF-16', Buffer.from('\uFEFF{"exportAllowed": true}', 'utf16le')],
    ['in Shift_JIS', Buffer.from([0x7b, 0x22, 0x6f, 0x22, 0x3a, 0x22, 0x8f, 0xee, 0x95, 0xf1, 0x22, 0x7d])],
    ['nested ten thousand deep', '['.repeat(10_000)],
    ['of a hundred thousand values', `{"a":[${'1,'.repeat(100_000)}1]}`],
  ])('that is %s restricts everything, and says so', (_what, content) => {
    const policy = read(content);
    expect(allRestricted(policy)).toBe(true);
    expect(where(policy)).toEqual([': not-json']);
  });

  it.each(['exportAlowed', 'ExportAllowed', 'exportAllowed ', 'e\u0445portAllowed', '__proto__', 'constructor', 'allowExport'])(
    'with the name %s may forbid what it does not name right: all that is not given is restricted',
    (name) => {
      const policy = read(`{"language": "en", ${JSON.stringify(name)}: false}`);
      expect(where(policy)).toEqual([`${name}: unknown-name`]);
      expect(policyNames.filter((one) => holds(policy, one) !== 'restricted')).toEqual(['language']);
    },
  );

  test('of a newer Kaitsu is met as far as it is known, and the rest is named', () => {
    const policy = read('{"schemaVersion": 2, "language": "en", "voiceAllowed": false}');
    expect(where(policy)).toEqual(['voiceAllowed: newer']);
    expect([holds(policy, 'language'), holds(policy, 'exportAllowed')]).toEqual(['good', 'free']);
  });

  it.each([
    ['{"exportAllowed": false, "exportAllowed": true}', 'exportAllowed'],
    ['{"exportAllowed": false, "export\\u0041llowed": true}', 'exportAllowed'],
    ['{"practiceAllowed": false, "practiceAllowed": false}', 'practiceAllowed'],
    [`{"bankProfile": ${JSON.stringify(practiceProfile).replace('"practice":true', '"practice":false,"practice":true')}}`, 'bankProfile'],
  ])('in which a name stands twice (%s) is restricted there', (text, name) => {
    const policy = read(text);
    expect(where(policy)).toEqual([`${name}: given-twice`]);
    expect(policyNames.filter((one) => holds(policy, one) !== 'free')).toEqual([name]);
  });

  test('that names two banks has none', () => {
    const policy = read(textOf({ bankFile: goodPolicy.bankFile, bankProfile: goodPolicy.bankProfile }));
    expect(where(policy)).toEqual(['bankProfile: contradiction']);
    expect([holds(policy, 'bankFile'), holds(policy, 'bankProfile')]).toEqual(['restricted', 'restricted']);
  });

  test('may begin with a byte order mark and name its schema', () => {
    const policy = read('\uFEFF{"$schema": "https://kaitsu.example/policy.schema.json", "exportAllowed": false}');
    expect([where(policy), holds(policy, 'exportAllowed'), holds(policy, 'language')]).toEqual([[], 'good', 'free']);
  });

  test('in which nothing fits names twenty places, and no endless name', () => {
    const policy = read(textOf(Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`${index}${'x'.repeat(1_000)}`, 1]))));
    expect(policy.defects).toHaveLength(20);
    expect(policy.defects.every(({ at }) => at.length <= 60)).toBe(true);
    expect(allRestricted(policy)).toBe(true);
  });
});

describe('a hostile policy', () => {
  test('of any bytes is no crash, and where it cannot be read allows nothing', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 200 }),
          fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
          fc.json().map((text) => Buffer.from(text)),
        ),
        (content) => {
          const policy = read(content);
          if (policy.defects.some(({ at }) => at === '')) expect(allRestricted(policy)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  /** What a person who reads the text sees: JSON's own reading, with a sound value for the key or with a whole line taken out of it. */
  const isAnother = (text: string, name: PolicyName, found: Prescription | null): boolean => {
    try {
      const seen: object = Object(JSON.parse(text));
      if (found === null) return Object.keys(seen).every((one) => one !== name && Object.hasOwn(policyKeys, one));
      return !found.broken && JSON.stringify(Reflect.get(seen, name)) === JSON.stringify(found.value);
    } catch {
      return false;
    }
  };

  test('that was a strict one and is harmed at any place allows nothing more', () => {
    const strict = JSON.stringify(strictPolicy, null, 1);
    const names = policyNames.filter((name) => name in strictPolicy);
    const harm = fc.record({
      at: fc.nat(strict.length),
      cut: fc.nat(12),
      put: fc.oneof(fc.string({ maxLength: 4 }), fc.constantFrom('"', ',', '{', '}', ':', '\\', '\u0000', 'true', 'x"')),
    });
    fc.assert(
      fc.property(fc.array(harm, { minLength: 1, maxLength: 3 }), (harms) => {
        const text = harms.reduce((before, { at, cut, put }) => before.slice(0, at) + put + before.slice(at + cut), strict);
        const policy = read(text);
        for (const name of names) {
          const found = policy.prescribed[name];
          if (!isAnother(text, name, found)) expect([name, found?.value]).toEqual([name, strictPolicy[name]]);
        }
      }),
      { numRuns: 600 },
    );
  });

  test('with any value under any key is no crash, and what is wrong is restricted', () => {
    fc.assert(
      fc.property(fc.constantFrom(...policyNames), fc.jsonValue(), (name, value) => {
        const policy = read(textOf({ [name]: value }));
        expect(holds(policy, name)).toBe(policy.defects.length === 0 ? 'good' : 'restricted');
      }),
      { numRuns: 300 },
    );
  });
});

describe('what is wrong', () => {
  it.each(policyDefectKinds)('is said in Japanese and in English: %s', (kind: PolicyDefectKind) => {
    const defect = { at: 'language', kind, detail: '' };
    expect(sayPolicyDefect(defect, 'ja')).toMatch(/^language: .*[\p{sc=Hiragana}]/u);
    expect(sayPolicyDefect(defect, 'en')).toMatch(/^language: [ -~]+$/u);
  });

  test('of a value is said with what is wanted instead', () =>
    expect(sayPolicyDefect({ at: 'exportAllowed', kind: 'wrong-value', detail: '' }, 'ja')).toBe(
      'exportAllowed: 値が正しくありません（必要な値: true または false（レジストリでは 1 または 0））',
    ));
});
