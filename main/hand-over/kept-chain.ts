import { basename } from 'node:path';
import type { HandOverEntry, HandOverStep } from '../../preload/contract/hand-over.ts';
import { type DiskCode, failure, type Outcome, success } from '../../preload/contract/problem.ts';
import { type JsonFile, jsonFile } from '../support/json-file.ts';
import { type KeptPath, programFile } from '../support/kept-files.ts';
import type { Log } from '../support/ports.ts';
import {
  appendTo,
  type Disk,
  type DiskOptions,
  defaultPatience,
  errnoOf,
  freeAsideName,
  moveAway,
  type Patience,
  readWhole,
  systemDisk,
} from '../support/whole-file.ts';
import { type End, endSchema, howItLies, type Lies, linkOf } from './how-it-lies.ts';
import { type Link, lineOf, type NewEntry, noLink } from './line.ts';
import { recordLimit } from './record-file.ts';

/**
 * The record on the disk: lines are added and never changed. What a crash cut off is completed, and a line says so. A
 * record that does not hold together is set aside as it is, and a new one begins with a line that says so.
 */

type KeptCode = DiskCode | 'file-unavailable';

export type KeptChain = {
  /**
   * Adds a line; before the first one, that the record begins. An entry that was refused is handed in again as the same
   * object: a line of it that the disk has all the same is then not written twice.
   */
  append(entry: NewEntry): Promise<Outcome<void, KeptCode>>;
  /** Brings in order what lies there. @returns what it says; nothing where there is no record */
  open(): Promise<Outcome<readonly HandOverEntry[], KeptCode>>;
};

export type KeptChainParts = DiskOptions & {
  /** Of the place. */
  readonly folder: string;
  /** Whether a procedure was here before there was a record. */
  readonly hadProcedure: boolean;
  /** A line of this moment. */
  readonly entryOf: (step: HandOverStep) => NewEntry;
  readonly log: Log;
};

/** What lies on the disk, as far as this program knows; size in bytes. */
type Known = { readonly last: Link; readonly size: number; readonly entries: readonly HandOverEntry[] };
const nothing: Known = { last: noLink, size: 0, entries: [] };

type Hold = Pick<KeptChainParts, 'entryOf' | 'log'> & {
  readonly path: KeptPath;
  readonly endFile: JsonFile<End>;
  readonly disk: Disk;
  readonly patience: Patience;
  /** null: it has to be looked at. */
  known: Known | null;
  /** What was handed to the disk last, without a word of how it ended. */
  attempted: { readonly text: string; readonly entry: NewEntry } | null;
  /** Of that, what the disk has all the same. */
  written: NewEntry | null;
};

/** Room for the line that says that a record is full. */
const nearlyFull = recordLimit - 64 * 1024;

/** @param parts see KeptChainParts; one program at a time may hold it (main/support/folder-lock.ts) */
export function keepChain({ folder, hadProcedure, entryOf, log, disk = systemDisk, patience = defaultPatience }: KeptChainParts): KeptChain {
  const endFile = jsonFile(programFile(folder, 'handOverEnd'), endSchema, { disk, patience });
  const hold: Hold = { path: programFile(folder, 'handOver'), endFile, disk, patience, entryOf, log, known: null, attempted: null, written: null };
  const why = hadProcedure ? 'withoutRecord' : 'new';
  return {
    async open() {
      const now = await opened(hold);
      return now.ok ? success(now.value.entries) : now;
    },
    async append(entry) {
      let now = await opened(hold);
      if (!now.ok) return now;
      if (hold.written === entry) {
        hold.written = null;
        return success(undefined);
      }
      // It begins with what it begins for: what the journal has from then on is part of it.
      if (now.value.last.n === 0) now = await add(hold, { ...entryOf({ what: 'begun', why, setAside: null, old: null }), at: entry.at }, now.value);
      else if (now.value.size > nearlyFull) now = await beginAgain(hold, 'full', now.value.last);
      const added = now.ok ? await add(hold, entry, now.value) : now;
      return added.ok ? success(undefined) : added;
    },
  };
}

/** As long as the file has the size that it was left with, nothing has to be read again. */
async function opened(hold: Hold): Promise<Outcome<Known, KeptCode>> {
  if (hold.known === null) return openAgain(hold);
  const size = await hold.disk.stat(hold.path).then(
    (stats) => stats.size,
    (error: unknown) => (errnoOf(error) === 'ENOENT' ? 0 : null),
  );
  return size === hold.known.size ? success(hold.known) : openAgain(hold);
}

