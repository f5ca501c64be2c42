import type { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { connect } from 'node:tls';
import { chainToAuthority, readAuthorities } from '../bank/bank-trust.ts';
import type { BankAddress } from '../bank/connection.ts';
import type { Clock } from '../support/ports.ts';
import { hostOf } from './addresses.ts';

/**
 * How far this PC's clock is from the validity of the certificate that the bank shows.
 * @returns seconds: negative where the validity has not begun yet, positive where it is over, 0 inside it; null where
 * no certificate of the bank's was seen (not of the profile's authority, for another name, no TLS)
 */
export type CompareDates = (address: BankAddress, signal: AbortSignal) => Promise<number | null>;

/** Shorter than the limit of a check. */
const handshakeLimit = 3_000;
/** No chain of a bank's is longer. */
const longestChain = 6;

/** @param clock this PC's */
export function compareDates(clock: Clock): CompareDates {
  return async ({ baseUrl, authority }, signal) => {
    const { host, port } = hostOf(baseUrl);
    const shown = await shownCertificate(host, port, signal);
    if (shown === null || !isFor(shown, host)) return null;
    const chain = chainToAuthority(withIssuers(shown), readAuthorities(authority) ?? []);
    return chain === null ? null : distance(chain, clock.now().getTime());
  };
}

/** Looks at the certificate and hangs up. It may be anybody's: nothing is sent, and nothing that comes is read. */
function shownCertificate(host: string, port: number, signal: AbortSignal): Promise<X509Certificate | null> {
  return new Promise((resolve) => {
    const name = isIP(host) === 0 ? { servername: host } : {};
    const socket = connect({ host, port, ...name, minVersion: 'TLSv1.2', rejectUnauthorized: false });
    const end = (shown: X509Certificate | null): void => {
      signal.removeEventListener('abort', stop);
      socket.destroy();
      resolve(shown);
    };
    const stop = (): void => end(null);
    signal.addEventListener('abort', stop, { once: true });
    socket.setTimeout(handshakeLimit, stop);
    socket.once('secureConnect', () => end(socket.getPeerX509Certificate() ?? null)).on('error', stop);
  });
}

function isFor(certificate: X509Certificate, host: string): boolean {
  return (isIP(host) === 0 ? certificate.checkHost(host) : certificate.checkIP(host)) !== undefined;
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
