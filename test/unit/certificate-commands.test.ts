import { createPrivateKey, X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { createBundles } from '../../main/certificate/bundles.ts';
import { createCertificateFiles } from '../../main/certificate/files.ts';
import { systemRandom } from '../../main/certificate/passphrases.ts';
import { readPkcs12 } from '../../main/certificate/pkcs12.ts';
import { type Run, runTool } from '../../main/certificate/stores/run.ts';
import { serialOf } from '../../main/certificate/x509.ts';
import type { CommandMachine } from '../../main/cli/command-line.ts';
import { plannedRenewal, shareOf } from '../../main/cli/renewal-plan.ts';
import { createKeychain } from '../../main/keychain/keychain.ts';
import { placeFolder } from '../../main/places/place.ts';
import { openJournal } from '../../main/procedure/journal.ts';
import { emptyRecord } from '../../main/procedure/record.ts';
import { programFile } from '../../main/support/kept-files.ts';
import { systemClock } from '../../main/support/system-clock.ts';
import { contractorIdSchema } from '../../preload/contract/identities.ts';
import { snapshotOf } from '../../renderer/help/samples/procedure.ts';
import { createMemoryLog } from '../../tools/log/memory-log.ts';
import { states } from '../../tools/window/snapshots.ts';
import { asahiProfile } from '../support/bank-files.ts';
import { answerOf, kaitsu, linuxPc, memoryKeytar } from '../support/command-world.ts';
import { policyDisk } from '../support/policy-disk.ts';
import { createTestAuthority } from '../support/test-authority.ts';

/** The commands for certificates on a PC whose bank does not answer; with a bank: test/integration/commands-practice-bank.test.ts. */

const authority = createTestAuthority('CA');
const issued = authority.issue({ commonName: '12345678901' });
const leaf = new X509Certificate(issued.certificate);
const serial = serialOf(leaf);
const contractorId = contractorIdSchema.parse('12345678901');
const day = 86_400_000;
/** The bank renews in the last 30 days; on its last day no PC waits any longer. */
const lastDay = () => new Date(Date.parse(leaf.validTo) - day / 2);
const longBefore = () => new Date(Date.parse(leaf.validTo) - 200 * day);

let home: string;
let data: string;
const place = () => placeFolder(data, 'asahi.1');
let kept: Map<string, string>;
let notified: (readonly string[])[];
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'kaitsu-certificate-command-'));
  data = join(home, 'data');
  [kept, notified] = [new Map(), []];
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const run: Run = async (tool, words, options) => {
  if (tool !== '/usr/bin/notify-send') return runTool(tool, words, options);
  notified.push(words);
  return { kind: 'ended', code: 0, stdout: '', stderr: '' };
};
const profile = { ...asahiProfile, baseUrl: 'https://127.0.0.1:9/' };

/** A PC whose policy names a bank that is not there. */
const pc = (policy: object = {}, more: Partial<CommandMachine> = {}): Partial<CommandMachine> => ({
  ...linuxPc(home, kept),
  run,
  now: lastDay,
  disk: policyDisk({ schemaVersion: 1, bankProfile: profile, ...policy }),
  ...more,
});
const ask = async (command: string, words: readonly string[] = [], machine = pc()) => {
  const { answer, ...ended } = await answerOf(command, [...words, '--data', data], machine);
  // Of a renewal the one contract of this PC.
  return { ...ended, answer: answer?.renewals?.[0] ?? answer };
};

/** As a retrieval leaves it: file and passphrase. */
async function holdCertificate(): Promise<void> {
  const log = createMemoryLog();
  const keychain = createKeychain({ load: async () => memoryKeytar(kept), scope: 'asahi/1', clock: systemClock, log });
  const bundles = createBundles({ files: createCertificateFiles(place()), passphrases: keychain, random: systemRandom });
  const bundle = { key: createPrivateKey(issued.key), leaf, issuers: [] };
  expect(await bundles.keep(contractorId, bundle)).toMatchObject({ ok: true });
}

async function standsAt(state: (typeof states)[keyof typeof states]): Promise<void> {
  mkdirSync(place(), { recursive: true });
  const journal = openJournal(programFile(place(), 'journal'));
  await journal.read();
  await journal.write({ savedAt: lastDay().toISOString(), snapshot: snapshotOf(state), record: emptyRecord });
}

