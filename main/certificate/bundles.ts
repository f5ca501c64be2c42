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

/** certificate-file-unavailable: the file cannot be read now; certificate-file-unreadable: file or passphrase is damaged or lost. */
export type UnreadableCode = 'certificate-file-unavailable' | 'certificate-file-unreadable';

/** The bundles on the disk and their passphrases in the keychain. */
export type Bundles = {
  /** Writes a bundle. The keychain hears first: a crash leaves at most a passphrase without a file. */
  keep(contractorId: ContractorId, bundle: Bundle): Promise<Outcome<KeptBundle, DiskCode | KeychainCode>>;
  /** As keep, and notes into which bundle this right was turned. */
  keepOfGrant(grant: Grant, bundle: Bundle): Promise<Outcome<KeptBundle, DiskCode | KeychainCode>>;
  /**
   * @returns the bundle into which this very right was turned already; null when there is none, or a damaged one: that is
   *   set aside, and the bank gives the same certificate again for the same key. One that cannot be read now stays
   */
  ofGrant(grant: Grant): Promise<Outcome<KeptBundle | null, DiskCode | KeychainCode | 'certificate-file-unavailable'>>;
  /** @returns the bundle; null when there is none */
  read(name: BundleName): Promise<Outcome<KeptBundle | null, UnreadableCode | KeychainCode>>;
  /** Whether any bundle of a contract cannot be read now: what is known of the others is not all. */
  isAnyUnavailable(contractorId: ContractorId): Promise<boolean>;
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
    case 'certificate-file-unavailable':
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

/** The half that only looks. */
function createReading({ files, passphrases }: Pick<BundleParts, 'files' | 'passphrases'>): Pick<Bundles, 'read' | 'isAnyUnavailable' | 'ofContract'> {
  async function read(name: BundleName): Promise<Outcome<KeptBundle | null, UnreadableCode | KeychainCode>> {
    const file = await files.readBundle(name);
    if (file.kind === 'absent') return success(null);
    if (file.kind !== 'content') return failure(file.kind === 'unavailable' ? 'certificate-file-unavailable' : 'certificate-file-unreadable');
    const pfx = file.content;
    const passphrase = await passphrases.read(bundlePassphraseName(name.contractorId, name.serial));
    if (!passphrase.ok) return passphrase;
    if (passphrase.value === null) return failure('certificate-file-unreadable');
    const bundle = await readPkcs12(pfx, passphrase.value.reveal());
    return bundle.ok ? success({ name, pfx, passphrase: passphrase.value, bundle: bundle.value }) : failure('certificate-file-unreadable');
  }

  /** As read, but a bundle that cannot be read counts as none: one of several must not stand in the way of the others. */
  async function readable(name: BundleName): Promise<Outcome<KeptBundle | null, KeychainCode>> {
    const kept = await read(name);
    if (kept.ok) return kept;
    const { code } = kept.problem;
    return isUnreadable(code) ? success(null) : failure(code);
  }

  async function namesOf(contractorId: ContractorId): Promise<Outcome<readonly BundleName[], DiskCode>> {
    const names = await files.listBundles();
    return names.ok ? success(names.value.filter((one) => one.contractorId === contractorId)) : names;
  }

  return {
    read,
    async isAnyUnavailable(contractorId) {
      const names = await namesOf(contractorId);
      if (!names.ok) return true;
      for (const name of names.value) if ((await files.readBundle(name)).kind === 'unavailable') return true;
      return false;
    },
    async ofContract(contractorId) {
      const names = await namesOf(contractorId);
      if (!names.ok) return names;
      const found: KeptBundle[] = [];
      for (const name of names.value) {
        const kept = await readable(name);
        if (!kept.ok) return kept;
        if (kept.value !== null) found.push(kept.value);
      }
      return success(found.sort((a, b) => lastDay(b) - lastDay(a)));
    },
  };
}

export function createBundles({ files, passphrases, random }: BundleParts): Bundles {
  const reading = createReading({ files, passphrases });
  const { read } = reading;

  /**
   * What stands in the place of a bundle and cannot be read, a folder too, is kept beside.
   * @returns the passphrase of the one that can: with another one it would be lost if the disk refused the new bundle
   */
  async function makePlace(name: BundleName): Promise<Outcome<Secret | null, DiskCode | KeychainCode>> {
    const kept = await read(name);
    if (kept.ok) return success(kept.value?.passphrase ?? null);
    if (!isUnreadable(kept.problem.code)) return failure(kept.problem.code);
    const aside = await files.setBundleAside(name);
    return aside.ok ? success(null) : aside;
  }

  const write = (contractorId: ContractorId, bundle: Bundle, mark: MarkBundle) =>
    writeBundle({ files, passphrases, random }, makePlace, contractorId, bundle, mark);

  return {
    ...reading,
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
      const kept = await read(name);
      if (kept.ok) return kept;
      if (kept.problem.code !== 'certificate-file-unreadable') return failure(kept.problem.code);
      const aside = await files.setBundleAside(name);
      return aside.ok ? success(null) : aside;
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
  makePlace: (name: BundleName) => Promise<Outcome<Secret | null, DiskCode | KeychainCode>>,
  contractorId: ContractorId,
  bundle: Bundle,
  mark: MarkBundle,
): Promise<Outcome<KeptBundle, DiskCode | KeychainCode>> {
  const name = { contractorId, serial: serialOf(bundle.leaf) };
  const place = await makePlace(name);
  if (!place.ok) return place;
  const passphrase = place.value ?? makePassphrase(random);
  const pfx = await makePkcs12(bundle, passphrase.reveal(), nicknameOf(contractorId, name.serial));
  const secret = await passphrases.keep(bundlePassphraseName(contractorId, name.serial), passphrase);
  if (!secret.ok) return secret;
  const marked = await mark(name);
  if (!marked.ok) return marked;
  const written = await files.writeBundle(name, pfx);
  return written.ok ? success({ name, pfx, passphrase, bundle }) : written;
}
