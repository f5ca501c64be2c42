import { useRef, useState } from 'react';
import type { Problem } from '../../../preload/contract/problem.ts';
import type { Accepted } from '../../../preload/contract/procedure.ts';
import { type Pressed, shownValue } from '../../state/pressed.ts';
import { brokenBorder } from './use-request.ts';

/** A control whose value main publishes. */
export type Chosen<T> = {
  /** What was pressed last, until main has answered; then main's word. */
  readonly value: T;
  readonly choose: (value: T) => void;
  /** Why main refused the last choice; null while it did not. */
  readonly problem: Problem | null;
  /** Takes the problem off the screen. */
  readonly forget: () => void;
};

/**
 * Shows a choice at once and tells main of it. One choice is told after the other, and of those that wait
 * only the last: main ends with what the person pressed last.
 * @param source the published value, a new object whenever main publishes it
 * @param read the control's value in it
 * @param tell hands the choice to main
 */
export function useChosen<S, T>(source: S, read: (source: S) => T, tell: (value: T) => Promise<Accepted>): Chosen<T> {
  const [pressed, setPressed] = useState<Pressed<S, T> | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const waiting = useRef<{ readonly value: T } | null>(null);
  const telling = useRef(false);
  const tellAll = async (): Promise<void> => {
    if (telling.current) return;
    telling.current = true;
    let refusal: Problem | null = null;
    for (let next = waiting.current; next !== null; next = waiting.current) {
      waiting.current = null;
      refusal = await refusalOf(() => tell(next.value));
    }
    telling.current = false;
    setProblem(refusal);
    setPressed((before) => (refusal === null && before !== null ? { ...before, answered: true } : null));
  };
  const choose = (value: T): void => {
    setPressed({ value, over: source, answered: false });
    setProblem(null);
    waiting.current = { value };
    void tellAll();
  };
  return { value: shownValue(pressed, source, read), choose, problem, forget: () => setProblem(null) };
}

async function refusalOf(tell: () => Promise<Accepted>): Promise<Problem | null> {
  try {
    const reply = await tell();
    return reply.ok ? null : reply.problem;
  } catch {
    return brokenBorder;
  }
}
