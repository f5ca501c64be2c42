import { type KeychainCode, type Outcome, success } from '../../preload/contract/problem.ts';
import type { Clock } from '../support/ports.ts';
import { Redacted, type Secret } from '../support/redacted.ts';
import type { ActivationBank, SecretKeeper } from './ports.ts';

/** The activation session's token, kept in the keychain so that a crash does not end the session. */
export type Session = {
  /** Proves that the keychain can be written, before an attempt at the bank is spent. */
  prepare(): Promise<Outcome<void, KeychainCode>>;
  open(token: Secret): Promise<Outcome<void, KeychainCode>>;
  /** @returns null where no session is open */
  token(): Promise<Secret | null>;
  /** Calls `expired` when the bank's session ends; replaces an earlier alarm. */
  watch(expiresAt: string, expired: () => void): void;
  /** Stops the alarm; the token stays, so that the bank can still be asked where the session stands. */
  leave(): void;
  /**
   * Forgets the session here, and tells the bank if `abandon`.
   * @param only closes nothing where another session than this one was opened meanwhile
   * @returns once it is forgotten; told: whether none is open at the bank any more, once the bank has had its time
   */
  close(abandon: boolean, only?: Secret): Promise<{ readonly told: Promise<boolean> }>;
};

/** Stands in the keychain while no session is open yet. */
const noSession = 'none';

const nothingToTell = { told: Promise.resolve(true) };

/** @param parts keychain, bank (to close the session there), clock */
export function createSession(parts: { readonly secrets: SecretKeeper; readonly bank: ActivationBank; readonly clock: Clock }): Session {
  const { secrets, bank, clock } = parts;
  let held: Secret | null = null;
  let cancelAlarm: () => void = () => undefined;

  async function token(): Promise<Secret | null> {
    if (held !== null) return held;
    const kept = await secrets.read('activation-session');
    held = kept.ok && kept.value?.reveal() !== noSession ? kept.value : null;
    return held;
  }

  return {
    token,
    // An earlier session's token is written again and not over: it may be all that is left of a right to a certificate.
    prepare: async () => secrets.keep('activation-session', (await token()) ?? new Redacted(noSession)),
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
    leave: () => cancelAlarm(),
    async close(abandon, only) {
      const closing = await token();
      if (only !== undefined && only.reveal() !== closing?.reveal()) return nothingToTell;
      cancelAlarm();
      held = null;
      if (closing === null) return nothingToTell;
      await secrets.forget('activation-session');
      return abandon ? { told: bank.abandon(closing) } : nothingToTell;
    },
  };
}
