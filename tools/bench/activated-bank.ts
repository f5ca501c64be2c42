import { randomUUID } from 'node:crypto';
import { createBankClient } from '../../main/bank/bank-client.ts';
import { createHttpClient, type HttpClient } from '../../main/bank/http-client.ts';
import { loadBankProfile } from '../../main/bank/load-profile.ts';
import type { BankProfile } from '../../main/bank/profile.ts';
import { type PracticeBank, startPracticeBank } from '../../main/practice-bank/server.ts';
import type { Grant } from '../../main/procedure/ports.ts';
import type { Log } from '../../main/support/ports.ts';
import { Redacted } from '../../main/support/redacted.ts';
import { systemClock } from '../../main/support/system-clock.ts';
import { failure, type Outcome } from '../../preload/contract/problem.ts';

/** A practice bank of whose demo contract the activation can be done again and again. */
export type ActivatedBank = {
  readonly baseUrl: string;
  readonly bank: PracticeBank;
  readonly profile: BankProfile;
  readonly http: HttpClient;
  readonly log: Log;
  /** Locks, releases and activates the contract again. @returns the right to one more certificate */
  activate(): Promise<Grant>;
  stop(): Promise<void>;
};

const silent: Log = { info: () => {}, warn: () => {}, error: () => '' };

function good<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`refused: ${outcome.problem.code}`);
  return outcome.value;
}

/** Starts it; certificates are issued at once, so that only work is measured and no waiting. */
export async function startActivatedBank(dataDir: string): Promise<ActivatedBank> {
  const profile = good(await loadBankProfile(null, silent));
  const bank = await startPracticeBank({ dataDir, port: 0, profile, issueDelaySeconds: 0 });
  const baseUrl = `https://127.0.0.1:${bank.port}`;
  const settings = { baseUrl, authority: bank.authority, clock: systemClock, random: Math.random, log: silent };
  const http = createHttpClient(settings);
  const client = createBankClient({
    http,
    openIdentityClient: (identity) => createHttpClient({ ...settings, identity }),
    readIdentity: async () => failure('certificate-required'),
    newIdempotencyKey: randomUUID,
    clock: systemClock,
    log: silent,
  });
  return {
    baseUrl,
    bank,
    profile,
    http,
    log: silent,
    async activate() {
      const { customerCard, applicationForm } = bank.papers();
      const { contractorId, oneTimePasswords } = customerCard;
      const registrationPin = new Redacted(applicationForm.registrationPin);
      const { signal } = new AbortController();
      bank.lockAgain(contractorId);
      bank.releaseLock(contractorId);
      const { token } = good(await client.identify({ contractorId, registrationPin }, signal));
      const pins = { registrationPin, logonPin: new Redacted('bench12345'), confirmationPin: new Redacted('bench67890'), email: null, holder: null };
      const { position } = good(await client.setPins(token, pins, signal));
      const oneTimePassword = oneTimePasswords[(position?.row ?? 1) - 1]?.[(position?.column ?? 1) - 1] ?? '';
      return good(await client.confirmOneTimePassword(token, new Redacted(oneTimePassword), signal));
    },
    async stop() {
      await http.close();
      await bank.stop();
    },
  };
}
