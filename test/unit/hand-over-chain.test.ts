import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { checkChain } from '../../main/hand-over/chain.ts';
import { checkNumberOf, readCheckNumber } from '../../main/hand-over/check-number.ts';
import { lineOf, readLine } from '../../main/hand-over/line.ts';
import { checkFile, holdsCheckNumber, recordLimit } from '../../main/hand-over/record-file.ts';
import { chainOf, check, exportedLines, newEntry } from '../support/hand-over-world.ts';

/** Whatever is done to an exported record is found, and the first line that it was done to is named. */

const length = 6;
const lines = exportedLines(length);
const at = fc.integer({ min: 0, max: length });
const faultOf = (changed: readonly string[]) => {
  const checked = check(changed);
  return checked.kind === 'record' ? checked.fault : checked.why;
};
const put = (place: number, ...texts: readonly string[]) => [...lines.slice(0, place), ...texts, ...lines.slice(place)];
const without = (place: number) => lines.filter((_, index) => index !== place);

describe('an exported record', () => {
  test('that nobody touched is whole, and says when it was made', () => {
    expect(check(lines)).toMatchObject({ kind: 'record', fault: null, closedAt: '2026-12-01T00:00:00.000Z', chain: { last: { n: length } } });
  });

  test('is still whole after a mail program wrote the ends of its lines anew', () => {
    expect(checkFile(Buffer.from(`\uFEFF${lines.join('\r\n')}`))).toMatchObject({ kind: 'record', fault: null });
  });

  test('in which any character of any line is another one names that line', () => {
    fc.assert(
      fc.property(at, fc.nat(), fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme' }), (place, where, other) => {
        const line = lines[place] ?? '';
        const index = where % line.length;
        const changed = line.slice(0, index) + other + line.slice(index + 1);
        fc.pre(changed !== line && !/[\r\n]/u.test(changed));
        expect(faultOf(lines.map((each, i) => (i === place ? changed : each)))).toMatchObject({ line: place + 1, how: expect.stringMatching(/changed|cut/u) });
      }),
    );
  });

  test('in which a line says something else names that line, also with a hash that fits it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: length - 1 }), (place) => {
        const found = readLine(lines[place] ?? '');
        const forged = lineOf(newEntry({ what: 'userRegistered' }), { n: place, hash: found?.before ?? '' });
        expect(faultOf(lines.map((each, index) => (index === place ? forged : each)))).toEqual({ line: place + 1, how: 'changed' });
      }),
    );
  });

  test('of which a line was taken away names that line', () => {
    fc.assert(
      fc.property(at, (place) => {
        expect(faultOf(without(place))).toEqual(place === length ? { line: length + 1, how: 'cut' } : { line: place + 1, how: 'missing' });
      }),
    );
  });

  test('of which several lines were taken away names the first of them', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: length - 1 }), { minLength: 1, maxLength: length - 1 }), (places) => {
        expect(faultOf(lines.filter((_, index) => !places.includes(index)))).toEqual({ line: Math.min(...places) + 1, how: 'missing' });
      }),
    );
  });

  test('to which a line of its own was added again names that line', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: length - 1 }), at, (copied, place) => {
        // Behind its original, or before it, the copy is the same: the second of the two is named.
        const first = place <= copied ? place : Math.max(place, copied + 1);
        expect(faultOf(put(place, lines[copied] ?? ''))).toEqual({ line: (place === copied ? place + 1 : first) + 1, how: 'added' });
      }),
    );
  });

  test('to which any other text was added names that line', () => {
    fc.assert(
      fc.property(at, fc.string({ minLength: 1, unit: 'grapheme' }), (place, text) => {
        fc.pre(!/[\r\n]/u.test(text));
        expect(faultOf(put(place, text))).toEqual({ line: place + 1, how: 'added' });
      }),
    );
  });

  test('in which two lines changed places names the first of them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: length - 1 }), fc.integer({ min: 0, max: length - 1 }), (one, other) => {
        fc.pre(one !== other);
        const swapped = lines.map((line, index) => (index === one ? (lines[other] ?? '') : index === other ? (lines[one] ?? '') : line));
        expect(faultOf(swapped)).toEqual({ line: Math.min(one, other) + 1, how: 'order' });
      }),
    );
  });

  test('that ends before its end names the first line that is not there', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: length }), (kept) => {
        expect(faultOf(lines.slice(0, kept))).toEqual({ line: kept + 1, how: 'cut' });
      }),
    );
  });

  test('that was cut at any byte is found, and the line at which it was', () => {
    const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
    // Without the very last line feed all is there.
    fc.assert(
      fc.property(fc.integer({ min: 1, max: bytes.length - 2 }), (end) => {
        const checked = checkFile(bytes.subarray(0, end));
        const whole = bytes.subarray(0, end).toString('latin1').split('\n').length - 1;
        if (checked.kind === 'none') expect([whole, checked.why]).toEqual([0, expect.stringMatching(/foreign|binary/u)]);
        else expect(checked.fault?.line).toBeOneOf([whole + 1, whole + 2]);
      }),
    );
  });

  test('behind whose end something stands names it', () => {
    expect(faultOf([...lines, lines[3] ?? ''])).toEqual({ line: length + 2, how: 'added' });
  });

  test('of which any lines were dropped, doubled or moved is never taken for whole', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: length }), { maxLength: length + 4 }), (order) => {
        fc.pre(order.join() !== lines.map((_, index) => index).join());
        expect(faultOf(order.map((index) => lines[index] ?? ''))).not.toBeNull();
      }),
    );
  });
});

