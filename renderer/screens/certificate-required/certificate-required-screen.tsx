import { StepButton } from '../../components/form/step-button.tsx';
import { useRequest } from '../../components/form/use-request.ts';
import { ScreenFrame } from '../../components/frame/screen-frame.tsx';
import { useWindow } from '../../components/frame/window-context.tsx';
import { Words } from '../../components/frame/words.tsx';
import { ProblemNotice } from '../../components/problem/problem-notice.tsx';
import type { StateOf } from '../../state/screen-of.ts';
import { formatDate } from '../../text/dates.ts';
import './certificate-required-screen.css';

/** Manual 2 (6): its closing sentence, and the way on from it. */
export function CertificateRequiredScreen({ state }: { readonly state: StateOf<'certificateRequired'> }) {
  const { api, bank, language, text } = useWindow();
  const words = text.screens.certificateRequired;
  const first = bank.stepOrder === 'certificateFirst';
  const request = useRequest();
  const action = <StepButton request={request} label={words.action} icon="certificate" call={() => api.procedure.retrieveCertificate()} />;
  return (
    <ScreenFrame step={state.step} title={first ? words.titleFirst : words.title} mark="good" lead={first ? words.leadFirst : words.lead} actions={action}>
      <ProblemNotice problem={request.problem} />
      <WhatIsLeft first={first} />
      <dl className="required-facts">
        <div>
          <dt>
            <Words>{words.contract}</Words>
          </dt>
          <dd>
            <Words>{state.organization}</Words>
          </dd>
        </div>
        <div>
          <dt>
            <Words>{words.contractorId}</Words>
          </dt>
          <dd>{state.contractorId}</dd>
        </div>
        <div>
          <dt>
            <Words>{words.deadline}</Words>
          </dt>
          <dd>{formatDate(state.enrolBefore, language)}</dd>
        </div>
      </dl>
      <figure className="bank-message">
        <figcaption>
          <Words>{words.messageTitle}</Words>
        </figcaption>
        <p>
          <Words>{words.message}</Words>
        </p>
      </figure>
    </ScreenFrame>
  );
}

/** The steps that are left; first: the certificate comes before the activation. */
function WhatIsLeft({ first }: { readonly first: boolean }) {
  const words = useWindow().text.screens.certificateRequired;
  return (
    <ol className="required-left">
      <li>
        <strong>
          <Words>{words.leftCertificate}</Words>
        </strong>{' '}
        <Words>{words.note}</Words>
      </li>
      {first && (
        <li>
          <strong>
            <Words>{words.leftActivation}</Words>
          </strong>{' '}
          <Words>{words.leftActivationNote}</Words>
        </li>
      )}
      <li>
        <strong>
          <Words>{words.leftLogon}</Words>
        </strong>{' '}
        <Words>{words.leftLogonNote}</Words>
      </li>
    </ol>
  );
}
