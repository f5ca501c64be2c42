import type { KeyObject } from 'node:crypto';
import { type Outcome, success } from '../../preload/contract/problem.ts';
import type { Log } from '../support/ports.ts';
import type { CertificateFiles } from './files.ts';
import { openKey, sealKey } from './key.ts';
import { makePassphrase, type PassphraseKeeper, pendingPassphraseName, type RandomSource } from './passphrases.ts';

/**
 * The key of a retrieval under way. It lies encrypted on the disk before the request is sent, so that a
 * certificate which the bank has made already still finds its key after a crash.
 */
export type PendingKeys = {
  /** The key of an interrupted retrieval, or the one made ahead, in either case safely on the disk. */
  obtain(contractorId: string): Promise<Outcome<KeyObject>>;
  /** The certificate is installed: the key lives on in its bundle only. A failure is logged and of no consequence. */
  discard(contractorId: string): Promise<void>;
};

export type PendingKeyParts = {
  readonly files: CertificateFiles;
  readonly passphrases: PassphraseKeeper;
  readonly random: RandomSource;
  readonly log: Log;
  /** Hands out a fresh key. */
  readonly take: () => Promise<KeyObject>;
};

export function createPendingKeys({ files, passphrases, random, log, take }: PendingKeyParts): PendingKeys {
  /** A keychain that is locked is a failure, never a reason to make another key: the certificate may be on its way. */
  async function interrupted(contractorId: string): Promise<Outcome<KeyObject | null>> {
    const pem = await files.readPending(contractorId);
    if (!pem.ok || pem.value === null) return pem.ok ? success(null) : pem;
    const passphrase = await passphrases.read(pendingPassphraseName(contractorId));
    if (!passphrase.ok) return passphrase;
    const key = passphrase.value === null ? null : openKey(pem.value, passphrase.value);
    if (key === null) log.warn('certificate.pending-key-lost');
    return success(key);
  }

  return {
    async obtain(contractorId) {
      const earlier = await interrupted(contractorId);
      if (!earlier.ok) return earlier;
      if (earlier.value !== null) return success(earlier.value);
      const passphrase = makePassphrase(random);
      const kept = await passphrases.keep(pendingPassphraseName(contractorId), passphrase);
      if (!kept.ok) return kept;
      const key = await take();
      const written = await files.writePending(contractorId, sealKey(key, passphrase));
      return written.ok ? success(key) : written;
    },
    async discard(contractorId) {
      const removed = await files.removePending(contractorId);
      const forgotten = removed.ok ? await passphrases.forget(pendingPassphraseName(contractorId)) : removed;
      if (!forgotten.ok) log.warn('certificate.pending-key-left', { code: forgotten.problem.code });
    },
  };
}
