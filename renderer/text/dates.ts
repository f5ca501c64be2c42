import type { Language } from '../../preload/contract/preferences.ts';
import { isDay } from '../../preload/contract/typed-day.ts';
import { locales } from './locales.ts';

/** A Japanese bank's day and hour, wherever the PC believes to be. */
export const timeZone = 'Asia/Tokyo';

/** How a time is marked as Japan's, where it does not go without saying. */
const zoneMarks: Readonly<Record<Language, string>> = { ja: '（日本時間）', en: ' JST', ko: ' (일본 시간)' };

/** By language and options: to make one takes longer than to draw a frame of a film has room for. */
const formats = new Map<string, Intl.DateTimeFormat>();

function format(instant: string, language: Language, options: Intl.DateTimeFormatOptions): string {
  const key = `${language} ${JSON.stringify(options)}`;
  const made = formats.get(key) ?? new Intl.DateTimeFormat(locales[language], { ...options, timeZone });
  formats.set(key, made);
  return made.format(new Date(instant));
}

/** @param instant ISO 8601 @returns the day in Japan, e.g. "2027年11月22日" or "22 November 2027" */
export function formatDate(instant: string, language: Language): string {
  return format(instant, language, { dateStyle: 'long' });
}

/** @param instant ISO 8601 @returns the time in Japan, marked as such: "15:04" or "15:04 JST" */
export function formatTime(instant: string, language: Language): string {
  const time = format(instant, language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return language === 'ja' ? time : `${time}${zoneMarks[language]}`;
}

/** As formatTime, with seconds: for waits of less than a minute. */
export function formatTimeWithSeconds(instant: string, language: Language): string {
  const time = format(instant, language, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
  return language === 'ja' ? time : `${time}${zoneMarks[language]}`;
}

/** @param instant ISO 8601 @returns day and time in Japan, marked as such */
export function formatDateTime(instant: string, language: Language): string {
  const text = format(instant, language, { dateStyle: 'long', timeStyle: 'short' });
  return `${text}${zoneMarks[language]}`;
}

/**
 * A day as Japanese forms want it, in the imperial calendar (和暦): "令和8年11月22日", and "令和元年5月1日" for a first year.
 * @param day ISO 8601 calendar date; anything else comes back as it is
 */
export function formatJapaneseDay(day: string): string {
  if (!isDay(day)) return day;
  const options = { era: 'long', year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat('ja-JP-u-ca-japanese', options).format(new Date(`${day}T00:00:00Z`));
}

/** The same day in the common calendar: "2026年11月22日". */
export function formatCommonDay(day: string): string {
  return isDay(day) ? new Intl.DateTimeFormat('ja-JP', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`)) : day;
}

/** A day as the branch's paper shows it. */
export function formatPaperDay(day: string, calendar: 'japanese' | 'gregorian'): string {
  return calendar === 'japanese' ? formatJapaneseDay(day) : formatCommonDay(day);
}
