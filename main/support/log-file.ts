import { closeSync, constants, fchmodSync, fstatSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** A file of lines that is turned over when it is full. Throws what node:fs throws. */
export type LogFile = {
  /** @param lasting wait until the disk has it: what explains a crash must outlive it */
  append(line: string, lasting: boolean): void;
};

const name = (dir: string, age: number) => join(dir, age === 0 ? 'kaitsu.log' : `kaitsu.${age}.log`);

/**
 * Opens <dir>/kaitsu.log for appending, readable by its owner alone. Written at once and in order
 * (the maintained log writers queue or work in a thread; the line before a crash is the one that matters).
 * @param maxBytes turned over before it grows beyond this: kaitsu.log -> kaitsu.1.log -> …
 * @param keep how many files there are at most, the current one included
 */
export function openLogFile(dir: string, maxBytes: number, keep: number): LogFile {
  let open: { readonly handle: number; size: number } | null = null;
  const close = () => {
    const handle = open?.handle;
    open = null;
    if (handle !== undefined) closeSync(handle);
  };
  return {
    append: (line, lasting) => {
      try {
        const bytes = Buffer.from(line);
        open ??= openForAppending(dir);
        if (open.size > 0 && open.size + bytes.byteLength > maxBytes) {
          close();
          rotate(dir, keep);
          open = openForAppending(dir);
        }
        writeSync(open.handle, bytes);
        open.size += bytes.byteLength;
        if (lasting) fsyncSync(open.handle);
      } catch (error) {
        // The next line opens it again: the disk may have room again, the folder be back.
        close();
        throw error;
      }
    },
  };
}

function openForAppending(dir: string): { readonly handle: number; size: number } {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  // Not through a symbolic link: nobody may turn the log onto another file. (Windows has no such flag.)
  const flags = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0);
  const handle = openSync(name(dir, 0), flags, 0o600);
  fchmodSync(handle, 0o600);
  return { handle, size: fstatSync(handle).size };
}

function rotate(dir: string, keep: number): void {
  rmSync(name(dir, keep - 1), { force: true });
  for (let age = keep - 2; age >= 0; age -= 1) {
    try {
      renameSync(name(dir, age), name(dir, age + 1));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  }
}
