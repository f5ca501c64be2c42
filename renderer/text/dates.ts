import type { Language } from '../../preload/contract/preferences.ts';

/** A Japanese bank's day and hour, wherever the PC believes to be. */
const timeZone = 'Asia/Tokyo';

const locales: Readonly<Record<Language, string>> = { ja: 'ja-JP', en: 'en-GB', ko: 'ko-KR' };
/** How a time is marked as Japan's, where it does not go without saying. */
const zoneMarks: Readonly<Record<Language, string>> = { ja: '（日本時間）', en: ' JST', ko: ' (일본 시간)' };

function format(instant: string, language: Language, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locales[language], { ...options, timeZone }).format(new Date(instant));
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
