import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, open, readFile, rm, rmdir, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Run } from '../certificate/stores/run.ts';
import type { Keychain } from '../keychain/keychain.ts';
import { diskProblem } from '../support/disk-problem.ts';
import { whoamiPath } from '../support/system-tools.ts';
import type { Found, PreflightChecks } from './preflight.ts';
import { type StoreProbeParts, storeCheck } from './store-check.ts';

/** This PC: keychain, certificate store, user account and disk. */
export type PcParts = {
  readonly keychain: Pick<Keychain, 'probe'>;
  readonly store: StoreProbeParts;
  readonly platform: NodeJS.Platform;
  /** Who runs the program; null where the system has no such numbers (Windows). */
  readonly userId: number | null;
  readonly home: string;
  /** The program's own folder. */
  readonly folder: string;
  readonly run: Run;
  /** Writes a file on trial: writeOnTrial. */
  readonly write: (path: string) => Promise<void>;
};

/** @returns the four checks of one run */
export function pcChecks(parts: PcParts): Pick<PreflightChecks, 'keychain' | 'certificateStore' | 'osUser' | 'disk'> {
  return {
    keychain: () => checkKeychain(parts.keychain),
    certificateStore: (signal) => storeCheck(parts.store, signal),
    osUser: (signal) => checkUser(parts, signal),
    disk: () => checkDisk(parts),
  };
}

async function checkKeychain(keychain: PcParts['keychain']): Promise<Found> {
  const probed = await keychain.probe();
  return { finding: probed.ok ? 'keychain-ready' : probed.problem.code };
}

/** The mandatory level "high" of Windows: what runs "as administrator" has it (well-known SIDs, S-1-16-12288). */
const highLevel = /S-1-16-(12288|16384)/u;
const whoamiLimit = 5_000;

async function checkUser({ platform, userId, home, run }: PcParts, signal: AbortSignal): Promise<Found> {
  if (!(await canWriteIn(home))) return { finding: 'user-home-refused' };
  if (userId === 0) return { finding: 'user-root' };
  if (platform !== 'win32') return { finding: 'user-usual' };
  const groups = await run(whoamiPath(), ['/groups', '/fo', 'csv', '/nh'], { signal, timeoutMs: whoamiLimit });
  return { finding: groups.kind === 'ended' && highLevel.test(groups.stdout) ? 'user-elevated' : 'user-usual' };
}

/** Tried, not asked for: what the rights say and what the disk does are two things (network homes, read-only disks). */
async function canWriteIn(folder: string): Promise<boolean> {
  try {
    await rmdir(await mkdtemp(join(folder, '.kaitsu-')));
    return true;
  } catch {
    return false;
  }
}

const megabyte = 1024 * 1024;
/** Log, journal, key and certificate need less than 10 MB; below this the disk is about to be full anyway. */
const lowMegabytes = 200;
const trialBytes = 64 * 1024;

/** Tries the disk where the program keeps its own files. */
async function checkDisk({ folder, write }: PcParts): Promise<Found> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await write(join(folder, `preflight-${randomBytes(6).toString('hex')}.tmp`));
    const { bavail, bsize } = await statfs(folder);
    const free = Math.floor((bavail * bsize) / megabyte);
    return { finding: free < lowMegabytes ? 'disk-low' : 'disk-ready', amount: free };
  } catch (error) {
    return { finding: diskProblem(error).problem.code === 'disk-full' ? 'disk-full' : 'disk-refused' };
  }
}

/** Writes a file, reads it back and deletes it. @throws what the operating system says of the disk */
export async function writeOnTrial(path: string): Promise<void> {
  const content = randomBytes(trialBytes);
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    if (!(await readFile(path)).equals(content)) throw new Error('The disk gave back something else');
  } finally {
    await rm(path, { force: true });
  }
}
