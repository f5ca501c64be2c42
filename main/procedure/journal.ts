import { chmod, mkdir, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { failure, type Outcome, type ProblemCause, success } from '../../preload/contract/problem.ts';
import { type ProcedureSnapshot, procedureSnapshotSchema } from '../../preload/contract/procedure.ts';

/**
 * The journal: where the procedure stands, on the disk before anybody is told of it, so that a crash at
 * any moment loses nothing that the bank has already done. It holds snapshots only, hence no secret.
 */

const entrySchema = z.object({ version: z.literal(1), savedAt: z.iso.datetime(), snapshot: procedureSnapshotSchema });

export type JournalEntry = { readonly savedAt: string; readonly snapshot: ProcedureSnapshot };

export type Journal = {
  /** @returns the last entry, or null where there is none; journal-unreadable when a broken file was set aside */
  read(): Promise<Outcome<JournalEntry | null>>;
  /** Replaces the entry, whole or not at all. Errors: what `diskProblem` makes of the system's. */
  write(entry: JournalEntry): Promise<Outcome<void>>;
};

/**
 * @param file where the journal lies; its folder is made when missing
 * @param diskProblem turns a failed write into what the person can do about it
 */
export function openJournal(file: string, diskProblem: (error: unknown) => ProblemCause): Journal {
  return {
    async read() {
      const text = await readPatiently(file);
      if (text === null) return success(null);
      const entry = entrySchema.safeParse(parseJson(text));
      if (entry.success) return success(entry.data);
      // Kept beside, not overwritten: support may want to see it.
      await rename(file, `${file}.unreadable`);
      return failure('journal-unreadable');
    },
    async write(entry) {
      try {
        await mkdir(dirname(file), { recursive: true, mode: 0o700 });
        await writeFileAtomic(file, `${JSON.stringify({ version: 1, ...entry })}\n`, { mode: 0o600, fsync: true });
        await chmod(file, 0o600);
        return success(undefined);
      } catch (error) {
        return { ok: false, problem: diskProblem(error) };
      }
    },
  };
}

/** A virus scanner or a backup may hold the file for a moment: it is asked for again before it counts as unreadable. */
async function readPatiently(file: string, triesLeft = 5): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    if (triesLeft === 0) throw error;
    await setTimeout(200);
    return readPatiently(file, triesLeft - 1);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
