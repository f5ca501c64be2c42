import type { ProcedureSnapshot } from '../../../preload/contract/procedure.ts';
import { StepButton } from '../form/step-button.tsx';
import { useRequest } from '../form/use-request.ts';
import { Icon } from '../frame/icon.tsx';
import { useWindow } from '../frame/window-context.tsx';
import { Words } from '../frame/words.tsx';
import { ProblemNotice } from '../problem/problem-notice.tsx';
import { type UnfinishedOffer, useUnfinished } from './unfinished.ts';
import './offer-card.css';

/**
 * What an earlier run left on this PC, above every screen until the person goes one way or the other: a right to a
 * certificate, or a certificate whose activation is still to come. Start and identification say the same themselves.
 */
export function OfferCard({ snapshot: { offer, state } }: { readonly snapshot: Pick<ProcedureSnapshot, 'offer' | 'state'> }) {
  if (offer === null || offer.kind === 'logon' || state.step === 'start') return null;
  return offer.kind === 'activation' && state.step === 'identification' ? null : <Card offer={offer} />;
}

function Card({ offer }: { readonly offer: UnfinishedOffer }) {
  const { api } = useWindow();
  const request = useRequest();
  const said = useUnfinished(offer);
  return (
    <section className="offer" aria-labelledby="offer-title">
      <Icon name="certificate" />
      <div>
        <h2 id="offer-title">
          <Words>{said.title}</Words>
        </h2>
        <p>
          <Words>{said.text}</Words>
        </p>
        <ProblemNotice problem={null} reply={request.problem} />
        <StepButton request={request} label={said.action} call={() => api.procedure.takeOffer()} />
      </div>
    </section>
  );
}
