import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { placeFolder } from '../../main/places/place.ts';
import { openJournal } from '../../main/procedure/journal.ts';
import { emptyRecord } from '../../main/procedure/record.ts';
import { programFile } from '../../main/support/kept-files.ts';
import { snapshotOf } from '../../renderer/help/samples/procedure.ts';
import { states } from '../../tools/window/snapshots.ts';
import { bankFile, printedFingerprint, signingKey, today } from '../support/bank-files.ts';
import { registryOf, kaitsu as run } from '../support/command-world.ts';

let dir: string;
let data: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kaitsu-bank-command-'));
  data = join(dir, 'data');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const key = signingKey();
const fingerprint = printedFingerprint(bankFile(key));
const kaitsu = (words: readonly string[], more: Parameters<typeof run>[1] = {}) => run([...words, '--data', data], { now: () => today, ...more });

function lay(name: string, content: Uint8Array | string): string {
  const path = join(dir, name);
  writeFileSync(path, content);
  return path;
}
const laid = (version = 3) => lay(`asahi-${version}.kaitsu-bank`, bankFile(key, { version }));
/** A procedure stands on the disk where it stands. */
async function standsAt(state: (typeof states)[keyof typeof states]): Promise<void> {
  mkdirSync(data, { recursive: true });
  const journal = openJournal(programFile(placeFolder(data, 'asahi.1'), 'journal'));
  await journal.read();
  await journal.write({ savedAt: today.toISOString(), snapshot: snapshotOf(state), record: emptyRecord });
}

describe('a bank file at the command line', () => {
  test('shows bank, host, signer and fingerprint before anything is taken, and whom to call', async () => {
    const ended = await kaitsu(['bank', 'add', laid()], { locale: 'ja' });
    expect(ended.code).toBe(3);
    for (const line of ['銀行: あさひ銀行 (asahi)', '接続先: ib.asahi.example:8443', '署名者（自称）: あさひ銀行 事務部'])
      expect(ended.printed).toContain(line);
    const groups = fingerprint.split('-');
    expect(ended.printed).toContain(`    ${groups.slice(0, 4).join('-')}\n    ${groups.slice(4).join('-')}\n`);
    expect(ended.printed).toContain('お客様カードに書かれた電話番号');
    expect(JSON.parse((await kaitsu(['bank', 'list', '--json'])).printed)).toMatchObject({ banks: [] });
  });

  test('is taken with the number from paper, listed, and removed', async () => {
    expect((await kaitsu(['bank', 'add', laid(), '--fingerprint', fingerprint.replaceAll('-', ' ')])).code).toBe(0);
    const { printed } = await kaitsu(['bank', 'list', '--json']);
    expect(JSON.parse(printed)).toMatchObject({
      prescribed: null,
      banks: [{ current: { bank: { id: 'asahi' }, version: 3 }, expired: false, waiting: null }],
      problems: [],
    });
    expect((await kaitsu(['bank', 'list'], { now: () => new Date('2028-01-01T00:00:00Z') })).printed).toContain('Its time is over.');
    expect(await kaitsu(['bank', 'remove', 'asahi'])).toMatchObject({ code: 0, printed: 'Removed.' });
    expect(await kaitsu(['bank', 'remove', 'asahi'])).toMatchObject({ code: 1, printed: 'There is no such bank.' });
    expect((await kaitsu(['bank', 'list'])).printed).toBe('No bank was taken.');
  });

  it.each([
    ['another number', () => laid(), ['--fingerprint', '0000-0000-0000-0000-0000-0000-0000-0000'], 1, '543: '],
    ['a changed file', () => lay('x', bankFile(key).toString().slice(0, -4)), [], 1, '541: '],
    ['an unsigned file', () => lay('x', '{}'), [], 1, '545: '],
    ['no file', () => join(dir, 'none'), [], 4, '526: '],
  ])('with %s is refused by number and place', async (_what, make, words, code, said) => {
    const ended = await kaitsu(['bank', 'add', make(), ...words]);
    expect([ended.code, ended.printed.slice(0, said.length)]).toEqual([code, said]);
    expect(JSON.parse((await kaitsu(['bank', 'add', make(), ...words, '--json'])).printed)).toMatchObject({ outcome: 'refused', file: null });
  });

  test('in a later version takes effect at once where no procedure is under way', async () => {
    await kaitsu(['bank', 'add', laid(), '--fingerprint', fingerprint]);
    await standsAt(states.certificateReady);
    expect(JSON.parse((await kaitsu(['bank', 'add', laid(4), '--json'])).printed)).toMatchObject({ outcome: 'taken' });
    expect(JSON.parse((await kaitsu(['bank', 'list', '--json'])).printed)).toMatchObject({ banks: [{ current: { version: 4 }, waiting: null }] });
  });

  test('in a later version waits while a procedure is under way, and then nothing is removed', async () => {
    await kaitsu(['bank', 'add', laid(), '--fingerprint', fingerprint]);
    await standsAt(states.newPins);
    expect(await kaitsu(['bank', 'add', laid(4)])).toMatchObject({ code: 0, printed: expect.stringContaining('it takes effect after it') });
    expect((await kaitsu(['bank', 'list'])).printed).toContain('Version 4 takes effect after the procedure.');
    expect(await kaitsu(['bank', 'remove', 'asahi'])).toMatchObject({ code: 7, printed: expect.stringMatching(/^902: /u) });
  });

  test('with a journal that is damaged nothing takes effect, and the journal stays for the window to tell of', async () => {
    await kaitsu(['bank', 'add', laid(), '--fingerprint', fingerprint]);
    mkdirSync(placeFolder(data, 'asahi.1'), { recursive: true });
    writeFileSync(programFile(placeFolder(data, 'asahi.1'), 'journal'), '{');
    expect(JSON.parse((await kaitsu(['bank', 'add', laid(4), '--json'])).printed)).toMatchObject({ outcome: 'waiting' });
    expect(readdirSync(placeFolder(data, 'asahi.1'))).toEqual(['procedure.json']);
  });

  test('is not added where the policy prescribes a bank', async () => {
    const policy = registryOf('BankFile    REG_SZ    C:\\banks\\asahi.kaitsu-bank');
    expect(await kaitsu(['bank', 'add', laid(), '--fingerprint', fingerprint], { run: policy })).toMatchObject({
      code: 1,
      printed: expect.stringMatching(/^547: /u),
    });
    expect(await kaitsu(['bank', 'list'], { run: policy })).toMatchObject({ code: 1, printed: expect.stringMatching(/^policy: 526: /u) });
  });
});
