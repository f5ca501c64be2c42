import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { exitCodes, usualOptions } from '../../main/cli/command-line.ts';
import { commands } from '../../main/cli/commands.ts';
import { kaitsu, registryOf } from '../support/command-world.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kaitsu-command-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe('the words', () => {
  it.each([[[]], [['--help']], [['policy', 'check', '--help']]])('%j are answered by the help, in Japanese and in English', async (words) => {
    const [ja, en] = [await kaitsu([...words, '--language', 'ja']), await kaitsu([...words, '--language', 'en'])];
    expect([ja.code, en.code]).toEqual([0, 0]);
    expect(ja.printed).toMatch(/使い方: npm run kaitsu --/u);
    expect(en.printed).toMatch(/Usage: npm run kaitsu --/u);
    for (const [code, about] of Object.values(exitCodes)) expect(en.printed).toContain(`${code}`.padEnd(4) + about.en);
  });

  test('name every command in the help', async () => {
    const { printed } = await kaitsu([]);
    for (const { name, about } of commands) expect(printed).toMatch(new RegExp(`${name}.*${about.en.slice(0, 20)}`, 'u'));
  });

  it.each([
    [['polcy'], 'There is no command "polcy".'],
    [['policy', 'burn'], 'There is no command "policy burn".'],
    [['policy', 'show', 'x'], 'There are too many words behind policy show.'],
    [['policy', 'check', '--pin', '1234'], 'There is no option "--pin"'],
    [['policy', 'check', '--output'], '--output is not used rightly.'],
    [['policy', 'check', '--output='], '--output wants a value behind it.'],
    [['policy', 'check', '--json=yes'], '--json is not used rightly.'],
    [['policy', 'show', '--language', 'fr'], '--language is ja or en.'],
    [['policy', 'check', 'x'.repeat(5_000)], 'A word is longer than 4096 characters'],
    [['policy', 'check', 'a\0b'], 'or holds what no path may hold'],
  ])('%j are not understood, and nothing is guessed', async (words, said) => {
    const ended = await kaitsu(words);
    expect([ended.code, ended.printed]).toEqual([2, '']);
    expect(ended.complained).toContain(said);
    expect(ended.complained.length).toBeLessThan(400);
  });

  test('are answered in the language of the system', async () => {
    expect((await kaitsu(['policy', 'show'], { locale: 'ja_JP.UTF-8' })).printed).toBe('この PC で指定されている項目はありません。');
    expect((await kaitsu(['policy', 'show'], { locale: 'en_US.UTF-8' })).printed).toBe('Nothing is prescribed on this PC.');
  });

  test('carry no secret: what says where one is read from takes nothing, or the number of an open file', async () => {
    const options = commands.flatMap((command) => Object.entries({ ...usualOptions, ...command.options }));
    const about = options.filter(([name]) => /pin|pass|secret|key|token/iu.test(name)).map(([name, { value }]) => [name, value]);
    expect(about).toEqual([
      ['passphrase-stdin', ''],
      ['passphrase-fd', 'N'],
    ]);
    const words = ['certificate', 'export', join(dir, 'a.p12'), '--passphrase-stdin=correct horse 9'];
    expect(await kaitsu(words)).toMatchObject({ code: 2, complained: expect.not.stringContaining('correct') });
  });
});

describe('a policy', () => {
  const broken = registryOf('ExportAllowed    REG_SZ    no', 'Language    REG_SZ    ja', 'Organization    REG_SZ    IT');

  test('that is right is told so', async () => {
    const ended = await kaitsu(['policy', 'check'], { run: registryOf('Language    REG_SZ    ja') });
    expect(ended).toEqual({ code: 0, printed: 'The policy is right (HKEY_LOCAL_MACHINE\\Software\\Policies\\Kaitsu).', complained: '' });
  });

  test('that is wrong is told with the place, and the exit code says so', async () => {
    const ended = await kaitsu(['policy', 'check'], { run: broken });
    expect(ended.code).toBe(1);
    expect(ended.printed).toContain('exportAllowed: the value is not right (wanted: true or false (1 or 0 in the registry))');
  });

  test('is shown as prescribed, by whom, with what is restricted because it is wrong', async () => {
    const { printed, code } = await kaitsu(['policy', 'show'], { run: broken, locale: 'ja' });
    expect(code).toBe(1);
    expect(printed).toContain('IT により指定されています');
    expect(printed).toContain('書き出しの許可 (exportAllowed): false  ← 誤りがあるため制限しています');
    expect(printed).toContain('表示言語 (language): "ja"\n');
    expect(printed).not.toContain('updateChannel');
  });

  test('is told to a script by its schema', async () => {
    const { printed } = await kaitsu(['policy', 'show', '--json'], { run: broken });
    expect(JSON.parse(printed)).toMatchObject({
      source: { kind: 'registry' },
      organization: 'IT',
      prescribed: expect.arrayContaining([{ key: 'exportAllowed', value: false, broken: true }]),
      free: expect.arrayContaining(['updateChannel']),
      defects: [{ at: 'exportAllowed', kind: 'wrong-value', detail: '' }],
    });
  });

  it.each([
    ['{"exportAllowed": false}', 0, 'The policy is right'],
    ['{"exportAllowed": "false"}', 1, 'exportAllowed: the value is not right'],
    ['{', 1, 'it is not JSON'],
  ])('is checked before it is distributed: %s', async (text, code, said) => {
    const path = join(dir, 'policy.json');
    writeFileSync(path, text);
    const ended = await kaitsu(['policy', 'check', path]);
    expect(ended.code).toBe(code);
    expect(ended.printed).toContain(said);
  });

  test('that is not where it should be is told so', async () => {
    const ended = await kaitsu(['policy', 'check', join(dir, 'none.json')]);
    expect(ended).toMatchObject({ code: 1, printed: expect.stringContaining('it cannot be read (absent)') });
  });

  test('is written into a file where one is named, and a file that cannot be written is an exit code of its own', async () => {
    const path = join(dir, 'answer.json');
    expect(await kaitsu(['policy', 'check', '--json', '--output', path])).toMatchObject({ code: 0, printed: '' });
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ found: false, defects: [] });
    mkdirSync(join(dir, 'folder'));
    expect(await kaitsu(['policy', 'check', '--output', join(dir, 'folder')])).toMatchObject({
      code: 4,
      complained: expect.stringContaining('cannot be written'),
    });
  });
});
