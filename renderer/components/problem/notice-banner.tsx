import type { Problem } from '../../../preload/contract/problem.ts';
import type { ProblemCode } from '../../../preload/contract/problem-numbers.ts';
import type { Accepted } from '../../../preload/contract/procedure.ts';
import { CloseButton } from '../form/close-button.tsx';
import { StepButton } from '../form/step-button.tsx';
import type { Chosen } from '../form/use-chosen.ts';
import { type Request, useRequest } from '../form/use-request.ts';
import type { PreferenceControls } from '../frame/use-preferences.ts';
import { useWindow } from '../frame/window-context.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import './notice-banner.css';

type Props = {
  readonly notice: Problem | null;
  /** Whether a renewal is offered here: where the screen below offers it, one button is enough. */
  readonly offersRenewal: boolean;
};

/** Of several controls of which main refused a choice, one: the reason is the same disk's. */
function refusedChoice(controls: PreferenceControls): Pick<Chosen<unknown>, 'problem' | 'forget'> | null {
  return Object.values(controls).find((control) => control.problem !== null) ?? null;
}

/** A problem that concerns no single step: above every screen, until it is closed. */
export function NoticeBanner({ notice, offersRenewal }: Props) {
  const { api, preferences, text } = useWindow();
  const request = useRequest();
  const refused = refusedChoice(preferences);
  return (
    <div className="notice">
      <ProblemNotice
        brief
        problem={notice}
        reply={request.problem ?? refused?.problem ?? null}
        action={<NoticeAction code={notice?.code ?? null} request={request} offersRenewal={offersRenewal} />}
      />
      {notice === null && refused !== null && (
        <div className="notice-close">
          <CloseButton label={text.problem.dismiss} onPress={refused.forget} />
        </div>
      )}
      {notice !== null && (
        <div className="notice-close">
          <CloseButton label={text.problem.dismiss} onPress={() => void request.send(() => api.procedure.dismissNotice())} />
        </div>
      )}
    </div>
  );
}

type ActionProps = { readonly code: ProblemCode | null; readonly request: Request; readonly offersRenewal: boolean };

/** What can be done about a notice where it stands. */
function NoticeAction({ code, request, offersRenewal }: ActionProps) {
  const { api, text } = useWindow();
  const actions: Partial<Record<ProblemCode, { readonly label: string; readonly call: () => Promise<Accepted> }>> = {
    'certificates-piled-up': { label: text.problem.tidyUp, call: () => api.certificate.tidyUp() },
    'certificates-tidied': { label: text.problem.undoTidyUp, call: () => api.certificate.undoTidyUp() },
    ...(offersRenewal ? { 'certificate-expires-soon': { label: text.validity.renew, call: () => api.procedure.chooseRenewal() } } : {}),
  };
  const action = code === null ? undefined : actions[code];
  if (action === undefined) return null;
  return (
    <div className="notice-action">
      <StepButton request={request} kind="secondary" {...action} />
    </div>
  );
}
