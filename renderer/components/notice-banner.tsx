import type { Problem } from '../../preload/contract/problem.ts';
import { Icon } from './icon.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import { StepButton } from './step-button.tsx';
import { useRequest } from './use-request.ts';
import { useWindow } from './window-context.tsx';
import './notice-banner.css';

/** A problem that concerns no single step: above every screen, until it is closed. */
export function NoticeBanner({ notice }: { readonly notice: Problem | null }) {
  const { api, text } = useWindow();
  const request = useRequest();
  return (
    <div className="notice">
      <ProblemNotice problem={notice} reply={request.problem} />
      {notice?.code === 'certificates-piled-up' && (
        <StepButton request={request} kind="secondary" label={text.problem.tidyUp} call={() => api.certificate.tidyUp()} />
      )}
      {notice?.code === 'certificates-tidied' && (
        <StepButton request={request} kind="secondary" label={text.problem.undoTidyUp} call={() => api.certificate.undoTidyUp()} />
      )}
      {notice !== null && (
        <button type="button" className="notice-close" aria-label={text.problem.dismiss} onClick={() => void request.send(() => api.procedure.dismissNotice())}>
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}
