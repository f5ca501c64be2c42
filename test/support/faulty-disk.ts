import { type Disk, systemDisk } from '../../main/support/whole-file.ts';
import { type SyncDisk, systemSyncDisk } from '../../main/support/whole-file-sync.ts';

/** On what a fault bites: reading (no right to), writing (read-only, full), or both (another program holds the file, as on Windows). */
export type Bite = 'read' | 'write' | 'held';
type Fault = { readonly on: Bite; readonly code: string; times: number };

/** The system's disk, on which everything below one path may fail for a time, or so often. */
export function faultyDisk(isMeant: (path: string) => boolean = () => true) {
  let fault: Fault | null = null;
  const meet = (doing: 'read' | 'write', path: string): void => {
    if (fault === null || !isMeant(path) || (fault.on !== 'held' && fault.on !== doing) || fault.times <= 0) return;
    fault.times -= 1;
    throw Object.assign(new Error(fault.code), { code: fault.code });
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
      fault = { on, code, times };
    },
    heal: () => {
      fault = null;
    },
  };
}
