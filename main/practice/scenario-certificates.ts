import type { ContractorId } from '../../preload/contract/identities.ts';
import type { Bundles } from '../certificate/bundles.ts';
import type { CertificateStore } from '../certificate/stores/store.ts';
import { isCertificate } from '../certificate/x509.ts';
import type { ProgramPorts } from '../program-ports.ts';

/** The certificates of a scenario in a store that is the person's own (Windows, macOS): taken out again at its end. */

export type ScenarioCertificates = {
  /** The same port; what is found at it is remembered. */
  watch(create: ProgramPorts['createDiagnosis']): ProgramPorts['createDiagnosis'];
  /** Takes the contract's certificates out of the store. NSS keeps them in the scenario's own folder, which goes as a whole. */
  takeOut(contractorId: ContractorId): Promise<void>;
};

/** How long the store may take at the program's end, in milliseconds. */
const limit = 4_000;

export function scenarioCertificates(): ScenarioCertificates {
  let found: { readonly bundles: Pick<Bundles, 'ofContract'>; readonly store: Pick<CertificateStore, 'kind' | 'remove'> } | null = null;
  return {
    watch: (create) => (parts) => {
      found = { bundles: parts.certificate.bundles, store: parts.store };
      return create(parts);
    },
    async takeOut(contractorId) {
      if (found === null || found.store.kind === 'nss') return;
      const held = await found.bundles.ofContract(contractorId);
      for (const { bundle } of held.ok ? held.value : []) await found.store.remove(isCertificate(bundle.leaf), AbortSignal.timeout(limit));
    },
  };
}
