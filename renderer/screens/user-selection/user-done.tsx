import type { UsersDone } from '../../../preload/contract/users.ts';
import { Icon } from '../../components/frame/icon.tsx';
import { useWindow } from '../../components/frame/window-context.tsx';
import { Words } from '../../components/frame/words.tsx';

/** What was just done. The frame is always there, so that it is announced. */
export function UserDone({ done }: { readonly done: UsersDone | null }) {
  const { text } = useWindow();
  const words = text.users.selection;
  return (
    <div role="status" className="user-done-frame">
      {done !== null && (
        <div className="user-done">
          <Icon name="check" />
          <div>
            <p className="user-done-title">
              <Words>{words.done[done.what](`${done.user.userId} ${done.user.name}`)}</Words>
            </p>
            {done.what !== 'data' && (
              <p>
                <Words>{words.tell}</Words>
              </p>
            )}
          </div>
        </div>
      )}
    </div>
  );
}
