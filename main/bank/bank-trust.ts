import { X509Certificate } from 'node:crypto';
import { checkServerIdentity, createSecureContext, type PeerCertificate, type SecureContext } from 'node:tls';
import { failure, type Outcome, success } from '../../preload/contract/problem.ts';
import type { ClientIdentity } from './http.ts';

/** What a TLS connection to the bank is made with. */
export type BankTrust = {
  readonly secureContext: SecureContext;
  readonly checkServerIdentity: (host: string, certificate: PeerCertificate) => Error | undefined;
};

const certificateBlock = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/gu;

/**
 * Reads the authorities of a profile.
 * @param pem one or more certificates
 * @returns them, or null where one cannot be read or there is none
 */
export function readAuthorities(pem: string): readonly X509Certificate[] | null {
  const blocks = pem.match(certificateBlock) ?? [];
  try {
    return blocks.length === 0 ? null : blocks.map((block) => new X509Certificate(block));
  } catch {
    return null;
  }
}

/** Errors of our own carry a code as node:tls's do, so that they are told apart by it. */
function notPinned(): Error {
  return Object.assign(new Error('the chain does not lead to a pinned authority'), { code: 'ERR_TLS_CERT_NOT_PINNED' });
}

/** No chain of a bank's is longer. */
const longestChain = 8;

function vouches(issuer: X509Certificate, certificate: X509Certificate): boolean {
  try {
    return issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
  } catch {
    // A key of a kind that is not known here vouches for nothing.
    return false;
  }
}

/**
 * Follows a server's chain, signature by signature, to an authority of the profile, which is an anchor wherever it
 * stands in its own hierarchy (RFC 5280 section 6.1.1 (d)). Dates are not looked at.
 * @param shown the server's certificate first, then each one's issuer
 * @returns the certificates up to and including that authority; null where the chain does not lead to one
 */
export function chainToAuthority(shown: readonly X509Certificate[], authorities: readonly X509Certificate[]): readonly X509Certificate[] | null {
  const chain: X509Certificate[] = [];
  for (const current of shown.slice(0, longestChain)) {
    const last = chain.at(-1);
    if (last !== undefined && !vouches(current, last)) return null;
    chain.push(current);
    if (authorities.some((one) => one.raw.equals(current.raw))) return chain;
    const authority = authorities.find((one) => vouches(one, current));
    if (authority !== undefined) return [...chain, authority];
  }
  return null;
}

/** What node:tls calls a peer's certificate, with those that it was shown above it. */
type Shown = Partial<Pick<PeerCertificate, 'raw'>> & { readonly issuerCertificate?: PeerCertificate };

function certificatesOf(peer: Shown): readonly X509Certificate[] {
  const found: X509Certificate[] = [];
  for (let current: Shown | undefined = peer; current?.raw !== undefined && found.length < longestChain; current = current.issuerCertificate)
    found.push(new X509Certificate(current.raw));
  return found;
}

/** node:tls does not expect this to throw. */
function isPinned(peer: PeerCertificate, authorities: readonly X509Certificate[]): boolean {
  try {
    return chainToAuthority(certificatesOf(peer), authorities) !== null;
  } catch {
    return false;
  }
}

/**
 * Makes what connections to the bank trust: TLS 1.2 or later, and the given authorities as the only anchors.
 * @param authority PEM of those authorities
 * @param identity the client's certificate for mutual TLS
 * @returns bank-profile-invalid (authority unreadable) or certificate-file-unreadable (PKCS#12 or passphrase wrong)
 */
export function makeBankTrust(authority: string, identity: ClientIdentity | null): Outcome<BankTrust> {
  const authorities = readAuthorities(authority);
  if (authorities === null) return failure('bank-profile-invalid');
  const usual = { ca: authority, allowPartialTrustChain: true, minVersion: 'TLSv1.2' as const };
  try {
    const mine = identity === null ? {} : { pfx: Buffer.from(identity.pfx), passphrase: identity.passphrase.reveal() };
    return success({
      secureContext: createSecureContext({ ...usual, ...mine }),
      // node:tls also trusts the authorities inside a PKCS#12; those vouch for customers, not for the bank.
      checkServerIdentity: (host, certificate) => checkServerIdentity(host, certificate) ?? (isPinned(certificate, authorities) ? undefined : notPinned()),
    });
  } catch {
    return failure(identity === null ? 'bank-profile-invalid' : 'certificate-file-unreadable');
  }
}
