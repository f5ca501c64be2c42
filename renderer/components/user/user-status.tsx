import type { CompanyUser } from '../../../preload/contract/users.ts';
import { Icon } from '../frame/icon.tsx';
import { useWindow } from '../frame/window-context.tsx';
import { Words } from '../frame/words.tsx';
import './user-status.css';

/** How a user stands with the bank: in words, with a sign of its own, and only then by colour. A user can be locked and suspended. */
export function UserStatus({ user, done = false }: { readonly user: CompanyUser; readonly done?: boolean }) {
  const { text } = useWindow();
  const words = text.users.selection.statuses;
  if (done && !user.suspended)
    return (
      <span className="user-status user-status-done">
        <Icon name="check" />
        <span>
          <Words>{text.users.selection.todoDone}</Words>
        </span>
      </span>
    );
  if (!user.locked && !user.suspended)
    return (
      <span className="user-status user-status-inUse">
        <span>
          <Words>{words.inUse}</Words>
        </span>
      </span>
    );
  return (
    <>
      {user.locked && (
        <span className="user-status user-status-locked">
          <Icon name="lock" />
          <span>
            <Words>{words.locked}</Words>
          </span>
        </span>
      )}
      {user.suspended && (
        <span className="user-status user-status-suspended">
          <Icon name="pause" />
          <span>
            <Words>{words.suspended}</Words>
          </span>
        </span>
      )}
    </>
  );
}