describe('the certificates of this PC', () => {
  test('are listed with what they lack, and none is no failure', async () => {
    expect(await ask('certificate list')).toMatchObject({ code: 0, answer: { certificates: [] } });
    await holdCertificate();
    const { answer } = await ask('certificate list');
    expect(answer.certificates).toMatchObject([{ serial, contractorId, installed: false, usable: true, certificate: { validity: 'due', daysLeft: 0 } }]);
    const said = (await kaitsu(['certificate', 'list', '--data', data], pc({}, {}))).printed;
    expect(said).toContain(`${serial}  ${contractorId}`);
    expect(said).toContain("note: not in the browsers' store");
  });

  test('are not told to be none where the keychain does not answer', async () => {
    await holdCertificate();
    const locked = pc({}, { loadKeytar: () => Promise.reject(new Error('no library')) });
    expect(await ask('certificate list', [], locked)).toMatchObject({ code: 4, answer: { refusal: { problem: { code: 'keychain-missing' } } } });
    expect(await ask('certificate renew', ['--unattended'], locked)).toMatchObject({ code: 4, answer: { refusal: { problem: { code: 'keychain-missing' } } } });
  });

  test('are put into the store unless the policy names other stores', async () => {
    await holdCertificate();
    const refused = await ask('certificate install', [], pc({ certificateStores: ['windows'] }));
    expect(refused).toMatchObject({ code: 7, answer: { refusal: { reason: 'policy-forbids' } } });
    for (const command of ['certificate retrieve', 'certificate renew'])
      expect(await ask(command, [], pc({ certificateStores: [] }))).toMatchObject({ code: 7, answer: { refusal: { reason: 'policy-forbids' } } });
    expect(await ask('certificate install', [serial.toLowerCase()], pc({ certificateStores: ['nss'] }))).toMatchObject({ code: 0, answer: { serial } });
    expect((await ask('certificate list')).answer.certificates).toMatchObject([{ installed: true }]);
  });

  test('are removed with their passphrase, and by their own number alone', async () => {
    await holdCertificate();
    expect(await ask('certificate remove', ['00FF'])).toMatchObject({ code: 7, answer: { refusal: { reason: 'no-certificate' } } });
    expect(await ask('certificate remove', [serial])).toMatchObject({ code: 0, answer: { outcome: 'done', serial } });
    expect([...kept.keys()].filter((name) => name.includes(serial))).toEqual([]);
    expect(existsSync(programFile(place(), 'bundle', { contractorId, serial }))).toBe(false);
  });
});

describe('an export', () => {
  const passphrase = 'correct horse 9';
  const handed = (text: string) => ({ readDescriptor: async (descriptor: number) => Buffer.from(descriptor === 7 ? text : ''), isTyped: false });

  test('is sealed with the passphrase that was handed over, which many rounds protect', async () => {
    await holdCertificate();
    const path = join(home, 'out.p12');
    expect(await ask('certificate export', [path, '--passphrase-fd', '7'], pc({}, handed(`${passphrase}\r\n`)))).toMatchObject({ code: 0, answer: { serial } });
    const file = readFileSync(path);
    const read = await readPkcs12(file, passphrase);
    expect(read.ok && serialOf(read.value.leaf)).toBe(serial);
    // INTEGER 100000, of both PBKDF2 and of the MAC.
    expect(file.toString('hex').split('0203 0186a0'.replace(' ', '')).length - 1).toBeGreaterThanOrEqual(2);
  });

  it.each([
    ['a short one', 'elevenchars', 'passphrase-unfit'],
    ['one that readers encode differently', 'パスフレーズパスフレーズ', 'passphrase-unfit'],
    ['two lines', 'correct horse 9\nand more', 'passphrase-unfit'],
    ['a very long one', 'x'.repeat(129), 'passphrase-unfit'],
  ])('with %s is refused, and no file is written', async (_what, text, reason) => {
    await holdCertificate();
    const path = join(home, 'out.p12');
    expect(await ask('certificate export', [path, '--passphrase-fd', '7'], pc({}, handed(text)))).toMatchObject({ code: 2, answer: { refusal: { reason } } });
    expect(existsSync(path)).toBe(false);
  });

  test('takes no passphrase from a keyboard, nor from two places', async () => {
    const path = join(home, 'out.p12');
    for (const words of [['--passphrase-stdin'], ['--passphrase-fd', '0'], ['--passphrase-fd', 'x'], ['--passphrase-stdin', '--passphrase-fd', '7'], []])
      expect(await ask('certificate export', [path, ...words])).toMatchObject({ code: 2, answer: { refusal: { reason: 'passphrase-missing' } } });
  });

  test('is refused by the policy, and never over another file', async () => {
    await holdCertificate();
    const path = join(home, 'out.p12');
    const forbidden = pc({ exportAllowed: false }, handed(passphrase));
    expect(await ask('certificate export', [path, '--passphrase-fd', '7'], forbidden)).toMatchObject({
      code: 7,
      answer: { refusal: { reason: 'policy-forbids' } },
    });
    writeFileSync(path, 'mine');
    expect(await ask('certificate export', [path, '--passphrase-fd', '7'], pc({}, handed(passphrase)))).toMatchObject({
      answer: { refusal: { reason: 'file-exists' } },
    });
    expect(readFileSync(path, 'utf8')).toBe('mine');
  });
});

