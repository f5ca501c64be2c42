import type { X509Certificate } from 'node:crypto';
import { hostOf } from '../bank/addresses.ts';
import { chainToAuthority, readAuthorities } from '../bank/bank-trust.ts';
import type { BankAddress } from '../bank/connection.ts';
import type { Dial } from '../bank/proxy/dial.ts';
import { isFor, shownCertificate } from '../bank/shown-certificate.ts';
import type { Clock } from '../support/ports.ts';

/**
 * How far this PC's clock is from the validity of the certificate that the bank shows.
 * @returns seconds: negative where the validity has not begun yet, positive where it is over, 0 inside it; null where
 * no certificate of the bank's was seen (not of the profile's authority, for another name, no TLS)
 */
export type CompareDates = (address: BankAddress, signal: AbortSignal) => Promise<number | null>;

/** No chain of a bank's is longer. */
const longestChain = 6;

/** @param clock this PC's @param dial as for every connection to the bank */
export function compareDates(clock: Clock, dial: Dial): CompareDates {
  return async ({ baseUrl, authority }, signal) => {
    const { host, port } = hostOf(baseUrl);
    const shown = await shownCertificate({ host, port }, dial, signal);
    if (shown === null || !isFor(shown, host)) return null;
    const chain = chainToAuthority(withIssuers(shown), readAuthorities(authority) ?? []);
    return chain === null ? null : distance(chain, clock.now().getTime());
  };
}

/** The certificate first, then those that it was shown with. */
function withIssuers(shown: X509Certificate): readonly X509Certificate[] {
  const chain = [shown];
  for (let next = shown.issuerCertificate; next !== undefined && chain.length < longestChain; next = next.issuerCertificate) chain.push(next);
  return chain;
}

function distance(chain: readonly X509Certificate[], now: number): number {
  const early = Math.min(0, ...chain.map((each) => now - Date.parse(each.validFrom)));
  const late = Math.max(0, ...chain.map((each) => now - Date.parse(each.validTo)));
  return (early < 0 ? early : late) / 1000;
}
