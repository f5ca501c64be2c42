import { basename } from 'node:path';
import type { RequestHandlers } from '../../preload/contract/contract.ts';
import { instantAt } from '../../preload/contract/instant.ts';
import { failure, type Outcome, problemOf } from '../../preload/contract/problem.ts';
import type { RecordPaper, RecordState } from '../../preload/contract/record.ts';
import type { PaperOutcome } from '../../preload/contract/release-request.ts';
import type { ProcedureRecord } from '../procedure/record.ts';
import { dayInJapan, fileNameFor } from '../release-request/file-names.ts';
import { type SaveFileParts, saveFile } from '../release-request/save-file.ts';
import type { Clock } from '../support/ports.ts';
import { paperOf } from './paper-of.ts';

export type RecordParts = SaveFileParts & {
  /** What the journal noted so far. */
  readonly noted: () => ProcedureRecord;
  readonly place: () => RecordPaper['place'];
  readonly publish: (value: RecordState) => void;
  readonly clock: Clock;
};

export type RecordService = {
  readonly handlers: RequestHandlers['record'];
  current(): RecordState;
  /** Shows it over whatever is on the screen; nothing where there is nothing to show. For the menu. */
  open(): void;
  /** Told whenever the journal may have noted something. */
  changed(): void;
};

const notNow = { ok: false, problem: problemOf(failure('not-now').problem) } as const;

/**
 * The record of the procedure (手続きの控え): made of what the journal noted, drawn by the window, printed and saved as
 * the release request is.
 * @param parts see RecordParts
 */
export function createRecord(parts: RecordParts): RecordService {
  const { documentOutput, clock } = parts;
  let isOpen = false;
  let savedPath: string | null = null;
  let available = isAvailable();

  function isAvailable(): boolean {
    return parts.noted().entries.length > 0;
  }
  const current = (): RecordState => ({ available, open: isOpen, savedAs: savedPath === null ? null : basename(savedPath) });
  const publish = () => parts.publish(current());

  function show(open: boolean): void {
    if (isOpen === open) return;
    isOpen = open;
    publish();
  }

  function saved(path: string): void {
    savedPath = path;
    publish();
  }

  const handlers: RecordService['handlers'] = {
    async open() {
      if (!available) return notNow;
      show(true);
      return { ok: true };
    },
    async close() {
      show(false);
      return { ok: true };
    },
    async read() {
      return available ? { ok: true, value: paperOf(parts.noted(), parts.place(), instantAt(clock.now().getTime())) } : notNow;
    },
    print: async () => (available ? { ok: true, value: { kind: await documentOutput.print() } } : notNow),
    saveAsPdf: async ({ title }) => (available ? savePdf(parts, title, saved) : notNow),
    async showSaved() {
      if (savedPath === null) return notNow;
      documentOutput.showInFolder(savedPath);
      return { ok: true };
    },
  };
  return {
    handlers,
    current,
    open: () => void (available && show(true)),
    changed() {
      if (available === isAvailable()) return;
      available = !available;
      // What is no longer there is not on the screen either.
      isOpen &&= available;
      publish();
    },
  };
}

/** @param saved told of the path once it is written */
async function savePdf(parts: RecordParts, title: string, saved: (path: string) => void) {
  const name = fileNameFor(title, dayInJapan(parts.clock.now()), 'pdf');
  const outcome: Outcome<PaperOutcome> = await saveFile(parts, name, 'pdf', () => parts.documentOutput.makePdf(), saved);
  return outcome.ok ? outcome : { ok: false as const, problem: problemOf(outcome.problem) };
}
