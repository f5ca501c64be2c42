import { type Disk, systemDisk } from '../../main/support/whole-file.ts';
import { type SyncDisk, systemSyncDisk } from '../../main/support/whole-file-sync.ts';

/** On what it bites: reading (no right to), writing (read-only, full), or both (another program holds the file, as on Windows). */
export type Bite = 'read' | 'write' | 'held';
type Refusal = { readonly on: Bite; readonly code: string; times: number };

/** The system's disk, on which everything below one path may fail for a time, or so often. */
export function refusingDisk(isMeant: (path: string) => boolean = () => true) {
  let refusal: Refusal | null = null;
  const meet = (doing: 'read' | 'write', path: string): void => {
    if (refusal === null || !isMeant(path) || (refusal.on !== 'held' && refusal.on !== doing) || refusal.times <= 0) return;
    refusal.times -= 1;
    throw Object.assign(new Error(refusal.code), { code: refusal.code });
  };
  const disk: Disk = {
    ...systemDisk,
    open: async (path, flags) => {
      // A folder is opened by its name alone, to be synced.
      if (typeof flags === 'number') meet('read', path);
      return systemDisk.open(path, flags);
    },
    rename: async (from, to) => {
      meet('write', from);
      return systemDisk.rename(from, to);
    },
    replace: async (path, content) => {
      meet('write', path);
      return systemDisk.replace(path, content);
    },
    append: async (path, content) => {
      meet('write', path);
      return systemDisk.append(path, content);
    },
    remove: async (path) => {
      meet('write', path);
      return systemDisk.remove(path);
    },
  };
  const sync: SyncDisk = {
    ...systemSyncDisk,
    readFile: (path) => {
      meet('read', path);
      return systemSyncDisk.readFile(path);
    },
    rename: (from, to) => {
      meet('write', from);
      systemSyncDisk.rename(from, to);
    },
    replace: (path, content, mode) => {
      meet('write', path);
      systemSyncDisk.replace(path, content, mode);
    },
  };
  return {
    disk,
    sync,
    /** From now on it fails: for good unless times says how often. */
    bite: (on: Bite, code: string, times = Number.POSITIVE_INFINITY) => {
      refusal = { on, code, times };
    },
    heal: () => {
      refusal = null;
    },
  };
}
