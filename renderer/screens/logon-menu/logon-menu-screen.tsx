import { MenuChoice } from '../../components/form/menu-choice.tsx';
import { BackButton } from '../../components/form/step-button.tsx';
import { useRequest } from '../../components/form/use-request.ts';
import { ScreenFrame } from '../../components/frame/screen-frame.tsx';
import { useWindow } from '../../components/frame/window-context.tsx';
import { CheckAgain, PreflightLine } from '../../components/problem/preflight-line.tsx';
import { ProblemNotice } from '../../components/problem/problem-notice.tsx';
import { StopCard } from '../../components/problem/stop-card.tsx';
import { usePreparedness } from '../../components/problem/use-proof.ts';

/** Manual 2 (1). */
export function LogonMenuScreen() {
  const { api, text } = useWindow();
  const words = text.screens.logonMenu;
  const request = useRequest();
  const prepared = usePreparedness();
  const unproven = prepared === 'unproven';
  const actions = (
    <>
      {prepared !== 'ready' && <CheckAgain kind="primary" />}
      <BackButton request={request} toStart />
    </>
  );
  return (
    <ScreenFrame step="logonMenu" title={words.title} {...(unproven ? {} : { lead: words.lead })} actions={actions}>
      <ProblemNotice problem={request.problem} />
      {unproven && <StopCard contact="bank" why={text.stop.untilProven} />}
      <PreflightLine />
      {!unproven && (
        <MenuChoice
          request={request}
          label={words.choice}
          note={words.choiceNote}
          second={prepared === 'bad'}
          call={() => api.procedure.chooseAdministratorLogon()}
        />
      )}
    </ScreenFrame>
  );
}
