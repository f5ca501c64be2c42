import { createHash } from 'node:crypto';
import { closeSync, constants, mkdirSync, openSync, realpathSync } from 'node:fs';
import { createServer } from 'node:net';
import { errnoOf } from './whole-file.ts';

/**
 * One worker at a time on a data folder. The operating system holds the lock for the process and gives it back when
 * that ends, however it ends: nothing is left that somebody would have to judge to be stale.
 */
export type FolderLock = { release(): Promise<void> };

/** open(2) of macOS: an exclusive lock (flock) that fails at once where another has it. */
const exclusively = 0x20 | constants.O_NONBLOCK;

/**
 * @param folder the program's own; it is made where there is none
 * @returns null where another process has it
 * @throws what the operating system says of anything else
 */
export async function takeFolderLock(folder: string, platform: NodeJS.Platform = process.platform): Promise<FolderLock | null> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return platform === 'darwin' ? lockFolder(folder) : listenAt(nameOf(folder, platform));
}

/** Linux: a socket without a file (unix(7), abstract). Windows: a named pipe, of which Node opens the first alone. */
function nameOf(folder: string, platform: NodeJS.Platform): string {
  const name = `kaitsu-${createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 32)}`;
  return platform === 'win32' ? `\\\\.\\pipe\\${name}` : `\0${name}`;
}

function listenAt(name: string): Promise<FolderLock | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((stranger) => stranger.destroy());
    server.once('error', (error) => {
      const code = errnoOf(error);
      if (code === 'EADDRINUSE' || code === 'EACCES') resolve(null);
      else reject(error);
    });
    server.listen(name, () => {
      server.unref();
      resolve({ release: () => new Promise((released) => void server.close(() => released())) });
    });
  });
}

function lockFolder(folder: string): FolderLock | null {
  try {
    const handle = openSync(folder, constants.O_RDONLY | exclusively);
    return { release: async () => closeSync(handle) };
  } catch (error) {
    if (errnoOf(error) === 'EAGAIN') return null;
    throw error;
  }
}
