import { useEffect, useState } from 'react';
import { pageNow, useStoppedClock } from '../../state/page-clock.ts';
import { formatTime } from '../../text/dates.ts';
import { Button } from '../form/button.tsx';
import { useRequest } from '../form/use-request.ts';
import { useWindow } from './window-context.tsx';
import './session-warning.css';

/** How long before its end a session is warned of (WCAG 2.2.1 asks for twenty seconds at least). */
export const warnedMilliseconds = 2 * 60 * 1000;

type Props = {
  /** Until when the bank waits, ISO 8601; null where nothing runs out. */
  readonly expiresAt: string | null;
  /** Whether the bank gives more time: it does to a logged-on administrator, not to the activation. */
  readonly canStay: boolean;
};

/** Says two minutes before its end that the session ends, and gives more time where the bank does. The frame is always there. */
export function SessionWarning({ expiresAt, canStay }: Props) {
  const { api, language, text } = useWindow();
  const request = useRequest();
  const near = useNear(expiresAt);
  const time = expiresAt === null ? '' : formatTime(expiresAt, language);
  return (
    <div role="alert" className="session-warning">
      {near && <p>{canStay ? text.common.sessionEndsUnlessStaying(time) : text.common.sessionEnds(time)}</p>}
      {near && canStay && (
        <Button busy={request.pending} onPress={() => void request.send(() => api.users.stay())}>
          {text.common.stay}
        </Button>
      )}
      {near && request.problem !== null && <p className="session-warning-failed">{text.problem.codes[request.problem.code].title}</p>}
    </div>
  );
}

/** Whether the end is near, but not over: what comes then is told by main. */
function useNear(expiresAt: string | null): boolean {
  const [near, setNear] = useState(false);
  const stopped = useStoppedClock();
  useEffect(() => {
    if (expiresAt === null) return setNear(false);
    const left = Date.parse(expiresAt) - (stopped ?? pageNow());
    setNear(left > 0 && left <= warnedMilliseconds);
    if (left <= 0 || stopped !== null) return;
    const begin = window.setTimeout(() => setNear(true), Math.max(0, left - warnedMilliseconds));
    const end = window.setTimeout(() => setNear(false), left);
    return () => {
      window.clearTimeout(begin);
      window.clearTimeout(end);
    };
  }, [expiresAt, stopped]);
  return near;
}
