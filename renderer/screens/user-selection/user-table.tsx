import type { CompanyUser, TodoEntry } from '../../../preload/contract/users.ts';
import type { Request } from '../../components/form/use-request.ts';
import { useWindow } from '../../components/frame/window-context.tsx';
import { Words } from '../../components/frame/words.tsx';
import { UserStatus } from '../../components/user/user-status.tsx';
import { formatDate } from '../../text/dates.ts';

type Props = { readonly users: readonly CompanyUser[]; readonly todo: readonly TodoEntry[]; readonly request: Request };

/** The users of one page, each with 「変更」: the locked ones first. */
export function UserTable({ users, todo, request }: Props) {
  const { text } = useWindow();
  const words = text.users.selection;
  if (users.length === 0) return <Nobody request={request} />;
  return (
    <table className="user-table">
      <caption className="visually-hidden">
        <Words>{words.table}</Words>
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <Words>{text.fields.userId.label}</Words>
          </th>
          <th scope="col">
            <Words>{text.fields.userName.label}</Words>
          </th>
          <th scope="col">
            <Words>{words.status}</Words>
          </th>
          <th scope="col">
            <Words>{words.lastLogon}</Words>
          </th>
          <th scope="col">
            <Words>{words.action}</Words>
          </th>
        </tr>
      </thead>
      <tbody>
        {users.toSorted(lockedFirst).map((user) => (
          <UserRow key={user.userId} user={user} done={todo.some((entry) => entry.done && entry.user.userId === user.userId)} request={request} />
        ))}
      </tbody>
    </table>
  );
}

function lockedFirst(one: CompanyUser, other: CompanyUser): number {
  return Number(other.locked) - Number(one.locked);
}

/** done: has got new PINs in this sitting. */
function UserRow({ user, done, request }: { readonly user: CompanyUser; readonly done: boolean; readonly request: Request }) {
  const { api, language, text } = useWindow();
  const words = text.users.selection;
  return (
    <tr>
      <th scope="row" translate="no">
        {user.userId}
      </th>
      <td>
        <Words>{user.name}</Words>
      </td>
      <td>
        <UserStatus user={user} done={done && !user.locked} />
      </td>
      <td className="user-table-date" data-label={words.lastLogon}>
        {user.lastLogonAt === null ? words.never : formatDate(user.lastLogonAt, language)}
      </td>
      <td>
        <button
          type="button"
          className="user-change-button"
          aria-label={words.changeUser(user.userId)}
          onClick={() => void request.send(() => api.users.chooseUser({ userId: user.userId }))}
        >
          <Words>{words.change}</Words>
        </button>
      </td>
    </tr>
  );
}

function Nobody({ request }: { readonly request: Request }) {
  const { api, text } = useWindow();
  const words = text.users.selection;
  return (
    <div className="user-nobody">
      <p>
        <Words>{words.nobody}</Words>
      </p>
      <button
        type="button"
        className="user-change-button"
        onClick={() => void request.send(() => api.users.search({ search: '', lockedOnly: false, page: 1 }))}
      >
        <Words>{words.showAll}</Words>
      </button>
    </div>
  );
}
