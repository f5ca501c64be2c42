import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { type Outcome, success } from '../../preload/contract/problem.ts';
import type { CertificateName } from '../procedure/ports.ts';
import { diskProblem } from '../support/disk-problem.ts';

/**
 * The certificate's files, all of them encrypted: bundles `<contractorId>-<serial>.p12` and, while a
 * retrieval is under way, its key `pending-<contractorId>.pem`. Folder 0700, files 0600, written atomically.
 */

export type BundleName = CertificateName;

export type CertificateFiles = {
  bundlePath(name: BundleName): string;
  /** @returns the bundle's bytes; null when there is none */
  readBundle(name: BundleName): Promise<Outcome<Uint8Array | null>>;
  writeBundle(name: BundleName, pfx: Uint8Array): Promise<Outcome<void>>;
  removeBundle(name: BundleName): Promise<Outcome<void>>;
  listBundles(): Promise<Outcome<readonly BundleName[]>>;
  /** @returns the pending key in encrypted PEM; null when there is none */
  readPending(contractorId: string): Promise<Outcome<string | null>>;
  writePending(contractorId: string, pem: string): Promise<Outcome<void>>;
  removePending(contractorId: string): Promise<Outcome<void>>;
};

const bundleFile = /^([0-9]{11})-([0-9A-F]{2,64})\.p12$/u;

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

async function readOrNull(path: string): Promise<Outcome<Uint8Array | null>> {
  try {
    return success(await readFile(path));
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? success(null) : diskProblem(error);
  }
}

/** Makes the rename itself durable. Windows has no such call and refuses to open a folder. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

async function write(path: string, content: string | Buffer): Promise<Outcome<void>> {
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFileAtomic(path, content, { mode: 0o600 });
    await syncFolder(dirname(path));
    return success(undefined);
  } catch (error) {
    return diskProblem(error);
  }
}

async function remove(path: string): Promise<Outcome<void>> {
  try {
    await rm(path, { force: true });
    return success(undefined);
  } catch (error) {
    return diskProblem(error);
  }
}

async function list(folder: string): Promise<Outcome<readonly BundleName[]>> {
  try {
    const names = await readdir(folder);
    return success(
      names.flatMap((name) => {
        const [, contractorId, serial] = bundleFile.exec(name) ?? [];
        return contractorId === undefined || serial === undefined ? [] : [{ contractorId, serial }];
      }),
    );
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? success([]) : diskProblem(error);
  }
}

/** @param dataDir the program's data folder; the certificates lie in its folder `certificates` */
export function createCertificateFiles(dataDir: string): CertificateFiles {
  const folder = join(dataDir, 'certificates');
  const bundlePath = ({ contractorId, serial }: BundleName) => join(folder, `${contractorId}-${serial}.p12`);
  const pendingPath = (contractorId: string) => join(folder, `pending-${contractorId}.pem`);
  return {
    bundlePath,
    readBundle: (name) => readOrNull(bundlePath(name)),
    writeBundle: (name, pfx) => write(bundlePath(name), Buffer.from(pfx)),
    removeBundle: (name) => remove(bundlePath(name)),
    listBundles: () => list(folder),
    async readPending(contractorId) {
      const bytes = await readOrNull(pendingPath(contractorId));
      return bytes.ok ? success(bytes.value === null ? null : Buffer.from(bytes.value).toString('latin1')) : bytes;
    },
    writePending: (contractorId, pem) => write(pendingPath(contractorId), pem),
    removePending: (contractorId) => remove(pendingPath(contractorId)),
  };
}
