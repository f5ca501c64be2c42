import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lineOf, readLine } from '../../main/event-record/record-line.ts';
import { stateWritten } from '../../main/event-record/written.ts';
import { programFile } from '../../main/support/kept-files.ts';
import { lineOf as logLineOf } from '../../main/support/log.ts';
import { newestLines } from '../../main/support-bundle/bounded-lines.ts';
import { zipped } from '../../main/support-bundle/bundle-content.ts';
import { eventsPart, lastClockAhead } from '../../main/support-bundle/events-part.ts';
import { logPart, spansOf } from '../../main/support-bundle/log-part.ts';
import { bundleLimits } from '../../preload/contract/bundle.ts';
import type { StateName } from '../../preload/contract/contract.ts';
import { presentedOf } from '../../tools/gallery/presenting.ts';
import { allScenes } from '../../tools/gallery/scenes/all.ts';

const now = new Date('2026-03-14T12:00:00.000Z');
const minutes = 60_000;
const hour = 60 * minutes;
const at = (before: number) => new Date(now.getTime() - before);

let n = 0;
function line(time: Date, event: object) {
  const text = lineOf(++n, time, event);
  return { text, line: readLine(text) ?? expect.fail() };
}
const started = (time: Date) => line(time, { kind: 'programStarted', version: '1', os: 'linux', by: 'window' });
const ended = (time: Date) => line(time, { kind: 'programEnded' });
const state = (time: Date, name: string, value: unknown) => line(time, { kind: 'state', state: name, value });
const request = (time: Date, filler = '') => line(time, { kind: 'request', request: 'procedure.goBack', problem: null, ms: 1, filler });

let folder: string;
const write = (name: 'log' | 'olderLog', lines: readonly string[]) =>
  writeFileSync(name === 'log' ? programFile(folder, 'log') : programFile(folder, 'olderLog', { age: 1 }), lines.map((one) => `${one}\n`).join(''));
beforeEach(() => {
  n = 0;
  folder = mkdtempSync(join(tmpdir(), 'kaitsu-bundle-'));
  mkdirSync(join(folder, 'logs'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('what happened', () => {
  test('goes back seven days, and says how much was left out', () => {
    const lines = [started(at(9 * 24 * hour)), ended(at(8 * 24 * hour)), started(at(hour)), request(at(hour))];
    expect(eventsPart(lines, now)).toEqual({ text: `${lines[2]?.text}\n${lines[3]?.text}\n`, leftOut: 2 });
  });

  test('has room for so much, the newest first; of a run that is cut the last state of each kind stands before it', () => {
    const head = [started(at(5 * hour)), state(at(5 * hour), 'bank', 1), state(at(5 * hour), 'procedure', 1), state(at(4 * hour), 'procedure', 2)];
    const filler = 'x'.repeat(50_000);
    const body = Array.from({ length: 60 }, () => request(at(hour), filler));
    const { text, leftOut } = eventsPart([...head, ...body], now);
    const numbers = text
      .split('\n')
      .slice(0, -1)
      .map((one) => readLine(one)?.n ?? 0);
    expect(numbers.slice(0, 3)).toEqual([1, 2, 4]);
    expect(numbers.at(-1)).toBe(64);
    expect(leftOut).toBe(64 - numbers.length);
    expect(Buffer.byteLength(text)).toBeLessThan(bundleLimits['events.jsonl'] + 2_000);
  });

  test('says how far the clock was ahead at the last answer that said its time', () => {
    const call = (ahead: number | null) => line(at(hour), { kind: 'bankCall', aheadSeconds: ahead });
    expect(lastClockAhead([call(5), call(-7), call(null), request(at(1))])).toBe(-7);
    expect(lastClockAhead([request(at(1))])).toBeNull();
  });

  test('a line that alone is too long has no room', () => {
    expect(newestLines([{ text: 'a' }, { text: 'x'.repeat(100) }], 50)).toEqual([]);
  });
});

describe('the log', () => {
  const logged = (time: Date, event: string, details?: unknown) => logLineOf(time, 'info', event, details);

  test('is that of the time in which this place was open, not of another bank’s', () => {
    write('olderLog', [logged(at(5 * hour), 'first-run')]);
    write('log', [logged(at(3 * hour), 'at-another-bank'), logged(at(hour), 'second-run'), logged(at(minutes), 'just-now')]);
    const record = [started(at(5 * hour + minutes)), request(at(5 * hour)), ended(at(5 * hour - minutes)), started(at(2 * hour)), request(at(hour))];
    const { text } = logPart(folder, spansOf(record, now));
    expect(text).toMatch(/first-run.*\n.*second-run.*\n.*just-now/u);
    expect(text).not.toContain('at-another-bank');
  });

  test('of a run that crashed goes on for a minute; of another program’s run nothing more is known', () => {
    write('log', [logged(at(hour - 10_000), 'crash'), logged(at(hour - 5 * minutes), 'elsewhere')]);
    const { text } = logPart(folder, spansOf([started(at(2 * hour)), request(at(hour))], null));
    expect(text).toContain('crash');
    expect(text).not.toContain('elsewhere');
  });

  test('is redacted again, and what is no line of a log stays on the PC, counted', () => {
    const time = at(minutes).toISOString();
    write('log', [
      JSON.stringify({ time, level: 'info', event: 'x', details: { logonPin: 'Geheim7', note: 'pin=4711', contractorId: '12345678901' } }),
      'not a line: pin=4711',
      `{"time":"${time}"}`,
      '['.repeat(5_000),
    ]);
    const part = logPart(folder, [{ from: at(hour).getTime(), until: now.getTime() }]);
    expect(part).toMatchObject({ leftOut: 0, setAside: 3 });
    for (const secret of ['Geheim7', '4711', '12345678901']) expect(part.text).not.toContain(secret);
  });

  test('that is not there is empty', () => {
    expect(logPart(join(folder, 'none'), [])).toEqual({ text: '', leftOut: 0, setAside: 0 });
  });
});

describe('the file', () => {
  test('of a day in which something happened all the time has under 1 MiB', () => {
    const seen = allScenes.flatMap((scene) => Object.entries(presentedOf(scene, {}).states) as [StateName, never][]);
    const lines: ReturnType<typeof line>[] = [started(at(24 * hour))];
    // As main writes them: of what was typed a mark, of each line a sum of its own.
    for (let bytes = 0, index = 0; bytes < bundleLimits['events.jsonl']; index += 1) {
      const [name, value] = seen[index % seen.length] ?? expect.fail();
      const next = index % 3 === 0 ? line(at(24 * hour - index * 977), { ...stateWritten(name, value) }) : request(at(24 * hour - index * 977));
      lines.push(next);
      bytes += next.text.length + 1;
    }
    const logged = Array.from({ length: 2_000 }, (_, index) =>
      logLineOf(at(24 * hour - index * 1_013), 'info', 'bank.call', { path: '/v1/users', ms: index % 977 }),
    );
    write('log', logged);
    const events = eventsPart(lines, now).text;
    const log = logPart(folder, spansOf(lines, now)).text;
    expect([events.length > 0.9 * bundleLimits['events.jsonl'], log.split('\n').length]).toEqual([true, 2_001]);
    const zip = zipped({ 'manifest.json': '{}\n', 'events.jsonl': events, 'log.jsonl': log, 'preflight.json': '{}\n', 'environment.json': '{}\n' });
    expect(zip.length).toBeLessThan(1024 * 1024);
  });
});
