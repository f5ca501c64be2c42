import type { CompanyUser } from '../../../preload/contract/users.ts';
import { useWindow } from '../frame/window-context.tsx';
import { Words } from '../frame/words.tsx';
import { UserStatus } from './user-status.tsx';
import './user-facts.css';

/** Whose information is being changed. */
export function UserFacts({ user }: { readonly user: CompanyUser }) {
  const { text } = useWindow();
  const words = text.users.selection;
  return (
    <dl className="user-facts" aria-label={text.users.change.facts}>
      <div>
        <dt>
          <Words>{text.fields.userId.label}</Words>
        </dt>
        <dd translate="no">{user.userId}</dd>
      </div>
      <div>
        <dt>
          <Words>{text.fields.userName.label}</Words>
        </dt>
        <dd>
          <Words>{user.name}</Words>
        </dd>
      </div>
      <div>
        <dt>
          <Words>{words.status}</Words>
        </dt>
        <dd>
          <UserStatus user={user} />
        </dd>
      </div>
    </dl>
  );
}
