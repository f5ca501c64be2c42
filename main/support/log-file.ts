import { closeSync, constants, fchmodSync, fstatSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { type KeptPath, programFile } from './kept-files.ts';
import { readWholeSync, writeWholeSync } from './whole-file-sync.ts';

/** A file of lines that is turned over when it is full. Throws what node:fs throws. */
export type LogFile = {
  /** @param lasting wait until the disk has it: what explains a crash must outlive it */
  append(line: string, lasting: boolean): void;
  /** Forgets the lines of before a day; those that say no time stay with the file's other lines. */
  forgetBefore(day: Date): void;
};

type Rename = (from: string, to: string) => void;

/** A file that cannot be turned over grows to so many times its size at most. */
const mostTimes = 4;

const name = (folder: string, age: number) => (age === 0 ? programFile(folder, 'log') : programFile(folder, 'olderLog', { age }));

/**
 * Opens logs/kaitsu.log for appending, readable by its owner alone. Written at once and in order
 * (the maintained log writers queue or work in a thread; the line before a crash is the one that matters).
 * @param folder the program's own
 * @param maxBytes turned over before it grows beyond this: kaitsu.log -> kaitsu.1.log -> …
 * @param keep how many files there are at most, the current one included
 * @param rename node:fs's; handed in, so that a file that another program holds can be tried
 */
export function openLogFile(folder: string, maxBytes: number, keep: number, rename: Rename = renameSync): LogFile {
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
        open ??= openForAppending(folder);
        if (open.size > 0 && open.size + bytes.byteLength > maxBytes) {
          close();
          turnOver(folder, keep, rename);
          open = openForAppending(folder);
        }
        if (open.size + bytes.byteLength > mostTimes * maxBytes) throw new Error('The log cannot be turned over');
        writeSync(open.handle, bytes);
        open.size += bytes.byteLength;
        if (lasting) fsyncSync(open.handle);
      } catch (error) {
        // The next line opens it again: the disk may have room again, the folder be back.
        close();
        throw error;
      }
    },
    forgetBefore(day) {
      // Who replaces a file must not hold it open.
      close();
      for (let age = 0; age < keep; age += 1) forget(name(folder, age), day, mostTimes * maxBytes);
    },
  };
}

/** Whole files are replaced, so that a cut leaves the old one or the new one. */
function forget(path: KeptPath, day: Date, limit: number): void {
  const file = readWholeSync(path, { limit });
  if (file.kind !== 'content') return;
  const lines = file.content
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '');
  const kept = lines.filter((line) => !(Date.parse(timeOf(line)) < day.getTime()));
  if (kept.length === lines.length) return;
  if (kept.length === 0) rmSync(path, { force: true });
  else writeWholeSync(path, `${kept.join('\n')}\n`);
}

/** As lineOf writes it, at the line's beginning. */
function timeOf(line: string): string {
  return /^\{"time":"([^"]{1,40})"/u.exec(line)?.[1] ?? '';
}

function openForAppending(folder: string): { readonly handle: number; size: number } {
  mkdirSync(dirname(name(folder, 0)), { recursive: true, mode: 0o700 });
  // Not through a symbolic link: nobody may turn the log onto another file. (Windows has no such flag.)
  const flags = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0);
  const handle = openSync(name(folder, 0), flags, 0o600);
  fchmodSync(handle, 0o600);
  return { handle, size: fstatSync(handle).size };
}

/** What another program holds, or a folder in its place, keeps the file as it is: it grows until that is gone. */
function turnOver(folder: string, keep: number, rename: Rename): void {
  try {
    rotate(folder, keep, rename);
  } catch {
    // Asked again with the next line.
  }
}

function rotate(folder: string, keep: number, rename: Rename): void {
  rmSync(name(folder, keep - 1), { force: true, recursive: true });
  for (let age = keep - 2; age >= 0; age -= 1) {
    try {
      rename(name(folder, age), name(folder, age + 1));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  }
}
