import { type Outcome, success } from '../../preload/contract/problem.ts';
import type { CertificateSummary } from '../../preload/contract/procedure.ts';
import type { HeldCertificate } from '../procedure/ports.ts';
import type { Bundles } from './bundles.ts';
import type { BundleName, CertificateFiles } from './files.ts';
import { isInStore } from './installation.ts';
import type { CertificateStore } from './stores/store.ts';
import { serialOf, subjectValues, summarize } from './x509.ts';

/** One certificate that Kaitsu retrieved on this PC. */
export type InventoryEntry = BundleName & {
  /** What may be shown; null when neither store nor bundle can be read. */
  readonly summary: CertificateSummary | null;
  /** The company that it names; '' when neither can be read. */
  readonly organization: string;
  /** Whether it stands in the store that the browsers read. */
  readonly installed: boolean;
  /** Whether bundle and passphrase are there, so that Kaitsu itself can log on with it. */
  readonly usable: boolean;
};

export type Inventory = {
  /** Every certificate of this PC that Kaitsu retrieved, of all contracts. */
  list(signal: AbortSignal): Promise<Outcome<readonly InventoryEntry[]>>;
  /** Removes a certificate from the store, then its bundle and passphrase. Revocation is the bank's affair. */
  uninstall(name: BundleName, signal: AbortSignal): Promise<Outcome<void>>;
};

export type InventoryParts = { readonly files: CertificateFiles; readonly bundles: Bundles; readonly store: CertificateStore };

export function createInventory({ files, bundles, store }: InventoryParts): Inventory {
  return {
    async list(signal) {
      const names = await files.listBundles();
      if (!names.ok) return names;
      const stored = await store.list(signal);
      if (!stored.ok) return stored;
      const entries: InventoryEntry[] = [];
      for (const name of names.value) {
        const kept = await bundles.read(name);
        if (!kept.ok && kept.problem.code !== 'certificate-file-unreadable') return kept;
        const own = kept.ok ? (kept.value?.bundle.leaf ?? null) : null;
        const inStore = stored.value.find((one) => serialOf(one) === name.serial);
        const shown = inStore ?? own;
        const summary = shown === null ? null : summarize(shown, store.kind);
        const [organization = ''] = shown === null ? [] : subjectValues(shown, 'O');
        entries.push({ ...name, summary, organization, installed: inStore !== undefined, usable: own !== null });
      }
      return success(entries);
    },
    async uninstall(name, signal) {
      const present = await isInStore(store, name.serial, signal);
      if (!present.ok) return present;
      const removed = present.value ? await store.remove(name.serial, signal) : success(undefined);
      return removed.ok ? bundles.remove(name) : removed;
    },
  };
}

/**
 * @param entries what this PC holds
 * @returns the certificate that lasts longest, of those that Kaitsu can use; null where there is none. One that has
 *   expired counts too: it may still be renewed, and the bank's clock decides, not this PC's
 */
export function bestOf(entries: readonly InventoryEntry[]): HeldCertificate | null {
  let best: HeldCertificate | null = null;
  for (const { contractorId, organization, summary, usable } of entries) {
    if (!usable || summary === null) continue;
    if (best === null || summary.notAfter > best.certificate.notAfter) best = { contractorId, organization, certificate: summary };
  }
  return best;
}
