import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { openHandOver } from '../../main/hand-over/hand-over.ts';
import { placeFolder } from '../../main/places/place.ts';
import { programFile } from '../../main/support/kept-files.ts';
import { createMemoryLog } from '../../tools/log/memory-log.ts';
import { bankFile, content, printedFingerprint, signingKey, today } from '../support/bank-files.ts';
import { answerOf, kaitsu, linuxPc } from '../support/command-world.ts';
import { exportedLines, practiceProfile } from '../support/hand-over-world.ts';
import { manualClock } from '../support/manual-clock.ts';

/** `record verify` and `record export`, as IT and auditors use them. */

/** Of whoever signs for both banks. */
const key = signingKey();

let home: string;
let data: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'kaitsu-record-'));
  data = join(home, 'data');
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const pc = () => ({ ...linuxPc(home), now: () => today });
const place = () => placeFolder(data, 'asahi.1');
const path = (name: string) => join(home, name);
const file = (name: string, lines: readonly string[]) => {
  writeFileSync(path(name), lines.map((line) => `${line}\n`).join(''));
  return path(name);
};

async function takeBank(changes: Parameters<typeof bankFile>[1] = {}): Promise<void> {
  const bytes = bankFile(key, changes);
  writeFileSync(path('asahi.kaitsu-bank'), bytes);
  const words = ['bank', 'add', path('asahi.kaitsu-bank'), '--fingerprint', printedFingerprint(bytes), '--data', data];
  expect(await kaitsu(words, pc())).toMatchObject({ code: 0 });
}

async function lay(folder = place(), steps: readonly ('requested' | 'released' | 'activated')[] = ['requested', 'released', 'activated']): Promise<void> {
  const by = () => ({ user: 'suzuki', pc: 'MINATO-PC01', version: '1.2.3' });
  const handOver = await openHandOver({ placeFolder: folder, profile: practiceProfile(), by, clock: manualClock(today), log: createMemoryLog() });
  for (const what of steps) handOver.note({ what });
  await handOver.settled();
}

describe('record verify FILE', () => {
  const lines = exportedLines(5);

  test('says that a file is as it was written, when it was made, and its check number', async () => {
    const { code, answer } = await answerOf('record verify', [file('record.jsonl', lines)], pc());
    expect([code, answer]).toMatchObject([0, { result: 'whole', lines: 5, fault: null, exportedAt: '2026-12-01T00:00:00.000Z' }]);
    expect(answer.checkNumber).toMatch(/^5(-[0-9A-F]{4}){8}$/u);
    expect((await kaitsu(['record', 'verify', path('record.jsonl')], { ...pc(), locale: 'ja' })).printed).toContain('見つかりませんでした（5 行）');
  });

  it.each([
    ['changed', lines.map((line, index) => (index === 2 ? line.replace('花子', '太郎') : line)), { line: 3, how: 'changed' }, '3 行目が変更されています'],
    ['missing', lines.filter((_, index) => index !== 1), { line: 2, how: 'missing' }, '2 行目がなくなっています'],
    ['added', [...lines.slice(0, 4), lines[0] ?? '', ...lines.slice(4)], { line: 5, how: 'added' }, '5 行目は後から加えられています'],
    ['order', [0, 2, 1, 3, 4, 5].map((index) => lines[index] ?? ''), { line: 2, how: 'order' }, '順序が入れ替わっています'],
    ['cut', lines.slice(0, 3), { line: 4, how: 'cut' }, '終わりを確かめられません'],
  ] as const)('names the line that was %s, by number and in the language of the person', async (_how, changed, fault, said) => {
    const name = file('record.jsonl', changed);
    expect(await answerOf('record verify', [name], pc())).toMatchObject({ code: 1, answer: { result: 'broken', fault, checkNumber: null } });
    expect((await kaitsu(['record', 'verify', name], { ...pc(), locale: 'ja' })).printed).toContain(said);
    expect((await kaitsu(['record', 'verify', name], { ...pc(), locale: 'en' })).printed).toContain(`line ${fault.line} `);
  });

  it.each([
    ['empty', ''],
    ['binary', '\0\u0001\u0002'],
    ['foreign', '"番号","日時"\r\n'],
    ['tooLarge', 'x'.repeat(16 * 1024 * 1024 + 1)],
  ] as const)('says of what is %s that it is no record, and what to do', async (none, content) => {
    writeFileSync(path('other'), content);
    expect(await answerOf('record verify', [path('other')], pc())).toMatchObject({ code: 1, answer: { result: 'none', none, lines: 0 } });
    for (const locale of ['ja', 'en'])
      expect((await kaitsu(['record', 'verify', path('other')], { ...pc(), locale })).printed).toMatch(/引継書|hand-over record/u);
  });

  test('says of a folder that it is no record, and of a file that is not there that it cannot be read', async () => {
    expect(await answerOf('record verify', [home], pc())).toMatchObject({ code: 1, answer: { none: 'tooLarge' } });
    expect(await answerOf('record verify', [path('nowhere')], pc())).toMatchObject({ code: 4, answer: { refusal: { problem: { code: 'file-unavailable' } } } });
  });

  test('compares with the check number of a paper: a chain that was written anew is found', async () => {
    const { answer } = await answerOf('record verify', [file('old.jsonl', exportedLines(3))], pc());
    const now = file('now.jsonl', lines);
    expect(await answerOf('record verify', [now, '--check-number', answer.checkNumber], pc())).toMatchObject({ code: 0, answer: { checkNumberHeld: true } });
    const other = answer.checkNumber.replace(/.$/u, (last: string) => (last === '0' ? '1' : '0'));
    expect(await answerOf('record verify', [now, '--check-number', other], pc())).toMatchObject({
      code: 1,
      answer: { result: 'broken', checkNumberHeld: false },
    });
    expect(await answerOf('record verify', [now, '--check-number', 'nonsense'], pc())).toMatchObject({
      code: 2,
      answer: { refusal: { reason: 'check-number-unfit' } },
    });
  });
});

