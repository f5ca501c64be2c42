import { appendFileSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createEventRecord, type EventRecordParts } from '../../main/event-record/event-record.ts';
import { filesToDrop } from '../../main/event-record/record-files.ts';
import { lineOf, readLine } from '../../main/event-record/record-line.ts';
import { recordedEventSchema } from '../../preload/contract/recorded-event.ts';
import { recordedStateSchema } from '../../preload/contract/recorded-state.ts';
import { publishedFrom, typedMark } from '../../preload/contract/replayed-state.ts';
import { requestEntries } from '../../renderer/help/samples/request.ts';
import { createMemoryLog } from '../../tools/log/memory-log.ts';
import { releaseRequest, states } from '../../tools/window/snapshots.ts';
import { manualClock } from '../support/manual-clock.ts';
import { recordFolderForTest, refusingAppend } from '../support/record-folder.ts';

const start = new Date('2026-03-14T01:02:03.456Z');
const first = '2026-03-14.0001.jsonl';
const day = 24 * 60 * 60_000;

let place: ReturnType<typeof recordFolderForTest>;
beforeEach(() => {
  place = recordFolderForTest();
});
afterEach(() => place.remove());

function open(parts: Partial<EventRecordParts> = {}) {
  const clock = manualClock(start);
  const log = createMemoryLog();
  const record = createEventRecord({ folder: place.folder, clock, log, ...parts });
  record.begin();
  return { record, clock, log };
}

const request = (name = 'procedure.goBack') => ({ kind: 'request', request: name, problem: null, ms: 3 }) as const;
const snapshot = (step: 'locked' | 'start') => ({ state: { step }, interruptedAt: null, notice: null, offer: null });

describe('the event record', () => {
  test('holds what was noted, in order, numbered on over runs, readable by its owner alone', async () => {
    const one = open();
    one.record.note(request('procedure.identify'));
    one.record.noteState('procedure', snapshot('locked'));
    await one.record.end();
    const two = open();
    two.record.note(request());
    await two.record.end();
    expect(place.names()).toEqual([first]);
    expect(place.lines(first).map(({ n, event }) => [n, event.kind])).toEqual([
      [1, 'request'],
      [2, 'state'],
      [3, 'request'],
    ]);
    expect(place.lines(first)[0]?.at).toBe('2026-03-14T01:02:03.456Z');
    expect([statSync(place.path(first)).mode & 0o777, statSync(place.events).mode & 0o777]).toEqual([0o600, 0o700]);
  });

  test('is written behind whoever notes, before the program ends: a crash loses nothing that was noted a moment before', async () => {
    const { record } = open();
    record.note(request());
    await expect.poll(() => existsSync(place.path(first)) && place.lines(first).length).toBe(1);
    await record.end();
  });

  test('touches no disk before it begins', async () => {
    const record = createEventRecord({ folder: place.folder, clock: manualClock(start), log: createMemoryLog() });
    record.note(request());
    await record.end();
    expect(existsSync(place.events)).toBe(false);
    record.begin();
    await record.end();
    expect(place.lines(first)).toHaveLength(1);
  });

  test('says a state once, however often it is published, and again when it has changed', async () => {
    const { record } = open();
    for (const step of ['locked', 'locked', 'start', 'locked'] as const) record.noteState('procedure', snapshot(step));
    await record.end();
    expect(place.lines(first)).toHaveLength(3);
  });

  test('of the release request says only which entries are filled in, and is drawn again with marks', async () => {
    const { record } = open();
    record.noteState('releaseRequest', releaseRequest({ savedAs: `${requestEntries.company}.pdf` }));
    await record.end();
    const text = place.text(first);
    for (const typed of [requestEntries.company, requestEntries.contactName, requestEntries.contactPhone, requestEntries.accountNumber])
      expect(text).not.toContain(typed);
    const event = recordedStateSchema.parse(place.lines(first)[0]?.event);
    expect(event.value).toMatchObject({ filled: expect.arrayContaining(['company', 'contactPhone']), savedAs: typedMark });
    if (event.state === 'releaseRequest') expect(publishedFrom(event)).toMatchObject({ entries: { company: typedMark, reason: null, lockedPins: [] } });
  });

  test('is drawn again as it was published', async () => {
    const published = { state: states.loggedOn, interruptedAt: null, notice: null, offer: null };
    const { record } = open();
    record.noteState('procedure', published);
    await record.end();
    const event = recordedStateSchema.parse(place.lines(first)[0]?.event);
    expect(publishedFrom(event)).toEqual(published);
  });
});

