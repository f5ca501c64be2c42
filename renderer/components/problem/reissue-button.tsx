import { helpsReissue } from '../../../preload/contract/problem-facts.ts';
import type { ProblemCode } from '../../../preload/contract/problem-numbers.ts';
import { StepButton } from '../form/step-button.tsx';
import { useRequest } from '../form/use-request.ts';
import { useWindow } from '../frame/window-context.tsx';
import './reissue-button.css';

/** The form for a new certificate, wherever a problem stands that nothing else helps against. */
export function ReissueButton({ code }: { readonly code: ProblemCode }) {
  const { api, releaseRequest, text } = useWindow();
  const request = useRequest();
  if (!releaseRequest.offersReissue || !helpsReissue(code)) return null;
  return (
    <div className="reissue">
      <StepButton request={request} kind="secondary" icon="paper" label={text.recovery.reissueOpen} call={() => api.releaseRequest.openReissue()} />
    </div>
  );
}
