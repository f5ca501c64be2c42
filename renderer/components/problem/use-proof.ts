import { useRef } from 'react';
import type { Preflight } from '../../../preload/contract/preflight.ts';
import { isUnproven, levelOf } from '../../../preload/contract/preflight-findings.ts';
import type { Problem } from '../../../preload/contract/problem.ts';
import { useWindow } from '../frame/window-context.tsx';

/** ready: nothing to see to; bad: something to see to first, which forbids nothing; unproven: nobody knows whether it is the bank. */
type Preparedness = 'ready' | 'bad' | 'unproven';

function preparednessOf(results: Preflight['results']): Preparedness {
  if (isUnproven(results)) return 'unproven';
  return results.some(({ finding }) => levelOf(finding) === 'bad') ? 'bad' : 'ready';
}

/** What the preflight found last. It holds until another run has ended. */
export function usePreparedness(): Preparedness {
  const { preflight } = useWindow();
  const last = useRef<Preparedness>('ready');
  if (preflight.phase === 'done') last.current = preparednessOf(preflight.results);
  return last.current === 'ready' ? preparednessOf(preflight.results) : last.current;
}

/**
 * Whether a preflight that ended after a problem was first shown has proven that the bank is the bank.
 * @param problem what said that it could not be proven; null where nothing did
 */
export function useProvenSince(problem: Problem | null): boolean {
  const { preflight } = useWindow();
  const name = problem === null ? null : `${problem.screenCode}/${problem.reference}`;
  const seen = useRef({ name, checkedAt: preflight.checkedAt });
  if (seen.current.name !== name) seen.current = { name, checkedAt: preflight.checkedAt };
  const { phase, checkedAt, results } = preflight;
  return name !== null && phase === 'done' && checkedAt !== seen.current.checkedAt && results.some(({ finding }) => finding === 'tls-trusted');
}
