import type { CompanyUserPage, UserSearch } from '../../../preload/contract/users.ts';
import type { Request } from '../../components/form/use-request.ts';
import { useWindow } from '../../components/frame/window-context.tsx';

type Props = { readonly list: CompanyUserPage; readonly search: UserSearch; readonly request: Request };

/** Where in the list one is, and the way to its other pages. */
export function UserPaging({ list, search, request }: Props) {
  const { api, bank, text } = useWindow();
  const words = text.users.selection;
  const { page, size, total, registered, users } = list;
  const pages = Math.max(1, Math.ceil(total / size));
  const from = (page - 1) * size;
  const turn = (to: number) => void request.send(() => api.users.search({ ...search, page: to }));
  return (
    <div className="user-paging">
      <p>
        {users.length > 0 && <span>{words.range(from + 1, from + users.length, total)}</span>}
        <span className="muted">{words.registered(registered, bank.users.limit)}</span>
      </p>
      {pages > 1 && (
        <nav aria-label={words.pages}>
          <PageButton label={words.previous} reachable={page > 1} onPress={() => turn(page - 1)} />
          {Array.from({ length: pages }, (_, index) => index + 1).map((number) => (
            <button
              key={number}
              type="button"
              aria-label={words.page(number)}
              aria-current={number === page ? 'page' : undefined}
              onClick={() => number !== page && turn(number)}
            >
              {number}
            </button>
          ))}
          <PageButton label={words.next} reachable={page < pages} onPress={() => turn(page + 1)} />
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
