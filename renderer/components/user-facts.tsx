import type { CompanyUser } from '../../preload/contract/users.ts';
import { formatDate } from '../text/dates.ts';
import { UserStatus } from './user-status.tsx';
import { useWindow } from './window-context.tsx';
import './user-facts.css';

/** Whose information is being changed. */
export function UserFacts({ user }: { readonly user: CompanyUser }) {
  const { language, text } = useWindow();
  const words = text.users.selection;
  return (
    <dl className="user-facts" aria-label={text.users.change.facts}>
      <div>
        <dt>{text.fields.userId.label}</dt>
        <dd translate="no">{user.userId}</dd>
      </div>
      <div>
        <dt>{text.fields.userName.label}</dt>
        <dd>{user.name}</dd>
      </div>
      <div>
        <dt>{words.status}</dt>
        <dd>
          <UserStatus user={user} />
        </dd>
      </div>
      <div>
        <dt>{words.lastLogon}</dt>
        <dd>{user.lastLogonAt === null ? words.never : formatDate(user.lastLogonAt, language)}</dd>
      </div>
    </dl>
  );
}
