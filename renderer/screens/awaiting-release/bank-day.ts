import holidays from 'japanese-holidays';
import { timeZone } from '../../text/dates.ts';

/** 31 December to 3 January: Japanese banks are closed, holiday or not (Order for Enforcement of the Banking Act, article 5). */
const turnOfTheYear = /-(?:12-31|01-0[1-3])$/u;

/** @param day ISO 8601 calendar date @returns whether branches of Japanese banks are open then */
export function isBankDay(day: string): boolean {
  // A day of no time zone: the package reads what stands in the local calendar.
  const date = new Date(`${day}T00:00:00`);
  const weekday = date.getDay();
  return weekday !== 0 && weekday !== 6 && holidays.isHoliday(date) === undefined && !turnOfTheYear.test(day);
}

/**
 * A day on which the branch may well have called: the next one on which it is open after the request, and after today.
 * @param requestedAt ISO 8601 instant
 * @returns ISO 8601 calendar date, in Japan
 */
export function nextBankDay(requestedAt: string, now: Date): string {
  const last = Math.max(Date.parse(requestedAt), now.getTime());
  const day = new Date(`${new Intl.DateTimeFormat('en-CA', { timeZone }).format(last)}T00:00:00Z`);
  const written = () => day.toISOString().slice(0, 10);
  do day.setUTCDate(day.getUTCDate() + 1);
  while (!isBankDay(written()));
  return written();
}
