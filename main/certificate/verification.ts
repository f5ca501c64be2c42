import { createPublicKey, type KeyObject, type X509Certificate } from 'node:crypto';
import { failure, type Outcome, success } from '../../preload/contract/problem.ts';
import type { RequestedSubject } from './certificate-request.ts';
import { isSameName } from './names.ts';
import { createPathSearch } from './path.ts';
import { clientAuthentication, hasKey, hasUsableSerial, subjectValues } from './x509.ts';

/**
 * The examination of what a bank hands out, before anything of it is stored: key, subject, purpose, dates
 * and chain (RFC 5280 section 6, as far as it concerns one's own certificate). Signatures are OpenSSL's work.
 */

/** A certificate that passed, and its issuers up to and including a pinned authority. */
export type VerifiedCertificate = { readonly leaf: X509Certificate; readonly issuers: readonly X509Certificate[] };

export type Examination = {
  readonly key: KeyObject;
  readonly subject: RequestedSubject;
  /** What the bank's profile pins; the only thing that is trusted. */
  readonly pinned: readonly X509Certificate[];
  /** What cacerts answered, and the rest of the answer: issuers may be found there, trust not. */
  readonly handedOut: readonly X509Certificate[];
  readonly now: Date;
};

/** The contractor ID and the key decide. How an authority writes the company is its affair; what it wrote is shown. */
function hasSubject(leaf: X509Certificate, { contractorId }: RequestedSubject): boolean {
  const names = subjectValues(leaf, 'CN');
  return names.length > 0 && names.every((name) => isSameName(name, contractorId));
}

/** anyExtendedKeyUsage (RFC 5280 section 4.2.1.12). */
const anyUsage = '2.5.29.37.0';

/** keyUsage of Node holds the extended key usages. A certificate that names none may be used for all (RFC 5280 section 4.2.1.12). */
function isForClients(leaf: X509Certificate): boolean {
  const usages: readonly string[] = leaf.keyUsage ?? [];
  return !leaf.ca && (usages.length === 0 || usages.includes(clientAuthentication) || usages.includes(anyUsage));
}

/**
 * Examines an answer of the bank. Never throws, whatever the certificates hold.
 * @param answer the certificates of the answer, in any order
 * @returns the certificate for our key with its chain; certificate-mismatch when anything does not fit
 */
export function verifyAnswer(answer: readonly X509Certificate[], { key, subject, pinned, handedOut, now }: Examination): Outcome<VerifiedCertificate> {
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
  const search = createPathSearch({ pinned, handedOut: [...handedOut, ...answer], now });
  // Authorities that certify each other may hand out more than one certificate for a key: the first one that fits counts.
  for (const leaf of answer.filter((one) => hasKey(one, spki))) {
    if (!hasSubject(leaf, subject) || !isForClients(leaf) || !hasUsableSerial(leaf)) continue;
    const issuers = search.pathOf(leaf);
    if (issuers !== null && issuers.length > 0) return success({ leaf, issuers });
  }
  return failure('certificate-mismatch');
}

/**
 * Examines what cacerts answered: at least one of the authorities must be pinned or chain to a pinned one.
 * @returns those that do; certificate-mismatch when none does
 */
export function verifyAuthorities(handedOut: readonly X509Certificate[], pinned: readonly X509Certificate[], now: Date): Outcome<readonly X509Certificate[]> {
  const search = createPathSearch({ pinned, handedOut, now });
  const trusted = handedOut.filter((one) => one.ca && search.pathOf(one) !== null);
  return trusted.length === 0 ? failure('certificate-mismatch') : success(trusted);
}