describe('an unattended renewal', () => {
  const unattended = (machine = pc()) => ask('certificate renew', ['--unattended'], machine);

  test('does nothing outside of the days of renewal: no line in the journal, and no word to anybody', async () => {
    await holdCertificate();
    await standsAt(states.certificateReady);
    const before = readFileSync(programFile(place(), 'journal'));
    const first = await unattended(pc({}, { now: longBefore }));
    expect(first).toMatchObject({ code: 0, answer: { outcome: 'notDue' } });
    expect((await unattended(pc({}, { now: longBefore }))).answer).toEqual(first.answer);
    expect(readFileSync(programFile(place(), 'journal')).equals(before)).toBe(true);
    expect(notified).toEqual([]);
  });

  test('whose bank is not reached is told once, and has its line in the journal each time', async () => {
    await holdCertificate();
    for (const _ of [1, 2])
      expect(await unattended()).toMatchObject({ code: 8, answer: { outcome: 'refused', refusal: { problem: { code: 'bank-unreachable' } } } });
    expect(notified).toEqual([['--app-name=Kaitsu', '--', 'Kaitsu', expect.stringContaining('電子証明書を更新できませんでした')]]);
    const { answer } = await ask('journal show');
    expect(answer.events).toMatchObject([
      { what: 'refused', code: 'bank-unreachable' },
      { what: 'refused', code: 'bank-unreachable' },
    ]);
    // What a renewal stopped at is gone on with, whatever the day.
    expect(await unattended(pc({}, { now: longBefore }))).toMatchObject({ code: 8 });
  });

  test('is silent where the policy allows no reminders, and does nothing where it forbids it', async () => {
    await holdCertificate();
    expect(await unattended(pc({ remindersAllowed: false }))).toMatchObject({ code: 8 });
    expect(notified).toEqual([]);
    expect(await unattended(pc({ unattendedRenewalAllowed: false }))).toMatchObject({ code: 7, answer: { refusal: { reason: 'policy-forbids' } } });
  });

  it.each([
    ['awaitingRelease', 'nothing'],
    ['newPins', 'nothing'],
    ['certificateRequired', 'nothing'],
    ['retrieval', 'nothing'],
  ] as const)('leaves somebody alone who stands at %s', async (step, outcome) => {
    await holdCertificate();
    await standsAt(states[step]);
    const before = readFileSync(programFile(place(), 'journal'));
    expect(await unattended()).toMatchObject({ code: 0, answer: { outcome, why: 'procedure-under-way' } });
    expect(readFileSync(programFile(place(), 'journal')).equals(before)).toBe(true);
  });

  test('leaves a damaged journal to the window', async () => {
    await holdCertificate();
    writeFileSync(programFile(place(), 'journal'), '{');
    expect(await unattended()).toMatchObject({ code: 4, answer: { refusal: { problem: { code: 'journal-unreadable' } } } });
    expect(readFileSync(programFile(place(), 'journal'), 'utf8')).toBe('{');
  });
});

describe('the day of a renewal', () => {
  const certificate = { serial: '0A', notAfter: '2027-01-31T00:00:00.000Z' };

  test('is another one for each PC, spread over the first two thirds of the days, and stays the same', () => {
    const days = Array.from({ length: 500 }, (_, index) => plannedRenewal(certificate, { renewalWindowDays: 30 }, `id:${index}`).getTime());
    const [begin, end] = [Date.parse('2027-01-01T00:00:00Z'), Date.parse('2027-01-21T00:00:00Z')];
    expect(days.every((one) => one >= begin && one < end)).toBe(true);
    const filled = new Set(days.map((one) => Math.floor((one - begin) / day)));
    expect(filled.size).toBe(20);
    expect(plannedRenewal(certificate, { renewalWindowDays: 30 }, 'id:7').getTime()).toBe(days[7]);
    expect(shareOf('id:7', '0A')).not.toBe(shareOf('id:7', '0B'));
  });
});

describe('where the procedure does not allow it', () => {
  it.each([
    ['certificate retrieve', 'start', 'activation-first'],
    ['certificate retrieve', 'newPins', 'activation-first'],
    ['certificate retrieve', 'renewal', 'renewal-first'],
    ['certificate renew', 'start', 'no-certificate'],
    ['certificate renew', 'awaitingRelease', 'procedure-under-way'],
    ['certificate renew', 'certificateRequired', 'retrieve-first'],
  ] as const)('%s at %s says what comes next', async (command, step, reason) => {
    await standsAt(states[step]);
    expect(await ask(command)).toMatchObject({ code: 7, answer: { outcome: 'refused', refusal: { reason } } });
    const ja = (await kaitsu([...command.split(' '), '--data', data, '--language', 'ja'], pc())).printed;
    expect(ja).toMatch(/[ぁ-ん]/u);
  });
});
