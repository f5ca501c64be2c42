import { type RefCallback, useCallback, useEffect, useRef, useState } from 'react';
import type { KaitsuApi } from '../../../preload/contract/contract.ts';
import type { Problem } from '../../../preload/contract/problem.ts';
import type { ReleaseRequest, RequestEntries } from '../../../preload/contract/release-request.ts';
import { type FoundError, findEntryErrors, withKeptEntries } from '../../../preload/contract/request-rules.ts';
import type { EntryError, RequestInput } from '../../../preload/contract/request-words.ts';
import { asTyped } from '../../../preload/contract/typed-text.ts';
import { brokenBorder } from '../../components/form/use-request.ts';
import { canPrint } from './printable.ts';

export type RequestForm = {
  readonly entries: RequestEntries;
  readonly errors: Readonly<Partial<Record<RequestInput, EntryError>>>;
  /** The input just left, whose error is to be spoken once; null while there is nothing new. */
  readonly spoken: RequestInput | null;
  /** In which the paper writes the date. */
  readonly calendar: ReleaseRequest['layout']['calendar'];
  /** Why the entries could not be kept; null while they are. */
  readonly notKept: Problem | null;
  readonly change: (some: Partial<RequestEntries>) => void;
  /** Called as the person leaves an input: what is typed there is checked. */
  readonly left: (input: RequestInput) => void;
  /** Where the focus goes when this input is the first that has an error. */
  readonly register: (input: RequestInput) => RefCallback<HTMLElement>;
  /** Checks everything, shows what is missing and leads to the first of it. @returns whether it is complete */
  readonly checkAll: () => boolean;
};

/** After this long without a keystroke the entries are handed over to be kept. */
const keepAfter = 600;

/** The entries as they are typed; kept while one types, and at the end. Nothing in them is secret. */
export function useRequestForm(request: ReleaseRequest, api: KaitsuApi): RequestForm {
  const [entries, setEntries] = useEntries(request);
  const [errors, setErrors] = useState<RequestForm['errors']>({});
  const [spoken, setSpoken] = useState<RequestInput | null>(null);
  const elements = useRef(new Map<RequestInput, HTMLElement>());
  const { layout } = request;
  const notKept = useKeeping(entries, api);
  const found = (of: RequestEntries): readonly FoundError[] => findEntryErrors(of, layout, canPrint);

  const change = (some: Partial<RequestEntries>): void => {
    const next = { ...entries, ...some };
    setEntries(next);
    // An error goes away as soon as it is mended; a new one is shown only as one leaves the input.
    const still = found(next);
    setErrors((shown) => Object.fromEntries(still.flatMap(({ input, error }) => (shown[input] === undefined ? [] : [[input, error]]))));
  };
  return {
    entries,
    errors,
    spoken,
    calendar: layout.calendar,
    notKept,
    change,
    left: (input) => {
      if (entries[input] === '') return;
      const error = found(entries).find((each) => each.input === input);
      setSpoken(error === undefined ? null : input);
      setErrors((shown) => ({ ...shown, ...(error === undefined ? {} : { [input]: error.error }) }));
    },
    register: (input) => (element) => {
      if (element === null) elements.current.delete(input);
      else elements.current.set(input, element);
    },
    checkAll: () => {
      const all = found(entries);
      // How many there are is spoken beside the buttons, and the first one's as the focus comes to it.
      setSpoken(null);
      setErrors(Object.fromEntries(all.map(({ input, error }) => [input, error])));
      const [first] = all;
      if (first !== undefined) elements.current.get(first.input)?.focus();
      return first === undefined;
    },
  };
}

/** Numbers that were kept as an earlier version let them be typed. */
function asWritten(entries: RequestEntries): RequestEntries {
  const { accountNumber, contractorId, contactPhone } = entries;
  return {
    ...entries,
    accountNumber: asTyped(accountNumber, 'digits'),
    contractorId: asTyped(contractorId, 'digits'),
    contactPhone: asTyped(contactPhone, 'phone'),
  };
}

/** The entries as they are typed. Where the kept ones could not be read, they come into every input left empty as soon as they can. */
function useEntries({ entries: published, unavailable }: ReleaseRequest): readonly [RequestEntries, (entries: RequestEntries) => void] {
  const [entries, setEntries] = useState(() => asWritten(published));
  const missing = useRef(unavailable);
  useEffect(() => {
    if (missing.current && !unavailable) setEntries((typed) => withKeptEntries(typed, asWritten(published)));
    missing.current = unavailable;
  }, [unavailable, published]);
  return [entries, setEntries];
}

/** What ends a page or takes it out of sight; a window that is closed tells the first of them while main still listens to it. */
const leavings = ['blur', 'beforeunload', 'pagehide'] as const;

/** Hands the entries over a moment after the last keystroke, and at once where one may not come back. @returns why they could not be kept */
function useKeeping(entries: RequestEntries, api: KaitsuApi): Problem | null {
  const [problem, setProblem] = useState<Problem | null>(null);
  const kept = useRef(entries);
  const latest = useRef(entries);
  latest.current = entries;
  const keepNow = useCallback(() => {
    if (latest.current === kept.current) return;
    kept.current = latest.current;
    api.releaseRequest.keep(latest.current).then(
      (reply) => setProblem(reply.ok ? null : reply.problem),
      () => setProblem(brokenBorder),
    );
  }, [api]);
  useEffect(() => {
    if (entries === kept.current) return;
    const timer = window.setTimeout(keepNow, keepAfter);
    return () => window.clearTimeout(timer);
  }, [entries, keepNow]);
  useEffect(() => {
    for (const leaving of leavings) window.addEventListener(leaving, keepNow);
    document.addEventListener('visibilitychange', keepNow);
    return () => {
      for (const leaving of leavings) window.removeEventListener(leaving, keepNow);
      document.removeEventListener('visibilitychange', keepNow);
      keepNow();
    };
  }, [keepNow]);
  return problem;
}
