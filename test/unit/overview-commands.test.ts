import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { openPlaceFile } from '../../main/places/open-place.ts';
import { contractsFolderIn, placeFolder } from '../../main/places/place.ts';
import { openJournal } from '../../main/procedure/journal.ts';
import { emptyRecord, type ProcedureRecord } from '../../main/procedure/record.ts';
import { programFile } from '../../main/support/kept-files.ts';
import { serialSchema } from '../../preload/contract/identities.ts';
import { snapshotOf } from '../../renderer/help/samples/procedure.ts';
import { states } from '../../tools/window/snapshots.ts';
import { bankFile, content, printedFingerprint, signingKey, today } from '../support/bank-files.ts';
import { answerOf, kaitsu, linuxPc } from '../support/command-world.ts';
import { policyDisk } from '../support/policy-disk.ts';

let home: string;
let data: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'kaitsu-overview-'));
  data = join(home, 'data');
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const place = () => placeFolder(data, 'asahi.1');
const key = signingKey();
const pc = () => ({ ...linuxPc(home), now: () => today });

async function takeBank(some: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const bytes = bankFile(key, some);
  const path = join(home, `${Math.random()}.kaitsu-bank`);
  writeFileSync(path, bytes);
  const words = ['bank', 'add', path, '--fingerprint', printedFingerprint(bytes), '--data', data];
  expect(await kaitsu(words, pc())).toMatchObject({ code: 0 });
}

async function standsAt(state: (typeof states)[keyof typeof states], record: ProcedureRecord = emptyRecord): Promise<void> {
  const journal = openJournal(programFile(place(), 'journal'));
  await journal.read();
  await journal.write({ savedAt: today.toISOString(), snapshot: snapshotOf(state), record });
}

describe('the status', () => {
  test('of a new PC says that no bank is set up and what to do, by an exit code of its own', async () => {
    const { code, answer, printed } = await answerOf('status', ['--data', data], pc());
    expect(code).toBe(6);
    expect(answer).toMatchObject({ version: '1.2.3', bank: null, refusal: { reason: 'no-bank' }, procedure: { journal: 'absent', step: null }, pc: 'unnoted' });
    expect(printed).not.toContain('secret');
    expect((await kaitsu(['status', '--data', data], { ...pc(), locale: 'ja' })).printed).toContain('銀行ファイルを登録してください: bank add FILE');
  });

  test('names bank and step, and no certificate where there is none', async () => {
    await takeBank();
    await standsAt(states.awaitingRelease);
    const { code, answer } = await answerOf('status', ['--data', data], pc());
    expect([code, answer]).toMatchObject([
      0,
      {
        bank: { id: 'asahi', host: 'ib.asahi.example', by: 'file' },
        refusal: null,
        procedure: { step: 'awaitingRelease' },
        certificate: null,
        windowOpen: false,
      },
    ]);
  });

  test('with two contracts wants one of them named, or takes the one that was open last; one whose file has expired is not used', async () => {
    await takeBank();
    const other = { ...content().profile, id: 'yuhi', name: { ja: 'ゆうひ銀行', en: 'Yuhi Bank', ko: '유히 은행' }, baseUrl: 'https://ib.yuhi.example/' };
    await takeBank({ profile: other });
    expect(await answerOf('status', ['--data', data], pc())).toMatchObject({ code: 7, answer: { refusal: { reason: 'which-contract' } } });
    expect(await answerOf('status', ['--data', data, '--contract', 'yuhi.1'], pc())).toMatchObject({ code: 0, answer: { bank: { id: 'yuhi' } } });
    expect(await answerOf('status', ['--data', data, '--contract', 'none.1'], pc())).toMatchObject({
      code: 1,
      answer: { refusal: { reason: 'contract-unknown' } },
    });
    await openPlaceFile(data).write('yuhi.1');
    expect(await answerOf('status', ['--data', data], pc())).toMatchObject({ code: 0, answer: { contract: 'yuhi.1', contracts: ['asahi.1', 'yuhi.1'] } });
    const later = { ...pc(), now: () => new Date('2028-01-01T00:00:00Z') };
    expect(await answerOf('status', ['--data', data, '--contract', 'yuhi.1'], later)).toMatchObject({
      answer: { refusal: { problem: { code: 'bank-file-expired' } } },
    });
  });

  test('follows the policy: a bank that it prescribes, and one that it does not let anybody use', async () => {
    const profile = { ...content().profile, id: 'prescribed' };
    const by = { ...pc(), disk: policyDisk({ schemaVersion: 1, bankProfile: profile }) };
    await takeBank();
    expect(await answerOf('status', ['--data', data], by)).toMatchObject({ code: 0, answer: { bank: { id: 'prescribed', by: 'policy' } } });
    const broken = { ...pc(), disk: policyDisk({ schemaVersion: 1, bankProfile: 7 }) };
    expect(await answerOf('status', ['--data', data], broken)).toMatchObject({
      answer: { bank: null, refusal: { problem: { code: 'prescribed-by-policy' } } },
    });
    const none = { ...pc(), disk: policyDisk({ schemaVersion: 1, practiceAllowed: false }) };
    const words = ['--data', data, '--practice', 'https://127.0.0.1:4433'];
    expect(await answerOf('status', words, none)).toMatchObject({ code: 7, answer: { refusal: { reason: 'practice-forbidden' } } });
  });

  it.each(['https://ib.asahi.example', 'http://127.0.0.1:80', 'https://localhost.example', 'nonsense'])('takes no practice bank at %s', async (address) => {
    mkdirSync(join(data, 'practice', 'sandbox-bank'), { recursive: true });
    writeFileSync(join(data, 'practice', 'sandbox-bank', 'authority.pem'), 'x');
    expect(await answerOf('status', ['--data', data, '--practice', address], pc())).toMatchObject({
      code: 6,
      answer: { refusal: { reason: 'practice-not-here' } },
    });
  });
});

