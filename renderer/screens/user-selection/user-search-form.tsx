import { type FormEvent, useEffect, useRef } from 'react';
import type { UserSearch } from '../../../preload/contract/users.ts';
import { Button } from '../../components/form/button.tsx';
import type { Request } from '../../components/form/use-request.ts';
import { useWindow } from '../../components/frame/window-context.tsx';
import { Words } from '../../components/frame/words.tsx';

/** Finds users by a part of ID or name, or those alone who are locked. */
export function UserSearchForm({ search, request }: { readonly search: UserSearch; readonly request: Request }) {
  const { api, text } = useWindow();
  const words = text.users.selection;
  const input = useRef<HTMLInputElement>(null);
  const locked = useRef<HTMLInputElement>(null);
  const shown = useRef(search);
  // The list can be asked for from elsewhere, too: the form then says what is shown.
  useEffect(() => {
    if (shown.current.search === search.search && shown.current.lockedOnly === search.lockedOnly) return;
    shown.current = search;
    if (input.current !== null) input.current.value = search.search;
    if (locked.current !== null) locked.current.checked = search.lockedOnly;
    // What was pressed may be gone with the list that it stood in.
    if (document.activeElement === document.body) input.current?.focus();
  }, [search]);
  const find = (event: FormEvent) => {
    event.preventDefault();
    const wanted = { search: input.current?.value ?? '', lockedOnly: locked.current?.checked ?? false, page: 1 };
    void request.send(() => api.users.search(wanted));
  };
  return (
    <search>
      <form className="user-search" onSubmit={find}>
        <label className="user-search-text">
          <span>
            <Words>{words.searchLabel}</Words>
          </span>
          <input ref={input} id="user-search" type="text" maxLength={100} defaultValue={search.search} autoComplete="off" spellCheck={false} />
        </label>
        <label className="user-search-locked">
          <input ref={locked} type="checkbox" defaultChecked={search.lockedOnly} />
          <span>
            <Words>{words.lockedOnly}</Words>
          </span>
        </label>
        <Button type="submit" icon="search" busy={request.pending}>
          {words.search}
        </Button>
      </form>
    </search>
  );
}
