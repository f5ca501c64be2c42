import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { createBankKeeper } from '../../main/bank-file/bank-keeper.ts';
import { isBetweenProcedures } from '../../main/bank-file/between-procedures.ts';
import { loadPrescribedBank } from '../../main/bank-file/prescribed-bank.ts';
import { type BankRule, bankRuleOf } from '../../main/policy/bank-rule.ts';
import { readPolicyJson } from '../../main/policy/policy-json.ts';
import { readPolicy } from '../../main/policy/read-policy.ts';
import { snapshotOf } from '../../renderer/help/samples/procedure.ts';
import { states } from '../../tools/window/snapshots.ts';
import { asahiProfile, bankFile, content, printedFingerprint, signingKey, today } from '../support/bank-files.ts';
import { goodPolicy, textOf } from '../support/policies.ts';
import { signedText } from '../support/signed-text.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kaitsu-banks-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const key = signingKey();
const first = bankFile(key);
const fingerprint = printedFingerprint(first);
const open = ({ rule = { kind: 'free' }, now = today }: { readonly rule?: BankRule; readonly now?: Date } = {}) =>
  createBankKeeper({ folder: dir, rule, now: () => now, options: { patience: { tries: 1, pauseMs: 0 } } });
type Keeper = ReturnType<typeof open>;

const taken = async (keeper: Keeper, bytes: Uint8Array, typed: string | null = null) => {
  const outcome = await keeper.take(bytes, typed);
  return outcome.ok ? outcome.value.kind : `${outcome.problem.code} ${outcome.problem.remark?.text ?? ''}`.trim();
};
const versions = async (keeper: Keeper) =>
  (await keeper.list()).banks.map(({ current, waiting }) => [current.file.content.version, waiting?.file.content.version ?? null]);

describe('the first file of a bank', () => {
  test('is taken once its fingerprint was compared with paper, and not before', async () => {
    const keeper = open();
    expect(await taken(keeper, first)).toBe('compare');
    expect(await versions(keeper)).toEqual([]);
    expect(await taken(keeper, first, `${fingerprint.slice(0, -4)}0000`)).toBe('bank-file-foreign fingerprint');
    expect(await versions(keeper)).toEqual([]);
    expect(await taken(keeper, first, fingerprint)).toBe('taken');
    expect(await versions(open())).toEqual([[3, null]]);
  });

  test('a bank file of which a letter was changed is damaged, and the place is named', async () => {
    const text = first.toString();
    expect(await taken(open(), Buffer.from(`${text.slice(0, -1)}${text.endsWith('A') ? 'B' : 'A'}`), fingerprint)).toMatch(/^bank-file-damaged signature/u);
  });

  it.each([
    ['is over', '2027-11-01T00:00:00Z', 'bank-file-expired expiresAt: 2027-11-01T00:00:00Z'],
    ['has not begun', '2026-10-30T23:00:00Z', 'bank-file-expired issuedAt: 2026-11-01T00:00:00Z'],
  ])('a bank file outside of its time is not taken: it %s', async (_what, now, said) => {
    expect(await taken(open({ now: new Date(now) }), first, fingerprint)).toBe(said);
  });

  test('is taken by a clock that is some hours behind', async () =>
    expect(await taken(open({ now: new Date('2026-10-31T12:00:00Z') }), first, fingerprint)).toBe('taken'));

  test('a bank file for a newer program says so', async () => {
    const newer = signedText({ ...content(), format: 2 }, key);
    expect(await taken(open(), newer, fingerprint)).toBe('bank-file-newer format: 2');
  });

  test('a profile without a signature is not taken', async () =>
    expect(await taken(open(), textOf(asahiProfile), fingerprint)).toBe('bank-file-unsigned file'));
});

