import { MenuChoice } from '../../components/menu-choice.tsx';
import { PreflightLine } from '../../components/preflight-line.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { ScreenFrame } from '../../components/screen-frame.tsx';
import { BackButton } from '../../components/step-button.tsx';
import { useRequest } from '../../components/use-request.ts';
import { useWindow } from '../../components/window-context.tsx';

/** Manual 2 (1). */
export function LogonMenuScreen() {
  const { api, text } = useWindow();
  const words = text.screens.logonMenu;
  const request = useRequest();
  return (
    <ScreenFrame step="logonMenu" title={words.title} lead={words.lead} actions={<BackButton request={request} />}>
      <ProblemNotice problem={request.problem} />
      <PreflightLine />
      <MenuChoice request={request} label={words.choice} note={words.choiceNote} call={() => api.procedure.chooseAdministratorLogon()} />
    </ScreenFrame>
  );
}
