import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { paperOf } from '../../main/hand-over/paper-of.ts';
import { by, handOverFolder } from '../support/hand-over-folder.ts';

/** A hand-over record that somebody touched, on a real disk. */

const { start, seen, path, texts, write, lay } = handOverFolder();

describe('a record that was touched', () => {
  const harms: readonly (readonly [string, () => void, object])[] = [
    [
      'in which a line was changed',
      () => write(texts().map((line, index) => (index === 2 ? line.replace('MINATO', 'OTHERS') : line))),
      { line: 3, how: 'changed' },
    ],
    ['of which the last line was taken away', () => write(texts().slice(0, -1)), { line: 5, how: 'missing' }],
    ['of which a line was taken away', () => write(texts().filter((_, index) => index !== 1)), { line: 2, how: 'missing' }],
    ['to which something was added', () => write([...texts(), 'x']), { line: 6, how: 'added' }],
    ['to which half a line was added', () => writeFileSync(path(), `${texts().join('\n')}\n{"n":6`), { line: 6, how: 'added' }],
    ['of which two lines changed places', () => write([0, 1, 3, 2, 4].map((index) => texts()[index] ?? '')), { line: 3, how: 'order' }],
  ];

  it.each(harms)('%s is told, stays beside, and a new one begins that says so', async (_what, harm, fault) => {
    await lay('requested', 'released', 'activated');
    harm();
    const content = readFileSync(path());
    expect((await seen()).fault).toEqual(fault);
    expect(paperOf(await seen(), { contract: null, place: by(), waiting: 0, now: '2026-12-01T00:00:00.000Z' })).toMatchObject({ fault, checkNumber: null });
    await lay('activated');
    const now = await seen();
    expect([now.fault, now.what]).toEqual([null, ['begun', 'bankInUse', 'activated']]);
    expect(now.chain.entries[0]?.step).toEqual({
      what: 'begun',
      why: 'damaged',
      setAside: 'hand-over.jsonl.unreadable',
      old: { lines: 5, hash: expect.stringMatching(/^[0-9a-f]{64}$/u) },
    });
    expect(readFileSync(`${path()}.unreadable`).equals(content)).toBe(true);
  });

  test('that is gone is told, with how far it went', async () => {
    await lay('requested');
    rmSync(path());
    expect((await seen()).fault).toEqual({ line: 1, how: 'missing' });
    await lay('released');
    expect((await seen()).chain.entries[0]?.step).toMatchObject({ why: 'missing', old: { lines: 3 } });
  });

  test('while the program runs is set aside as well', async () => {
    const { handOver } = await start();
    handOver.note({ what: 'requested' });
    await handOver.settled();
    write(texts().slice(0, -1));
    handOver.note({ what: 'released' });
    await handOver.settled();
    expect((await seen()).what).toEqual(['begun', 'released']);
    expect((await seen()).fault).toBeNull();
  });

  test('of which the note of its end is gone says so, and goes on', async () => {
    await lay('requested');
    rmSync(path('handOverEnd'));
    expect((await seen()).fault).toEqual({ line: 4, how: 'cut' });
    await lay('released');
    const { fault, chain } = await seen();
    expect([fault, chain.entries.slice(3).map(({ step }) => step)]).toEqual([null, [{ what: 'repaired', how: 'end' }, { what: 'released' }]]);
  });
});
