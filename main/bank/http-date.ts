/** Dates as HTTP writes them (RFC 9110 section 5.6.7), in all three forms; each of them means UTC. */

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const time = '(?<hour>\\d{2}):(?<minute>\\d{2}):(?<second>\\d{2})';
const forms = [
  // IMF-fixdate: Sun, 06 Nov 1994 08:49:37 GMT
  new RegExp(`^[a-z]{3}, (?<day>\\d{2}) (?<month>[a-z]{3}) (?<year>\\d{4}) ${time} (?:gmt|utc)$`, 'iu'),
  // RFC 850, obsolete: Sunday, 06-Nov-94 08:49:37 GMT
  new RegExp(`^[a-z]{6,9}, (?<day>\\d{2})-(?<month>[a-z]{3})-(?<year>\\d{2}) ${time} gmt$`, 'iu'),
  // asctime, obsolete, without a zone: Sun Nov  6 08:49:37 1994
  new RegExp(`^[a-z]{3} (?<month>[a-z]{3}) (?<day>[ \\d]\\d) ${time} (?<year>\\d{4})$`, 'iu'),
] as const;

/**
 * Reads an HTTP date.
 * @param text a header's value, undefined where there is none
 * @param now a year of two digits is the nearest one that is not more than 50 years after this
 * @returns milliseconds since 1970; null where the text is no date
 */
export function readHttpDate(text: string | undefined, now: Date): number | null {
  const value = text?.trim() ?? '';
  const groups = forms.map((form) => form.exec(value)?.groups).find((found) => found !== undefined);
  if (groups === undefined) return null;
  const month = months.indexOf(groups.month?.toLowerCase() ?? '');
  const numbers = [groups.day, groups.hour, groups.minute, groups.second].map(Number);
  const [day = 0, hour = 0, minute = 0, second = 0] = numbers;
  if (month < 0 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 60) return null;
  return Date.UTC(fullYear(groups.year ?? '', now), month, day, hour, minute, second);
}

function fullYear(digits: string, now: Date): number {
  if (digits.length === 4) return Number(digits);
  const century = now.getUTCFullYear() - (now.getUTCFullYear() % 100);
  const year = century + Number(digits);
  return year > now.getUTCFullYear() + 50 ? year - 100 : year;
}
