import { constants } from 'node:fs';
import { lstat, open } from 'node:fs/promises';
import type { KeptPath } from '../support/kept-files.ts';

/** A file that grows at its end. */
export type AppendFile = {
  /** In bytes, when it was opened. */
  readonly size: number;
  /** Resolves once the system has the bytes: they outlive this process, though not a power cut. @throws what the disk says */
  append(bytes: Buffer): Promise<void>;
  /** Resolves once the disk has them as well. */
  sync(): Promise<void>;
  close(): Promise<void>;
};
export type OpenAppendFile = (path: KeptPath) => Promise<AppendFile>;

/** Opens a file for appending, readable by its owner alone; made where there is none. @throws what node:fs throws */
export const openAppendFile: OpenAppendFile = async (path) => {
  // Neither through a link onto another file, nor waiting for ever for the other end of a pipe. (Windows has no such flags.)
  const flags = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  const handle = await open(path, flags, 0o600);
  try {
    await handle.chmod(0o600);
    const about = await handle.stat();
    if (!about.isFile()) throw Object.assign(new Error('no file'), { code: 'EISDIR' });
    return {
      size: about.size,
      append: async (bytes) => void (await handle.appendFile(bytes)),
      sync: () => handle.sync(),
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
};

/** What replaces a file would replace that to which a link leads. */
export function isLink(path: string): Promise<boolean> {
  return lstat(path).then(
    (about) => about.isSymbolicLink(),
    () => false,
  );
}
