import { useRef } from 'react';
import { isUnproven } from '../../../preload/contract/preflight-findings.ts';
import type { Problem } from '../../../preload/contract/problem.ts';
import { useWindow } from '../frame/window-context.tsx';

/** Whether the preflight could not prove that the bank is the bank. It holds until another run has ended. */
export function useUnproven(): boolean {
  const { preflight } = useWindow();
  const last = useRef(false);
  if (preflight.phase === 'done') last.current = isUnproven(preflight.results);
  return last.current || isUnproven(preflight.results);
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
