import type { TodoEntry } from '../../../preload/contract/users.ts';
import type { OpenUsers } from '../../state/screen-of.ts';
import { Icon } from './icon.tsx';
import { useWindow } from './window-context.tsx';
import { Words } from './words.tsx';
import './rail.css';

/** So many are named; the list tells of the rest. */
const mostNamed = 10;

/** In the place of the way, which lies behind: the users who were locked, and who of them is done. */
export function UsersRail({ users }: { readonly users: OpenUsers }) {
  const { text } = useWindow();
  const words = text.users.selection;
  const { todo } = users;
  const here = users.screen === 'change' ? users.user.userId : null;
  // The next ones to do, and before them those just done.
  const next = todo.findIndex((entry) => !entry.done);
  const from = Math.max(0, Math.min(next === -1 ? todo.length : next - 2, todo.length - mostNamed));
  const named = todo.slice(from, from + mostNamed);
  const done = todo.filter((entry) => entry.done).length;
  return (
    <nav className="rail rail-users" aria-label={words.todoTitle}>
      <p className="stop-group">
        <Words>{words.todoTitle}</Words>
      </p>
      <p className="rail-count">
        <Words>{todo.length === 0 ? words.todoNobody : words.todoCount(done, todo.length)}</Words>
      </p>
      <ol>
        {named.map((entry) => (
          <User key={entry.user.userId} entry={entry} here={entry.user.userId === here} />
        ))}
      </ol>
      {named.length < todo.length && (
        <p className="rail-count">
          <Words>{words.todoMore(todo.length - named.length)}</Words>
        </p>
      )}
    </nav>
  );
}

function User({ entry: { user, done }, here }: { readonly entry: TodoEntry; readonly here: boolean }) {
  const { text } = useWindow();
  const words = text.users.selection;
  const kind = done ? 'done' : here ? 'here' : 'todo';
  return (
    <li className={`stop stop-${kind}`} aria-current={here ? 'step' : undefined}>
      <span className="stop-row">
        <span className="stop-dot">
          <Icon name={done ? 'check' : 'lock'} />
        </span>
        <span className="stop-name" translate="no">
          {user.userId}
        </span>
        <span className="visually-hidden">
          <Words>{done ? words.todoDone : words.statuses.locked}</Words>
        </span>
      </span>
    </li>
  );
}
