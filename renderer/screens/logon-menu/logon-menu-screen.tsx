import { MenuChoice } from '../../components/form/menu-choice.tsx';
import { BackButton } from '../../components/form/step-button.tsx';
import { useRequest } from '../../components/form/use-request.ts';
import { ScreenFrame } from '../../components/frame/screen-frame.tsx';
import { useWindow } from '../../components/frame/window-context.tsx';
import { PreflightLine } from '../../components/problem/preflight-line.tsx';
import { ProblemNotice } from '../../components/problem/problem-notice.tsx';

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
