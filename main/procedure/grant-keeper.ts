import { z } from 'zod';
import { type Outcome, success } from '../../preload/contract/problem.ts';
import type { Grant, SecretKeeper } from './ports.ts';

const grantSchema = z.object({ contractorId: z.string(), organization: z.string(), enrolmentSecret: z.string(), enrolBefore: z.string() });

/** Holds the right to one certificate: in the keychain, so that it outlives a crash, and in memory beside. */
export type GrantKeeper = {
  /** A failure means that only this run of the program still has it. */
  keep(grant: Grant): Promise<Outcome<void>>;
  /** @returns null where there is none for this contract */
  read(contractorId: string): Promise<Outcome<Grant | null>>;
  forget(): Promise<void>;
};

/** @param secrets the keychain */
export function createGrantKeeper(secrets: SecretKeeper): GrantKeeper {
  let held: Grant | null = null;
  return {
    keep(grant) {
      held = grant;
      return secrets.keep('enrolment-grant', JSON.stringify(grant));
    },
    async read(contractorId) {
      if (held?.contractorId === contractorId) return success(held);
      const kept = await secrets.read('enrolment-grant');
      if (!kept.ok) return kept;
      const grant = parseGrant(kept.value);
      return success(grant?.contractorId === contractorId ? grant : null);
    },
    async forget() {
      held = null;
      await secrets.forget('enrolment-grant');
    },
  };
}

function parseGrant(text: string | null): Grant | null {
  if (text === null) return null;
  try {
    return grantSchema.parse(JSON.parse(text));
  } catch {
    // Written by another version or by hand: as good as none. The text itself is a secret and goes nowhere.
    return null;
  }
}