describe('the journal', () => {
  const serial = serialSchema.parse('0A1B');
  const record: ProcedureRecord = {
    contract: { lastFour: '8901', organization: '株式会社見本' },
    entries: [
      { what: 'requested', at: '2026-11-01T01:00:00.000Z' },
      { what: 'refused', at: '2026-11-02T01:00:00.000Z', code: 'pin-locked', screenCode: '2-3-102' },
      { what: 'certificate', at: '2026-11-03T01:00:00.000Z', serial, notAfter: '2027-11-03T01:00:00.000Z' },
    ],
    beyond: { refused: 2, userPins: 0, others: 0 },
  };

  test('is shown with what was done when, and whole contractor IDs are not in it', async () => {
    await takeBank();
    await standsAt(states.certificateReady, record);
    const { code, answer, printed } = await answerOf('journal show', ['--data', data], pc());
    expect([code, answer]).toMatchObject([
      0,
      { position: { step: 'certificateReady' }, contract: { lastFour: '8901' }, events: record.entries, beyond: { refused: 2 } },
    ]);
    expect(printed).not.toMatch(/[0-9]{11}/u);
    const said = (await kaitsu(['journal', 'show', '--data', data], { ...pc(), locale: 'ja' })).printed;
    for (const line of ['契約者ID 下 4 桁: 8901  株式会社見本', '2026-11-02T01:00:00.000Z  断られた操作 2-3-102', '電子証明書を取得 0A1B', 'ほかに 2 件'])
      expect(said).toContain(line);
  });

  test('that is damaged stays as it is, and the exit code says so', async () => {
    await takeBank();
    mkdirSync(place(), { recursive: true });
    writeFileSync(programFile(place(), 'journal'), '{"half');
    expect(await answerOf('journal show', ['--data', data], pc())).toMatchObject({ code: 1, answer: { position: { journal: 'damaged' }, events: [] } });
    expect(readFileSync(programFile(place(), 'journal'), 'utf8')).toBe('{"half');
  });
});

describe('the preflight', () => {
  test('looks at this PC and says which bank is not reached, by code and level', async () => {
    await takeBank();
    const { code, answer } = await answerOf('preflight', ['--data', data], {
      ...pc(),
      now: () => new Date(),
      disk: policyDisk({ schemaVersion: 1, bankProfile: { ...content().profile, baseUrl: 'https://127.0.0.1:9/' } }),
    });
    expect(code).toBe(1);
    expect(answer.results).toHaveLength(8);
    expect(answer.results).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ check: 'keychain', finding: 'keychain-ready', level: 'good' }),
        expect.objectContaining({ check: 'bankTls', finding: 'tls-not-reached', level: 'bad' }),
        expect.objectContaining({ check: 'disk', level: 'good' }),
      ]),
    );
  });

  test('wants a bank', async () => {
    expect(await answerOf('preflight', ['--data', data], pc())).toMatchObject({ code: 6, answer: { results: [], refusal: { reason: 'no-bank' } } });
  });
});

describe('what changes something', () => {
  test('takes no bank away while nobody can know who is on the way at its contracts', async () => {
    await takeBank();
    writeFileSync(contractsFolderIn(data), 'no folder');
    const refused = await answerOf('bank remove', ['asahi', '--data', data], pc());
    expect(refused).toMatchObject({ code: 4, answer: { removed: false, problem: { code: 'file-unavailable' } } });
    rmSync(contractsFolderIn(data));
    expect(await answerOf('bank remove', ['asahi', '--data', data], pc())).toMatchObject({ code: 0, answer: { removed: true } });
  });

  test('does nothing while the window is open, and says so; what a crash left is no window', async () => {
    await takeBank();
    const mark = join(data, 'SingletonLock');
    const { symlinkSync } = await import('node:fs');
    symlinkSync(`${hostname()}-${process.pid}`, mark);
    const refused = await answerOf('bank remove', ['asahi', '--data', data], pc());
    expect(refused).toMatchObject({ code: 5, answer: { removed: false, problem: { code: 'not-now', at: 'window-open' } } });
    expect((await answerOf('status', ['--data', data], pc())).answer.windowOpen).toBe(true);
    rmSync(mark);
    symlinkSync(`${hostname()}-999999999`, mark);
    expect(await answerOf('bank remove', ['asahi', '--data', data], pc())).toMatchObject({ code: 0, answer: { removed: true } });
  });
});
