import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { bankProfileSchema } from '../../main/bank/profile.ts';
import { publishedBank } from '../../main/bank/published-bank.ts';
import { checkPin } from '../../preload/contract/fields.ts';
import { validityOf } from '../../preload/contract/validity.ts';
import { type ExampleName, exampleBank, exampleBanks, exampleFiles } from '../support/example-banks.ts';

const guide = readFileSync(join(import.meta.dirname, '../../docs/bank-guide.md'), 'utf8');

test('every file among the examples is one of the banks that are tried', () => {
  expect(exampleFiles).toEqual(exampleBanks.map(({ name }) => `${name}.json`).sort());
});

test.each(exampleBanks)('$profile.name.ja cannot be taken for a real bank', ({ profile }) => {
  expect(profile.name.ja).toMatch(/^例示.+銀行$/u);
  expect(profile.name.en).toMatch(/^Example /u);
  expect(profile).toMatchObject({ practice: true, baseUrl: null, website: null, releaseRequest: { mark: '練習用' } });
  expect(profile.support.phone).toMatch(/^0120-000-/u);
  for (const paper of [profile.releaseRequest, profile.reissueRequest]) if (paper !== null) expect(paper.addressee).toContain(profile.name.ja);
});

test('each has an ID, a name and a number of attempts, and the guide names it', () => {
  for (const key of ['id', 'name', 'phone'] as const) {
    const values = exampleBanks.map(({ profile }) => (key === 'phone' ? profile.support.phone : JSON.stringify(profile[key])));
    expect(new Set(values).size).toBe(exampleBanks.length);
  }
  for (const { name, profile } of exampleBanks) {
    expect(guide).toContain(`examples/${name}.json`);
    expect(guide).toContain(profile.name.ja);
  }
});

/** Every name of a field in the schema, nested ones included. */
function fieldNames(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  if (Array.isArray(schema)) return schema.flatMap(fieldNames);
  return Object.entries(schema).flatMap(([key, value]) =>
    key === 'properties' ? Object.entries<unknown>(value).flatMap(([name, inner]) => [name, ...fieldNames(inner)]) : fieldNames(value),
  );
}

test('the guide for banks names every field of the profile', () => {
  const section = guide.slice(guide.indexOf('## The bank profile'), guide.indexOf('## The bank file'));
  const named = new Set([...section.matchAll(/`([^`]+)`/gu)].flatMap(([, words = '']) => words.split('.')));
  const names = new Set(fieldNames(z.toJSONSchema(bankProfileSchema, { io: 'input', unrepresentable: 'any' })));
  expect(names.size).toBeGreaterThan(40);
  expect([...names].filter((name) => !named.has(name))).toEqual([]);
});

describe('what the window learns of an example bank', () => {
  test.each([
    ['first', { wrongAttemptLimit: 7, cardGrid: { rows: 5, columns: 10 }, oneTimePasswordLength: 2 }],
    ['second', { wrongAttemptLimit: 5, cardGrid: null, oneTimePasswordLength: 6 }],
    ['third', { wrongAttemptLimit: 10, cardGrid: { rows: 4, columns: 5 }, oneTimePasswordLength: 4, sessionMinutes: 15 }],
    ['fourth', { wrongAttemptLimit: 7, cardGrid: null, oneTimePasswordLength: 2, stepOrder: 'certificateFirst' }],
  ] as const)('%s: lock and card', (name, expected) => expect(publishedBank(exampleBank(name))).toMatchObject(expected));

  test.each([
    ['first', 'Sakura-2024', 'symbolNotAllowed'],
    ['first', 'Sakura2024', null],
    ['second', 'Sakura-20', null],
    ['second', 'a.b_c@d-9', null],
    ['second', 'Sakura+20', 'symbolNotAllowed'],
    ['second', 'Saku-20', 'tooShort'],
    ['third', 'Sakura_20', 'symbolNotAllowed'],
  ] as const)('%s: the PIN %s is %s', (name, pin, wrong) => expect(checkPin(pin, exampleBank(name).pinRule)).toBe(wrong));
});

describe('the renewal by the rule of an example bank', () => {
  const day = 24 * 60 * 60_000;
  /** 22 November 2027, 15:00 in Japan. */
  const notAfter = '2027-11-22T06:00:00.000Z';
  const kindAt = (name: ExampleName, now: number) => validityOf(notAfter, new Date(now), exampleBank(name).certificate).kind;
  const end = Date.parse(notAfter);
  const nine = Date.parse('2027-11-22T00:00:00.000Z');

  test.each([
    ['first', end - 30 * day - 1, 'notDue'],
    ['first', end - 30 * day, 'due'],
    ['first', nine - 1, 'due'],
    ['first', nine, 'closed'],
    ['first', end - 1, 'closed'],
    ['first', end, 'revokeFirst'],
    ['second', end - 40 * day - 1, 'notDue'],
    ['second', end - 40 * day, 'due'],
    ['second', nine, 'due'],
    ['second', end, 'expired'],
    ['second', end + 90 * day - 1, 'expired'],
    ['second', end + 90 * day, 'paperForm'],
    ['third', end - 28 * day - 1, 'notDue'],
    ['third', end - 28 * day, 'due'],
    ['third', end + 180 * day - 1, 'expired'],
    ['third', end + 180 * day, 'paperForm'],
    ['fourth', end - 30 * day, 'due'],
    ['fourth', end + 300 * day - 1, 'expired'],
    ['fourth', end + 300 * day, 'paperForm'],
  ] as const)('%s, at %d, is %s', (name, now, kind) => expect(kindAt(name, now)).toBe(kind));
});
