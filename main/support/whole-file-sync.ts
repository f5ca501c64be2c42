import { lstatSync, readFileSync, renameSync, type Stats, statSync } from 'node:fs';
import writeFileAtomic from 'write-file-atomic';
import type { KeptPath } from './kept-files.ts';
import { asideNames, atOnce, errnoOf, fileLimit, type Patience, type WholeFile } from './whole-file.ts';

/**
 * The same as whole-file.ts where nothing may happen in between: the practice bank reads and writes its files under
 * the lock of its database, so that two processes that start at once agree.
 */

/** The calls of node:fs that are needed; handed in, so that a disk that fails can be tried. */
export type SyncDisk = {
  stat(path: string): Pick<Stats, 'isFile' | 'size'>;
  lstat(path: string): unknown;
  readFile(path: string): Buffer;
  rename(from: string, to: string): void;
  /** Writes beside and renames over. */
  replace(path: string, content: string, mode: number): void;
};

export const systemSyncDisk: SyncDisk = {
  stat: (path) => statSync(path),
  lstat: (path) => lstatSync(path),
  readFile: (path) => readFileSync(path),
  rename: renameSync,
  replace: (path, content, mode) => writeFileAtomic.sync(path, content, { mode }),
};

type Reading = { readonly limit?: number; readonly disk?: SyncDisk; readonly patience?: Patience };

/** @returns the file's bytes, or why there are none; the size is looked at before anything is read */
export function readWholeSync(path: string, { limit = fileLimit, disk = systemSyncDisk, patience = atOnce }: Reading = {}): WholeFile {
  for (let tried = 1; ; tried += 1) {
    const found = readOnce(path, limit, disk);
    if (found.kind !== 'unavailable' || tried >= patience.tries) return found;
    sleep(patience.pauseMs);
  }
}

function readOnce(path: string, limit: number, disk: SyncDisk): WholeFile {
  try {
    const about = disk.stat(path);
    if (!about.isFile() || about.size > limit) return { kind: 'unusable' };
    const content = disk.readFile(path);
    return content.length > limit ? { kind: 'unusable' } : { kind: 'content', content };
  } catch (error) {
    const code = errnoOf(error);
    // A link whose target is away is "not found" too: only where there is no link either, there is no file.
    return code === 'ENOENT' && !isThere(path, disk) ? { kind: 'absent' } : { kind: 'unavailable', code: code === '' ? 'unknown' : code };
  }
}

function isThere(path: string, disk: SyncDisk): boolean {
  try {
    disk.lstat(path);
    return true;
  } catch (error) {
    return errnoOf(error) !== 'ENOENT';
  }
}

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** Replaces a file, whole or not at all. @throws what node:fs throws */
export function writeWholeSync(
  path: KeptPath,
  content: string,
  { mode = 0o600, disk = systemSyncDisk }: { readonly mode?: number; readonly disk?: SyncDisk } = {},
): void {
  disk.replace(path, content, mode);
}

/** Renames what is damaged to a free name beside. @returns that name @throws what node:fs throws */
export function setAsideSync(path: string, disk: SyncDisk = systemSyncDisk): string {
  const names = asideNames(path);
  const aside = names.find((name) => !isThere(name, disk)) ?? names.at(-1) ?? path;
  disk.rename(path, aside);
  return aside;
}
