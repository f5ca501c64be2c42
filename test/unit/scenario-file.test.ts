import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it, test } from 'vitest';
import { readScenario, sayScenarioDefect, scenarioLimit } from '../../main/scenario/read-scenario.ts';
import { readScenarioFile, shippedScenarios } from '../../main/scenario/scenario-files.ts';

const good = readFileSync('assets/scenarios/last-attempt.yaml', 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'kaitsu-scenario-file-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What is said of a file, in English. */
function said(content: string | Uint8Array): readonly string[] {
  const read = readScenario(Buffer.from(content));
  return read.ok ? [] : read.defects.map((defect) => sayScenarioDefect('x.yaml', defect, 'en'));
}
const lines = good.split('\n').length - 1;

describe('what a trainer may get wrong is said by line and column', () => {
  it.each([
    ['a key that is misspelt', 'attemtsLeft: 1\n', 1, 'attemtsLeft: there is no such key; check the spelling'],
    ['a value of another type', 'users:\n  count: many\n  locked: 0\n', 2, 'users.count: the value is not right (wanted: a whole number from 1 to 60)'],
    ['a fault that nobody knows', 'pc:\n  fault: coffee\n', 2, 'pc.fault: the value is not right (wanted: one of keychain-missing'],
    ['days that are too many', 'certificate:\n  endsInDays: 900\n', 2, 'certificate.endsInDays: the value is not right (wanted: a whole number from 0 to 364)'],
    ['a key that stands twice', 'done: nothing\n', 1, 'the key stands twice'],
    ['a tab', 'users:\n\tcount: 3\n', 2, 'indent with blanks, not with a tab'],
    ['a second document', '---\ntitle: x\n', 1, 'there is a second document behind "---"'],
    ['an anchor', 'pc: &a\n  fault: disk-full\n', 2, 'anchors (&) and aliases (*) are not used here'],
    ['a tag', 'contract: !!binary aGk=\n', 1, 'tags (!) are not used here'],
    ['more locked users than there are', 'users:\n  count: 3\n  locked: 5\n', 3, 'users.locked: locked is at most count (3)'],
    ['a section without anything in it', 'users:\n', 1, 'users: the value is not right'],
    ['a key that reaches for a prototype', '__proto__:\n  a: 1\n', 1, '__proto__: there is no such key'],
  ])('%s', (_what, added, below, sentence) => {
    expect(said(`${good}${added}`).map((one) => one.replace(/^(x\.yaml:\d+):\d+/u, '$1'))).toContainEqual(
      expect.stringContaining(`x.yaml:${lines + below}: ${sentence}`),
    );
  });

  test('what is missing is named where its section begins', () => {
    expect(said(good.replace(/^group: .*\n/mu, ''))).toEqual([expect.stringMatching(/^x\.yaml:2:1: group: it is missing \(wanted: one of release, /u)]);
  });

  test('all defects are said at once, in the order of the lines', () => {
    const found = said(good.replace('done: activationChosen', 'done: everything').replace('attemptsLeft: 1', 'attemptsLeft: 12')).map((one) =>
      Number(one.split(':')[1]),
    );
    expect(found).toHaveLength(2);
    expect(found).toEqual([...found].sort((one, other) => one - other));
  });

  test('both languages say it', () => {
    const read = readScenario(Buffer.from(`${good}contract: open\n`));
    const defects = read.ok ? [] : read.defects;
    expect(defects.map((one) => sayScenarioDefect('x.yaml', one, 'ja'))).toEqual([
      expect.stringContaining('contract: 値が正しくありません（必要な値: locked、released、active のいずれか）'),
    ]);
  });
});

describe('what does not go together is said where it stands', () => {
  const with_ = (changes: Readonly<Record<string, string>>) => said(Object.entries(changes).reduce((text, [from, to]) => text.replace(from, to), good));
  it.each([
    [{ 'attemptsLeft: 1': 'certificate: none', 'done: activationChosen': 'done: loggedOn' }, 'certificate: with done: loggedOn there is a certificate'],
    [{ 'attemptsLeft: 1': 'attemptsLeft: 2\ncontract: locked' }, 'attemptsLeft: a locked contract has no attempts left'],
    [{ 'done: activationChosen': 'done: branchCalled', 'attemptsLeft: 1': 'attemptsLeft: 0' }, 'attemptsLeft: nothing is entered where done leads to'],
    [{ 'attemptsLeft: 1': 'pc:\n  fault: disk-full\nnetwork:\n  fault: bank-closed' }, 'it bites where network does'],
    [{ 'attemptsLeft: 1': 'network:\n  fault: bank-closed\n  at: logon\n  passed: true' }, 'network.passed: passed: true wants at: identification'],
    [{ 'attemptsLeft: 1': 'pc:\n  fault: disk-full\n  minutes: 3' }, 'pc.minutes: minutes goes with fault: clock-wrong alone'],
  ])('%j', (changes, sentence) => expect(with_(changes).join('\n')).toContain(sentence));
});

describe('whatever else a file may hold', () => {
  it.each([
    ['nothing', '', 'x.yaml: the file is empty'],
    ['blanks', ' \n\n', 'x.yaml: the file is empty'],
    ['too much', `# ${'x'.repeat(scenarioLimit)}`, 'x.yaml: it is too large (at most 32 KiB)'],
    ['another encoding', Buffer.from('title: \x83\x41', 'latin1'), 'x.yaml: it is not UTF-8; save it as UTF-8'],
    ['too many levels', `a: ${'{b: '.repeat(40)}1${'}'.repeat(40)}`, 'x.yaml: it is nested too deep (at most 8 levels)'],
    ['levels beyond every stack', '['.repeat(30_000), 'x.yaml: it is nested too deep (at most 8 levels)'],
    ['lists in lists', '- '.repeat(10_000), 'x.yaml: it is nested too deep (at most 8 levels)'],
    ['a list', '- a\n', 'x.yaml:1:1: the value is not right (wanted: lines of "key: value"'],
    ['aliases that multiply', 'a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n', 'anchors (&) and aliases (*) are not used here'],
  ])('%s: is said, and nothing is opened', (_what, content, sentence) => expect(said(content)[0]).toContain(sentence));

  test('a byte order mark, and the line ends of Windows, change nothing', () => {
    expect(said(`\uFEFF${good}`)).toEqual([]);
    expect(said(good.replaceAll('\n', '\r\n'))).toEqual([]);
  });

  test('never breaks the reader', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ maxLength: 400 }), fc.uint8Array({ maxLength: 400 })), (content) => void said(content)));
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('title:', ' ja:', '- ', '{', '}', '[', '"', "'", '&a', '*a', '!', '|', '\n', ' ', '\t', 'done: nothing', '#', '?', ':', '---'),
          { maxLength: 60 },
        ),
        (words) => void said(words.join('')),
      ),
    );
  });

  test('a file that is not there, and a folder, are said', async () => {
    mkdirSync(join(folder, 'x.yaml'));
    expect(await readScenarioFile(join(folder, 'nowhere.yaml'))).toMatchObject({ ok: false, defects: [{ wrong: { en: 'there is no such file' } }] });
    expect(await readScenarioFile(join(folder, 'x.yaml'))).toMatchObject({ ok: false, defects: [{ wrong: { en: 'it is no plain file, or too large' } }] });
  });
});

test('of the shipped ones a broken file is left out, and the others come in the order of the manual', async () => {
  const own = mkdtempSync(join(folder, 'shipped-'));
  writeFileSync(join(own, 'a-late.yaml'), good.replace('done: activationChosen', 'done: pinsSet'));
  writeFileSync(join(own, 'b-early.yaml'), good);
  writeFileSync(join(own, 'c-broken.yaml'), 'title:');
  writeFileSync(join(own, 'notes.txt'), '');
  expect((await shippedScenarios(own)).map(({ id }) => id)).toEqual(['b-early', 'a-late']);
  expect(await shippedScenarios(join(folder, 'nowhere'))).toEqual([]);
});
