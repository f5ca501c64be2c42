import type { ProcedureState } from '../../../preload/contract/procedure.ts';
import { Hint } from '../../components/form/hint.tsx';
import { StepButton } from '../../components/form/step-button.tsx';
import { useRequest } from '../../components/form/use-request.ts';
import { ScreenFrame } from '../../components/frame/screen-frame.tsx';
import { StartOver } from '../../components/frame/start-over.tsx';
import { useWindow } from '../../components/frame/window-context.tsx';
import { ProblemNotice } from '../../components/problem/problem-notice.tsx';
import '../../components/certificate/certificate-facts.css';
import { Words } from '../../components/frame/words.tsx';
import { stopOf } from '../../state/screen-of.ts';
import { formatDateTime } from '../../text/dates.ts';

/** After a restart in the middle: where it stopped, and whether to go on. */
export function ResumeScreen({ state, interruptedAt }: { readonly state: ProcedureState; readonly interruptedAt: string }) {
  const { api, bank, language, text } = useWindow();
  const words = text.screens.resume;
  const request = useRequest();
  // A renewal is no stop of the procedure.
  const place = state.step === 'renewal' ? text.screens.renewal.place : null;
  const stop = stopOf(state.step);
  const pinsUnderWay = state.step === 'newPins' || state.step === 'oneTimePassword';
  const actions = (
    <>
      <StepButton request={request} label={words.action} icon="arrow" call={() => api.procedure.resume()} />
      <StartOver />
    </>
  );
  return (
    <ScreenFrame step={state.step} {...(place === null ? {} : { place })} title={words.title} lead={words.lead} actions={actions}>
      <ProblemNotice problem={request.problem} />
      <dl className="facts">
        <div>
          <dt>
            <Words>{words.stoppedAt}</Words>
          </dt>
          <dd>
            <Words>{place ?? (stop === null ? '' : text.rail.stops[stop])}</Words>
          </dd>
        </div>
        <div>
          <dt>
            <Words>{words.stoppedOn}</Words>
          </dt>
          <dd>{formatDateTime(interruptedAt, language)}</dd>
        </div>
      </dl>
      <Hint icon="shield">
        <Words>{pinsUnderWay ? words.note(bank.sessionMinutes) : words.noteNoPin}</Words>
      </Hint>
    </ScreenFrame>
  );
}
