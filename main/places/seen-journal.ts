import { entryIn, type JournalEntry } from '../procedure/journal.ts';
import { programFile } from '../support/kept-files.ts';
import { type Disk, readWhole } from '../support/whole-file.ts';

/** A place's journal as those look at it who change nothing: even a damaged one stays where it is, for the window to tell of. */
export type SeenJournal = { readonly kind: 'absent' | 'damaged' | 'unavailable' } | { readonly kind: 'entry'; readonly entry: JournalEntry };

/** @param folder of the place */
export async function seeJournal(folder: string, disk?: Disk): Promise<SeenJournal> {
  const file = await readWhole(programFile(folder, 'journal'), disk);
  if (file.kind === 'absent' || file.kind === 'unavailable') return { kind: file.kind };
  const entry = file.kind === 'content' ? entryIn(file.content) : null;
  return entry === null ? { kind: 'damaged' } : { kind: 'entry', entry };
}
