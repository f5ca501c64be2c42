import { basename } from 'node:path';
import { type Outcome, success } from '../../preload/contract/problem.ts';
import type { StepName } from '../../preload/contract/procedure.ts';
import type { ReleaseRequest, RequestEntries, RequestLayout } from '../../preload/contract/release-request.ts';
import type { RequestForm } from '../../preload/contract/request-words.ts';
import type { KeptRequest, RequestStore } from './request-store.ts';

/** The form as the window shows it: which paper, whether it is open, its entries, and where it was saved. */
export type FormOnScreen = {
  current(): ReleaseRequest;
  isOpen(): boolean;
  /** Of the paper that is open, or was last. */
  layout(): RequestLayout;
  /** Where the paper that is open, or was last, was saved since the program started; null where it was not. */
  savedPath(): string | null;
  show(form: RequestForm, entries: RequestEntries): Promise<Outcome<void>>;
  close(): void;
  keep(some: Partial<KeptRequest>): Promise<Outcome<void>>;
  saved(path: string): void;
  /** Told of every step that the procedure reaches. */
  stepReached(step: StepName, before: StepName): void;
};

export type FormOnScreenParts = {
  readonly layout: RequestLayout;
  /** Of the paper for a new certificate; null where the bank hands out its own. */
  readonly reissueLayout: RequestLayout | null;
  readonly store: RequestStore;
  readonly publish: (value: ReleaseRequest) => void;
};

/** @param parts the bank's papers, what is kept of them, and who is told of every change */
export function createFormOnScreen(parts: FormOnScreenParts): FormOnScreen {
  const { store } = parts;
  let open = false;
  let form: RequestForm = 'release';
  let savedPath: string | null = null;

  const layout = () => (form === 'reissue' ? (parts.reissueLayout ?? parts.layout) : parts.layout);
  const current = (): ReleaseRequest => {
    const { entries, prepared } = store.current();
    return {
      open,
      form,
      offersReissue: parts.reissueLayout !== null,
      layout: layout(),
      entries,
      prepared: [...prepared],
      unavailable: store.isUnavailable(),
      savedAs: savedPath === null ? null : basename(savedPath),
    };
  };
  const publish = () => parts.publish(current());
  const keep = (some: Partial<KeptRequest>): Promise<Outcome<void>> => {
    const changing = store.change(some);
    publish();
    return changing;
  };
  // The form takes over what is read late.
  store.onRecovered(publish);

  return { current, isOpen: () => open, layout, savedPath: () => savedPath, show, close, keep, saved, stepReached };

  async function show(shown: RequestForm, entries: RequestEntries): Promise<Outcome<void>> {
    // A paper that was saved is not the other one.
    if (shown !== form) savedPath = null;
    open = true;
    form = shown;
    const kept = await keep({ entries });
    // It is open all the same; that what was kept cannot be read now stands in a notice.
    return kept.ok || kept.problem.code !== 'file-unavailable' ? kept : success(undefined);
  }

  function close(): void {
    open = false;
    publish();
  }

  function saved(path: string): void {
    savedPath = path;
    publish();
  }

  function stepReached(step: StepName, before: StepName): void {
    if (step === before) return;
    const wasOpen = open;
    open = false;
    // What lay ready for an earlier lock says nothing of this one.
    if (step === 'awaitingRelease' && before === 'locked') void keep({ prepared: [] });
    else if (wasOpen) publish();
  }
}
