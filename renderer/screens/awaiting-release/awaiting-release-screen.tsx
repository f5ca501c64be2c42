import { Hint } from '../../components/form/hint.tsx';
import { BackButton, StepButton } from '../../components/form/step-button.tsx';
import { useRequest } from '../../components/form/use-request.ts';
import { ScreenFrame } from '../../components/frame/screen-frame.tsx';
import { useWindow } from '../../components/frame/window-context.tsx';
import { Words } from '../../components/frame/words.tsx';
import { ProblemNotice } from '../../components/problem/problem-notice.tsx';
import type { StateOf } from '../../state/screen-of.ts';
import { formatDateTime } from '../../text/dates.ts';
import { Preparation } from './preparation.tsx';
import { Reminder } from './reminder.tsx';
import './awaiting-release-screen.css';

/** Manual 1 (2): the branch will call. What to have ready, and how one knows that it is done. */
export function AwaitingReleaseScreen({ state }: { readonly state: StateOf<'awaitingRelease'> }) {
  const { api, bank, language, text, releaseRequest } = useWindow();
  const words = text.screens.awaitingRelease;
  const more = text.releaseRequest;
  const request = useRequest();
  const phone = releaseRequest.entries.contactPhone;
  const actions = (
    <>
      <StepButton request={request} label={words.action} call={() => api.procedure.reportReleased()} />
      <BackButton request={request} />
    </>
  );
  return (
    <ScreenFrame step={state.step} title={words.title} lead={words.lead} actions={actions}>
      <ProblemNotice problem={request.problem} />
      <Hint icon="clock">
        <p>
          <strong>
            <Words>{words.requestedAt(formatDateTime(state.requestedAt, language))}</Words>
          </strong>
        </p>
        <p>
          <Words>{words.waitText}</Words>
        </p>
        <StepButton request={request} kind="quiet" icon="paper" label={more.openAgain} call={() => api.releaseRequest.open()} />
      </Hint>
      <section>
        <h2>{more.doneTitle}</h2>
        <ul className="awaiting-signs">
          <li>
            <Words>{phone === '' ? more.doneCall : more.doneCallTo(phone)}</Words>
          </li>
          <li>
            <Words>{more.doneHowLong}</Words>
          </li>
          <li>
            <Words>{more.doneWait}</Words>
          </li>
          <li>
            <Words>{more.doneAsk(bank.support.phone, bank.support.hours[language])}</Words>
          </li>
        </ul>
      </section>
      {bank.practice && (
        <Hint practice>
          <Words>{words.practiceHint}</Words>
        </Hint>
      )}
      <Preparation />
      <Reminder requestedAt={state.requestedAt} />
    </ScreenFrame>
  );
}
