import type { X509Certificate } from 'node:crypto';
import { readContractorId } from '../../preload/contract/identities.ts';
import { type Outcome, success } from '../../preload/contract/problem.ts';
import type { CertificateSummary } from '../../preload/contract/procedure.ts';
import type { HeldCertificate } from '../procedure/ports.ts';
import { type Bundles, isUnreadable } from './bundles.ts';
import type { BundleName, CertificateFiles } from './files.ts';
import { isInStore } from './installation.ts';
import type { CertificateStore } from './stores/store.ts';
import { type CertificateMatch, isCertificate, isNamed, serialOf, subjectValues, summarize } from './x509.ts';

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
  /** Certificates that stand in the store alone: their bundle is gone. All of them were installed by Kaitsu. */
  listStoreOnly(signal: AbortSignal): Promise<Outcome<readonly InventoryEntry[]>>;
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
        if (!kept.ok && !isUnreadable(kept.problem.code)) return kept;
        const own = kept.ok ? (kept.value?.bundle.leaf ?? null) : null;
        const inStore = stored.value.find(own === null ? isNamed(name) : isCertificate(own));
        const shown = inStore ?? own;
        const summary = shown === null ? null : summarize(shown, store.kind);
        const [organization = ''] = shown === null ? [] : subjectValues(shown, 'O');
        entries.push({ ...name, summary, organization, installed: inStore !== undefined, usable: own !== null });
      }
      return success(entries);
    },
    async listStoreOnly(signal) {
      const [names, stored] = await Promise.all([files.listBundles(), store.list(signal)]);
      if (!names.ok) return names;
      if (!stored.ok) return stored;
      const known = new Set(names.value.map((name) => name.serial));
      return success(stored.value.filter((one) => !known.has(serialOf(one))).flatMap((one) => storeOnly(one, store.kind)));
    },
    async uninstall(name, signal) {
      const which = await matchOf(bundles, name);
      const present = await isInStore(store, which, signal);
      if (!present.ok) return present;
      const removed = present.value ? await store.remove(which, signal) : success(undefined);
      return removed.ok ? bundles.remove(name) : removed;
    },
  };
}

/** None where the certificate names no contract. */
function storeOnly(certificate: X509Certificate, kind: CertificateSummary['store']): readonly InventoryEntry[] {
  const [name = '', ...others] = subjectValues(certificate, 'CN');
  const contractorId = readContractorId(name);
  if (contractorId === null || others.length > 0) return [];
  const [organization = ''] = subjectValues(certificate, 'O');
  const summary = summarize(certificate, kind);
  return [{ contractorId, serial: summary.serial, summary, organization, installed: true, usable: false }];
}

/** The certificate itself where the bundle can be read, else what its name says. */
async function matchOf(bundles: Bundles, name: BundleName): Promise<CertificateMatch> {
  const kept = await bundles.read(name);
  return kept.ok && kept.value !== null ? isCertificate(kept.value.bundle.leaf) : isNamed(name);
}

/**
 * @param entries what this PC holds
 * @returns the certificate that lasts longest, of those that Kaitsu can use, else of those that are in the store alone;
 *   null where there is none. One that has expired counts too: it may still be renewed, and the bank's clock decides,
 *   not this PC's
 */
export function bestOf(entries: readonly InventoryEntry[]): HeldCertificate | null {
  return longestOf(entries.filter((entry) => entry.usable)) ?? longestOf(entries.filter((entry) => entry.installed));
}

function longestOf(entries: readonly InventoryEntry[]): HeldCertificate | null {
  let best: HeldCertificate | null = null;
  for (const { contractorId, organization, summary } of entries) {
    if (summary === null) continue;
    if (best === null || summary.notAfter > best.certificate.notAfter) best = { contractorId, organization, certificate: summary };
  }
  return best;
}
