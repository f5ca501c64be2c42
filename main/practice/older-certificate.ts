import { createPublicKey, X509Certificate } from 'node:crypto';
import forge from 'node-forge';
import { type ContractorId, serialSchema } from '../../preload/contract/identities.ts';
import { type Outcome, success } from '../../preload/contract/problem.ts';
import type { Bundles } from '../certificate/bundles.ts';
import { generateKey } from '../certificate/key.ts';
import { type CertificateStore, nicknameOf } from '../certificate/stores/store.ts';
import { isCertificate, isNamed } from '../certificate/x509.ts';
import type { Situation } from './situation.ts';

/**
 * An older certificate of the same contract, for the practice only: it is really put into the store beside
 * the newest, so that tidying up and its undoing have something to do, and taken away when all is as usual.
 */
export type PracticePile = {
  /** Makes the PC as the situation of the moment wants it. */
  settle(contractorId: ContractorId, signal: AbortSignal): Promise<Outcome<void>>;
};

/** By this serial number the practice knows its own: a bank's are random and longer. */
const ownSerial = serialSchema.parse('5052414354494345');
const aDay = 24 * 60 * 60_000;

export type PileParts = { readonly bundles: Bundles; readonly store: CertificateStore; readonly situation: Situation };

/** @param parts bundles and store of this PC */
export function createPracticePile({ bundles, store, situation }: PileParts): PracticePile {
  return {
    async settle(contractorId, signal) {
      const name = { contractorId, serial: ownSerial };
      const own = await bundles.read(name);
      const wanted = situation() === 'certificates-piled-up';
      if (!own.ok || (own.value !== null) === wanted) return own.ok ? success(undefined) : own;
      if (!wanted) {
        const removed = await store.remove(own.value === null ? isNamed(name) : isCertificate(own.value.bundle.leaf), signal);
        return removed.ok ? bundles.remove(name) : removed;
      }
      const held = await bundles.ofContract(contractorId);
      const newest = held.ok ? held.value[0] : undefined;
      if (newest === undefined) return held.ok ? success(undefined) : held;
      const kept = await bundles.keep(contractorId, await olderThan(newest.bundle.leaf));
      if (!kept.ok) return kept;
      const { pfx, passphrase } = kept.value;
      const installed = await store.install({ pfx, passphrase, nickname: nicknameOf(contractorId, ownSerial) }, signal);
      // A bundle alone would pass for a pile that was tidied: it goes, so that the next time makes both.
      if (!installed.ok) await bundles.remove(name);
      return installed;
    },
  };
}

/** The same name, a key of its own, signed by itself, and ending before the other one. */
async function olderThan(newest: X509Certificate) {
  const key = await generateKey(2048);
  const made = forge.pki.createCertificate();
  const subject = forge.pki.certificateFromPem(newest.toString()).subject.attributes;
  made.publicKey = forge.pki.publicKeyFromPem(
    createPublicKey(key.export({ type: 'pkcs1', format: 'pem' }))
      .export({ type: 'spki', format: 'pem' })
      .toString(),
  );
  made.serialNumber = ownSerial;
  made.validity.notBefore = new Date(Date.parse(newest.validFrom) - aDay);
  made.validity.notAfter = new Date(Date.parse(newest.validTo) - aDay);
  made.setSubject(subject);
  made.setIssuer(subject);
  made.sign(forge.pki.privateKeyFromPem(key.export({ type: 'pkcs1', format: 'pem' }).toString()), forge.md.sha256.create());
  return { key, leaf: new X509Certificate(forge.pki.certificateToPem(made)), issuers: [] };
}
