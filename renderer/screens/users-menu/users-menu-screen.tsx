import { MenuChoice } from '../../components/form/menu-choice.tsx';
import { StepButton } from '../../components/form/step-button.tsx';
import { useRequest } from '../../components/form/use-request.ts';
import { ScreenFrame } from '../../components/frame/screen-frame.tsx';
import { SessionNote } from '../../components/frame/session-note.tsx';
import { useWindow } from '../../components/frame/window-context.tsx';
import { ProblemNotice } from '../../components/problem/problem-notice.tsx';
import type { UsersStateOf } from '../../state/screen-of.ts';

/** Manual 3: ご契約先管理情報変更. */
export function UsersMenuScreen({ state }: { readonly state: UsersStateOf<'menu'> }) {
  const { api, text } = useWindow();
  const request = useRequest();
  const words = text.users.menu;
  const back = <StepButton request={request} kind="quiet" icon="back" label={text.users.leave} call={() => api.users.leave()} />;
  return (
    <ScreenFrame step="loggedOn" place={words.place} title={words.title} lead={words.lead} actions={back}>
      <ProblemNotice problem={request.problem} />
      <MenuChoice request={request} label={text.users.registerOrChange.title} note={words.note} call={() => api.users.chooseRegisterOrChange()} />
      <SessionNote expiresAt={state.expiresAt} />
    </ScreenFrame>
  );
}
