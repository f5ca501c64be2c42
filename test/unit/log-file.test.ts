import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLog } from '../../main/support/log.ts';

let folder: string;
let dir: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaitsu-log-'));
  dir = join(folder, 'logs');
  mkdirSync(dir);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = (where: string, maxBytes?: number) =>
  createLog({ folder: where, clock: { now: () => new Date(0) }, random: Math.random, ...(maxBytes === undefined ? {} : { maxBytes }) });
const read = (name: string) =>
  readFileSync(join(dir, name), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));

test('a supporter finds the entry by the reference that the person read out', () => {
  const log = open(folder);
  log.info('begun');
  const reference = log.error('broken', { reason: 'x' });
  expect(reference).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/u);
  expect(read('kaitsu.log')).toEqual([
    { time: '1970-01-01T00:00:00.000Z', level: 'info', event: 'begun' },
    { time: '1970-01-01T00:00:00.000Z', level: 'error', event: 'broken', reference, details: { reason: 'x' } },
  ]);
});

test('the log is readable by its owner alone, even where an older file was not', () => {
  writeFileSync(join(dir, 'kaitsu.log'), '');
  chmodSync(join(dir, 'kaitsu.log'), 0o644);
  open(folder).info('one');
  expect(statSync(join(dir, 'kaitsu.log')).mode & 0o777).toBe(0o600);
});

test('the log goes on where it stood after a restart', () => {
  open(folder).info('one');
  open(folder).info('two');
  expect(read('kaitsu.log')).toHaveLength(2);
});

test('the log never fills the disk: three files of the given size at most, the newest lines in them', () => {
  const log = open(folder, 1_000);
  for (let i = 0; i < 100; i += 1) log.info('line', { i });
  expect(readdirSync(dir).sort()).toEqual(['kaitsu.1.log', 'kaitsu.2.log', 'kaitsu.log']);
  for (const name of readdirSync(dir)) {
    expect(statSync(join(dir, name)).size).toBeLessThanOrEqual(1_000);
    expect(statSync(join(dir, name)).mode & 0o777).toBe(0o600);
  }
  const kept = ['kaitsu.2.log', 'kaitsu.1.log', 'kaitsu.log'].flatMap(read);
  expect(kept.at(-1)).toMatchObject({ details: { i: 99 } });
});

test('a log that cannot be written does not stop the program, and goes on once it can', () => {
  rmSync(dir, { recursive: true });
  writeFileSync(dir, 'a file in the way');
  const log = open(folder);
  expect(log.error('lost')).toHaveLength(8);
  rmSync(dir);
  mkdirSync(dir);
  log.warn('found');
  expect(read('kaitsu.log')).toHaveLength(1);
});

test('a full disk does not stop the program', () => {
  // Linux's own full device, reached through the one path that the log opens, were it not for the refusal of links.
  symlinkSync('/dev/full', join(dir, 'kaitsu.log'));
  expect(open(folder).error('lost')).toHaveLength(8);
  expect(existsSync(join(dir, 'kaitsu.1.log'))).toBe(false);
});

test('where a company prescribes for how long, older lines are forgotten in every file, and the log goes on', () => {
  let now = new Date('2026-10-01T00:00:00Z');
  const log = createLog({ folder, clock: { now: () => now }, random: Math.random });
  log.info('old');
  writeFileSync(join(dir, 'kaitsu.1.log'), '{"time":"2026-09-01T00:00:00.000Z","level":"info","event":"older"}\n');
  writeFileSync(join(dir, 'kaitsu.2.log'), 'a line of nobody\n{"time":"2026-09-01T00:00:00.000Z","level":"info","event":"oldest"}\n');
  now = new Date('2026-12-01T00:00:00Z');
  log.info('new');
  log.forgetOlderThan(30);
  log.info('newer');
  expect(read('kaitsu.log')).toMatchObject([{ event: 'new' }, { event: 'newer' }]);
  expect(existsSync(join(dir, 'kaitsu.1.log'))).toBe(false);
  expect(readFileSync(join(dir, 'kaitsu.2.log'), 'utf8')).toBe('a line of nobody\n');
  expect(statSync(join(dir, 'kaitsu.log')).mode & 0o777).toBe(0o600);
});
