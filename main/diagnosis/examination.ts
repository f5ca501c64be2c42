import type { Outcome } from '../../preload/contract/problem.ts';
import type { ProblemCode } from '../../preload/contract/problem-numbers.ts';
import { codeOfCondition, type IdentityCondition } from '../certificate/identity-condition.ts';
import type { Comparison } from './designated-pc.ts';

/** What is asked of the PC on which a contract's certificate should be. Every question may fail; then it says nothing. */
export type Examined = {
  comparePc(): Promise<Comparison>;
  /** Notes this PC as the one that holds the certificate. */
  note(): Promise<unknown>;
  /** Whether Kaitsu can log on with its own copy, and what is left where it cannot. */
  condition(signal: AbortSignal): Promise<Outcome<IdentityCondition>>;
  /** Whether the contract's newest certificate stands in the store; null where Kaitsu knows of none. */
  standsInStore(signal: AbortSignal): Promise<Outcome<boolean | null>>;
  /** Whether the contract's key signs: Kaitsu's own and, where that can be tried unasked, the one in the store. */
  canSign(signal: AbortSignal): Promise<Outcome<boolean>>;
  isRemote(): boolean;
  /** Whether the contract's newest certificate is to be renewed now, by the bank's time. */
  expiresSoon(signal: AbortSignal): Promise<Outcome<boolean>>;
  /** Certificates of the contract beside the newest. */
  countOlder(signal: AbortSignal): Promise<Outcome<number>>;
};

/**
 * Looks for what keeps a certificate from being used on this PC, the gravest first.
 * @returns the first thing found; null when all is well
 */
export async function examinePc(pc: Examined, signal: AbortSignal): Promise<ProblemCode | null> {
  const compared = await pc.comparePc();
  if (compared === 'other-user') return 'other-os-user';
  if (compared === 'other-pc') return 'certificate-absent-on-pc';
  const condition = await pc.condition(signal);
  // What this PC's keychain opens was brought here, whatever became of the note of it (a disk that was full at the time).
  if (compared === 'unnoted' && condition.ok && condition.value === 'usable') await pc.note();
  const unusable = condition.ok ? codeOfCondition(condition.value) : null;
  if (unusable !== null) return unusable;
  const stands = await pc.standsInStore(signal);
  if (stands.ok && stands.value !== true) return 'certificate-absent-on-pc';
  const signs = await pc.canSign(signal);
  if (signs.ok && !signs.value) return 'key-cannot-sign';
  if (pc.isRemote()) return 'remote-session';
  const expires = await pc.expiresSoon(signal);
  if (expires.ok && expires.value) return 'certificate-expires-soon';
  const older = await pc.countOlder(signal);
  return older.ok && older.value > 0 ? 'certificates-piled-up' : null;
}
