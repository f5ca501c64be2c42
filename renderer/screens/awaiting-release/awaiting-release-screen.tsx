import { Hint } from '../../components/hint.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { ScreenFrame } from '../../components/screen-frame.tsx';
import { BackButton, StepButton } from '../../components/step-button.tsx';
import { useRequest } from '../../components/use-request.ts';
import { useWindow } from '../../components/window-context.tsx';
import { formatDateTime } from '../../text/dates.ts';
import type { StateOf } from '../screen-of.ts';

/** Manual 1 (2): the branch will call. */
export function AwaitingReleaseScreen({ state }: { readonly state: StateOf<'awaitingRelease'> }) {
  const { api, bank, language, text } = useWindow();
  const words = text.screens.awaitingRelease;
  const request = useRequest();
  const actions = (
    <>
      <StepButton request={request} label={words.action} call={() => api.procedure.reportReleased()} />
      <BackButton request={request} />
    </>
  );
  return (
    <ScreenFrame step={state.step} title={words.title} lead={words.lead} actions={actions}>
      <ProblemNotice problem={request.problem} />
      <Hint icon="phone">
        <p>
          <strong>{words.requestedAt(formatDateTime(state.requestedAt, language))}</strong>
        </p>
        <p>{words.waitText}</p>
      </Hint>
      {bank.practice && <Hint practice>{words.practiceHint}</Hint>}
    </ScreenFrame>
  );
}