describe('a later file of a bank', () => {
  test('of the same signer waits, and takes effect between two procedures', async () => {
    const keeper = open();
    await keeper.take(first, fingerprint);
    expect(await taken(keeper, bankFile(key, { version: 4 }))).toBe('waiting');
    expect(await versions(open())).toEqual([[3, 4]]);
    expect(await taken(keeper, bankFile(key, { version: 6 }))).toBe('waiting');
    expect(await keeper.settle(['asahi'])).toMatchObject({ ok: true });
    expect(await versions(open())).toEqual([[6, null]]);
  });

  test('an earlier version is not taken', async () => {
    const keeper = open();
    await keeper.take(first, fingerprint);
    expect(await taken(keeper, first)).toBe('same');
    expect(await taken(keeper, bankFile(key, { version: 2 }))).toBe('bank-file-older version: 2, 3');
    expect(await taken(keeper, bankFile(key, { version: 3, expiresAt: '2028-01-01T00:00:00Z' }))).toBe('bank-file-older version: 3, 3');
    await keeper.take(bankFile(key, { version: 9 }), null);
    expect(await taken(keeper, bankFile(key, { version: 8 }))).toBe('bank-file-older version: 8, 9');
    expect(await versions(keeper)).toEqual([[3, 9]]);
  });

  const stranger = signingKey();
  it.each([
    ['under the same name and address', {}],
    ['under another ID', { profile: { ...asahiProfile, id: 'asahi-2', baseUrl: 'https://false.example/' } }],
    [
      'under another ID, with blanks in the name',
      { profile: { ...asahiProfile, id: 'asahi-2', baseUrl: 'https://false.example/', name: { ...asahiProfile.name, ja: 'あさひ　銀行' } } },
    ],
    ['under another ID and name, at the same host', { profile: { ...asahiProfile, id: 'other', name: { ja: 'よその銀行', en: 'Other', ko: 'x' } } }],
  ])('a bank file of another signer is not taken: %s', async (_what, some) => {
    const keeper = open();
    await keeper.take(first, fingerprint);
    const false_ = bankFile(stranger, { version: 9, ...some });
    expect(await taken(keeper, false_, printedFingerprint(false_))).toBe('bank-file-foreign header.jwk: asahi');
    expect(await versions(keeper)).toEqual([[3, null]]);
  });

  test('of another signer is compared anew once the bank was removed', async () => {
    const keeper = open();
    await keeper.take(first, fingerprint);
    expect(await keeper.remove('asahi')).toEqual({ ok: true, value: true });
    expect(await keeper.remove('asahi')).toEqual({ ok: true, value: false });
    expect(await taken(keeper, bankFile(stranger))).toBe('compare');
  });
});

describe('what is kept', () => {
  const path = () => join(dir, 'banks', 'asahi.json');

  it.each([
    ['the file of another signer', () => bankFile(signingKey()).toString()],
    ['a changed file', () => first.toString().replace(/.$/u, (last) => (last === 'A' ? 'B' : 'A'))],
    ['another bank’s file', () => bankFile(key, { profile: { ...asahiProfile, id: 'other' } }).toString()],
  ])('with %s in its place is found out, set aside and told', async (_what, text) => {
    await open().take(first, fingerprint);
    writeFileSync(path(), JSON.stringify({ ...JSON.parse(readFileSync(path(), 'utf8')), current: { text: text(), takenAt: today.toISOString() } }));
    expect(await open().list()).toEqual({ banks: [], problems: [{ bankId: 'asahi', code: 'bank-file-damaged' }] });
    expect(await open().list()).toEqual({ banks: [], problems: [] });
  });

  test('other files in its folder are left alone', async () => {
    await open().take(first, fingerprint);
    writeFileSync(join(dir, 'banks', 'README.txt'), 'x');
    expect((await open().list()).banks).toHaveLength(1);
    expect(await open().remove('../procedure')).toEqual({ ok: true, value: false });
  });
});

