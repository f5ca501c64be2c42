import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarFile } from '../../main/release-request/calendar.ts';
import { fileNameFor } from '../../main/release-request/file-names.ts';

describe('the calendar file', () => {
  const now = new Date('2026-11-22T02:03:04.567Z');
  const make = (title: string, text = '') => calendarFile({ at: '2026-11-24T01:00:00.000Z', title, text }, 'a-b-c@kaitsu.invalid', now);
  /** Any code points, lone surrogates among them: fast-check's own unit for that takes seconds to be made. */
  const anyText = fc.array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 300 }).map((points) => String.fromCodePoint(...points));
  /** RFC 5545 section 3.1, backwards. */
  const unfold = (file: string) => file.replace(/\r\n /gu, '').split('\r\n');

  it('is a calendar with one entry that rings at its time', () => {
    expect(unfold(make('連絡の確認'))).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Kaitsu//Release request//EN',
      'CALSCALE:GREGORIAN',
      'BEGIN:VEVENT',
      'UID:a-b-c@kaitsu.invalid',
      'DTSTAMP:20261122T020304Z',
      'DTSTART:20261124T010000Z',
      'DTEND:20261124T011500Z',
      'SUMMARY:連絡の確認',
      'DESCRIPTION:',
      'CLASS:PRIVATE',
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:連絡の確認',
      'TRIGGER:PT0S',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('keeps every line within 75 octets, ends each with CRLF, breaks no character and loses nothing, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 100 }), anyText, (title, text) => {
        const file = make(title, text);
        for (const line of file.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n]/u);
        }
        const lines = unfold(file);
        expect(lines).toHaveLength(21);
        const written = lines.find((line) => line.startsWith('DESCRIPTION:'))?.slice('DESCRIPTION:'.length);
        const read = written?.replace(/\\(.)/gu, (_all, sign: string) => (sign === 'n' ? '\n' : sign));
        // Lone surrogates have no place in UTF-8: compared as they would be written.
        const plain = text.replace(/\r\n?/gu, '\n').replace(/(?!\n)\p{Cc}/gu, ' ');
        expect(Buffer.from(read ?? '').toString()).toBe(Buffer.from(plain).toString());
      }),
    );
  });
});

describe('the name of a saved file', () => {
  it('says what it is and of which day, in words that every file system takes', () => {
    expect(fileNameFor('ロック解除依頼書', '2026-11-22', 'pdf')).toBe('ロック解除依頼書_2026-11-22.pdf');
    expect(fileNameFor('../a\\b:c*?"<>|', '2026-11-22', 'ics')).toBe('..abc_2026-11-22.ics');
  });
});
