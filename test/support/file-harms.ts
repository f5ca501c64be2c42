import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every way in which a file can be of no use. As root nothing is forbidden, so the link to what gives EIO. */
export const fileHarms: Readonly<Record<string, (path: string) => void>> = {
  missing: (path) => rmSync(path),
  empty: (path) => writeFileSync(path, ''),
  damaged: (path) => writeFileSync(path, readFileSync(path).subarray(0, 100)),
  'a folder': (path) => {
    rmSync(path);
    mkdirSync(path);
  },
  'a folder with something in it': (path) => {
    renameSync(path, `${path}.moved`);
    mkdirSync(path);
    renameSync(`${path}.moved`, join(path, 'inside'));
  },
  'a link to itself': (path) => {
    rmSync(path);
    symlinkSync(path, path);
  },
  'not readable (EIO)': (path) => {
    rmSync(path);
    symlinkSync('/proc/self/mem', path);
  },
};

/** Of these nobody knows whether the file is sound. */
export const cannotBeReadNow: ReadonlySet<string> = new Set(['a link to itself', 'not readable (EIO)']);
