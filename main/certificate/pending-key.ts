import type { KeyObject } from 'node:crypto';
import type { ContractorId } from '../../preload/contract/identities.ts';
import { type DiskCode, failure, type KeychainCode, type Outcome, success } from '../../preload/contract/problem.ts';
import type { Log } from '../support/ports.ts';
import type { Secret } from '../support/redacted.ts';
import type { CertificateFiles } from './files.ts';
import { openKey, sealKey } from './key.ts';
import { makePassphrase, type PassphraseKeeper, pendingPassphraseName, type RandomSource } from './passphrases.ts';

/**
 * The key of a retrieval under way. It lies encrypted on the disk before the request is sent, so that a
 * certificate which the bank has made already still finds its key after a crash.
 */
export type PendingKeys = {
  /**
   * The key of an interrupted retrieval, whatever its size (a certificate may be on its way to it), or the one made
   * ahead, in either case safely on the disk. A key that can never be opened again (damaged, or its passphrase is
   * gone) is set aside, and another one is made.
   * @returns pending-key-unreadable where the file cannot be read now: whether it is lost is for the person to say
   */
  obtain(contractorId: ContractorId): Promise<Outcome<PendingKey, DiskCode | KeychainCode | 'pending-key-unreadable'>>;
  /**
   * Makes a larger key in place of one to which nothing can have been issued: it was never sent, or has just been refused.
   * @param bits the least size
   */
  enlarge(contractorId: ContractorId, bits: number): Promise<Outcome<PendingKey, DiskCode | KeychainCode>>;
  /** The person gives the key up: it is set aside, and the next attempt makes another one. */
  giveUp(contractorId: ContractorId): Promise<Outcome<void, DiskCode>>;
  /** Whether a key was lost since the last certificate of this contract was installed: the bank may have issued to it. */
  wasLost(contractorId: ContractorId): Promise<boolean>;
  /** The certificate is installed: the key lives on in its bundle only. A failure is logged and of no consequence. */
  discard(contractorId: ContractorId): Promise<void>;
};

export type PendingKeyParts = {
  readonly files: CertificateFiles;
  readonly passphrases: PassphraseKeeper;
  readonly random: RandomSource;
  readonly log: Log;
  /** Hands out a fresh key, of the usual size or of so many bits at least. */
  readonly take: (bits?: number) => Promise<KeyObject>;
};

/** isNew: made just now, so that nothing was ever sent for it. */
export type PendingKey = { readonly key: KeyObject; readonly isNew: boolean };

/** none: no retrieval is under way; lost: one is, and its key can never be opened again. */
type Interrupted = { readonly kind: 'none' } | { readonly kind: 'lost' } | { readonly kind: 'found'; readonly key: KeyObject };

export function createPendingKeys({ files, passphrases, random, log, take }: PendingKeyParts): PendingKeys {
  /** A keychain that is locked is a failure, never a reason to make another key: the certificate may be on its way. */
  async function interrupted(contractorId: ContractorId): Promise<Outcome<Interrupted, KeychainCode | 'pending-key-unreadable'>> {
    const pem = await files.readPending(contractorId);
    if (!pem.ok) return failure('pending-key-unreadable');
    const passphrase = await passphrases.read(pendingPassphraseName(contractorId));
    if (!passphrase.ok) return passphrase;
    // A passphrase without a file: the file was deleted by somebody else than us.
    if (pem.value === null) return success({ kind: passphrase.value === null ? 'none' : 'lost' });
    const key = passphrase.value === null ? null : openKey(pem.value, passphrase.value.reveal());
    return success(key === null ? { kind: 'lost' } : { kind: 'found', key });
  }

  async function makeNew(contractorId: ContractorId, before: Secret | null, bits?: number): Promise<Outcome<PendingKey, DiskCode | KeychainCode>> {
    const name = pendingPassphraseName(contractorId);
    const passphrase = makePassphrase(random);
    const kept = await passphrases.keep(name, passphrase);
    if (!kept.ok) return kept;
    const key = await take(bits);
    const written = await files.writePending(contractorId, sealKey(key, passphrase.reveal()));
    if (written.ok) return success({ key, isNew: true });
    // As it was: a passphrase that opens nothing would look like a key that was lost.
    await (before === null ? passphrases.forget(name) : passphrases.keep(name, before));
    return written;
  }

  return {
    async obtain(contractorId) {
      const earlier = await interrupted(contractorId);
      if (!earlier.ok) return earlier;
      if (earlier.value.kind === 'found') return success({ key: earlier.value.key, isNew: false });
      if (earlier.value.kind === 'lost') {
        log.warn('certificate.pending-key-lost');
        const aside = await files.setPendingAside(contractorId);
        if (!aside.ok) return aside;
      }
      return makeNew(contractorId, null);
    },
    async enlarge(contractorId, bits) {
      const before = await passphrases.read(pendingPassphraseName(contractorId));
      return before.ok ? makeNew(contractorId, before.value, bits) : before;
    },
    async giveUp(contractorId) {
      log.warn('certificate.pending-key-given-up');
      return files.setPendingAside(contractorId);
    },
    wasLost: files.hasPendingAside,
    async discard(contractorId) {
      const removed = await files.removePending(contractorId);
      const forgotten = removed.ok ? await passphrases.forget(pendingPassphraseName(contractorId)) : removed;
      if (!forgotten.ok) log.warn('certificate.pending-key-left', { code: forgotten.problem.code });
    },
  };
}
