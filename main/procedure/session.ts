import { type Outcome, success } from '../../preload/contract/problem.ts';
import type { Clock } from '../support/ports.ts';
import type { ActivationBank, SecretKeeper } from './ports.ts';

/** The activation session's token: a secret, kept in the keychain so that a crash does not end the session. */
export type Session = {
  /** Proves that the keychain can be written, before an attempt at the bank is spent. */
  prepare(): Promise<Outcome<void>>;
  open(token: string): Promise<Outcome<void>>;
  /** @returns null where no session is open */
  token(): Promise<string | null>;
  /** Calls `expired` when the bank's session ends; replaces an earlier alarm. */
  watch(expiresAt: string, expired: () => void): void;
  /** Forgets the session here, and tells the bank if `abandon`. */
  close(abandon: boolean): Promise<void>;
};

/** Stands in the keychain while no session is open yet. */
const noSession = 'none';

/** @param parts keychain, bank (to close the session there), clock */
export function createSession(parts: { readonly secrets: SecretKeeper; readonly bank: ActivationBank; readonly clock: Clock }): Session {
  const { secrets, bank, clock } = parts;
  let held: string | null = null;
  let cancelAlarm: () => void = () => undefined;

  async function token(): Promise<string | null> {
    if (held !== null) return held;
    const kept = await secrets.read('activation-session');
    held = kept.ok && kept.value !== noSession ? kept.value : null;
    return held;
  }

  return {
    token,
    prepare: () => secrets.keep('activation-session', noSession),
    async open(opened) {
      const kept = await secrets.keep('activation-session', opened);
      if (!kept.ok) return kept;
      held = opened;
      return success(undefined);
    },
    watch(expiresAt, expired) {
      cancelAlarm();
      cancelAlarm = clock.after(Math.max(0, Date.parse(expiresAt) - clock.now().getTime()), expired);
    },
    async close(abandon) {
      cancelAlarm();
      const closing = await token();
      held = null;
      if (closing === null) return;
      await secrets.forget('activation-session');
      // Not waited for: a bank that cannot be reached lets the session expire by itself.
      if (abandon) void bank.abandon(closing);
    },
  };
}
