import type { Offer } from '../../../preload/contract/procedure.ts';
import { formatDate } from '../../text/dates.ts';
import { StepButton } from '../form/step-button.tsx';
import { useRequest } from '../form/use-request.ts';
import { Icon } from '../frame/icon.tsx';
import { useWindow } from '../frame/window-context.tsx';
import { Words } from '../frame/words.tsx';
import { ProblemNotice } from '../problem/problem-notice.tsx';
import './offer-card.css';

/** What an earlier run left on this PC, and the way on from it: above every screen until the person goes one way or the other. */
export function OfferCard({ offer }: { readonly offer: Offer }) {
  const { api, language, text } = useWindow();
  const request = useRequest();
  const words = text.recovery;
  const retrieval = offer.kind === 'retrieval';
  const explanation = retrieval ? words.retrievalText(offer.organization, formatDate(offer.enrolBefore, language)) : words.logonText(offer.organization);
  return (
    <section className="offer" aria-labelledby="offer-title">
      <Icon name="certificate" />
      <div>
        <h2 id="offer-title">
          <Words>{retrieval ? words.retrievalTitle : words.logonTitle}</Words>
        </h2>
        <p>
          <Words>{explanation}</Words>
        </p>
        <ProblemNotice problem={null} reply={request.problem} />
        <StepButton
          request={request}
          kind={retrieval ? 'primary' : 'secondary'}
          label={retrieval ? words.retrievalAction : words.logonAction}
          call={() => api.procedure.takeOffer()}
        />
      </div>
    </section>
  );
}
