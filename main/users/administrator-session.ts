import { instantAt } from '../../preload/contract/instant.ts';
import type { Clock } from '../support/ports.ts';
import type { Administrator } from './ports.ts';

/** The administrator's session at the bank. Its token is a secret and is kept in memory alone. */
export type AdministratorSession = {
  /** Takes over what the logon brought. @param idleSeconds after how long without a question the bank ends it */
  begin(administrator: Administrator, idleSeconds: number): void;
  /** @returns null where nobody is logged on, or the bank has ended the session by now */
  current(): Administrator | null;
  /** Notes that the bank was just asked, from which the time counts again. */
  prolong(): void;
  /** Until when the session holds, ISO 8601. */
  expiresAt(): string;
  /** Forgets it. @returns what it was, so that the bank can be told */
  end(): Administrator | null;
};

/** @param onExpired called when the time has run out */
export function createAdministratorSession(clock: Clock, onExpired: () => void): AdministratorSession {
  let held: { readonly administrator: Administrator; readonly idle: number; readonly until: number } | null = null;
  let cancelAlarm: () => void = () => undefined;

  function hold(administrator: Administrator, idle: number): void {
    const until = clock.now().getTime() + idle;
    held = { administrator, idle, until };
    cancelAlarm();
    cancelAlarm = clock.after(idle, onExpired);
  }

  return {
    begin: (administrator, idleSeconds) => hold(administrator, idleSeconds * 1000),
    current: () => (held !== null && clock.now().getTime() < held.until ? held.administrator : null),
    prolong() {
      if (held !== null) hold(held.administrator, held.idle);
    },
    expiresAt: () => instantAt(held?.until ?? clock.now().getTime()),
    end() {
      cancelAlarm();
      const ended = held?.administrator ?? null;
      held = null;
      return ended;
    },
  };
}
