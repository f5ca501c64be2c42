import type { Language } from '../../preload/contract/preferences.ts';

/** A Japanese bank's day and hour, wherever the PC believes to be. */
const timeZone = 'Asia/Tokyo';

function format(instant: string, language: Language, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', { ...options, timeZone }).format(new Date(instant));
}

/** @param instant ISO 8601 @returns the day in Japan, e.g. "2027年11月22日" or "22 November 2027" */
export function formatDate(instant: string, language: Language): string {
  return format(instant, language, { dateStyle: 'long' });
}

/** @param instant ISO 8601 @returns the time in Japan, marked as such: "15:04" or "15:04 JST" */
export function formatTime(instant: string, language: Language): string {
  const time = format(instant, language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return language === 'ja' ? time : `${time} JST`;
}

/** As formatTime, with seconds: for waits of less than a minute. */
export function formatTimeWithSeconds(instant: string, language: Language): string {
  const time = format(instant, language, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
  return language === 'ja' ? time : `${time} JST`;
}

/** @param instant ISO 8601 @returns day and time in Japan, marked as such */
export function formatDateTime(instant: string, language: Language): string {
  const text = format(instant, language, { dateStyle: 'long', timeStyle: 'short' });
  return language === 'ja' ? `${text}（日本時間）` : `${text} JST`;
}
