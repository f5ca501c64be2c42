import { basename, join } from 'node:path';
import { type KeptPath, programFile } from '../support/kept-files.ts';
import { type Disk, errnoOf, fileLimit } from '../support/whole-file.ts';

/** The files of the event record: some for each day, and beside them what was set aside. */

/** Days that the record goes back, and how many bytes it may have in all, with what was set aside. */
export const recordLimits = { days: 30, bytes: 5 * 1024 * 1024, fileBytes: 256 * 1024 } as const;

/** In milliseconds. */
const oneDay = 24 * 60 * 60_000;

/** One file of the record, or one that lies beside it. */
export type RecordFile = { readonly name: string; readonly day: string; readonly part: number; readonly isAside: boolean };

const namePattern = /^(\d{4}-\d{2}-\d{2})\.(\d{4})\.jsonl(\.unreadable(?:-\d{1,2})?)?$/u;

/** @returns null for what is no file of the record */
export function readFileName(name: string): RecordFile | null {
  const [, day, part, aside] = namePattern.exec(name) ?? [];
  return day === undefined ? null : { name, day, part: Number(part), isAside: aside !== undefined };
}

/** @param folder of the place @param day "2026-03-14" in UTC */
export function recordPath(folder: string, day: string, part: number): KeptPath {
  return programFile(folder, 'events', { day, part: String(part).padStart(4, '0') });
}

export const dayOf = (time: Date): string => time.toISOString().slice(0, 10);

/** Where they lie. */
export function recordFolder(folder: string): string {
  return join(recordPath(folder, '', 0), '..');
}

/** @returns the record's files and what lies beside them, oldest first. @throws what the disk says, but that there is none */
export async function listFiles(folder: string, disk: Disk): Promise<readonly RecordFile[]> {
  try {
    const names = await disk.readdir(recordFolder(folder));
    // Day and part have fixed lengths, so that the names' order is that of time; what was set aside follows its file.
    return [...names].sort().flatMap((name) => readFileName(name) ?? []);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  }
}

export const pathOf = (folder: string, file: Pick<RecordFile, 'name'>): string => join(recordFolder(folder), file.name);

/**
 * @param files with their sizes in bytes, oldest first
 * @returns those that give way: past their days, and then the oldest until the rest has room
 */
export function filesToDrop<F extends Pick<RecordFile, 'day'> & { readonly size: number }>(
  files: readonly F[],
  now: Date,
  limits: Pick<typeof recordLimits, 'days' | 'bytes'> = recordLimits,
): readonly F[] {
  const firstDay = dayOf(new Date(now.getTime() - limits.days * oneDay));
  const dropped = files.filter(({ day }) => day < firstDay);
  const kept = files.filter(({ day }) => day >= firstDay);
  let bytes = kept.reduce((sum, { size }) => sum + size, 0);
  for (const file of kept) {
    if (bytes <= limits.bytes) break;
    dropped.push(file);
    bytes -= file.size;
  }
  return dropped;
}

/** Takes away what gives way, so that the file that is being written has room to grow. @throws what the disk says */
export async function prune(folder: string, disk: Disk, now: Date): Promise<void> {
  const sized = await Promise.all((await listFiles(folder, disk)).map(async (file) => ({ ...file, size: await sizeOf(pathOf(folder, file), disk) })));
  const dropped = filesToDrop(sized, now, { ...recordLimits, bytes: recordLimits.bytes - recordLimits.fileBytes });
  for (const file of dropped) await disk.remove(pathOf(folder, file));
}

/** What is larger than any file of ours was put there by somebody else, and takes no room from the record. */
async function sizeOf(path: string, disk: Disk): Promise<number> {
  const { size } = await disk.stat(path).catch(() => ({ size: 0 }));
  return size > fileLimit ? 0 : size;
}

/** The file's name without its folder, as the record itself names it. */
export const nameOf = (path: string): string => basename(path);
