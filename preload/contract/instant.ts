/** Instants as the contract writes them: ISO 8601 in UTC with a year of four digits. */

const first = Date.UTC(1970, 0, 1);
const last = Date.UTC(9999, 11, 31, 23, 59, 59);

/**
 * @param milliseconds since 1970, from wherever; what no year of four digits holds is cut, and what is no number is 1970
 * @returns an instant that every schema of the contract takes
 */
export function instantAt(milliseconds: number): string {
  return new Date(Number.isNaN(milliseconds) ? first : Math.min(Math.max(milliseconds, first), last)).toISOString();
}
