import type { X509Certificate } from 'node:crypto';
import { failure, type Outcome, success } from '../../preload/contract/problem.ts';
import type { KeptBundle } from './bundles.ts';
import { type CertificateStore, nicknameOf, toolTimeLimit } from './stores/store.ts';
import { type CertificateMatch, isCertificate } from './x509.ts';

/** What a store holds. */
export type Stock = Outcome<readonly X509Certificate[]>;

/**
 * Makes the store ready, which needs no certificate yet. A failure is met at the installation.
 * @returns whether it was made just now, and so holds nothing
 */
export async function prepareStore(store: CertificateStore): Promise<boolean> {
  // Not the person's signal: a database that is half made when they cancel would be in everybody's way.
  const prepared = await store.prepare?.(AbortSignal.timeout(toolTimeLimit));
  return prepared?.ok === true && prepared.value.isNew;
}

/** Makes the store ready and reads what it holds, which needs no bundle yet and is done while the bank is asked. A failure is met at the installation. */
export async function readStock(store: CertificateStore, signal: AbortSignal): Promise<Stock> {
  return (await prepareStore(store)) ? success([]) : store.list(signal);
}

/** @returns whether the certificate stands in the store */
export async function isInStore(store: CertificateStore, which: CertificateMatch, signal: AbortSignal): Promise<Outcome<boolean>> {
  return holds(await store.list(signal), which);
}

function holds(installed: Stock, which: CertificateMatch): Outcome<boolean> {
  return installed.ok ? success(installed.value.some(which)) : installed;
}

async function importAndProve(store: CertificateStore, { name, pfx, passphrase, bundle }: KeptBundle, signal: AbortSignal): Promise<Outcome<void>> {
  const nickname = nicknameOf(name.contractorId, name.serial);
  const which = isCertificate(bundle.leaf);
  const installed = await store.install({ pfx, passphrase, nickname }, signal);
  if (!installed.ok) return installed;
  // Nearly always it stands under its own name; where one of the same subject stands already it has that one's, and the list tells.
  const seen = await store.standsUnder?.(nickname, bundle.leaf, signal);
  if (seen?.ok === true && seen.value) return success(undefined);
  const proven = await isInStore(store, which, signal);
  if (!proven.ok) return proven;
  return proven.value ? success(undefined) : failure('certificate-store-refused');
}

/**
 * Installs a bundle unless it stands in the store already, and proves it by reading back. When that fails or
 * is cancelled, whatever came into the store is taken out again: nothing stays half installed.
 * @param stock what the store holds beforehand
 */
export async function installWholly(store: CertificateStore, kept: KeptBundle, stock: Stock, signal: AbortSignal): Promise<Outcome<void>> {
  const which = isCertificate(kept.bundle.leaf);
  const before = holds(stock, which);
  if (!before.ok || before.value) return before.ok ? success(undefined) : before;
  const installed = await importAndProve(store, kept, signal);
  if (installed.ok && !signal.aborted) return installed;
  const limit = AbortSignal.timeout(toolTimeLimit);
  await (store.undoInstall === undefined ? store.remove(which, limit) : store.undoInstall(kept.bundle.leaf, limit));
  return signal.aborted ? failure('cancelled') : installed;
}
