import { BackButton, StepButton } from '../../components/form/step-button.tsx';
import { useChosen } from '../../components/form/use-chosen.ts';
import { type Request, useRequest } from '../../components/form/use-request.ts';
import { ScreenFrame } from '../../components/frame/screen-frame.tsx';
import { SessionNote } from '../../components/frame/session-note.tsx';
import { useWindow } from '../../components/frame/window-context.tsx';
import { ProblemNotice } from '../../components/problem/problem-notice.tsx';
import type { UsersStateOf } from '../../state/screen-of.ts';
import type { Catalogue } from '../../text/ja/catalogue.ts';
import { UserDone } from './user-done.tsx';
import { UserPaging } from './user-paging.tsx';
import { UserSearchForm } from './user-search-form.tsx';
import { UserTable } from './user-table.tsx';
import './user-selection-screen.css';

/** In characters. */
const longestNamed = 16;

type Props = { readonly state: UsersStateOf<'selection'> };

/** Manual 3: 利用者情報選択. Who is locked stands first, and one after the other is offered. */
export function UserSelectionScreen({ state }: Props) {
  const { api, text } = useWindow();
  const request = useRequest();
  const words = text.users;
  const loading = state.phase === 'loading';
  const page = useChosen(state, pageOf, (to) => api.users.search({ ...state.search, page: to }));
  return (
    <ScreenFrame
      step="loggedOn"
      place={words.way(words.menu.title, words.registerOrChange.title)}
      title={words.selection.title}
      lead={leadOf(state, words.selection)}
      actions={
        <>
          <NextUser state={state} request={request} />
          <BackButton request={request} call={() => api.users.goBack()} />
        </>
      }
    >
      <ProblemNotice problem={state.problem} reply={request.problem ?? page.problem} />
      <p role="status" className="visually-hidden">
        {loading ? words.selection.loading : ''}
      </p>
      <UserDone done={state.done} />
      {state.list === null && !loading && (
        <div>
          <StepButton request={request} kind="secondary" label={words.selection.retry} call={() => api.users.search(state.search)} />
        </div>
      )}
      {state.list !== null && (
        <section className="user-list" aria-busy={loading} aria-label={words.selection.table}>
          <UserSearchForm search={state.search} request={request} />
          <UserTable users={state.list.users} todo={state.todo} request={request} />
          <UserPaging list={state.list} chosen={page} />
        </section>
      )}
      <SessionNote expiresAt={state.expiresAt} />
    </ScreenFrame>
  );
}

/** The page that is on its way, else the one that is shown. */
function pageOf({ phase, search, list }: Props['state']): number {
  return phase === 'loading' || list === null ? search.page : list.page;
}

/** What is still to do of the locked users: how many they are stands in the rail. */
function leadOf({ todo }: Props['state'], words: Catalogue['users']['selection']): string {
  if (todo.length === 0) return words.lead;
  return todo.every((entry) => entry.done) ? words.todoAllDone : words.leadLocked;
}

/** The next user who is still to do: the one obvious next action, as long as there is one. */
function NextUser({ state, request }: Props & { readonly request: Request }) {
  const { api, text } = useWindow();
  const next = state.todo.find((entry) => !entry.done)?.user;
  if (next === undefined || state.phase === 'loading') return null;
  const words = text.users.selection;
  // A long name would make a button of several lines.
  const name = [...next.name].length <= longestNamed ? `${next.userId} ${next.name}` : next.userId;
  const label = state.todo.some((entry) => entry.done) ? words.nextUser(name) : words.first(name);
  return <StepButton request={request} label={label} icon="arrow" call={() => api.users.chooseUser({ userId: next.userId })} />;
}
