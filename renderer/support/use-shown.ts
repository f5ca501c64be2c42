import { useEffect, useState } from 'react';
import type { DescribedWindow } from '../../preload/contract/full-code/described-window.ts';
import { profileMark } from '../../preload/contract/full-code/profile-mark.ts';
import type { Support } from '../../preload/contract/support.ts';
import type { ReproducedBank } from '../reproduction/reproduce.ts';
import { type CodeFault, readCode } from './read-code.ts';

/** What is on the support mode's window. */
export type Shown = {
  readonly described: DescribedWindow;
  /** Read out of a short code: what that does not tell is the usual. */
  readonly short: boolean;
};

export type ShownControls = {
  readonly typed: string;
  readonly fault: CodeFault | null;
  readonly shown: Shown | null;
  /** While it is typed: what can be read is shown, and nothing is complained of. */
  readonly type: (text: string) => void;
  /** Wanted by Enter or by the button: now what is wrong is said. */
  readonly ask: (text?: string) => void;
  readonly go: (described: DescribedWindow) => void;
};

/** @param support as main publishes it: what was handed in last is shown */
export function useShown(support: Support): ShownControls {
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<CodeFault | null>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const read = (text: string, complain: boolean): void => {
    const found = readCode(text);
    setTyped(text);
    if (found.kind === 'shown') setShown({ described: found.described, short: found.short });
    setFault(complain && found.kind !== 'shown' && found.kind !== 'empty' ? found : null);
  };
  // A new object with each code that comes, the same one twice included.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is read is the code alone
  useEffect(() => {
    if (support.asked !== null) read(support.asked, true);
  }, [support]);
  return {
    typed,
    fault,
    shown,
    type: (text) => read(text, false),
    ask: (text = typed) => read(text, true),
    go: (described) => {
      setFault(null);
      setShown((before) => ({ described, short: before?.short ?? true }));
    },
  };
}

/** @returns the bank whose mark the code carries, and whether it is among those of this PC; a short code is the likeliest bank's */
export function bankOf(shown: Shown | null, banks: Support['banks']): { readonly bank: ReproducedBank | null; readonly isTheirs: boolean } {
  const first = banks[0] ?? null;
  if (shown === null || shown.short) return { bank: first, isTheirs: true };
  const theirs = banks.find(({ bank }) => profileMark(bank) === shown.described.profile) ?? null;
  return { bank: theirs ?? first, isTheirs: theirs !== null };
}
