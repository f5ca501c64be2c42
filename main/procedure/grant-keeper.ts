import { z } from 'zod';
import type { ContractorId } from '../../preload/contract/identities.ts';
import { contractorIdSchema } from '../../preload/contract/identities.ts';
import { type KeychainCode, type Outcome, success } from '../../preload/contract/problem.ts';
import { Redacted } from '../support/redacted.ts';
import type { Grant, SecretKeeper } from './ports.ts';

const grantSchema = z.object({ contractorId: contractorIdSchema, organization: z.string(), enrolmentSecret: z.string(), enrolBefore: z.string() });

/** Holds the right to one certificate: in the keychain, so that it outlives a crash, and in memory beside. */
export type GrantKeeper = {
  /** A failure means that only this run of the program still has it. */
  keep(grant: Grant): Promise<Outcome<void, KeychainCode>>;
  /** @returns null where there is none for this contract */
  read(contractorId: ContractorId): Promise<Outcome<Grant | null, KeychainCode>>;
  /** @returns the right that lies here, whatever its contract; null where there is none, or the bank has refused it */
  readAny(): Promise<Outcome<Grant | null, KeychainCode>>;
  /** The bank gives nothing for it any more. It stays where it is, but is offered no longer until the next start. */
  noteRefused(): void;
  forget(): Promise<void>;
};

/** @param secrets the keychain */
export function createGrantKeeper(secrets: SecretKeeper): GrantKeeper {
  let held: Grant | null = null;
  let refused = false;

  async function readKept(): Promise<Outcome<Grant | null, KeychainCode>> {
    if (held !== null) return success(held);
    const kept = await secrets.read('enrolment-grant');
    return kept.ok ? success(kept.value === null ? null : parseGrant(kept.value.reveal())) : kept;
  }

  return {
    keep(grant) {
      held = grant;
      refused = false;
      return secrets.keep('enrolment-grant', new Redacted(JSON.stringify({ ...grant, enrolmentSecret: grant.enrolmentSecret.reveal() })));
    },
    async read(contractorId) {
      const kept = await readKept();
      return kept.ok && kept.value?.contractorId !== contractorId ? success(null) : kept;
    },
    readAny: async () => (refused ? success(null) : readKept()),
    noteRefused() {
      refused = true;
    },
    async forget() {
      held = null;
      await secrets.forget('enrolment-grant');
    },
  };
}

function parseGrant(text: string): Grant | null {
  try {
    const kept = grantSchema.parse(JSON.parse(text));
    return { ...kept, enrolmentSecret: new Redacted(kept.enrolmentSecret) };
  } catch {
    // Written by another version or by hand: as good as none. The text itself is a secret and goes nowhere.
    return null;
  }
}
