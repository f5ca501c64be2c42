import type { X509Certificate } from 'node:crypto';
import { failure, type Outcome, success } from '../../preload/contract/problem.ts';
import type { Clock } from '../support/ports.ts';
import type { CsrDemands } from './csr-attributes.ts';
import type { EstClient } from './est-client.ts';
import { verifyAuthorities } from './verification.ts';

/** What the server says before anything is sent to it: the authorities that may issue, and what it wants to find in a request. */
export type Terms = { readonly authorities: readonly X509Certificate[]; readonly demands: CsrDemands };

/**
 * The terms, asked for while the person still types where that is possible. What was heard ahead is used once and
 * only while it is fresh; the authorities in it are held against the pinned ones again when they are needed.
 */
export type TermsAhead = {
  /** Begins to ask unless fresh ones are there or on the way. Never throws; a failure ahead is of no consequence. */
  prepare(): void;
  /** @returns the terms heard ahead, or asked for now; certificate-mismatch where the server hands out other authorities than the pinned ones */
  take(pinned: readonly X509Certificate[], signal: AbortSignal): Promise<Outcome<Terms>>;
};

export type TermsParts = {
  /** Over a connection without a certificate. */
  readonly est: Pick<EstClient, 'caCertificates' | 'csrAttributes'>;
  /** The authorities that the bank's profile pins. */
  readonly pinned: () => Promise<Outcome<readonly X509Certificate[]>>;
  readonly clock: Clock;
};

/** How long terms that were heard ahead may be used, in milliseconds. */
export const freshFor = 10 * 60_000;
/** How long asking ahead may take, in milliseconds. */
const aheadLimit = 60_000;

type Ahead = { readonly since: number; readonly terms: Promise<Terms | null> };

export function createTermsAhead({ est, pinned, clock }: TermsParts): TermsAhead {
  let ahead: Ahead | null = null;

  async function ask(anchors: readonly X509Certificate[], signal: AbortSignal): Promise<Outcome<Terms>> {
    // Before anything else is asked: a server that hands out other authorities than the pinned ones learns nothing.
    const authorities = await est.caCertificates(signal);
    if (!authorities.ok) return authorities;
    const trusted = verifyAuthorities(authorities.value, anchors, clock.now());
    if (!trusted.ok) return trusted;
    const demands = await est.csrAttributes(signal);
    return demands.ok ? success({ authorities: trusted.value, demands: demands.value }) : demands;
  }

  async function askAhead(): Promise<Terms | null> {
    const anchors = await pinned();
    const terms = anchors.ok ? await ask(anchors.value, AbortSignal.timeout(aheadLimit)) : anchors;
    return terms.ok ? terms.value : null;
  }

  function isFresh({ since }: Ahead): boolean {
    const age = clock.now().getTime() - since;
    return age >= 0 && age < freshFor;
  }

  /** Those heard ahead, once; null where there are none that are good now. */
  async function heardAhead(anchors: readonly X509Certificate[], signal: AbortSignal): Promise<Terms | null> {
    const heard = ahead;
    ahead = null;
    const terms = heard !== null && isFresh(heard) ? await unlessAborted(heard.terms, signal) : null;
    const trusted = verifyAuthorities(terms?.authorities ?? [], anchors, clock.now());
    return terms !== null && trusted.ok ? { ...terms, authorities: trusted.value } : null;
  }

  return {
    prepare() {
      if (ahead !== null && isFresh(ahead)) return;
      const mine: Ahead = { since: clock.now().getTime(), terms: askAhead().catch(() => null) };
      ahead = mine;
      // What failed is asked again the next time.
      void mine.terms.then((terms) => {
        if (terms === null && ahead === mine) ahead = null;
      });
    },
    async take(anchors, signal) {
      const heard = await heardAhead(anchors, signal);
      if (signal.aborted) return failure('cancelled');
      return heard === null ? ask(anchors, signal) : success(heard);
    },
  };
}

function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T | null> {
  if (signal.aborted) return Promise.resolve(null);
  return new Promise((resolve) => {
    const stop = () => resolve(null);
    signal.addEventListener('abort', stop, { once: true });
    void work.then((value) => {
      signal.removeEventListener('abort', stop);
      resolve(value);
    });
  });
}
