import { MenuChoice } from '../../components/form/menu-choice.tsx';
import { BackButton } from '../../components/form/step-button.tsx';
import { useRequest } from '../../components/form/use-request.ts';
import { ScreenFrame } from '../../components/frame/screen-frame.tsx';
import { SessionNote } from '../../components/frame/session-note.tsx';
import { useWindow } from '../../components/frame/window-context.tsx';
import { ProblemNotice } from '../../components/problem/problem-notice.tsx';
import type { UsersStateOf } from '../../state/screen-of.ts';

/** Manual 3: 利用者情報登録/変更. */
export function UsersRegisterOrChangeScreen({ state }: { readonly state: UsersStateOf<'registerOrChange'> }) {
  const { api, text } = useWindow();
  const request = useRequest();
  const words = text.users.registerOrChange;
  const back = <BackButton request={request} call={() => api.users.goBack()} />;
  return (
    <ScreenFrame step="loggedOn" place={text.users.menu.title} title={words.title} lead={words.lead} actions={back}>
      <ProblemNotice problem={request.problem} />
      <MenuChoice request={request} label={text.users.selection.title} note={words.selectionNote} call={() => api.users.chooseSelection()} />
      <MenuChoice request={request} quiet label={words.register} note={words.registerNote} call={() => api.users.chooseRegister()} />
      <SessionNote expiresAt={state.expiresAt} />
    </ScreenFrame>
  );
}
