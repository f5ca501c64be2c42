import { createHash } from 'node:crypto';
import { failure, type Outcome, success } from '../../preload/contract/problem.ts';
import type { Grant } from '../procedure/ports.ts';
import type { BundleName, CertificateFiles } from './files.ts';
import { bundlePassphraseName, makePassphrase, type PassphraseKeeper, type RandomSource, retrievedName } from './passphrases.ts';
import { type Bundle, makePkcs12, readPkcs12 } from './pkcs12.ts';
import { nicknameOf } from './stores/store.ts';
import { serialOf } from './x509.ts';

/** A bundle that lies on the disk, opened. passphrase is a secret. */
export type KeptBundle = { readonly name: BundleName; readonly pfx: Uint8Array; readonly passphrase: string; readonly bundle: Bundle };

/** The bundles on the disk and their passphrases in the keychain. */
export type Bundles = {
  /** Writes a bundle. The keychain hears first: a crash leaves at most a passphrase without a file. */
  keep(contractorId: string, bundle: Bundle): Promise<Outcome<KeptBundle>>;
  /** As keep, and notes into which bundle this right was turned. */
  keepOfGrant(grant: Grant, bundle: Bundle): Promise<Outcome<KeptBundle>>;
  /** @returns the bundle into which this very right was turned already; null when there is none that can be read */
  ofGrant(grant: Grant): Promise<Outcome<KeptBundle | null>>;
  /** @returns the bundle; null when there is none; certificate-file-unreadable when file or passphrase is damaged or lost */
  read(name: BundleName): Promise<Outcome<KeptBundle | null>>;
  /** Every bundle of a contract that can be read, the one that lasts longest first. */
  ofContract(contractorId: string): Promise<Outcome<readonly KeptBundle[]>>;
  /** Deletes file and passphrase. */
  remove(name: BundleName): Promise<Outcome<void>>;
};

export type BundleParts = { readonly files: CertificateFiles; readonly passphrases: PassphraseKeeper; readonly random: RandomSource };

/** Recognises a right without keeping it: the enrolment secret is random and long. */
function fingerprintOf(grant: Grant): string {
  return createHash('sha256').update(grant.enrolmentSecret).digest('hex');
}

const lastDay = ({ bundle }: KeptBundle) => Date.parse(bundle.leaf.validTo);

export function createBundles({ files, passphrases, random }: BundleParts): Bundles {
  async function read(name: BundleName): Promise<Outcome<KeptBundle | null>> {
    const pfx = await files.readBundle(name);
    if (!pfx.ok || pfx.value === null) return pfx.ok ? success(null) : pfx;
    const passphrase = await passphrases.read(bundlePassphraseName(name.contractorId, name.serial));
    if (!passphrase.ok) return passphrase;
    if (passphrase.value === null) return failure('certificate-file-unreadable');
    const bundle = await readPkcs12(pfx.value, passphrase.value);
    return bundle.ok ? success({ name, pfx: pfx.value, passphrase: passphrase.value, bundle: bundle.value }) : bundle;
  }

  /** As read, but a damaged bundle counts as none. */
  async function readable(name: BundleName): Promise<Outcome<KeptBundle | null>> {
    const kept = await read(name);
    return !kept.ok && kept.problem.code === 'certificate-file-unreadable' ? success(null) : kept;
  }

  async function write(contractorId: string, bundle: Bundle, mark: (name: BundleName) => Promise<Outcome<void>>): Promise<Outcome<KeptBundle>> {
    const name = { contractorId, serial: serialOf(bundle.leaf) };
    const passphrase = makePassphrase(random);
    const pfx = await makePkcs12(bundle, passphrase, nicknameOf(contractorId, name.serial));
    const secret = await passphrases.keep(bundlePassphraseName(contractorId, name.serial), passphrase);
    if (!secret.ok) return secret;
    const marked = await mark(name);
    if (!marked.ok) return marked;
    const written = await files.writeBundle(name, pfx);
    return written.ok ? success({ name, pfx, passphrase, bundle }) : written;
  }

  return {
    read,
    keep: (contractorId, bundle) => write(contractorId, bundle, async () => success(undefined)),
    keepOfGrant: (grant, bundle) =>
      write(grant.contractorId, bundle, ({ contractorId, serial }) => passphrases.keep(retrievedName(contractorId), `${fingerprintOf(grant)} ${serial}`)),
    async ofGrant(grant) {
      const mark = await passphrases.read(retrievedName(grant.contractorId));
      if (!mark.ok) return mark;
      const [fingerprint, serial] = (mark.value ?? '').split(' ');
      if (serial === undefined || fingerprint !== fingerprintOf(grant)) return success(null);
      return readable({ contractorId: grant.contractorId, serial });
    },
    async ofContract(contractorId) {
      const names = await files.listBundles();
      if (!names.ok) return names;
      const found: KeptBundle[] = [];
      for (const name of names.value.filter((one) => one.contractorId === contractorId)) {
        const kept = await readable(name);
        if (!kept.ok) return kept;
        if (kept.value !== null) found.push(kept.value);
      }
      return success(found.sort((a, b) => lastDay(b) - lastDay(a)));
    },
    async remove(name) {
      const removed = await files.removeBundle(name);
      return removed.ok ? passphrases.forget(bundlePassphraseName(name.contractorId, name.serial)) : removed;
    },
  };
}
