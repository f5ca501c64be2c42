import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bankProfileSchema } from '../../main/bank/profile.ts';
import { oneLine, saidByBank } from '../support/said-by-bank.ts';

/** What an operator may hand to `npm run bank` by mistake: one line says what to do, and nothing is started. */

const practice = readFileSync(join(import.meta.dirname, '../../assets/bank-profiles/practice.json'), 'utf8');
let dir: string;
let profile: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kaitsu-bad-'));
  profile = join(dir, 'profile.json');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** Fifty megabytes that take no room on the disk. */
function writeLarge(path: string): void {
  writeFileSync(path, practice);
  truncateSync(path, 50 * 1024 * 1024);
}

const run = (...args: readonly string[]) => saidByBank(...args, '--data', join(dir, 'data'));

const files: readonly (readonly [string, () => void, RegExp])[] = [
  ['50 MB large', () => writeLarge(profile), /larger than 1 MiB/u],
  ['nested ten thousand deep', () => writeFileSync(profile, `{"id":${'['.repeat(10_000)}${']'.repeat(10_000)}}`), /nested too deep/u],
  ['a million values long', () => writeFileSync(profile, `[${'1,'.repeat(200_000)}1]`), /too long/u],
  ['not UTF-8', () => writeFileSync(profile, Buffer.from([0x7b, 0xff, 0xfe, 0x7d])), /not UTF-8/u],
  ['UTF-16', () => writeFileSync(profile, Buffer.from(`\uFEFF${practice}`, 'utf16le')), /not UTF-8/u],
  ['no JSON', () => writeFileSync(profile, practice.slice(0, 500)), /not JSON/u],
  ['empty', () => writeFileSync(profile, ''), /not JSON/u],
  ['a list', () => writeFileSync(profile, '[]'), /expected object/u],
  ['a folder', () => mkdirSync(profile), /no file/u],
  ['missing', () => undefined, /no such file/u],
  ['a link to itself', () => symlinkSync(profile, profile), /unreadable \(ELOOP\)/u],
  ['with a number of 1e999', () => writeFileSync(profile, practice.replace('"wrongAttemptLimit": 7', '"wrongAttemptLimit": 1e999')), /wrongAttemptLimit: /u],
  [
    'with a number of a thousand digits',
    () => writeFileSync(profile, practice.replace('"wrongAttemptLimit": 7', `"wrongAttemptLimit": ${'7'.repeat(1000)}`)),
    /too long/u,
  ],
  [
    'with a text for a number',
    () => writeFileSync(profile, practice.replace('"wrongAttemptLimit": 7', '"wrongAttemptLimit": "7"')),
    /wrongAttemptLimit: .*expected number/u,
  ],
  [
    'with a name that nobody knows',
    () => writeFileSync(profile, practice.replace('"practice": true', `"practice": true, "${'x'.repeat(2000)}": 1`)),
    /x{100}: not known/u,
  ],
];

test.each(files)('a bank profile that is %s', async (_name, lay, words) => {
  lay();
  const said = await run('--profile', profile);
  expect(said).toMatchObject({ code: 1, out: '' });
  expect(said.err).toMatch(oneLine);
  expect(said.err).toMatch(words);
  expect(said.err).toContain('leave --profile out');
});

test.each([
  [['--port', '99999'], '--port wants a number from 0 to 65535'],
  [['--prot', '1'], 'There is no option "--prot"'],
  [['--port'], '--port wants a value'],
  [['opne'], 'There is no command "opne"'],
])('the arguments %j', async (args, words) => {
  const said = await run(...args);
  expect(said).toMatchObject({ code: 1, out: '' });
  expect(said.err).toMatch(oneLine);
  expect(said.err).toContain(words);
  expect(said.err).toContain('--help');
});

test('a data folder that is a file', async () => {
  writeFileSync(join(dir, 'data'), '');
  const said = await run();
  expect(said).toMatchObject({ code: 1, out: '' });
  expect(said.err).toMatch(oneLine);
  expect(said.err).toContain('is no folder. Give a folder with --data.');
});

describe('every value of a bank profile has an end', () => {
  /** Every leaf and list of the built-in profile, by its path. */
  const places = (value: unknown, path: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] => {
    if (typeof value !== 'object' || value === null) return [path];
    const inner = Object.entries(value).flatMap(([key, one]) => places(one, [...path, Array.isArray(value) ? Number(key) : key]));
    return Array.isArray(value) ? [path, ...inner] : inner;
  };
  const whole: unknown = JSON.parse(practice);
  const at = (path: readonly (string | number)[]): unknown => path.reduce<unknown>((value, key) => Reflect.get(Object(value), key), whole);
  const changed = (path: readonly (string | number)[], value: unknown): unknown => {
    const copy: unknown = structuredClone(whole);
    const holder = path.slice(0, -1).reduce<unknown>((one, key) => Reflect.get(Object(one), key), copy);
    Reflect.set(Object(holder), path.at(-1) ?? '', value);
    return copy;
  };
  const beyond = (value: unknown): readonly unknown[] => {
    if (typeof value === 'string') return ['x'.repeat(100_000), 5, ['x']];
    if (typeof value === 'number') return [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 2 ** 53, 1e6, -1, 0.5, Number.NaN, '7'];
    if (typeof value === 'boolean') return ['true', 1];
    return Array.isArray(value) ? [Array.from({ length: 1_000 }, () => value[0]), 'x', {}] : ['https://bank.example', 5];
  };
  const all = places(whole).filter((path) => at(path) !== null);

  test.each(all.map((path) => [path.join('.'), path] as const))('%s', (_name, path) => {
    for (const value of beyond(at(path))) expect(bankProfileSchema.safeParse(changed(path, value)).success, JSON.stringify(value)?.slice(0, 60)).toBe(false);
  });

  test('and the address and its authorities as well', () => {
    expect(bankProfileSchema.safeParse(changed(['baseUrl'], `https://bank.example/${'x'.repeat(1_000)}`)).success).toBe(false);
    expect(bankProfileSchema.safeParse(changed(['authority'], `-----BEGIN CERTIFICATE-----${'x'.repeat(100_000)}`)).success).toBe(false);
    expect(bankProfileSchema.safeParse(changed(['certificate', 'enrolment', 'label'], 'x'.repeat(65))).success).toBe(false);
  });
});
