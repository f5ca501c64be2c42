import { createPublicKey, type KeyObject, type X509Certificate } from 'node:crypto';
import { failure, type Outcome, success } from '../../preload/contract/problem.ts';
import type { RequestedSubject } from './certificate-request.ts';
import { clientAuthentication, subjectValues } from './x509.ts';

/**
 * The examination of what a bank hands out, before anything of it is stored: key, subject, purpose, dates
 * and chain (RFC 5280 section 6, as far as it concerns one's own certificate). Signatures are OpenSSL's work.
 */

/** By how much the clocks of PC and bank may differ, in milliseconds. */
export const clockSkew = 5 * 60_000;
const longestChain = 8;

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

const same = (a: X509Certificate, b: X509Certificate) => a.raw.equals(b.raw);

function inForce(certificate: X509Certificate, now: Date): boolean {
  const from = Date.parse(certificate.validFrom) - clockSkew;
  return from <= now.getTime() && now.getTime() <= Date.parse(certificate.validTo) + clockSkew;
}

function issued(issuer: X509Certificate, child: X509Certificate): boolean {
  try {
    return issuer.ca && child.checkIssued(issuer) && child.verify(issuer.publicKey);
  } catch {
    return false;
  }
}

/**
 * Finds a way from a certificate to a pinned authority; every signature and date on it is checked.
 * @returns the issuers, nearest first, the pinned one last; empty when the certificate itself is pinned; null when there is no way
 */
export function chainToPinned(
  certificate: X509Certificate,
  pinned: readonly X509Certificate[],
  handedOut: readonly X509Certificate[],
  now: Date,
  depth = 0,
): readonly X509Certificate[] | null {
  if (depth > longestChain || !inForce(certificate, now)) return null;
  if (pinned.some((anchor) => same(anchor, certificate))) return [];
  const anchor = pinned.find((one) => issued(one, certificate) && inForce(one, now));
  if (anchor !== undefined) return [anchor];
  for (const issuer of handedOut.filter((one) => !same(one, certificate) && issued(one, certificate))) {
    const rest = chainToPinned(issuer, pinned, handedOut, now, depth + 1);
    if (rest !== null) return [issuer, ...rest];
  }
  return null;
}

function hasSubject(leaf: X509Certificate, subject: RequestedSubject): boolean {
  const [name, ...otherNames] = subjectValues(leaf, 'CN');
  const organizations = subjectValues(leaf, 'O').map((one) => one.normalize('NFC'));
  return name === subject.contractorId && otherNames.length === 0 && organizations.length === 1 && organizations[0] === subject.organization.normalize('NFC');
}

/** X509Certificate.keyUsage holds the extended key usages' object identifiers. */
function isForClients(leaf: X509Certificate): boolean {
  return !leaf.ca && (leaf.keyUsage ?? []).includes(clientAuthentication);
}

function hasKey(certificate: X509Certificate, spki: Buffer): boolean {
  return certificate.publicKey.export({ type: 'spki', format: 'der' }).equals(spki);
}

/**
 * Examines an answer of the bank.
 * @param answer the certificates of the answer, in any order
 * @returns the certificate for our key with its chain; certificate-mismatch when anything does not fit
 */
export function verifyAnswer(answer: readonly X509Certificate[], { key, subject, pinned, handedOut, now }: Examination): Outcome<VerifiedCertificate> {
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
  const leaf = answer.find((one) => hasKey(one, spki));
  if (leaf === undefined || !hasSubject(leaf, subject) || !isForClients(leaf)) return failure('certificate-mismatch');
  const issuers = chainToPinned(leaf, pinned, [...handedOut, ...answer], now);
  return issuers === null || issuers.length === 0 ? failure('certificate-mismatch') : success({ leaf, issuers });
}

/**
 * Examines what cacerts answered: at least one of the authorities must be pinned or chain to a pinned one.
 * @returns those that do; certificate-mismatch when none does
 */
export function verifyAuthorities(handedOut: readonly X509Certificate[], pinned: readonly X509Certificate[], now: Date): Outcome<readonly X509Certificate[]> {
  const trusted = handedOut.filter((one) => one.ca && chainToPinned(one, pinned, handedOut, now) !== null);
  return trusted.length === 0 ? failure('certificate-mismatch') : success(trusted);
}
