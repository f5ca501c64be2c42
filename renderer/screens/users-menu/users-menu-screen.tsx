import { MenuChoice } from '../../components/menu-choice.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { ScreenFrame } from '../../components/screen-frame.tsx';
import { SessionNote } from '../../components/session-note.tsx';
import { StepButton } from '../../components/step-button.tsx';
import { useRequest } from '../../components/use-request.ts';
import { useWindow } from '../../components/window-context.tsx';
import type { UsersStateOf } from '../screen-of.ts';

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