describe('somebody who can write the file', () => {
  const paper = async (lines: readonly string[]): Promise<string> => (await answerOf('record verify', [file('then.jsonl', lines)], pc())).answer.checkNumber;
  /** The last two lines are gone, and the end says that they never were. */
  const shorter = () => file('shorter.jsonl', exportedLines(3));

  test('and makes its end anew is not claimed to be found by the file alone', async () => {
    const { code, printed } = await kaitsu(['record', 'verify', shorter()], pc());
    expect([code, printed]).toEqual([0, expect.stringMatching(/made all of it anew, this does not tell.*--check-number/u)]);
    expect((await kaitsu(['record', 'verify', shorter()], { ...pc(), locale: 'ja' })).printed).toMatch(/これだけでは分かりません.*--check-number/u);
  });

  test('and makes its end anew is found by the check number of a paper, and the first line that is gone is named', async () => {
    const number = await paper(exportedLines(5));
    expect(await answerOf('record verify', [shorter(), '--check-number', number], pc())).toMatchObject({
      code: 1,
      answer: { result: 'broken', fault: { line: 4, how: 'missing' }, checkNumberHeld: false },
    });
  });

  test('and makes all of it anew is found by the check number of a paper, up to whose line it is else said to be the same', async () => {
    const number = await paper(exportedLines(3));
    const anew = file('anew.jsonl', exportedLines(5, '太郎'));
    expect(await answerOf('record verify', [anew], pc())).toMatchObject({ code: 0, answer: { result: 'whole' } });
    const words = ['record', 'verify', anew, '--check-number', number];
    expect(await kaitsu(words, pc())).toMatchObject({ code: 1, printed: expect.stringContaining('not the one of the paper') });
    const kept = ['record', 'verify', file('kept.jsonl', exportedLines(5)), '--check-number', number];
    expect(await kaitsu(kept, pc())).toMatchObject({ code: 0, printed: expect.stringContaining('Up to the line of the check number') });
  });
});

