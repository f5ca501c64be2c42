import { type RefObject, useEffect } from 'react';
import type { KaitsuApi } from '../../../preload/contract/contract.ts';

/** Whether something stands in a field that did not stand there at first. */
export function isBeingEntered(root: ParentNode): boolean {
  return [...root.querySelectorAll<HTMLInputElement>('.entry-form input')].some((input) => input.value !== input.defaultValue);
}

/** Tells main while something is being typed in a form, so that the window is not closed over it without a question. */
export function useEntryNote(form: RefObject<HTMLFormElement | null>, api: Pick<KaitsuApi, 'window'>): void {
  useEffect(() => {
    const element = form.current;
    if (element === null) return;
    let noted = false;
    const note = (underWay: boolean): void => {
      if (underWay === noted) return;
      noted = underWay;
      api.window.noteEntry({ underWay }).catch(() => undefined);
    };
    const look = (): void => note(isBeingEntered(document));
    element.addEventListener('input', look);
    return () => {
      element.removeEventListener('input', look);
      note(false);
    };
  }, [form, api]);
}
