import type { Offer } from '../../../preload/contract/procedure.ts';
import { formatDate } from '../../text/dates.ts';
import { StepButton } from '../form/step-button.tsx';
import { useRequest } from '../form/use-request.ts';
import { Icon } from '../frame/icon.tsx';
import { useWindow } from '../frame/window-context.tsx';
import { Words } from '../frame/words.tsx';
import { ProblemNotice } from '../problem/problem-notice.tsx';
import './offer-card.css';

/** A right to a certificate that an earlier run left on this PC: above every screen until the person goes one way or the other. */
export function OfferCard({ offer }: { readonly offer: Extract<Offer, { kind: 'retrieval' }> }) {
  const { api, language, text } = useWindow();
  const request = useRequest();
  const words = text.recovery;
  return (
    <section className="offer" aria-labelledby="offer-title">
      <Icon name="certificate" />
      <div>
        <h2 id="offer-title">
          <Words>{words.retrievalTitle}</Words>
        </h2>
        <p>
          <Words>{words.retrievalText(offer.organization, formatDate(offer.enrolBefore, language))}</Words>
        </p>
        <ProblemNotice problem={null} reply={request.problem} />
        <StepButton request={request} label={words.retrievalAction} call={() => api.procedure.takeOffer()} />
      </div>
    </section>
  );
}
