import { useRef, useState } from 'react';
import type { Problem } from '../../../preload/contract/problem.ts';
import type { Accepted } from '../../../preload/contract/procedure.ts';

export type Request = {
  readonly pending: boolean;
  /** What the last request was refused with. */
  readonly problem: Problem | null;
  /** Hands a request over; while one is under way a second is ignored. */
  readonly send: (call: () => Promise<Accepted>) => Promise<void>;
};

/** What is shown when the border itself fails: there is no reply that could say more. */
export const brokenBorder: Problem = { code: 'internal', field: null, attemptsLeft: null, retryAt: null, remark: null, reference: null, screenCode: '' };

/** One request at a time. The reply says only whether it was accepted; the outcome is in the next snapshot. */
export function useRequest(): Request {
  const busy = useRef(false);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = async (call: () => Promise<Accepted>): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    setPending(true);
    setProblem(null);
    try {
      const reply = await call();
      if (!reply.ok) setProblem(reply.problem);
    } catch {
      setProblem(brokenBorder);
    } finally {
      busy.current = false;
      setPending(false);
    }
  };
  return { pending, problem, send };
}
