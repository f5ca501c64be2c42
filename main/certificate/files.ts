import { basename, dirname } from 'node:path';
import { type ContractorId, readContractorId, readSerial } from '../../preload/contract/identities.ts';
import { type DiskCode, failure, type Outcome, success } from '../../preload/contract/problem.ts';
import type { CertificateName } from '../procedure/ports.ts';
import { diskProblem } from '../support/disk-problem.ts';
import { type KeptPath, programFile } from '../support/kept-files.ts';
import {
  asideNames,
  type Disk,
  type DiskOptions,
  defaultPatience,
  errnoOf,
  freeAsideName,
  isAbsent,
  moveAway,
  type Patience,
  readWhole,
  systemDisk,
  type WholeFile,
  writeWhole,
} from '../support/whole-file.ts';

/**
 * The certificate's files, all of them encrypted: bundles `<contractorId>-<serial>.p12` and, while a
 * retrieval is under way, its key `pending-<contractorId>.pem`. Folder 0700, files 0600, written atomically.
 * What can no longer be read is renamed to `….unreadable`, never overwritten: support may still open it.
 */

export type BundleName = CertificateName;

export type CertificateFiles = {
  bundlePath(name: BundleName): string;
  /** @returns the bundle's bytes, or why there are none */
  readBundle(name: BundleName): Promise<WholeFile>;
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

/** @param dataDir the program's data folder; the certificates lie in its folder `certificates` */
export function createCertificateFiles(dataDir: string, { disk = systemDisk, patience = defaultPatience }: DiskOptions = {}): CertificateFiles {
  const bundlePath = (name: BundleName) => programFile(dataDir, 'bundle', name);
  const folder = dirname(programFile(dataDir, 'bundle', { contractorId: '', serial: '' }));
  const pendingPath = (contractorId: ContractorId) => programFile(dataDir, 'pendingKey', { contractorId });
  const care = careOf(disk, patience);

  /** Something else in the place of their folder would refuse every file for ever. */
  async function write(path: KeptPath, content: string | Buffer): Promise<Outcome<void, DiskCode>> {
    const stands = await disk.stat(folder).catch(() => null);
    if (stands !== null && !stands.isDirectory()) {
      const aside = await care.setAside(folder);
      if (!aside.ok) return aside;
    }
    return writeWhole(path, content, disk, patience);
  }

  return {
    bundlePath,
    readBundle: (name) => readWhole(bundlePath(name), disk, patience),
    writeBundle: (name, pfx) => write(bundlePath(name), Buffer.from(pfx)),
    removeBundle: (name) => care.remove(bundlePath(name)),
    setBundleAside: (name) => care.setAside(bundlePath(name)),
    listBundles: () => list(folder, disk),
    async readPending(contractorId) {
      const file = await readWhole(pendingPath(contractorId), disk, patience);
      // What stands in its place and is no key may have taken the place of one: whether it is lost is for the person to say.
      if (file.kind === 'unusable' || file.kind === 'unavailable') return failure('disk-refused');
      return success(file.kind === 'content' ? file.content.toString('latin1') : null);
    },
    writePending: (contractorId, pem) => write(pendingPath(contractorId), pem),
    async removePending(contractorId) {
      const path = pendingPath(contractorId);
      // One look for all their names: nearly always there is none.
      const names: readonly string[] = await disk.readdir(folder).catch(() => []);
      for (const aside of asideNames(path)) if (names.includes(basename(aside))) await care.remove(aside);
      return care.remove(path);
    },
    setPendingAside: async (contractorId) => {
      const path = pendingPath(contractorId);
      return (await care.stands(path)) ? care.setAside(path) : care.noteAside(path);
    },
    hasPendingAside: (contractorId) => care.stands(firstAside(pendingPath(contractorId))),
  };
}

const firstAside = (path: string): string => asideNames(path)[0] ?? path;

/** What is done with files that are of no use any more. */
function careOf(disk: Disk, patience: Patience) {
  const stands = (path: string): Promise<boolean> =>
    disk.lstat(path).then(
      () => true,
      (error: unknown) => errnoOf(error) !== 'ENOENT' && errnoOf(error) !== 'ENOTDIR',
    );
  const orProblem = async (work: () => Promise<void>): Promise<Outcome<void, DiskCode>> => {
    try {
      return success(await work());
    } catch (error) {
      return diskProblem(error);
    }
  };
  const remove = (path: string) => orProblem(() => disk.remove(path));
  return {
    stands,
    remove,
    async setAside(path: string): Promise<Outcome<void, DiskCode>> {
      if (!(await stands(path))) return success(undefined);
      const aside = await freeAsideName(path, disk);
      // So many broken ones tell support nothing more.
      return (await stands(aside)) ? remove(path) : moveAway(path, aside, disk, patience);
    },
    /** What was set aside before, a folder too, says it already. */
    noteAside: (path: string) =>
      orProblem(async () => {
        if (await stands(firstAside(path))) return;
        await disk.mkdir(dirname(path), { recursive: true, mode: 0o700 });
        await disk.replace(firstAside(path), '');
      }),
  };
}

async function list(folder: string, disk: Disk): Promise<Outcome<readonly BundleName[], DiskCode>> {
  try {
    const names = await disk.readdir(folder);
    return success(
      names.flatMap((name) => {
        const [, id = '', number = ''] = bundleFile.exec(name) ?? [];
        const [contractorId, serial] = [readContractorId(id), readSerial(number)];
        return contractorId === null || serial === null ? [] : [{ contractorId, serial }];
      }),
    );
  } catch (error) {
    const code = errnoOf(error);
    // A folder on a drive that is away is not one in which there is nothing.
    const isNone = code === 'ENOTDIR' || (code === 'ENOENT' && (await isAbsent(folder, disk)));
    return isNone ? success([]) : diskProblem(error);
  }
}