describe('the record of this PC', () => {
  test('is verified as it lies, while the window may be open, and a line that is gone is named', async () => {
    await takeBank();
    expect(await answerOf('record verify', ['--data', data], pc())).toMatchObject({ code: 1, answer: { result: 'none', none: 'absent' } });
    await lay();
    expect(await answerOf('record verify', ['--data', data], pc())).toMatchObject({ code: 0, answer: { result: 'whole', lines: 5, exportedAt: null } });
    const kept = programFile(place(), 'handOver');
    expect(await answerOf('record verify', [kept], pc())).toMatchObject({ code: 0, answer: { result: 'whole', lines: 5 } });
    const texts = readFileSync(kept, 'utf8').split('\n');
    writeFileSync(kept, texts.filter((_, index) => index !== 4).join('\n'));
    for (const words of [['--data', data], [kept]])
      expect(await answerOf('record verify', words, pc())).toMatchObject({ code: 1, answer: { fault: { line: 5, how: 'missing' } } });
    // What lies there is evidence: it stays as it is.
    expect(readFileSync(kept, 'utf8')).toBe(texts.filter((_, index) => index !== 4).join('\n'));
    // And an export of it does not become whole by being exported.
    expect(await answerOf('record export', [path('broken.jsonl'), '--data', data], pc())).toMatchObject({
      code: 1,
      answer: { outcome: 'done', fault: { line: 5, how: 'missing' } },
    });
    expect(await answerOf('record verify', [path('broken.jsonl')], pc())).toMatchObject({ code: 1, answer: { fault: { line: 5, how: 'missing' } } });
  });

  test('is exported as JSON lines that can be verified, and as CSV that Excel opens, for its owner alone and never over another file', async () => {
    await takeBank();
    expect(await answerOf('record export', [path('none.jsonl'), '--data', data], pc())).toMatchObject({
      code: 7,
      answer: { refusal: { reason: 'no-record' } },
    });
    await lay();
    const out = path('out.jsonl');
    expect(await answerOf('record export', [out, '--data', data], pc())).toMatchObject({ code: 0, answer: { outcome: 'done', lines: 5, fault: null } });
    expect(statSync(out).mode & 0o777).toBe(0o600);
    expect(await answerOf('record verify', [out], pc())).toMatchObject({ code: 0, answer: { result: 'whole', lines: 5, exportedAt: today.toISOString() } });
    expect(await answerOf('record export', [out, '--data', data], pc())).toMatchObject({ code: 4, answer: { refusal: { reason: 'file-exists' } } });
    expect(await answerOf('record export', [path('out.csv'), '--format', 'csv', '--data', data], { ...pc(), locale: 'ja' })).toMatchObject({ code: 0 });
    expect(readFileSync(path('out.csv'), 'utf8')).toContain('\uFEFF"番号","日時（日本時間）"');
    expect(await answerOf('record export', [path('out.pdf'), '--format', 'pdf', '--data', data], pc())).toMatchObject({
      code: 2,
      answer: { refusal: { reason: 'format-unknown' } },
    });
  });

  test('is one for each contract: what is done at one stands in no other, and another bank’s cannot take its place', async () => {
    await takeBank();
    await takeBank({
      profile: { ...content().profile, id: 'yuhi', name: { ja: 'ゆうひ銀行', en: 'Yuhi Bank', ko: '유히 은행' }, baseUrl: 'https://ib.yuhi.example/' },
    });
    await lay();
    await lay(placeFolder(data, 'yuhi.1'), ['requested']);
    const of = (contract: string) => answerOf('record verify', ['--data', data, '--contract', contract], pc());
    expect([await of('asahi.1'), await of('yuhi.1')]).toMatchObject([{ answer: { result: 'whole', lines: 5 } }, { answer: { result: 'whole', lines: 3 } }]);
    expect(await answerOf('record verify', ['--data', data], pc())).toMatchObject({ code: 7, answer: { refusal: { reason: 'which-contract' } } });
    copyFileSync(programFile(placeFolder(data, 'yuhi.1'), 'handOver'), programFile(place(), 'handOver'));
    expect(await of('asahi.1')).toMatchObject({ code: 1, answer: { result: 'broken', fault: { line: 4, how: 'missing' } } });
    expect(await of('yuhi.1')).toMatchObject({ code: 0 });
  });

  test('wants a bank', async () => {
    expect(await answerOf('record verify', ['--data', data], pc())).toMatchObject({ code: 6, answer: { refusal: { reason: 'no-bank' } } });
  });
});
