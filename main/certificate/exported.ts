import type { Secret } from '../support/redacted.ts';
import type { KeptBundle } from './bundles.ts';
import { makeExportedPkcs12 } from './pkcs12.ts';
import { nicknameOf } from './stores/store.ts';

/** @returns a certificate with its key and chain as PKCS#12, sealed with a passphrase that a person chose */
export function exportBundle({ bundle, name }: KeptBundle, passphrase: Secret): Promise<Uint8Array> {
  return makeExportedPkcs12(bundle, passphrase.reveal(), nicknameOf(name.contractorId, name.serial));
}