describe('a record that is no longer what was written', () => {
  async function write(events = 3): Promise<void> {
    const { record } = open();
    for (let i = 0; i < events; i += 1) record.note(request());
    await record.end();
  }
  async function goOn() {
    const { record } = open();
    record.note(request('procedure.resume'));
    const read = await record.read();
    await record.end();
    return read;
  }

  test('with a last line that a crash has cut off goes on behind it; the piece is kept beside, and the record says so', async () => {
    await write();
    const whole = readFileSync(place.path(first));
    writeFileSync(place.path(first), whole.subarray(0, whole.length - 20));
    await goOn();
    expect(place.lines(first).map(({ n, event }) => [n, event.kind])).toEqual([
      [1, 'request'],
      [2, 'request'],
      [3, 'request'],
      [4, 'linesSetAside'],
    ]);
    expect(place.lines(first)[3]?.event).toEqual({ kind: 'linesSetAside', file: first, aside: `${first}.unreadable`, torn: 1, damaged: 0 });
    expect(whole.toString()).toContain(place.text(`${first}.unreadable`).trimEnd());
  });

  test.each([
    ['changed by a letter', (line: string) => line.replace('goBack', 'goForth')],
    ['of somebody else', () => 'Dear diary'],
    ['without its checksum', (line: string) => line.replace(/,"sum":"[0-9a-f]+"/u, '')],
    ['nested ten thousand deep', () => '['.repeat(10_000)],
    ['of other bytes', () => '\u0000\ufffd\u0007'],
    ['with a sum of its own, and no shape of ours', () => lineOf(1, start, []).replace('"event":[]', '"event":[1]')],
  ])('with a line that is %s sets it aside, named and counted, and keeps the others', async (_what, change) => {
    await write();
    const lines = place.text(first).trimEnd().split('\n');
    writeFileSync(place.path(first), `${[lines[0], change(lines[1] ?? ''), lines[2]].join('\n')}\n`);
    const read = await goOn();
    expect(place.lines(first).map(({ n }) => n)).toEqual([1, 3, 4, 5]);
    expect(place.lines(first).map(({ event }) => event)).toContainEqual({
      kind: 'linesSetAside',
      file: first,
      aside: `${first}.unreadable`,
      torn: 0,
      damaged: 1,
    });
    expect(read.lines.every(({ text }) => readLine(text) !== null)).toBe(true);
    expect(statSync(place.path(`${first}.unreadable`)).mode & 0o777).toBe(0o600);
  });

  test('in an earlier file is found when the record is read', async () => {
    await write();
    appendFileSync(place.path(first), 'a foreign line\n');
    const later = open({ clock: manualClock(new Date(start.getTime() + day)) });
    later.record.note(request());
    await later.record.end();
    appendFileSync(place.path(first), 'and another\n');
    const next = open({ clock: manualClock(new Date(start.getTime() + day)) });
    next.record.note(request());
    expect(await next.record.read()).toMatchObject({ setAside: 1 });
    await next.record.end();
    expect(place.text(`${first}.unreadable`)).toBe('a foreign line\nand another\n');
    expect(place.lines('2026-03-15.0001.jsonl').map(({ event }) => event.kind)).toContain('linesSetAside');
  });

  test.each([
    ['50 MB large', (path: string) => truncateSync(path, 50 * 1024 * 1024)],
    ['a folder', (path: string) => mkdirSync(join(path, 'inner'), { recursive: true })],
  ])('where something %s lies in its place has it out of the way, says so, and is not driven out by it', async (_what, lay) => {
    const before = open({ clock: manualClock(new Date(start.getTime() - day)) });
    before.record.note(request('procedure.resume'));
    await before.record.end();
    if (_what !== 'a folder') writeFileSync(place.path(first), '');
    lay(place.path(first));
    await goOn();
    expect(place.names()).toEqual(['2026-03-13.0001.jsonl', first, `${first}.unreadable`]);
    expect(place.lines(first).map(({ event }) => event)).toContainEqual({ kind: 'fileSetAside', file: first, aside: `${first}.unreadable` });
  });

  test('that is a link onto another file writes nothing into that, and goes on beside it', async () => {
    mkdirSync(place.events);
    const other = join(place.folder, 'other.txt');
    writeFileSync(other, 'mine');
    symlinkSync(other, place.path(first));
    const { record } = open();
    record.note(request());
    await record.end();
    expect(readFileSync(other, 'utf8')).toBe('mine');
  });

  test('of a later version of the program is kept as it is', async () => {
    mkdirSync(place.events);
    writeFileSync(place.path(first), `${lineOf(7, start, { kind: 'somethingNew', more: 1 })}\n`);
    await goOn();
    expect(place.lines(first).map(({ n }) => n)).toEqual([7, 8]);
    expect(recordedEventSchema.safeParse(place.lines(first)[0]?.event).success).toBe(false);
  });
});