describe('the policy', () => {
  const ruleOf = (policy: object) => bankRuleOf(readPolicy(readPolicyJson(textOf(policy)), { kind: 'file', place: '' }));

  it.each<[string, object, string]>([
    ['a file', { bankFile: goodPolicy.bankFile }, 'file'],
    ['a profile', { bankProfile: asahiProfile }, 'profile'],
    ['a broken file', { bankFile: 'asahi' }, 'blocked'],
    ['a broken signer beside a good profile', { bankSigner: '1', bankProfile: asahiProfile }, 'blocked'],
    ['two banks', { bankFile: goodPolicy.bankFile, bankProfile: asahiProfile }, 'blocked'],
    ['a name that nobody knows', { bankFle: '/x' }, 'blocked'],
  ])('where the policy prescribes the bank, none is added or removed: %s', async (_what, policy, kind) => {
    const rule = ruleOf(policy);
    expect(rule.kind).toBe(kind);
    await open().take(first, fingerprint);
    const keeper = open({ rule });
    expect(await taken(keeper, bankFile(key, { version: 4 }), fingerprint)).toBe('prescribed-by-policy');
    expect(await keeper.remove('asahi')).toMatchObject({ ok: false, problem: { code: 'prescribed-by-policy' } });
  });

  test('that names a signer has compared for everybody, and takes no other', async () => {
    const keeper = open({ rule: ruleOf({ bankSigner: fingerprint }) });
    expect(await taken(keeper, bankFile(signingKey(), { profile: { ...asahiProfile, id: 'other' } }))).toBe('bank-file-foreign header.jwk: bankSigner');
    expect(await taken(keeper, first)).toBe('taken');
  });

  const looks = (uid: number, content_: Buffer) => ({ uid, mode: 0o644, size: content_.length, isFile: () => true, isDirectory: () => false });
  /** The file's content is on the disk; whose it is, is said here. */
  const load = (rule: BankRule, content_: Buffer, { uid = 0, platform = 'linux' }: { readonly uid?: number; readonly platform?: NodeJS.Platform } = {}) => {
    const path = join(dir, 'asahi');
    writeFileSync(path, content_);
    const disk = {
      lstat: async () => ({ ...looks(0, content_), isFile: () => false, isDirectory: () => true }),
      open: async () => ({
        stat: async () => looks(uid, content_),
        read: (async (buffer: Buffer, offset: number, length: number, position: number) => ({
          bytesRead: content_.copy(buffer, offset, position, position + length),
          buffer,
        })) as never,
        close: async () => undefined,
      }),
    };
    return loadPrescribedBank(rule.kind === 'file' ? { ...rule, path } : rule, { platform, now: () => today, disk });
  };
  const file = (signer: string | null): BankRule => ({ kind: 'file', path: '', fingerprint: signer });
  const unsigned = textOf(asahiProfile);
  const id = (outcome: Awaited<ReturnType<typeof load>>) => (outcome.ok ? (outcome.value?.id ?? null) : outcome.problem.code);

  it.each<[string, BankRule, Buffer, Parameters<typeof load>[2], string | null]>([
    ['no bank', { kind: 'free' }, unsigned, {}, null],
    ['a broken one', { kind: 'blocked' }, unsigned, {}, 'prescribed-by-policy'],
    ['a profile', { kind: 'profile', profile: content().profile }, unsigned, {}, 'asahi'],
    ['an unsigned file of root’s', file(null), unsigned, {}, 'asahi'],
    ['an unsigned file of a user’s', file(null), unsigned, { uid: 1000 }, 'bank-file-unsigned'],
    ['an unsigned file on Windows', file(null), unsigned, { platform: 'win32' }, 'bank-file-unsigned'],
    ['an unsigned file where a signer is wanted', file(fingerprint), unsigned, {}, 'bank-file-unsigned'],
    ['an unsigned file that is wrong', file(null), textOf({ ...asahiProfile, authority: null }), {}, 'bank-profile-invalid'],
    ['a signed file of root’s', file(null), first, {}, 'asahi'],
    ['a signed file of a user’s, without a signer', file(null), first, { uid: 1000 }, 'bank-file-foreign'],
    ['a signed file of a user’s, of the signer', file(fingerprint), first, { uid: 1000 }, 'asahi'],
    ['a signed file on Windows, of the signer', file(fingerprint), first, { platform: 'win32' }, 'asahi'],
    ['a signed file of another signer', file(fingerprint), bankFile(signingKey()), {}, 'bank-file-foreign'],
    ['a signed file that is over', file(null), bankFile(key, { expiresAt: '2026-11-30T00:00:00Z' }), {}, 'bank-file-expired'],
  ])('that prescribes %s', async (_what, rule, bytes, how, expected) => expect(id(await load(rule, bytes, how))).toBe(expected));
});

test('a new version takes effect before anything is begun and at the logon, and never on the way', () => {
  const between = Object.entries(states).filter(([, state]) => isBetweenProcedures(snapshotOf(state)));
  expect(between.map(([, { step }]) => step)).toEqual(expect.arrayContaining(['locked', 'certificateReady']));
  for (const [, { step }] of between) expect(['start', 'newPc', 'locked', 'certificateReady']).toContain(step);
  expect(isBetweenProcedures(null)).toBe(true);
  expect(isBetweenProcedures(snapshotOf({ ...states.certificateReady, phase: 'sending' }))).toBe(false);
});
