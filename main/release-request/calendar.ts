import type { Reminder } from '../../preload/contract/release-request.ts';

/** RFC 5545 section 3.1: a line is at most 75 octets, its end not counted. */
const longestLine = 75;
const reminderMinutes = 15;

/**
 * A calendar file with one entry that rings when it begins (RFC 5545, sections 3.4, 3.6.1 and 3.6.6). It has no
 * METHOD: a message of that kind would need an ORGANIZER (RFC 5546 section 3.2.1), and nobody is invited here.
 * @param reminder when, and its texts
 * @param uid worldwide unique (section 3.8.4.7)
 * @param now when the file is made
 * @returns the file's content, UTF-8, with CRLF and folded lines
 */
export function calendarFile({ at, title, text }: Reminder, uid: string, now: Date): string {
  const begin = new Date(at);
  const end = new Date(begin.getTime() + reminderMinutes * 60_000);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kaitsu//Release request//EN',
    'CALSCALE:GREGORIAN',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${utc(now)}`,
    `DTSTART:${utc(begin)}`,
    `DTEND:${utc(end)}`,
    `SUMMARY:${escapeText(title)}`,
    `DESCRIPTION:${escapeText(text)}`,
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escapeText(title)}`,
    'TRIGGER:PT0S',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

/** Section 3.3.5, form 2: date with UTC time. */
function utc(instant: Date): string {
  return instant.toISOString().replace(/[-:]|\.[0-9]{3}/gu, '');
}

/** Section 3.3.11: backslash, semicolon, comma and line ends; other control characters have no place in a text. */
function escapeText(text: string): string {
  const plain = text.replace(/\r\n?/gu, '\n').replace(/(?!\n)\p{Cc}/gu, ' ');
  return plain.replace(/[\\;,]/gu, (sign) => `\\${sign}`).replace(/\n/gu, '\\n');
}

/** Section 3.1: folds between characters, never inside the octets of one. */
function fold(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  for (const character of line) {
    // A folded line begins with a blank, which counts.
    const room = pieces.length === 0 ? longestLine : longestLine - 1;
    if (Buffer.byteLength(piece + character) > room) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece].join('\r\n ');
}
