const day = 24 * 60 * 60_000;
/** 10:00 in Japan, in milliseconds of a day in UTC. */
const tenInJapan = 60 * 60_000;

/**
 * When to be reminded of the renewal: at ten in the morning, in Japan, as soon as the bank renews the certificate.
 * @param renewableFrom ISO 8601 @returns ISO 8601
 */
export function renewalDay(renewableFrom: string): string {
  return new Date(Math.ceil((Date.parse(renewableFrom) - tenInJapan) / day) * day + tenInJapan).toISOString();
}