describe('a disk that refuses', () => {
  test.each(['ENOSPC', 'EACCES', 'EIO'])('(%s) stops nobody; what was noted meanwhile is written once it takes it, each event once', async (code) => {
    const { openAppend, bite, heal } = refusingAppend();
    const { record, clock, log } = open({ openAppend });
    record.note(request());
    await record.read();
    bite(code, true);
    for (let i = 0; i < 5; i += 1) record.note(request('users.open'));
    await expect.poll(() => log.raw.map(({ event }) => event)).toContain('event-record.refused');
    heal();
    await expect
      .poll(() => {
        clock.pass(5_000);
        return log.raw.map(({ event }) => event);
      })
      .toContain('event-record.written-again');
    await record.end();
    const lines = place.lines(first);
    expect(lines.filter(({ event }) => event.request === 'users.open')).toHaveLength(5);
    expect(lines.map(({ n }) => n)).toEqual(lines.map((_line, index) => index + 1));
    expect(lines.some(({ event }) => event.kind === 'linesSetAside')).toBe(true);
  });

  test('for so long that memory has no more room loses events, and the record says how many', async () => {
    const { openAppend, bite, heal } = refusingAppend();
    const { record } = open({ openAppend });
    bite('ENOSPC');
    const noted = 12_000;
    for (let i = 0; i < noted; i += 1) record.note(request());
    heal();
    await record.end();
    const events = place.names().flatMap((name) => place.lines(name).map(({ event }) => event));
    const lost = events.find(({ kind }) => kind === 'eventsLost');
    expect(lost?.events).toBeGreaterThan(0);
    expect(events.filter(({ kind }) => kind === 'request')).toHaveLength(noted - Number(lost?.events));
  });

  test('a folder that cannot be made is told once in the log', async () => {
    writeFileSync(place.events, 'a file where the folder should be');
    const { record, log } = open();
    record.note(request());
    await record.end();
    record.note(request());
    await record.end();
    expect(log.raw.map(({ event }) => event)).toEqual(['event-record.refused']);
  });
});

describe('the record stays within its bounds', () => {
  test('of 30 days', async () => {
    const now = manualClock(start);
    for (let days = 0; days < 40; days += 1) {
      const { record } = open({ clock: now });
      record.note(request());
      await record.end();
      now.pass(day);
    }
    expect(place.names()).toHaveLength(31);
    expect(place.names().at(-1)).toBe('2026-04-22.0001.jsonl');
  });

  test('of 5 MiB in all, the oldest going first, and goes on in another file on the same day', async () => {
    const { record } = open();
    const found = { ...states.loggedOn, organization: 'x'.repeat(900) };
    for (let i = 0; i < 6_000; i += 1) {
      record.noteState('procedure', { state: { ...found, loggedOnAt: new Date(i * 1_000).toISOString() }, interruptedAt: null, notice: null, offer: null });
      if (i % 300 === 0) await record.end();
    }
    await record.end();
    const size = place.names().reduce((sum, name) => sum + statSync(place.path(name)).size, 0);
    expect(size).toBeLessThanOrEqual(5 * 1024 * 1024);
    expect(size).toBeGreaterThan(4 * 1024 * 1024);
    const numbers = place.names().flatMap((name) => place.lines(name).map(({ n }) => n));
    expect(numbers.at(-1)).toBe(6_000);
    expect(numbers).toEqual(numbers.map((_n, index) => (numbers[0] ?? 0) + index));
  }, 60_000);

  test('when the clock is put back: nothing is dropped before its time, and it goes on', async () => {
    const ahead = open({ clock: manualClock(new Date(start.getTime() + 10 * day)) });
    ahead.record.note(request());
    await ahead.record.end();
    const { record } = open();
    record.note(request());
    await record.end();
    expect(place.lines('2026-03-24.0001.jsonl').map(({ n }) => n)).toEqual([1, 2]);
  });

  test('with what lies beside it', () => {
    const files = [
      { name: 'a', day: '2026-02-01', size: 10 },
      { name: 'b', day: '2026-03-01', size: 60 },
      { name: 'c', day: '2026-03-02', size: 60 },
    ];
    expect(filesToDrop(files, start, { days: 30, bytes: 100 }).map(({ name }) => name)).toEqual(['a', 'b']);
  });
});