describe('what is no record', () => {
  it.each([
    ['empty', Buffer.alloc(0)],
    ['foreign', Buffer.from('\n')],
    ['foreign', Buffer.from('"番号","日時（日本時間）"\r\n"1","2026-11-22 10:12:00"\r\n')],
    ['foreign', Buffer.from(`{"n":1,"at":"2026-11-22T01:12:00.000Z"}\n`)],
    ['foreign', Buffer.from(`${'['.repeat(100_000)}\n`)],
    ['binary', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 1])],
    ['binary', Buffer.from([0xff, 0xfe, 0x41])],
    ['tooLarge', Buffer.alloc(recordLimit + 1, 0x41)],
    ['tooLarge', Buffer.alloc(300_000, 10)],
  ] as const)('is told to be %s', (why, content) => expect(checkFile(content)).toEqual({ kind: 'none', why }));

  test('is never a failure, whatever the bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void checkFile(bytes)));
  });

  test('is not what one byte of a record was changed into: the line is named, whatever the byte', () => {
    const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (index, by) => {
        const changed = Buffer.from(bytes);
        changed[index] = (changed[index] ?? 0) ^ by;
        const place = bytes.subarray(0, index).toString('latin1').split('\n').length;
        const checked = checkFile(changed);
        // Without the very last line feed, and with the one before a space or a carriage return, all is said as before.
        expect(checked).toMatchObject({ kind: 'record', fault: { line: place } });
      }),
    );
  });
});

describe('the check number', () => {
  test('of a paper tells whether the record up to that line is the same, however it is typed', () => {
    const chain = chainOf(20);
    const printed = checkNumberOf(checkChain(chain.slice(0, 7), null).last) ?? '';
    expect(printed).toMatch(/^7(-[0-9A-F]{4}){8}$/u);
    for (const typed of [
      printed,
      printed.toLowerCase().replaceAll('-', ' '),
      ` ${printed} `,
      printed.replace(/[0-9]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    ])
      expect(holdsCheckNumber(chain, typed)).toBe(true);
    // All written anew, with hashes that fit: the chain holds together, and is not the one of the paper.
    const other = chainOf(20).map((_, index, all) =>
      index < 6 ? (all[index] ?? '') : lineOf(newEntry({ what: 'startedOver' }), { n: index, hash: 'f'.repeat(64) }),
    );
    expect(holdsCheckNumber(other, printed)).toBe(false);
    expect(holdsCheckNumber(chain.slice(0, 5), printed)).toBe(false);
  });

  it.each(['', '7', '7-9F3A', `${'1'.repeat(40)}-9F3A`, '0-9F3A-9F3A-9F3A-9F3A-9F3A-9F3A-9F3A-9F3A', 'x'.repeat(100_000)])('is not read from %j', (typed) => {
    expect(readCheckNumber(typed)).toBeNull();
  });
});

test('a line holds whatever a user or a PC is called, and ends where it should', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
      const line = lineOf({ ...newEntry({ what: 'released' }), by: { user: name, pc: name, version: '1' } }, { n: 0, hash: '0'.repeat(64) });
      expect(line).not.toMatch(/[\r\n]/u);
      expect(line.length).toBeLessThan(2_048);
      expect(readLine(Buffer.from(line).toString('utf8'))?.entry.by.user.length).toBeLessThanOrEqual(64);
    }),
  );
});

test('a step of a later version keeps its place, and is shown by its name', () => {
  const line = lineOf(newEntry({ what: 'teleported' } as never), { n: 0, hash: '0'.repeat(64) });
  expect(readLine(line)?.entry.step).toEqual({ what: 'other', called: 'teleported' });
});
