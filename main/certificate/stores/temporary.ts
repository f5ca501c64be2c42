import { lstatSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Outcome, success } from '../../../preload/contract/problem.ts';
import { diskProblem } from '../../support/disk-problem.ts';

/** Who laid a folder is part of its name, so that a later start knows what nobody needs any more. */
const prefix = 'kaitsu-bundle-';
const ours = new RegExp(`^${prefix}([0-9]+)-[A-Za-z0-9]{6}$`, 'u');

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
    const path = join(await mkdtemp(join(folder, `${prefix}${process.pid}-`)), name);
    await writeFile(path, content, { mode: 0o600 });
    return success(path);
  } catch (error) {
    return diskProblem(error);
  }
}

/**
 * Takes away what a start that died while a tool ran has left behind; what a living process laid stays.
 * @param folder where the operating system keeps temporary files
 * @returns how many folders went. What cannot be read or removed is left: it is encrypted, and of the same owner
 */
export async function sweepTemporaryFiles(folder: string): Promise<number> {
  const names = await readdir(folder).catch((): string[] => []);
  const left = names.filter((name) => isLeft(name) && isOwnFolder(join(folder, name)));
  const swept = await Promise.allSettled(left.map((name) => rm(join(folder, name), { recursive: true })));
  return swept.filter(({ status }) => status === 'fulfilled').length;
}

function isLeft(name: string): boolean {
  const pid = ours.exec(name)?.[1];
  return pid !== undefined && Number(pid) !== process.pid && !lives(Number(pid));
}

/** A process of somebody else answers with EPERM: it lives. */
function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

/** Never what somebody else laid under such a name, nor what a link leads to. */
function isOwnFolder(path: string): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false });
  const me = process.getuid?.();
  return found?.isDirectory() === true && (me === undefined || found.uid === me);
}
