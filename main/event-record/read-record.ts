import type { OtherEvent } from '../../preload/contract/recorded-event.ts';
import { atOnce, readWhole } from '../support/whole-file.ts';
import { type MendingDisk, readMended } from './mended-file.ts';
import { listFiles, pathOf, type RecordFile, recordPath } from './record-files.ts';
import { type ReadLines, readLines } from './record-line.ts';

/** lines: sound ones, oldest first. setAside: lines that were not, and files that could not be read, counted. */
export type ReadRecord = { readonly lines: ReadLines['sound']; readonly setAside: number };

/**
 * For the one who writes it, and nobody else: damaged lines are set aside on the way.
 * @returns what stands in it, and what it should say of itself
 */
export async function readWholeRecord(folder: string, disks: MendingDisk): Promise<{ readonly record: ReadRecord; readonly told: readonly OtherEvent[] }> {
  const lines: ReadLines['sound'][number][] = [];
  const told: OtherEvent[] = [];
  let setAside = 0;
  for (const { day, part } of await filesOf(folder, disks)) {
    const mended = await mendedOrUnavailable(recordPath(folder, day, part), disks);
    lines.push(...mended.lines);
    if (mended.told === null) continue;
    told.push(mended.told);
    setAside += mended.told.kind === 'linesSetAside' ? mended.told.torn + mended.told.damaged : 1;
  }
  return { record: { lines, setAside }, told };
}

async function mendedOrUnavailable(...mending: Parameters<typeof readMended>): ReturnType<typeof readMended> {
  try {
    return await readMended(...mending);
  } catch {
    // The disk does not take what should be set aside: it stays where it is, and the sound lines are read all the same.
    return { lines: (await readUntouched(mending[0], mending[1])).sound, told: null, isUnavailable: false };
  }
}

/** For those beside the one who writes it: nothing is touched, and a line that is just being written is passed over. */
export async function readRecordBeside(folder: string, disks: MendingDisk): Promise<ReadRecord> {
  const lines: ReadLines['sound'][number][] = [];
  let setAside = 0;
  for (const file of await filesOf(folder, disks)) {
    const found = await readUntouched(pathOf(folder, file), disks);
    lines.push(...found.sound);
    setAside += found.damaged.length;
  }
  return { lines, setAside };
}

async function filesOf(folder: string, { disk }: MendingDisk): Promise<readonly RecordFile[]> {
  const files = await listFiles(folder, disk).catch(() => []);
  return files.filter(({ isAside }) => !isAside);
}

async function readUntouched(path: string, { disk }: MendingDisk): Promise<ReadLines> {
  const file = await readWhole(path, disk, atOnce);
  return file.kind === 'content' ? readLines(file.content) : { sound: [], damaged: [], torn: null };
}
