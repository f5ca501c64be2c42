import type { Problem } from '../../../preload/contract/problem.ts';
import { problemFacts } from '../../../preload/contract/problem-facts.ts';
import type { Offer } from '../../../preload/contract/procedure.ts';
import type { Catalogue } from '../../text/ja/catalogue.ts';

export type CertificateOffer = Extract<Offer, { kind: 'logon' }>;

/** What the start says of the certificate, and where it leads. stop: why only a call to the bank helps. */
export type HowItStands = {
  readonly title: string;
  readonly lead: string | null;
  readonly good: boolean;
  readonly logOn: boolean;
  readonly renew: boolean;
  readonly stop: string | null;
};

type Texts = {
  readonly words: Catalogue['screens']['start'];
  readonly validity: Catalogue['validity'];
  /** A day, and a moment, in words of the window's language. */
  readonly date: (instant: string) => string;
  readonly moment: (instant: string) => string;
};

/**
 * @param offer the certificate of this PC, as main found it
 * @param notice what stands above: where it says that the certificate cannot be used here, nothing below says that all is well, or leads to a logon in vain
 */
export function standing({ certificate, validity }: CertificateOffer, notice: Problem | null, { words, validity: said, date, moment }: Texts): HowItStands {
  const expiry = date(certificate.notAfter);
  const severity = notice === null ? null : problemFacts[notice.code].severity;
  const doubted = severity === 'error' || severity === 'blocking';
  const title = doubted ? words.doubtedTitle(expiry) : words.goodTitle(expiry);
  const inForce = { title, good: !doubted, logOn: severity !== 'blocking', renew: false, stop: null };
  const over = { title: said.expiredTitle, good: false, logOn: false, renew: false, stop: null };
  const closing = (at?: string) => (at === undefined ? '' : said.closesAt(moment(at)));
  switch (validity?.kind) {
    case undefined:
      return { ...inForce, lead: doubted ? null : words.looking };
    case 'notDue':
      return { ...inForce, lead: doubted ? null : words.daysLeft(validity.daysLeft, date(validity.renewableFrom)) };
    case 'due':
      return {
        ...inForce,
        title: words.dueTitle,
        good: false,
        renew: true,
        lead: words.withRenewal(said.due(expiry, validity.daysLeft) + closing(validity.closesAt)),
      };
    case 'closed':
      return { ...inForce, good: false, lead: said.closed[validity.wants](expiry) };
    case 'expired':
      return { ...over, renew: true, lead: words.withRenewal(said.expired(expiry, moment(validity.renewableUntil))) };
    case 'revokeFirst':
    case 'paperForm':
      return { ...over, lead: null, stop: said[validity.kind](expiry) };
    default:
      return validity satisfies never;
  }
}
