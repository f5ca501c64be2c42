import { lstatSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Outcome, success } from '../../../preload/contract/problem.ts';
import { diskProblem } from '../../support/disk-problem.ts';
import type { Log } from '../../support/ports.ts';

/** Who laid a folder is part of its name, so that a later start knows what nobody needs any more. */
const prefix = 'kaitsu-bundle-';
const ours = new RegExp(`^${prefix}([0-9]+)-[A-Za-z0-9]{6}$`, 'u');

/** Where files are laid, and who hears of one that could not be taken away. */
export type TemporaryPlace = {
  /** Where the operating system keeps temporary files. */
  readonly folder: string;
  readonly log?: Pick<Log, 'warn'> | undefined;
  readonly remove?: (folder: string) => Promise<void>;
};

/** On Windows a virus scanner may hold a file for a moment: half a minute of tries at most. */
const removeFolder = (folder: string) => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });

/**
 * Lays an encrypted file where a tool can read it, in a folder of its own (0700), and takes it away at once. One that
 * cannot be taken away changes nothing in what the tool has done: it is encrypted, logged, and swept at the next start.
 * @param use given the file's path; afterwards the file is gone, whatever happened
 */
export async function withTemporaryFile<T>(
  { folder, log, remove = removeFolder }: TemporaryPlace,
  name: string,
  content: Uint8Array,
  use: (path: string) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const laid = await lay(folder, name, content);
  if (!laid.ok) return laid;
  return use(laid.value).finally(() => remove(dirname(laid.value)).catch((error: unknown) => log?.warn('certificate.temporary-file-left', { error })));
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
  const swept = await Promise.allSettled(left.map((name) => removeFolder(join(folder, name))));
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
