import { toHalfWidth } from './typed-text.ts';

/** Days and hours as people write them: pure functions for window and main. */

/** Since this day Japan counts months and days as the common calendar does. A year that is half typed ("0202") lies before it. */
const firstDay = '1873-01-01';

/** Whether a text is a day that exists, as ISO 8601 writes it, and that a Japanese form can name. */
export function isDay(text: string): boolean {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/u.test(text) || text < firstDay) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** First year of an era (和暦) that somebody alive may write, with its usual abbreviation. */
const eras: readonly (readonly [RegExp, number])[] = [
  [/^(?:令和|R)/iu, 2019],
  [/^(?:平成|H)/iu, 1989],
  [/^(?:昭和|S)/iu, 1926],
];

function yearOf(text: string): number | null {
  for (const [era, first] of eras) {
    const year = era.test(text) ? text.replace(era, '') : null;
    if (year !== null) return year === '元' ? first : /^[0-9]{1,2}$/u.test(year) && Number(year) > 0 ? first + Number(year) - 1 : null;
  }
  return /^[0-9]{4}$/u.test(text) ? Number(text) : null;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function isoOf(year: number | null, month: number, day: number): string | null {
  if (year === null) return null;
  const written = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isDay(written) ? written : null;
}

/**
 * Reads a day in the ways in which it is written in Japan, Korea and on forms: year first, in the common calendar
 * or of an era; or in English words. A day that may be read in two ways ("11/12/2026") is none.
 * @returns ISO 8601 calendar date, or null
 */
export function readDay(typed: string): string | null {
  const text = toHalfWidth(typed).replace(/\s+/gu, ' ').trim();
  const digits = /^([0-9]{4})([0-9]{2})([0-9]{2})$/u.exec(text);
  if (digits !== null) return isoOf(Number(digits[1]), Number(digits[2]), Number(digits[3]));
  const parts = /^(\D*?[0-9元]{1,4}) ?[-/.年년] ?([0-9]{1,2}) ?[-/.月월] ?([0-9]{1,2}) ?[日일.]?$/u.exec(text);
  if (parts !== null) return isoOf(yearOf(parts[1]?.replace(/ /gu, '') ?? ''), Number(parts[2]), Number(parts[3]));
  const words = /^([0-9]{1,2}) ([A-Za-z]{3,9}),? ([0-9]{4})$/u.exec(text) ?? swapped(/^([A-Za-z]{3,9}) ([0-9]{1,2}),? ([0-9]{4})$/u.exec(text));
  if (words === null) return null;
  const month = months.indexOf((words[2] ?? '').slice(0, 3).toLowerCase()) + 1;
  return isoOf(Number(words[3]), month, Number(words[1]));
}

function swapped(found: RegExpExecArray | null): readonly (string | undefined)[] | null {
  return found === null ? null : [found[0], found[2], found[1], found[3]];
}

/**
 * Reads a time of day: "10:00", "10時", "10時30分", "午後3時", "오후 3:00", "3 pm".
 * @returns "HH:MM", or null
 */
export function readTime(typed: string): string | null {
  const text = toHalfWidth(typed).replace(/\s+/gu, '').toLowerCase();
  const found = /^(午前|午後|오전|오후)?([0-9]{1,2})(?:[:時시]([0-9]{1,2})?分?분?)?(am|pm)?$/u.exec(text);
  if (found === null) return null;
  const half = found[1] ?? found[4];
  const hour = Number(found[2]);
  const minute = Number(found[3] ?? '0');
  if (minute > 59 || hour > (half === undefined ? 23 : 12)) return null;
  const later = half === '午後' || half === '오후' || half === 'pm';
  const inDay = half === undefined ? hour : (hour % 12) + (later ? 12 : 0);
  return `${String(inDay).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
