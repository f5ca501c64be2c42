import { createHash } from 'node:crypto';
import { type ContractorId, readSerial } from '../../preload/contract/identities.ts';
import { type DiskCode, failure, type KeychainCode, type Outcome, success } from '../../preload/contract/problem.ts';
import type { Grant } from '../procedure/ports.ts';
import { Redacted, type Secret } from '../support/redacted.ts';
import type { BundleName, CertificateFiles } from './files.ts';
import { bundlePassphraseName, makePassphrase, type PassphraseKeeper, type RandomSource, retrievedName } from './passphrases.ts';
import { type Bundle, makePkcs12, readPkcs12 } from './pkcs12.ts';
import { nicknameOf } from './stores/store.ts';
import { serialOf } from './x509.ts';

/** A bundle that lies on the disk, opened. */
export type KeptBundle = { readonly name: BundleName; readonly pfx: Uint8Array; readonly passphrase: Secret; readonly bundle: Bundle };

/** disk-full and disk-refused: the file cannot be read now; certificate-file-unreadable: file or passphrase is damaged or lost. */
export type UnreadableCode = DiskCode | 'certificate-file-unreadable';

/** The bundles on the disk and their passphrases in the keychain. */
export type Bundles = {
  /** Writes a bundle. The keychain hears first: a crash leaves at most a passphrase without a file. */
  keep(contractorId: ContractorId, bundle: Bundle): Promise<Outcome<KeptBundle, DiskCode | KeychainCode>>;
  /** As keep, and notes into which bundle this right was turned. */
  keepOfGrant(grant: Grant, bundle: Bundle): Promise<Outcome<KeptBundle, DiskCode | KeychainCode>>;
  /**
   * @returns the bundle into which this very right was turned already; null when there is none that can be read: what
   *   stood in its place is set aside, and the bank gives the same certificate again for the same key
   */
  ofGrant(grant: Grant): Promise<Outcome<KeptBundle | null, DiskCode | KeychainCode>>;
  /** @returns the bundle; null when there is none */
  read(name: BundleName): Promise<Outcome<KeptBundle | null, UnreadableCode | KeychainCode>>;
  /** Every bundle of a contract that can be read, the one that lasts longest first. */
  ofContract(contractorId: ContractorId): Promise<Outcome<readonly KeptBundle[], DiskCode | KeychainCode>>;
  /** Deletes file and passphrase. */
  remove(name: BundleName): Promise<Outcome<void, DiskCode | KeychainCode>>;
};

export type BundleParts = { readonly files: CertificateFiles; readonly passphrases: PassphraseKeeper; readonly random: RandomSource };

/** Recognises a right without keeping it: the enrolment secret is random and long. */
function fingerprintOf(grant: Grant): string {
  return createHash('sha256').update(grant.enrolmentSecret.reveal()).digest('hex');
}

/** @returns whether a problem lies in the bundle itself; else it is the keychain's, and says nothing of the bundle */
export function isUnreadable(code: UnreadableCode | KeychainCode): code is UnreadableCode {
  switch (code) {
    case 'disk-full':
    case 'disk-refused':
    case 'certificate-file-unreadable':
      return true;
    case 'keychain-missing':
    case 'keychain-locked':
    case 'keychain-refused':
      return false;
    default:
      return code satisfies never;
  }
}

const lastDay = ({ bundle }: KeptBundle) => Date.parse(bundle.leaf.validTo);

/** Writes a bundle, also where a folder or an unreadable file stands in its place. */
async function writeOver(files: CertificateFiles, name: BundleName, pfx: Uint8Array): Promise<Outcome<void, DiskCode>> {
  const written = await files.writeBundle(name, pfx);
  if (written.ok || written.problem.code === 'disk-full') return written;
  const aside = await files.setBundleAside(name);
  return aside.ok ? files.writeBundle(name, pfx) : aside;
}

export function createBundles({ files, passphrases, random }: BundleParts): Bundles {
  async function read(name: BundleName): Promise<Outcome<KeptBundle | null, UnreadableCode | KeychainCode>> {
    const pfx = await files.readBundle(name);
    if (!pfx.ok || pfx.value === null) return pfx.ok ? success(null) : pfx;
    const passphrase = await passphrases.read(bundlePassphraseName(name.contractorId, name.serial));
    if (!passphrase.ok) return passphrase;
    if (passphrase.value === null) return failure('certificate-file-unreadable');
    const bundle = await readPkcs12(pfx.value, passphrase.value.reveal());
    return bundle.ok ? success({ name, pfx: pfx.value, passphrase: passphrase.value, bundle: bundle.value }) : failure('certificate-file-unreadable');
  }

  /** As read, but a bundle that cannot be read counts as none: one of several must not stand in the way of the others. */
  async function readable(name: BundleName): Promise<Outcome<KeptBundle | null, KeychainCode>> {
    const kept = await read(name);
    if (kept.ok) return kept;
    const { code } = kept.problem;
    return isUnreadable(code) ? success(null) : failure(code);
  }

  const write = (contractorId: ContractorId, bundle: Bundle, mark: MarkBundle) => writeBundle({ files, passphrases, random }, contractorId, bundle, mark);

  return {
    read,
    keep: (contractorId, bundle) => write(contractorId, bundle, async () => success(undefined)),
    keepOfGrant: (grant, bundle) =>
      write(grant.contractorId, bundle, ({ contractorId, serial }) =>
        passphrases.keep(retrievedName(contractorId), new Redacted(`${fingerprintOf(grant)} ${serial}`)),
      ),
    async ofGrant(grant) {
      const mark = await passphrases.read(retrievedName(grant.contractorId));
      if (!mark.ok) return mark;
      const [fingerprint, printed = ''] = (mark.value?.reveal() ?? '').split(' ');
      const serial = readSerial(printed);
      if (serial === null || fingerprint !== fingerprintOf(grant)) return success(null);
      const name = { contractorId: grant.contractorId, serial };
      const kept = await readable(name);
      if (!kept.ok || kept.value !== null) return kept;
      const aside = await files.setBundleAside(name);
      return aside.ok ? success(null) : aside;
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

/** Notes what a bundle belongs to, between its passphrase and its file. */
type MarkBundle = (name: BundleName) => Promise<Outcome<void, KeychainCode>>;

/** The passphrase first: a file without it could never be read. */
async function writeBundle(
  { files, passphrases, random }: BundleParts,
  contractorId: ContractorId,
  bundle: Bundle,
  mark: MarkBundle,
): Promise<Outcome<KeptBundle, DiskCode | KeychainCode>> {
  const name = { contractorId, serial: serialOf(bundle.leaf) };
  const passphrase = makePassphrase(random);
  const pfx = await makePkcs12(bundle, passphrase.reveal(), nicknameOf(contractorId, name.serial));
  const secret = await passphrases.keep(bundlePassphraseName(contractorId, name.serial), passphrase);
  if (!secret.ok) return secret;
  const marked = await mark(name);
  if (!marked.ok) return marked;
  const written = await writeOver(files, name, pfx);
  return written.ok ? success({ name, pfx, passphrase, bundle }) : written;
}
