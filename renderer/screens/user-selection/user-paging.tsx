import type { CompanyUserPage } from '../../../preload/contract/users.ts';
import type { Chosen } from '../../components/form/use-chosen.ts';
import { useWindow } from '../../components/frame/window-context.tsx';

type Props = {
  readonly list: CompanyUserPage;
  /** The page that was pressed last, or the one that is shown. */
  readonly chosen: Chosen<number>;
};

/** Where in the list one is, and the way to its other pages. */
export function UserPaging({ list, chosen }: Props) {
  const { bank, text } = useWindow();
  const words = text.users.selection;
  const { page, size, total, registered, users } = list;
  const pages = Math.max(1, Math.ceil(total / size));
  const from = (page - 1) * size;
  const { value: current, choose: turn } = chosen;
  return (
    <div className="user-paging">
      <p>
        {users.length > 0 && <span>{words.range(from + 1, from + users.length, total)}</span>}
        <span className="muted">{words.registered(registered, bank.users.limit)}</span>
      </p>
      {pages > 1 && (
        <nav aria-label={words.pages}>
          <PageButton label={words.previous} reachable={current > 1} onPress={() => turn(current - 1)} />
          {Array.from({ length: pages }, (_, index) => index + 1).map((number) => (
            <button
              key={number}
              type="button"
              aria-label={words.page(number)}
              aria-current={number === current ? 'page' : undefined}
              onClick={() => number !== current && turn(number)}
            >
              {number}
            </button>
          ))}
          <PageButton label={words.next} reachable={current < pages} onPress={() => turn(current + 1)} />
        </nav>
      )}
    </div>
  );
}

/** Stays focusable at the end of the list, so that the focus is not lost there. */
function PageButton({ label, reachable, onPress }: { readonly label: string; readonly reachable: boolean; readonly onPress: () => void }) {
  return (
    <button type="button" aria-disabled={reachable ? undefined : true} onClick={() => reachable && onPress()}>
      {label}
    </button>
  );
}
