import { lstat, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type ContractorId, readContractorId, readSerial } from '../../preload/contract/identities.ts';
import { type DiskCode, failure, type Outcome, success } from '../../preload/contract/problem.ts';
import type { CertificateName } from '../procedure/ports.ts';
import { diskProblem } from '../support/disk-problem.ts';
import { errnoOf, readWhole, writeWhole } from '../support/whole-file.ts';

/**
 * The certificate's files, all of them encrypted: bundles `<contractorId>-<serial>.p12` and, while a
 * retrieval is under way, its key `pending-<contractorId>.pem`. Folder 0700, files 0600, written atomically.
 * What can no longer be read is renamed to `….unreadable`, never overwritten: support may still open it.
 */

export type BundleName = CertificateName;

export type CertificateFiles = {
  bundlePath(name: BundleName): string;
  /** @returns the bundle's bytes; null when there is none */
  readBundle(name: BundleName): Promise<Outcome<Uint8Array | null, DiskCode>>;
  writeBundle(name: BundleName, pfx: Uint8Array): Promise<Outcome<void, DiskCode>>;
  removeBundle(name: BundleName): Promise<Outcome<void, DiskCode>>;
  /** Renames whatever stands in a bundle's place, a folder too. @returns success as well where nothing stands there */
  setBundleAside(name: BundleName): Promise<Outcome<void, DiskCode>>;
  listBundles(): Promise<Outcome<readonly BundleName[], DiskCode>>;
  /** @returns the pending key in encrypted PEM; null when there is none */
  readPending(contractorId: ContractorId): Promise<Outcome<string | null, DiskCode>>;
  writePending(contractorId: ContractorId, pem: string): Promise<Outcome<void, DiskCode>>;
  /** Deletes the pending key, and what was set aside of earlier ones. */
  removePending(contractorId: ContractorId): Promise<Outcome<void, DiskCode>>;
  /** As setBundleAside; where no key is, it is noted that one was lost. */
  setPendingAside(contractorId: ContractorId): Promise<Outcome<void, DiskCode>>;
  /** Whether a pending key of this contract was set aside since its last certificate was installed. */
  hasPendingAside(contractorId: ContractorId): Promise<boolean>;
};

const bundleFile = /^([0-9]{11})-([0-9A-F]{2,64})\.p12$/u;

/** A file that is too large, or none at all but a folder, is refused as one that cannot be read now: what it stands for may be wanted. */
async function readOrNull(path: string): Promise<Outcome<Uint8Array | null, DiskCode>> {
  const file = await readWhole(path);
  if (file.kind === 'content') return success(file.content);
  return file.kind === 'absent' ? success(null) : failure('disk-refused');
}

const stands = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );

/** Names for what is set aside, the usual one first. */
const asideName = (path: string, number: number): string => (number === 1 ? `${path}.unreadable` : `${path}.unreadable-${number}`);
const asideLimit = 20;

async function setAside(path: string): Promise<Outcome<void, DiskCode>> {
  try {
    if (!(await stands(path))) return success(undefined);
    for (let number = 1; number < asideLimit; number += 1) {
      const aside = asideName(path, number);
      if (await stands(aside)) continue;
      await rename(path, aside);
      return success(undefined);
    }
    // So many broken ones tell support nothing more.
    await rm(path, { recursive: true, force: true });
    return success(undefined);
  } catch (error) {
    return diskProblem(error);
  }
}

/** What was set aside before, a folder too, says it already. */
async function noteAside(path: string): Promise<Outcome<void, DiskCode>> {
  if (await stands(asideName(path, 1))) return success(undefined);
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFile(asideName(path, 1), '', { mode: 0o600 });
    return success(undefined);
  } catch (error) {
    return diskProblem(error);
  }
}

async function remove(path: string): Promise<Outcome<void, DiskCode>> {
  try {
    await rm(path, { force: true });
    return success(undefined);
  } catch (error) {
    return diskProblem(error);
  }
}

async function list(folder: string): Promise<Outcome<readonly BundleName[], DiskCode>> {
  try {
    const names = await readdir(folder);
    return success(
      names.flatMap((name) => {
        const [, id = '', number = ''] = bundleFile.exec(name) ?? [];
        const [contractorId, serial] = [readContractorId(id), readSerial(number)];
        return contractorId === null || serial === null ? [] : [{ contractorId, serial }];
      }),
    );
  } catch (error) {
    return errnoOf(error) === 'ENOENT' ? success([]) : diskProblem(error);
  }
}

/** @param dataDir the program's data folder; the certificates lie in its folder `certificates` */
export function createCertificateFiles(dataDir: string): CertificateFiles {
  const folder = join(dataDir, 'certificates');
  const bundlePath = ({ contractorId, serial }: BundleName) => join(folder, `${contractorId}-${serial}.p12`);
  const pendingPath = (contractorId: ContractorId) => join(folder, `pending-${contractorId}.pem`);
  return {
    bundlePath,
    readBundle: (name) => readOrNull(bundlePath(name)),
    writeBundle: (name, pfx) => writeWhole(bundlePath(name), Buffer.from(pfx)),
    removeBundle: (name) => remove(bundlePath(name)),
    setBundleAside: (name) => setAside(bundlePath(name)),
    listBundles: () => list(folder),
    async readPending(contractorId) {
      const bytes = await readOrNull(pendingPath(contractorId));
      return bytes.ok ? success(bytes.value === null ? null : Buffer.from(bytes.value).toString('latin1')) : bytes;
    },
    writePending: (contractorId, pem) => writeWhole(pendingPath(contractorId), pem),
    async removePending(contractorId) {
      const path = pendingPath(contractorId);
      for (let number = 1; number < asideLimit && (await stands(asideName(path, number))); number += 1)
        await rm(asideName(path, number), { recursive: true, force: true }).catch(() => undefined);
      return remove(path);
    },
    setPendingAside: async (contractorId) => {
      const path = pendingPath(contractorId);
      return (await stands(path)) ? setAside(path) : noteAside(path);
    },
    hasPendingAside: (contractorId) => stands(asideName(pendingPath(contractorId), 1)),
  };
}
