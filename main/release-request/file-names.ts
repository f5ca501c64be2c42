/** The longest name, without its ending, that is proposed: file systems count up to 255 octets. */
const longestName = 70;

/**
 * A name for a file that a person will look for again.
 * @param title what it is, in any language
 * @param day ISO 8601
 * @param ending e.g. "pdf"
 * @returns e.g. "暗証番号ロック解除依頼書_2026-11-22.pdf"; what Windows refuses in names is left out
 */
export function fileNameFor(title: string, day: string, ending: string): string {
  const safe = title
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, '')
    .trim()
    .slice(0, longestName);
  return `${safe === '' ? 'Kaitsu' : safe}_${day}.${ending}`;
}

/** The day that it is at a Japanese bank. @returns ISO 8601, e.g. "2026-11-22" */
export function dayInJapan(instant: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Tokyo', year: 'numeric', month: '2-digit', day: '2-digit' }).format(instant);
}
