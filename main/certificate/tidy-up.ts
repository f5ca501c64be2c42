import type { ContractorId } from '../../preload/contract/identities.ts';
import { failure, type Outcome, success } from '../../preload/contract/problem.ts';
import type { Bundles, KeptBundle } from './bundles.ts';
import { type CertificateStore, nicknameOf } from './stores/store.ts';
import { isCertificate } from './x509.ts';

/**
 * Old certificates pile up in the store, and the browser offers them all. Tidying takes all but the
 * newest of a contract out of the store; bundle and passphrase stay, so that it can be undone.
 */
export type TidyUp = {
  /** @returns how many certificates of the contract stand in the store beside the newest, and could be put away */
  count(contractorId: ContractorId, signal: AbortSignal): Promise<Outcome<number>>;
  /** @returns how many were put away */
  tidy(contractorId: ContractorId, signal: AbortSignal): Promise<Outcome<number>>;
  /** Puts back what the last tidying put away. @returns how many; not-now where there is nothing to undo */
  undo(signal: AbortSignal): Promise<Outcome<number>>;
};

export function createTidyUp({ bundles, store }: { readonly bundles: Pick<Bundles, 'ofContract'>; readonly store: CertificateStore }): TidyUp {
  let putAway: readonly KeptBundle[] = [];

  /** Only what can be put back is touched: a certificate whose bundle is lost stays where it is. */
  async function older(contractorId: ContractorId, signal: AbortSignal): Promise<Outcome<readonly KeptBundle[]>> {
    const kept = await bundles.ofContract(contractorId);
    if (!kept.ok) return kept;
    const stored = await store.list(signal);
    if (!stored.ok) return stored;
    return success(kept.value.slice(1).filter((one) => stored.value.some(isCertificate(one.bundle.leaf))));
  }

  return {
    async count(contractorId, signal) {
      const found = await older(contractorId, signal);
      return found.ok ? success(found.value.length) : found;
    },
    async tidy(contractorId, signal) {
      const found = await older(contractorId, signal);
      if (!found.ok) return found;
      putAway = [];
      for (const one of found.value) {
        const removed = await store.remove(isCertificate(one.bundle.leaf), signal);
        if (!removed.ok) return removed;
        putAway = [...putAway, one];
      }
      return success(putAway.length);
    },
    async undo(signal) {
      if (putAway.length === 0) return failure('not-now');
      const count = putAway.length;
      for (const one of putAway) {
        const { pfx, passphrase, name } = one;
        const installed = await store.install({ pfx, passphrase, nickname: nicknameOf(name.contractorId, name.serial) }, signal);
        if (!installed.ok) return installed;
        putAway = putAway.filter((other) => other !== one);
      }
      return success(count);
    },
  };
}
