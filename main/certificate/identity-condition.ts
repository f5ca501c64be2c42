import { randomBytes } from 'node:crypto';
import type { ContractorId } from '../../preload/contract/identities.ts';
import { type Outcome, success } from '../../preload/contract/problem.ts';
import type { ProblemCode } from '../../preload/contract/problem-numbers.ts';
import type { Bundles } from './bundles.ts';
import type { CertificateFiles } from './files.ts';
import type { CertificateStore } from './stores/store.ts';
import { subjectValues } from './x509.ts';

/**
 * How a contract's certificate stands on this PC. Kaitsu logs on with its own copy (bundle and passphrase), the
 * browser with the one in the operating system's store: either can be lost without the other.
 * usable: Kaitsu can log on; unavailable: its copy cannot be read now, and may be sound; browserOnly: only the browser can; lost: neither can, though a certificate was
 * retrieved here; absent: nothing speaks of one.
 */
export type IdentityCondition = 'usable' | 'unavailable' | 'browserOnly' | 'lost' | 'absent';

export type ConditionParts = { readonly files: CertificateFiles; readonly bundles: Bundles; readonly store: CertificateStore };

/**
 * @param contractorId whose certificate
 * @returns a problem only where it cannot be told: the keychain is locked, the store or the folder cannot be read
 */
export async function examineIdentity(parts: ConditionParts, contractorId: ContractorId, signal: AbortSignal): Promise<Outcome<IdentityCondition>> {
  const readable = await parts.bundles.ofContract(contractorId);
  if (!readable.ok) return readable;
  if (readable.value.length > 0) return success('usable');
  if (await parts.bundles.isAnyUnavailable(contractorId)) return success('unavailable');
  const [names, stored] = await Promise.all([parts.files.listBundles(), parts.store.list(signal)]);
  if (!names.ok) return names;
  const retrieved = names.value.some((name) => name.contractorId === contractorId);
  const own = stored.ok ? stored.value.filter((one) => subjectValues(one, 'CN')[0] === contractorId) : [];
  if (own.length === 0) return stored.ok ? success(retrieved ? 'lost' : 'absent') : stored;
  for (const certificate of own) {
    const tried = await parts.store.trySignature?.(certificate, randomBytes(32), signal);
    // Whether it would ask the person, or cannot be told, is for the browser to find out.
    if (!(tried?.ok === true && tried.value === false)) return success('browserOnly');
  }
  return success('lost');
}

type ConditionCode = Extract<ProblemCode, 'certificate-in-browser-only' | 'certificate-file-unreadable' | 'certificate-file-unavailable'>;

/** @returns what the person is told of it; null where Kaitsu can log on, or nothing speaks of a certificate */
export function codeOfCondition(condition: IdentityCondition): ConditionCode | null {
  switch (condition) {
    case 'unavailable':
      return 'certificate-file-unavailable';
    case 'browserOnly':
      return 'certificate-in-browser-only';
    case 'lost':
      return 'certificate-file-unreadable';
    case 'usable':
    case 'absent':
      return null;
    default:
      return condition satisfies never;
  }
}
