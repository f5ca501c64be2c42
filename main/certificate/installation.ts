import { failure, type Outcome, success } from '../../preload/contract/problem.ts';
import type { KeptBundle } from './bundles.ts';
import { type CertificateStore, nicknameOf, toolTimeLimit } from './stores/store.ts';
import { serialOf } from './x509.ts';

/** @returns whether the certificate with this serial number stands in the store */
export async function standsIn(store: CertificateStore, serial: string, signal: AbortSignal): Promise<Outcome<boolean>> {
  const installed = await store.list(signal);
  return installed.ok ? success(installed.value.some((one) => serialOf(one) === serial)) : installed;
}

async function importAndProve(store: CertificateStore, { name, pfx, passphrase }: KeptBundle, signal: AbortSignal): Promise<Outcome<void>> {
  const installed = await store.install({ pfx, passphrase, nickname: nicknameOf(name.contractorId, name.serial) }, signal);
  if (!installed.ok) return installed;
  const proven = await standsIn(store, name.serial, signal);
  if (!proven.ok) return proven;
  return proven.value ? success(undefined) : failure('certificate-store-refused');
}

/**
 * Installs a bundle unless it stands in the store already, and proves it by reading back. When that fails or
 * is cancelled, whatever came into the store is taken out again: nothing stays half installed.
 */
export async function installWholly(store: CertificateStore, kept: KeptBundle, signal: AbortSignal): Promise<Outcome<void>> {
  const before = await standsIn(store, kept.name.serial, signal);
  if (!before.ok || before.value) return before.ok ? success(undefined) : before;
  const installed = await importAndProve(store, kept, signal);
  if (installed.ok && !signal.aborted) return installed;
  await store.remove(kept.name.serial, AbortSignal.timeout(toolTimeLimit));
  return signal.aborted ? failure('cancelled') : installed;
}
