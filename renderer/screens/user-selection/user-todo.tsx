import type { TodoEntry } from '../../../preload/contract/users.ts';
import { Icon } from '../../components/frame/icon.tsx';
import { useWindow } from '../../components/frame/window-context.tsx';
import { Words } from '../../components/frame/words.tsx';

/** So many are named at once; the rest unfolds. */
const mostNamed = 40;

/** Who was locked, and who of them is done: nothing at all where nobody was. */
export function UserTodo({ todo }: { readonly todo: readonly TodoEntry[] }) {
  const { text } = useWindow();
  const words = text.users.selection;
  if (todo.length === 0) return null;
  const done = todo.filter((entry) => entry.done).length;
  return (
    <section className="user-todo" aria-labelledby="user-todo-title">
      <div className="user-todo-head">
        <h2 id="user-todo-title">
          <Words>{words.todoTitle}</Words>
        </h2>
        <p className="user-todo-count">
          <Words>{words.todoCount(done, todo.length)}</Words>
        </p>
      </div>
      <p className="user-todo-note">{done === todo.length ? words.todoAllDone : words.todoNote}</p>
      {todo.length <= mostNamed ? (
        <TodoList todo={todo} />
      ) : (
        <details>
          <summary>
            <Words>{words.todoAll(todo.length)}</Words>
          </summary>
          <TodoList todo={todo} />
        </details>
      )}
    </section>
  );
}

function TodoList({ todo }: { readonly todo: readonly TodoEntry[] }) {
  const { text } = useWindow();
  const words = text.users.selection;
  return (
    <ul>
      {todo.map((entry) => (
        <li key={entry.user.userId} className={entry.done ? 'user-todo-done' : 'user-todo-open'}>
          <Icon name={entry.done ? 'check' : 'lock'} />
          <span translate="no">{entry.user.userId}</span>
          <span className="user-todo-state">{entry.done ? words.todoDone : words.todoOpen}</span>
        </li>
      ))}
    </ul>
  );
}
