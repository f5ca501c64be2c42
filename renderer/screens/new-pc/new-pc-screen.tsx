import type { ProcedureSnapshot } from '../../../preload/contract/procedure.ts';
import { BackButton, StepButton } from '../../components/form/step-button.tsx';
import { useRequest } from '../../components/form/use-request.ts';
import { ScreenFrame } from '../../components/frame/screen-frame.tsx';
import { useWindow } from '../../components/frame/window-context.tsx';
import { Words } from '../../components/frame/words.tsx';
import { ProblemNotice } from '../../components/problem/problem-notice.tsx';
import './new-pc-screen.css';

/**
 * A PC that has no certificate yet. Only the bank gives the right to another one; where it has given it and it was not
 * used, that is offered above.
 */
export function NewPcScreen({ offer }: Pick<ProcedureSnapshot, 'offer'>) {
  const { api, bank, releaseRequest, text } = useWindow();
  const words = text.screens.newPc;
  const request = useRequest();
  const actions = (
    <>
      {releaseRequest.offersReissue && (
        <StepButton
          request={request}
          kind={offer?.kind === 'retrieval' || offer?.kind === 'activation' ? 'secondary' : 'primary'}
          icon="paper"
          label={text.recovery.reissueOpen}
          call={() => api.releaseRequest.openReissue()}
        />
      )}
      <BackButton request={request} toStart />
    </>
  );
  return (
    <ScreenFrame step="newPc" place={words.place} title={words.title} lead={words.lead} actions={actions}>
      <ProblemNotice problem={request.problem} />
      <ol className="new-pc-steps">
        <Step title={words.checkTitle} text={words.check} />
        <Step title={words.askTitle} text={releaseRequest.offersReissue ? words.askWithForm(bank.support.phone) : words.ask(bank.support.phone)} />
        <Step title={words.calledTitle} text={words.called} />
      </ol>
    </ScreenFrame>
  );
}

function Step({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <li>
      <strong>
        <Words>{title}</Words>
      </strong>
      <span>
        <Words>{text}</Words>
      </span>
    </li>
  );
}
