import type { X509Certificate } from 'node:crypto';
import { isCertificate } from './x509.ts';

/**
 * The search for a way from a certificate to a pinned authority (RFC 5280 section 6, as far as it concerns one's own
 * certificate). What a bank hands out may certify each other in circles; the work is bounded whatever it is.
 */

/** By how much the clocks of PC and bank may differ, in milliseconds. */
export const clockSkew = 5 * 60_000;

/** Issuers on a way; banks have one or two. */
const longestPath = 8;
/** Certificates of one answer that are looked at; a bank's chain has two or three. */
const mostCandidates = 64;
/** Signature checks that one examination may cost, about 0.1 ms each. */
export const mostSignatureChecks = 100;

/** What an examination has cost so far. */
export type Work = { signatureChecks: number };

export type PathSearch = {
  /**
   * @returns the issuers, nearest first, the pinned one last; empty when the certificate itself is pinned; null when
   *   there is no way, or none within the bounds
   */
  pathOf(certificate: X509Certificate): readonly X509Certificate[] | null;
  readonly work: Work;
};

export type PathParts = {
  /** What the bank's profile pins; the only thing that is trusted. */
  readonly pinned: readonly X509Certificate[];
  /** Where issuers may be found besides. */
  readonly handedOut: readonly X509Certificate[];
  readonly now: Date;
};

function inForce(certificate: X509Certificate, now: Date): boolean {
  const from = Date.parse(certificate.validFrom) - clockSkew;
  return from <= now.getTime() && now.getTime() <= Date.parse(certificate.validTo) + clockSkew;
}

function distinct(certificates: readonly X509Certificate[]): readonly X509Certificate[] {
  return [...new Map(certificates.map((one) => [one.raw.toString('latin1'), one])).values()].slice(0, mostCandidates);
}

/** Each pair of certificates is checked once, however many ways lead over it. */
function createIssuedCheck(work: Work) {
  const known = new Map<X509Certificate, Map<X509Certificate, boolean>>();

  function signed(issuer: X509Certificate, child: X509Certificate): boolean {
    try {
      // Names and what the extensions say first: they cost nothing.
      if (!issuer.ca || !child.checkIssued(issuer) || work.signatureChecks >= mostSignatureChecks) return false;
      work.signatureChecks += 1;
      return child.verify(issuer.publicKey);
    } catch {
      return false;
    }
  }

  return (issuer: X509Certificate, child: X509Certificate): boolean => {
    const ofChild = known.get(child) ?? new Map<X509Certificate, boolean>();
    known.set(child, ofChild);
    const answer = ofChild.get(issuer) ?? signed(issuer, child);
    ofChild.set(issuer, answer);
    return answer;
  };
}

/**
 * Whether a certificate leads to a pinned one depends on nothing but the certificate; so the search goes outwards
 * from it, level by level, and comes to each certificate once.
 */
export function createPathSearch({ pinned, handedOut, now }: PathParts): PathSearch {
  const work: Work = { signatureChecks: 0 };
  const issued = createIssuedCheck(work);
  const candidates = distinct(handedOut);
  const anchors = pinned.filter((one) => inForce(one, now));

  function pathOf(certificate: X509Certificate): readonly X509Certificate[] | null {
    if (!inForce(certificate, now)) return null;
    if (anchors.some(isCertificate(certificate))) return [];
    const met = new Set<X509Certificate>(candidates.filter(isCertificate(certificate)));
    let level: readonly { readonly end: X509Certificate; readonly path: readonly X509Certificate[] }[] = [{ end: certificate, path: [] }];
    for (let depth = 0; depth < longestPath && level.length > 0; depth += 1) {
      for (const { end, path } of level) {
        const anchor = anchors.find((one) => issued(one, end));
        if (anchor !== undefined) return [...path, anchor];
      }
      level = level.flatMap(({ end, path }) => {
        const issuers = candidates.filter((one) => !met.has(one) && inForce(one, now) && issued(one, end));
        for (const one of issuers) met.add(one);
        return issuers.map((one) => ({ end: one, path: [...path, one] }));
      });
    }
    return null;
  }

  return { pathOf, work };
}
