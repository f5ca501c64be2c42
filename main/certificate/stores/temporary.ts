import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Outcome, success } from '../../../preload/contract/problem.ts';
import { diskProblem } from '../../support/disk-problem.ts';

/**
 * Lays an encrypted file where a tool can read it, in a folder of its own (0700), and takes it away at once.
 * @param folder where the operating system keeps temporary files
 * @param use given the file's path; afterwards the file is gone, whatever happened
 */
export async function withTemporaryFile<T>(folder: string, name: string, content: Uint8Array, use: (path: string) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const laid = await lay(folder, name, content);
  if (!laid.ok) return laid;
  return use(laid.value).finally(() => rm(dirname(laid.value), { recursive: true, force: true }));
}

async function lay(folder: string, name: string, content: Uint8Array): Promise<Outcome<string>> {
  try {
    const path = join(await mkdtemp(join(folder, 'kaitsu-')), name);
    await writeFile(path, content, { mode: 0o600 });
    return success(path);
  } catch (error) {
    return diskProblem(error);
  }
}
