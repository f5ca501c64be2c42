import { existsSync } from 'node:fs';
import { mkdtemp, open, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { nssFolder } from '../certificate/stores/nss.ts';
import type { Run } from '../certificate/stores/run.ts';
import type { CertificateStore } from '../certificate/stores/store.ts';
import type { Found } from './preflight.ts';

/** The certificate store of this machine, as the preflight looks at it: nothing is put into it. */
export type StoreProbeParts = {
  readonly store: Pick<CertificateStore, 'kind' | 'list'>;
  readonly home: string;
  /** $XDG_DATA_HOME, where it is set. */
  readonly dataHome?: string | undefined;
  readonly run: Run;
};

const toolLimit = 5_000;

/**
 * Whether a certificate could be installed: the tools are there, what is installed can be listed, and, where
 * the store is a folder (NSS), it can be written to. Windows and macOS say no more without installing one.
 */
export async function storeCheck(parts: StoreProbeParts, signal: AbortSignal): Promise<Found> {
  if (parts.store.kind === 'nss') {
    if (!(await hasNssTools(parts.run, signal))) return { finding: 'store-missing' };
    if (!(await canWriteDatabase(nssFolder(parts)))) return { finding: 'store-refused' };
  }
  const listed = await parts.store.list(signal);
  if (listed.ok) return { finding: 'store-ready' };
  return { finding: listed.problem.code === 'certificate-store-missing' ? 'store-missing' : 'store-refused' };
}

/** certutil and pk12util come in one package; called without a task, both explain themselves and fail. */
async function hasNssTools(run: Run, signal: AbortSignal): Promise<boolean> {
  const results = await Promise.all(['certutil', 'pk12util'].map((tool) => run(tool, ['-H'], { signal, timeoutMs: toolLimit })));
  return results.every((result) => result.kind !== 'missing');
}

/** The files of the database where there is one, else the nearest folder that exists: there it would be made. */
async function canWriteDatabase(folder: string): Promise<boolean> {
  const files = ['cert9.db', 'key4.db'].map((name) => join(folder, name)).filter((path) => existsSync(path));
  try {
    for (const path of files) await (await open(path, 'r+')).close();
    await rmdir(await mkdtemp(join(nearest(folder), '.kaitsu-')));
    return true;
  } catch {
    return false;
  }
}

function nearest(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : nearest(dirname(folder));
}
