import { lstat, open, readlink } from 'node:fs/promises';
import { connect } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { errnoOf } from '../support/whole-file.ts';

/**
 * Whether the program's window is open on a data folder: Chromium, by whose lock the program starts once only, leaves
 * its marks there (ProcessSingleton). A crash leaves marks too, so the process behind them is looked for.
 */

/** Linux, macOS: a link to "<PC>-<process>", and beside it one to the socket on which that process listens. */
const posixMark = 'SingletonLock';
const posixSocket = 'SingletonSocket';
/** Windows: a file that its process keeps open for writing, and that goes with it. */
const windowsMark = 'lockfile';

/** @param folder the program's own */
export async function isWindowOpen(folder: string, platform: NodeJS.Platform): Promise<boolean> {
  return platform === 'win32' ? isHeldOpen(join(folder, windowsMark)) : isProcessThere(folder);
}

async function isHeldOpen(path: string): Promise<boolean> {
  try {
    await (await open(path, 'r+')).close();
    return false;
  } catch (error) {
    return errnoOf(error) !== 'ENOENT';
  }
}

async function isProcessThere(folder: string): Promise<boolean> {
  const mark = await readlink(join(folder, posixMark)).catch(() => null);
  const [, host = '', id = ''] = /^(.+)-([0-9]+)$/u.exec(mark ?? '') ?? [];
  if (mark === null || id === '') return false;
  // On a home that several PCs share, what runs on another one cannot be looked for.
  if (host !== hostname()) return true;
  return isAlive(Number(id)) && (await answers(join(folder, posixSocket)));
}

/** Signal 0 only asks; EPERM: it is there, and somebody else's. */
function isAlive(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    return errnoOf(error) === 'EPERM';
  }
}

/** After a crash another process may have the number: only Chromium listens at the socket. Where none was made, the number has to do. */
async function answers(socket: string): Promise<boolean> {
  if ((await lstat(socket).catch(() => null)) === null) return true;
  const path = await readlink(socket).catch(() => socket);
  return new Promise((resolve) => {
    const call = connect(path);
    const answer = (isThere: boolean) => {
      call.destroy();
      resolve(isThere);
    };
    call.once('connect', () => answer(true)).once('error', () => answer(false));
  });
}
