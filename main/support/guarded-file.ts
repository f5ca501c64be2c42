import { constants, type Stats } from 'node:fs';
import { type FileHandle, lstat, open } from 'node:fs/promises';
import { posix } from 'node:path';
import { errnoOf, fileLimit, readAll } from './whole-file.ts';

/**
 * A file that counts only because root alone can have written it. Looked at is the whole way to it: who may write to a
 * folder may put another file in its place. On Windows rights are no part of this: there such things stand in the registry.
 */
export type GuardedFile =
  | { readonly kind: 'absent' }
  | { readonly kind: 'content'; readonly content: Buffer }
  /** Others than root can write it, or the folder at `path`. */
  | { readonly kind: 'writable'; readonly path: string }
  /** A link, a folder, a device, too large. */
  | { readonly kind: 'unusable'; readonly path: string }
  | { readonly kind: 'unavailable'; readonly code: string };

type Looks = Pick<Stats, 'uid' | 'mode' | 'size' | 'isFile' | 'isDirectory'>;

/** The calls of node:fs that are needed; handed in, so that rights can be tried without being root. */
export type GuardedDisk = {
  lstat(path: string): Promise<Looks>;
  open(path: string, flags: number): Promise<{ stat(): Promise<Looks> } & Pick<FileHandle, 'read' | 'close'>>;
};

const systemGuardedDisk: GuardedDisk = { lstat, open };

/** Group and others; an access list of POSIX shows in the group's bits. */
const writableByOthers = 0o022;
const isRootsAlone = ({ uid, mode }: Looks): boolean => uid === 0 && (mode & writableByOthers) === 0;

/** @param path absolute, of POSIX */
export async function readGuarded(path: string, disk: GuardedDisk = systemGuardedDisk): Promise<GuardedFile> {
  try {
    for (const folder of foldersAbove(path)) {
      const looks = await disk.lstat(folder);
      if (!looks.isDirectory()) return { kind: 'unusable', path: folder };
      if (!isRootsAlone(looks)) return { kind: 'writable', path: folder };
    }
    return await readFile(path, disk);
  } catch (error) {
    const code = errnoOf(error);
    // Up to what is missing, only root could have put something there.
    if (code === 'ENOENT') return { kind: 'absent' };
    return code === 'ELOOP' ? { kind: 'unusable', path } : { kind: 'unavailable', code: code === '' ? 'unknown' : code };
  }
}

/** Rights and bytes are of the same open file, whatever happens to its name meanwhile. */
async function readFile(path: string, disk: GuardedDisk): Promise<GuardedFile> {
  // Neither through a link, nor waiting for ever for the other end of a pipe.
  const handle = await disk.open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const looks = await handle.stat();
    if (!looks.isFile() || looks.size > fileLimit) return { kind: 'unusable', path };
    if (!isRootsAlone(looks)) return { kind: 'writable', path };
    return await readAll(handle, looks.size);
  } finally {
    await handle.close();
  }
}

/** @returns from "/" down */
function foldersAbove(path: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = posix.dirname(path); !folders.includes(folder); folder = posix.dirname(folder)) folders.unshift(folder);
  return folders;
}
