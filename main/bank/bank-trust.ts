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
  return Object.assign(new Error('the chain does not end at the pinned authority'), { code: 'ERR_TLS_CERT_NOT_PINNED' });
}

function endsAt(pinned: ReadonlySet<string>, certificate: PeerCertificate): boolean {
  const seen = new Set<string>();
  let current: Partial<PeerCertificate> & { readonly issuerCertificate?: PeerCertificate } = certificate;
  while (current.fingerprint256 !== undefined && !seen.has(current.fingerprint256)) {
    if (pinned.has(current.fingerprint256)) return true;
    seen.add(current.fingerprint256);
    current = current.issuerCertificate ?? {};
  }
  return false;
}

/**
 * Makes what connections to the bank trust: TLS 1.2 or later, and the given authorities as the only roots.
 * @param authority PEM of those authorities
 * @param identity the client's certificate for mutual TLS
 * @returns bank-profile-invalid (authority unreadable) or certificate-file-unreadable (PKCS#12 or passphrase wrong)
 */
export function makeBankTrust(authority: string, identity: ClientIdentity | null): Outcome<BankTrust> {
  const authorities = readAuthorities(authority);
  if (authorities === null) return failure('bank-profile-invalid');
  const pinned = new Set(authorities.map((one) => one.fingerprint256));
  const usual = { ca: authority, minVersion: 'TLSv1.2' as const };
  try {
    const mine = identity === null ? {} : { pfx: Buffer.from(identity.pfx), passphrase: identity.passphrase };
    return success({
      secureContext: createSecureContext({ ...usual, ...mine }),
      // node:tls also trusts the authorities inside a PKCS#12; those vouch for customers, not for the bank.
      checkServerIdentity: (host, certificate) => checkServerIdentity(host, certificate) ?? (endsAt(pinned, certificate) ? undefined : notPinned()),
    });
  } catch {
    return failure(identity === null ? 'bank-profile-invalid' : 'certificate-file-unreadable');
  }
}
