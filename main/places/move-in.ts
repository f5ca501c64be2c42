import { join } from 'node:path';
import { type DiskCode, type Outcome, success } from '../../preload/contract/problem.ts';
import { bankFolder, programFiles } from '../support/kept-files.ts';
import { type DiskOptions, errnoOf, freeAsideName, moveAway, patiently, systemDisk } from '../support/whole-file.ts';
import { placeFolder, practicePlace } from './place.ts';

/**
 * Earlier versions knew the practice bank alone, and kept its procedure in the program's own folder. It moves into the
 * practice's place, file by file, before anything of it is read. Cut at any moment, the next start goes on: what has
 * moved lies there, what has not lies here, and nothing is in both or in neither. The journal goes last.
 */

const moved = ['certificates', bankFolder, programFiles.designatedPc, programFiles.releaseRequest, programFiles.journal] as const;

/** @returns whether something of an earlier version was there */
export async function moveIn(folder: string, options: DiskOptions = {}): Promise<Outcome<boolean, DiskCode>> {
  const { disk = systemDisk, patience } = options;
  const names = await listed(folder, disk);
  if (!names.ok) return names;
  // Those that were set aside go with those that they are named after.
  const ours = moved.flatMap((name) => names.value.filter((found) => found === name || found.startsWith(`${name}.unreadable`)));
  if (ours.length === 0) return success(false);
  const to = placeFolder(folder, practicePlace);
  const made = await patiently(async () => void (await disk.mkdir(to, { recursive: true, mode: 0o700 })), patience);
  if (!made.ok) return made;
  for (const name of ours) {
    const done = await move(join(folder, name), join(to, name), options);
    if (!done.ok) return done;
  }
  return success(true);
}

async function listed(folder: string, disk: typeof systemDisk): Promise<Outcome<readonly string[], DiskCode>> {
  let names: readonly string[] = [];
  const read = await patiently(async () => {
    try {
      names = await disk.readdir(folder);
    } catch (error) {
      if (errnoOf(error) !== 'ENOENT') throw error;
    }
  });
  return read.ok ? success(names) : read;
}

/** Where an earlier version was run again after the move, what it left is put beside what is there. */
async function move(from: string, to: string, { disk = systemDisk, patience }: DiskOptions): Promise<Outcome<void, DiskCode>> {
  const isTaken = await disk.lstat(to).then(
    () => true,
    () => false,
  );
  return moveAway(from, isTaken ? await freeAsideName(to, disk) : to, disk, patience);
}
