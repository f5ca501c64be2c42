import { MenuChoice } from '../../components/form/menu-choice.tsx';
import { BackButton } from '../../components/form/step-button.tsx';
import { useRequest } from '../../components/form/use-request.ts';
import { ScreenFrame } from '../../components/frame/screen-frame.tsx';
import { useWindow } from '../../components/frame/window-context.tsx';
import { PreflightLine } from '../../components/problem/preflight-line.tsx';
import { ProblemNotice } from '../../components/problem/problem-notice.tsx';

/** Manual 2 (2). */
export function ActivationMenuScreen() {
  const { api, text } = useWindow();
  const words = text.screens.activationMenu;
  const request = useRequest();
  return (
    <ScreenFrame step="activationMenu" title={words.title} lead={words.lead} actions={<BackButton request={request} />}>
      <ProblemNotice problem={request.problem} />
      <PreflightLine />
      <MenuChoice request={request} group={words.group} label={words.action} note={words.groupNote} call={() => api.procedure.chooseActivation()} />
      <MenuChoice quiet request={request} label={words.logon} note={words.logonNote} call={() => api.procedure.chooseLogon()} />
    </ScreenFrame>
  );
}
