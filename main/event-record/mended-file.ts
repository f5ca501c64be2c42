import type { OtherEvent } from '../../preload/contract/recorded-event.ts';
import { type KeptPath, recordAside } from '../support/kept-files.ts';
import { atOnce, type Disk, freeAsideName, moveAway, readWhole, type WholeFile, writeWhole } from '../support/whole-file.ts';
import { isLink, type OpenAppendFile } from './append-file.ts';
import { nameOf } from './record-files.ts';
import { type ReadLines, readLines } from './record-line.ts';

/** What is not a line of the record is taken out of its file, kept beside it, and told. */

/** told: what the record itself should say of the file; null where all is well. unavailable: it cannot be read now, and stays as it is. */
export type MendedFile = { readonly lines: ReadLines['sound']; readonly told: OtherEvent | null; readonly isUnavailable: boolean };

export type MendingDisk = { readonly disk: Disk; readonly openAppend: OpenAppendFile };

const nothing = { lines: [], told: null, isUnavailable: false } as const;

/**
 * Reads a file of the record. What was set aside lies on the disk before it is taken out, so that a cut in between loses
 * nothing and at most sets it aside twice.
 * @throws what the disk says while it is mended
 */
export async function readMended(path: KeptPath, { disk, openAppend }: MendingDisk): Promise<MendedFile> {
  const file: WholeFile = (await isLink(path)) ? { kind: 'unusable' } : await readWhole(path, disk, atOnce);
  switch (file.kind) {
    case 'absent':
      return nothing;
    case 'unavailable':
      return { lines: [], told: { kind: 'fileUnavailable', file: nameOf(path), error: file.code.slice(0, 40) }, isUnavailable: true };
    case 'unusable': {
      const to = await freeAsideName(path, disk);
      const moved = await moveAway(path, to, disk, atOnce);
      if (!moved.ok) return { lines: [], told: { kind: 'fileUnavailable', file: nameOf(path), error: moved.problem.code }, isUnavailable: true };
      return { lines: [], told: { kind: 'fileSetAside', file: nameOf(path), aside: nameOf(to) }, isUnavailable: false };
    }
    case 'content': {
      const found = readLines(file.content);
      if (found.damaged.length === 0 && found.torn === null) return { ...nothing, lines: found.sound };
      const aside = recordAside(path);
      await keepBeside(aside, found, openAppend);
      const written = await writeWhole(path, found.sound.map(({ text }) => `${text}\n`).join(''), disk, atOnce);
      if (!written.ok) throw new Error(written.problem.code);
      const counts = { torn: found.torn === null ? 0 : 1, damaged: found.damaged.length };
      return { lines: found.sound, told: { kind: 'linesSetAside', file: nameOf(path), aside: nameOf(aside), ...counts }, isUnavailable: false };
    }
    default:
      return file satisfies never;
  }
}

async function keepBeside(aside: KeptPath, { damaged, torn }: ReadLines, openAppend: OpenAppendFile): Promise<void> {
  const beside = await openAppend(aside);
  try {
    await beside.append(Buffer.concat([...damaged, ...(torn === null ? [] : [torn])].flatMap((bytes) => [bytes, Buffer.from('\n')])));
    await beside.sync();
  } finally {
    await beside.close();
  }
}
