import type { CompanyUser } from '../../../preload/contract/users.ts';
import type { Request } from '../../components/use-request.ts';
import { UserStatus } from '../../components/user-status.tsx';
import { useWindow } from '../../components/window-context.tsx';
import { formatDate } from '../../text/dates.ts';

type Props = { readonly users: readonly CompanyUser[]; readonly request: Request };

/** The users of one page, each with 「変更」. */
export function UserTable({ users, request }: Props) {
  const { text } = useWindow();
  const words = text.users.selection;
  if (users.length === 0) return <Nobody request={request} />;
  return (
    <table className="user-table">
      <caption className="visually-hidden">{words.table}</caption>
      <thead>
        <tr>
          <th scope="col">{text.fields.userId.label}</th>
          <th scope="col">{text.fields.userName.label}</th>
          <th scope="col">{words.status}</th>
          <th scope="col">{words.lastLogon}</th>
          <th scope="col">{words.action}</th>
        </tr>
      </thead>
      <tbody>
        {users.map((user) => (
          <UserRow key={user.userId} user={user} request={request} />
        ))}
      </tbody>
    </table>
  );
}

function UserRow({ user, request }: { readonly user: CompanyUser; readonly request: Request }) {
  const { api, language, text } = useWindow();
  const words = text.users.selection;
  return (
    <tr>
      <th scope="row" translate="no">
        {user.userId}
      </th>
      <td>{user.name}</td>
      <td>
        <UserStatus user={user} />
      </td>
      <td className="user-table-date">{user.lastLogonAt === null ? words.never : formatDate(user.lastLogonAt, language)}</td>
      <td>
        <button
          type="button"
          className="user-change-button"
          aria-label={words.changeUser(user.userId)}
          onClick={() => void request.send(() => api.users.chooseUser({ userId: user.userId }))}
        >
          {words.change}
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
      <p>{words.nobody}</p>
      <button
        type="button"
        className="user-change-button"
        onClick={() => void request.send(() => api.users.search({ search: '', lockedOnly: false, page: 1 }))}
      >
        {words.showAll}
      </button>
    </div>
  );
}
