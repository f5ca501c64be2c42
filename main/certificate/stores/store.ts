import type { X509Certificate } from 'node:crypto';
import type { ContractorId, Serial } from '../../../preload/contract/identities.ts';
import { failure, type Outcome, success } from '../../../preload/contract/problem.ts';
import type { CertificateSummary } from '../../../preload/contract/procedure.ts';
import type { Secret } from '../../support/redacted.ts';
import type { CertificateMatch } from '../x509.ts';
import type { RunResult } from './run.ts';

/** What is installed: a PKCS#12, its passphrase and the name that the store shows. */
export type StoredBundle = { readonly pfx: Uint8Array; readonly passphrase: Secret; readonly nickname: string };

/** Where the operating system or its browsers look for client certificates. */
export type CertificateStore = {
  readonly kind: CertificateSummary['store'];
  /**
   * Does ahead what an installation would begin with. A failure is of no consequence: the installation meets it again.
   * @returns whether the store was made just now, and so holds nothing
   */
  prepare?(signal: AbortSignal): Promise<Outcome<{ readonly isNew: boolean }>>;
  /** Installs key, certificate and its chain; the authorities of the chain get no trust by it. Installing twice is harmless. */
  install(bundle: StoredBundle, signal: AbortSignal): Promise<Outcome<void>>;
  /** A quick look under one name, where a store has it: whether the certificate stands there with its private key. One that does not may still be in the list. */
  standsUnder?(nickname: string, certificate: X509Certificate, signal: AbortSignal): Promise<Outcome<boolean>>;
  /** @returns the certificates with a private key, whatever name they stand under: a store may give them another than ours */
  list(signal: AbortSignal): Promise<Outcome<readonly X509Certificate[]>>;
  /**
   * A trial signature by the key in the store, where that can be had without the person being asked for anything.
   * @param challenge random bytes, other ones for each trial
   * @returns whether the key signs for the certificate; null where it would ask the person; a problem where it cannot be told
   */
  trySignature?(certificate: X509Certificate, challenge: Uint8Array, signal: AbortSignal): Promise<Outcome<boolean | null>>;
  /** Removes certificate and key; when it is not there, all is well. */
  remove(which: CertificateMatch, signal: AbortSignal): Promise<Outcome<void>>;
  /** Where a store keeps keys by themselves: removes also the key whose certificate did not come in. */
  undoInstall?(certificate: X509Certificate, signal: AbortSignal): Promise<Outcome<void>>;
};

/** Every nickname of Kaitsu's begins so. */
const nicknamePrefix = 'Kaitsu ';

/** @returns what the store shows: unique for each serial number */
export function nicknameOf(contractorId: ContractorId, serial: Serial): string {
  return `${nicknamePrefix}${contractorId} ${serial}`;
}

/** How long a store's tool may take, in milliseconds. */
export const toolTimeLimit = 30_000;

/** @returns what the tool printed; certificate-store-missing, -refused or cancelled when it did not end well */
export function printedBy(result: RunResult): Outcome<string> {
  switch (result.kind) {
    case 'ended':
      return result.code === 0 ? success(result.stdout) : failure('certificate-store-refused');
    case 'missing':
      return failure('certificate-store-missing');
    case 'timeout':
      return failure('certificate-store-refused');
    case 'cancelled':
      return failure('cancelled');
    default: {
      const never: never = result;
      return never;
    }
  }
}

/** As printedBy, for tools whose words do not matter. */
export function okOrProblem(result: RunResult): Outcome<void> {
  const printed = printedBy(result);
  return printed.ok ? success(undefined) : printed;
}
