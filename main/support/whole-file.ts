import { constants, type Stats } from 'node:fs';
import { type FileHandle, lstat, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import writeFileAtomic from 'write-file-atomic';
import { type DiskCode, type Outcome, success } from '../../preload/contract/problem.ts';
import { diskProblem } from './disk-problem.ts';
import type { KeptPath } from './kept-files.ts';

/** A file that is read and written as a whole: bounded in size, and told apart when it cannot be read. */

/** The largest file that is read whole, in bytes. What Kaitsu writes itself stays below a tenth of it. */
export const fileLimit = 1024 * 1024;

/**
 * absent: there is none. unusable: there is something that can never be what Kaitsu wrote (too large, a folder,
 * a device). unavailable: whether it is sound cannot be told now (rights, a virus scanner, a share that is away).
 */
export type WholeFile =
  | { readonly kind: 'absent' }
  | { readonly kind: 'content'; readonly content: Buffer }
  | { readonly kind: 'unusable' }
  | { readonly kind: 'unavailable'; readonly code: string };

/** The calls of node:fs that a kept file needs; handed in, so that a disk that fails can be tried. */
export type Disk = {
  stat(path: string): Promise<Pick<Stats, 'isFile' | 'isDirectory' | 'size'>>;
  lstat(path: string): Promise<unknown>;
  open(path: string, flags: string | number): Promise<Pick<FileHandle, 'stat' | 'read' | 'sync' | 'close'>>;
  mkdir(path: string, options: { readonly recursive: true; readonly mode: number }): Promise<unknown>;
  rename(from: string, to: string): Promise<void>;
  /** Writes beside and renames over. */
  replace(path: string, content: string | Buffer): Promise<void>;
  /** Adds to the file's end, and waits until the disk has it; a file that is missing is made. Cut off, some of the bytes may be there. */
  append(path: string, content: string | Buffer): Promise<void>;
  readdir(path: string): Promise<readonly string[]>;
  /** Deletes a file, or a folder with all in it; all is well where there is nothing. */
  remove(path: string): Promise<void>;
};
export const systemDisk: Disk = {
  lstat,
  mkdir,
  open,
  rename,
  stat,
  replace: replaceAtomically,
  append: appendDurably,
  readdir,
  remove: (path) => rm(path, { recursive: true, force: true }),
};

/** How long a file that cannot be used now is tried again: tries in all, and the pause between two, in milliseconds. */
export type Patience = { readonly tries: number; readonly pauseMs: number };
/** A virus scanner or a backup lets go within a second. */
export const defaultPatience: Patience = { tries: 6, pauseMs: 200 };
/** Tried once: nobody is kept waiting. */
export const atOnce: Patience = { tries: 1, pauseMs: 0 };

/** Where files lie, and how long one that cannot be used now is tried again; the system's disk and a second unless said. */
export type DiskOptions = { readonly disk?: Disk; readonly patience?: Patience };

/** Written beside and renamed over, with fsync: the old content or the new one is there after a crash, never half of it. */
async function replaceAtomically(path: string, content: string | Buffer): Promise<void> {
  await writeFileAtomic(path, content, { mode: 0o600, fsync: true });
}

async function appendDurably(path: string, content: string | Buffer): Promise<void> {
  // Not through a symbolic link: nobody may turn the lines onto another file. (Windows has no such flag.)
  const flags = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0);
  const handle = await open(path, flags, 0o600);
  try {
    await handle.chmod(0o600);
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** @returns the errno name of an error, e.g. "ENOENT"; '' where it has none */
export function errnoOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/**
 * @param limit the largest file that is read, in bytes
 * @returns the file's bytes, or why there are none; tried again for about a second before it counts as unavailable
 */
export async function readWhole(path: string, disk: Disk = systemDisk, patience: Patience = defaultPatience, limit: number = fileLimit): Promise<WholeFile> {
  for (let tried = 1; ; tried += 1) {
    const found = await readOnce(path, disk, limit);
    if (found.kind !== 'unavailable' || tried >= patience.tries) return found;
    await setTimeout(patience.pauseMs);
  }
}

async function readOnce(path: string, disk: Disk, limit: number): Promise<WholeFile> {
  try {
    // Asked before it is opened: to open a pipe would wait for ever.
    const about = await disk.stat(path);
    if (!about.isFile() || about.size > limit) return { kind: 'unusable' };
    return await readOpened(path, disk, limit);
  } catch (error) {
    const code = errnoOf(error);
    // Below a file there can be no other one.
    if (code === 'ENOTDIR') return { kind: 'absent' };
    return code === 'ENOENT' && (await isAbsent(path, disk)) ? { kind: 'absent' } : { kind: 'unavailable', code: code === '' ? 'unknown' : code };
  }
}

async function readOpened(path: string, disk: Disk, limit: number): Promise<WholeFile> {
  const handle = await disk.open(path, constants.O_RDONLY);
  try {
    const { size } = await handle.stat();
    return size > limit ? { kind: 'unusable' } : await readAll(handle, size);
  } finally {
    await handle.close();
  }
}

/** @param size of the open file, in bytes @returns what stands in it; unavailable where it grows meanwhile */
export async function readAll(handle: Pick<FileHandle, 'read'>, size: number): Promise<Extract<WholeFile, { kind: 'content' | 'unavailable' }>> {
  // One byte more than there should be: a file that grows meanwhile is read again.
  const content = Buffer.alloc(size + 1);
  let length = 0;
  while (length <= size) {
    const { bytesRead } = await handle.read(content, length, content.length - length, length);
    if (bytesRead === 0) return { kind: 'content', content: content.subarray(0, length) };
    length += bytesRead;
  }
  return { kind: 'unavailable', code: 'growing' };
}

/**
 * "Not found" is also what a link says whose target is away (a folder on a share or a drive): only a folder that
 * is there and has no such file says that there is none.
 */
export async function isAbsent(path: string, disk: Disk = systemDisk): Promise<boolean> {
  try {
    if (await exists(() => disk.lstat(path))) return false;
    for (let folder = dirname(path), below = path; folder !== below; below = folder, folder = dirname(folder)) {
      if (await exists(() => disk.stat(folder))) return true;
      if (await exists(() => disk.lstat(folder))) return false;
    }
  } catch {
    // Neither there nor away: it changed meanwhile, or nobody may look.
  }
  return false;
}

async function exists(ask: () => Promise<unknown>): Promise<boolean> {
  try {
    await ask();
    return true;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return false;
    throw error;
  }
}

/** What passes by itself while a file is written. On Windows a program that reads the old file forbids that it is replaced. */
function passesSoon(error: unknown): boolean {
  const code = errnoOf(error);
  return ['EBUSY', 'EMFILE', 'ENFILE', 'EAGAIN'].includes(code) || (process.platform === 'win32' && (code === 'EPERM' || code === 'EACCES'));
}

/** Does what may fail while another program holds a file, again until the patience is over. */
export async function patiently(work: () => Promise<void>, { tries, pauseMs }: Patience = defaultPatience): Promise<Outcome<void, DiskCode>> {
  for (let tried = 1; ; tried += 1) {
    try {
      await work();
      return success(undefined);
    } catch (error) {
      if (tried >= tries || !passesSoon(error)) return diskProblem(error);
      await setTimeout(pauseMs);
    }
  }
}

/** Adds lines to the end of a kept file; folder 0700 (made when missing), file 0600. */
export function appendTo(
  path: KeptPath,
  content: string | Buffer,
  disk: Disk = systemDisk,
  patience: Patience = defaultPatience,
): Promise<Outcome<void, DiskCode>> {
  return changeIn(dirname(path), () => disk.append(path, content), disk, patience);
}

/** Changes a file in its folder, which is there before and durable after it. */
function changeIn(folder: string, change: () => Promise<void>, disk: Disk, patience: Patience): Promise<Outcome<void, DiskCode>> {
  return patiently(async () => {
    await disk.mkdir(folder, { recursive: true, mode: 0o700 });
    await change();
    await syncFolder(folder, disk);
  }, patience);
}

/** Makes the rename itself durable. Windows has no such call, and neither have some file systems of a network. */
async function syncFolder(folder: string, disk: Disk): Promise<void> {
  if (process.platform === 'win32') return;
  try {
    const handle = await disk.open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch (error) {
    if (errnoOf(error) === 'EIO') throw error;
  }
}

/** Replaces a file, whole or not at all; folder 0700 (made when missing), file 0600. */
export function writeWhole(
  path: KeptPath,
  content: string | Buffer,
  disk: Disk = systemDisk,
  patience: Patience = defaultPatience,
): Promise<Outcome<void, DiskCode>> {
  return changeIn(dirname(path), () => disk.replace(path, content), disk, patience);
}

/** How many damaged files are kept beside; then the last of them gives way. */
const mostSetAside = 20;

/** @returns the names under which what is damaged may lie beside, the usual one first */
export function asideNames(path: string): readonly string[] {
  return Array.from({ length: mostSetAside }, (_, index) => `${path}.unreadable${index === 0 ? '' : `-${index + 1}`}`);
}

/** @returns the first of those names that is free; the last one where none is */
export async function freeAsideName(path: string, disk: Disk = systemDisk): Promise<string> {
  const names = asideNames(path);
  for (const name of names) {
    const taken = await disk.lstat(name).then(
      () => true,
      () => false,
    );
    if (!taken) return name;
  }
  return names.at(-1) ?? path;
}

/** Renames a file and looks whether it is really gone from its place. */
export function moveAway(path: string, to: string, disk: Disk = systemDisk, patience: Patience = defaultPatience): Promise<Outcome<void, DiskCode>> {
  return patiently(async () => {
    await disk.rename(path, to);
    if (await exists(() => disk.lstat(path))) throw new Error('The file is still in its place');
    await disk.lstat(to);
    await syncFolder(dirname(path), disk);
  }, patience);
}