async function openAgain(hold: Hold): Promise<Outcome<Known, KeptCode>> {
  const looked = await look(hold);
  if (!looked.ok) return looked;
  const { lies, end, size } = looked.value;
  switch (lies.kind) {
    case 'absent':
      hold.known = nothing;
      return success(nothing);
    case 'broken':
      hold.log.warn('hand-over.broken', { ...lies.fault });
      return beginAgain(hold, lies.why, end === null ? null : linkOf(end));
    case 'whole':
      return mend(hold, lies, end, size);
    default:
      return lies satisfies never;
  }
}

type Looked = { readonly lies: Lies; readonly end: End | null; readonly size: number };

async function look({ path, endFile, disk, patience, log }: Hold): Promise<Outcome<Looked, KeptCode>> {
  const end = await endFile.read();
  const file = end.kind === 'unavailable' ? null : await readWhole(path, disk, patience, recordLimit);
  if (end.kind === 'unavailable' || file === null || file.kind === 'unavailable') return failure('file-unavailable');
  if (end.kind === 'damaged') log.warn('hand-over.end-unreadable', { movedTo: end.setAside });
  const found = end.kind === 'value' ? end.value : null;
  return success({ lies: howItLies(file, found), end: found, size: file.kind === 'content' ? file.content.length : 0 });
}

const writeEnd = ({ endFile }: Hold, { n, hash }: Link, next: string | null, torn = false) => endFile.write({ version: 1, lines: n, hash, next, torn });

async function add(hold: Hold, entry: NewEntry, to: Known): Promise<Outcome<Known, KeptCode>> {
  const text = lineOf(entry, to.last);
  const announced = await writeEnd(hold, to.last, text);
  if (!announced.ok) return announced;
  hold.attempted = { text, entry };
  const added = await appendTo(hold.path, `${text}\n`, hold.disk, hold.patience);
  if (!added.ok) {
    hold.known = null;
    return added;
  }
  hold.attempted = null;
  const last: Link = { n: to.last.n + 1, hash: text.slice(-66, -2) };
  const known = { last, size: to.size + Buffer.byteLength(text) + 1, entries: to.entries };
  hold.known = known;
  // What was announced says the same: without this note nothing is lost.
  await writeEnd(hold, last, null);
  return success(known);
}

async function beginAgain(hold: Hold, why: 'damaged' | 'missing' | 'full', old: Link | null): Promise<Outcome<Known, KeptCode>> {
  const { path, disk, patience, log, entryOf } = hold;
  const to = await freeAsideName(path, disk);
  if (why !== 'missing') {
    const moved = await moveAway(path, to, disk, patience);
    if (!moved.ok) return moved;
  }
  log.warn('hand-over.begun-again', { why, lines: old?.n ?? null });
  const setAside = why === 'missing' ? null : basename(to);
  return add(hold, entryOf({ what: 'begun', why, setAside, old: old === null ? null : { lines: old.n, hash: old.hash } }), nothing);
}

/** Completes the line that was being written, and says so where it was cut off or this program knows nothing of it. */
async function mend(hold: Hold, lies: Extract<Lies, { kind: 'whole' }>, end: End | null, size: number): Promise<Outcome<Known, KeptCode>> {
  let now: Known = { last: lies.chain.last, size, entries: lies.chain.entries };
  let isTorn = end?.torn === true;
  if (lies.rest !== null && end !== null) {
    isTorn ||= lies.isCut || hold.attempted?.text !== end.next;
    const noted = isTorn ? await writeEnd(hold, linkOf(end), end.next, true) : success(undefined);
    const completed = noted.ok ? await appendTo(hold.path, lies.rest, hold.disk, hold.patience) : noted;
    const again = completed.ok ? await look(hold) : completed;
    if (!again.ok) return again;
    if (again.value.lies.kind !== 'whole') return failure('disk-refused');
    now = { last: again.value.lies.chain.last, size: again.value.size, entries: again.value.lies.chain.entries };
  }
  if (hold.attempted?.text.endsWith(`"${now.last.hash}"}`) === true) hold.written = hold.attempted.entry;
  hold.attempted = null;
  hold.known = now;
  if (isTorn) return add(hold, hold.entryOf({ what: 'repaired', how: 'line' }), now);
  return lies.isEndLost ? add(hold, hold.entryOf({ what: 'repaired', how: 'end' }), now) : success(now);
}
