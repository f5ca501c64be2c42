import { MenuChoice } from '../../components/menu-choice.tsx';
import { PreflightLine } from '../../components/preflight-line.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { ScreenFrame } from '../../components/screen-frame.tsx';
import { BackButton } from '../../components/step-button.tsx';
import { useRequest } from '../../components/use-request.ts';
import { useWindow } from '../../components/window-context.tsx';

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
