import type { Offer } from '../../../preload/contract/procedure.ts';
import { formatDate } from '../../text/dates.ts';
import { useWindow } from '../frame/window-context.tsx';

/** What lies on this PC of a procedure that did not come to its end. */
export type UnfinishedOffer = Extract<Offer, { kind: 'retrieval' | 'activation' }>;

/** @returns what is said of it, and the label of the button that goes on */
export function useUnfinished(offer: UnfinishedOffer): { readonly title: string; readonly text: string; readonly action: string } {
  const { bank, language, text } = useWindow();
  const words = text.recovery;
  if (offer.kind === 'activation') return { title: words.activationTitle, text: words.activationText(offer.organization), action: words.activationAction };
  const sentence = bank.stepOrder === 'certificateFirst' ? words.retrievalTextFirst : words.retrievalText;
  return { title: words.retrievalTitle, text: sentence(offer.organization, formatDate(offer.enrolBefore, language)), action: words.retrievalAction };
}
