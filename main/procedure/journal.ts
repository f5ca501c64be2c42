import { z } from 'zod';
import type { DiskCode, Outcome } from '../../preload/contract/problem.ts';
import { type ProcedureSnapshot, procedureSnapshotSchema } from '../../preload/contract/procedure.ts';
import { type JsonFileOptions, jsonFile } from '../support/json-file.ts';
import { readJson } from '../support/json-text.ts';
import type { KeptPath } from '../support/kept-files.ts';
import { emptyRecord, keptRecord, keptRecordSchema, type ProcedureRecord } from './record.ts';

/**
 * The journal: where the procedure stands, on the disk before anybody is told of it, so that a crash at
 * any moment loses nothing that the bank has already done. Beside the snapshot it holds what was done and when, for the
 * record of the procedure. No secret is in either.
 */

/** That the journal cannot be read is never a place where the procedure stood. */
const keptSnapshotSchema = procedureSnapshotSchema.refine(({ state }) => state.step !== 'journalUnavailable');
const entrySchema = z.object({
  version: z.literal(1),
  savedAt: z.iso.datetime(),
  snapshot: keptSnapshotSchema,
  /** Empty in a journal of before there was any. */
  record: keptRecordSchema.default(() => keptRecord(emptyRecord)),
});

export type JournalEntry = { readonly savedAt: string; readonly snapshot: ProcedureSnapshot; readonly record: ProcedureRecord };

/** damaged: set aside under another name. unavailable: it cannot be read now, and is not touched. */
export type JournalReading =
  | { readonly kind: 'absent' }
  | { readonly kind: 'entry'; readonly entry: JournalEntry }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'unavailable' };

export type Journal = {
  /** Where it lies. */
  readonly path: string;
  read(): Promise<JournalReading>;
  /** Replaces the entry, whole or not at all; never over a journal that could not be read. @throws where the entry does not fit its schema */
  write(entry: JournalEntry): Promise<Outcome<void, DiskCode>>;
  /** Moves the journal out of the way, readable or not, and proves it. */
  setAside(): Promise<Outcome<void, DiskCode>>;
};

/** @param content of the file, which stays as it is @returns null where the journal is damaged */
export function entryIn(content: Uint8Array): JournalEntry | null {
  const json = readJson(content);
  const entry = json.kind === 'value' ? entrySchema.safeParse(json.value) : null;
  return entry?.success === true ? entry.data : null;
}

/**
 * @param path where the journal lies; its folder is made when missing
 * @param options a disk other than the system's
 */
export function openJournal(path: KeptPath, options: JsonFileOptions = {}): Journal {
  const file = jsonFile(path, entrySchema, options);
  return {
    path,
    async read() {
      const found = await file.read();
      return found.kind === 'value' ? { kind: 'entry', entry: found.value } : { kind: found.kind };
    },
    write: ({ record, ...entry }) => file.write({ version: 1, ...entry, record: keptRecord(record) }),
    async setAside() {
      const moved = await file.setAside();
      return moved.ok ? { ok: true, value: undefined } : moved;
    },
  };
}
