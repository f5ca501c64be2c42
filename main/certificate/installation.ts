import type { X509Certificate } from 'node:crypto';
import { failure, type Outcome, success } from '../../preload/contract/problem.ts';
import type { KeptBundle } from './bundles.ts';
import { type CertificateStore, nicknameOf, toolTimeLimit } from './stores/store.ts';
import { serialOf } from './x509.ts';

/** What a store holds. */
export type Stock = Outcome<readonly X509Certificate[]>;

/**
 * Makes the store ready and reads what it holds: the first half of an installation, which needs no
 * bundle yet and is done while that is still written. A failure is met at the installation.
 */
export async function readAhead(store: CertificateStore, signal: AbortSignal): Promise<Stock> {
  // Not the person's signal: a database that is half made when they cancel would be in everybody's way.
  await store.prepare?.(AbortSignal.timeout(toolTimeLimit));
  return store.list(signal);
}

/** @returns whether the certificate with this serial number stands in the store */
export async function isInStore(store: CertificateStore, serial: string, signal: AbortSignal): Promise<Outcome<boolean>> {
  return holds(await store.list(signal), serial);
}

function holds(installed: Stock, serial: string): Outcome<boolean> {
  return installed.ok ? success(installed.value.some((one) => serialOf(one) === serial)) : installed;
}

async function importAndProve(store: CertificateStore, { name, pfx, passphrase }: KeptBundle, signal: AbortSignal): Promise<Outcome<void>> {
  const nickname = nicknameOf(name.contractorId, name.serial);
  const installed = await store.install({ pfx, passphrase, nickname }, signal);
  if (!installed.ok) return installed;
  // Nearly always it stands under its own name; a renewed one stands under the first one's, and the list tells.
  const seen = await store.findByNickname?.(nickname, signal);
  if (seen?.ok === true && seen.value.some((one) => serialOf(one) === name.serial)) return success(undefined);
  const proven = await isInStore(store, name.serial, signal);
  if (!proven.ok) return proven;
  return proven.value ? success(undefined) : failure('certificate-store-refused');
}

/**
 * Installs a bundle unless it stands in the store already, and proves it by reading back. When that fails or
 * is cancelled, whatever came into the store is taken out again: nothing stays half installed.
 * @param stock what the store holds beforehand
 */
export async function installWholly(store: CertificateStore, kept: KeptBundle, stock: Stock, signal: AbortSignal): Promise<Outcome<void>> {
  const before = holds(stock, kept.name.serial);
  if (!before.ok || before.value) return before.ok ? success(undefined) : before;
  const installed = await importAndProve(store, kept, signal);
  if (installed.ok && !signal.aborted) return installed;
  await store.remove(kept.name.serial, AbortSignal.timeout(toolTimeLimit));
  return signal.aborted ? failure('cancelled') : installed;
}
