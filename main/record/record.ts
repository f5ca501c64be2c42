import type { RequestHandlers } from '../../preload/contract/contract.ts';
import { instantAt } from '../../preload/contract/instant.ts';
import { failure, problemOf } from '../../preload/contract/problem.ts';
import type { RecordPaper, RecordState } from '../../preload/contract/record.ts';
import type { ProcedureRecord } from '../procedure/record.ts';
import { createSavedFile, type SavedFileParts } from '../release-request/saved-file.ts';
import type { Clock } from '../support/ports.ts';
import { paperOf } from './paper-of.ts';

export type RecordParts = SavedFileParts & {
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
  let available = isAvailable();

  function isAvailable(): boolean {
    return parts.noted().entries.length > 0;
  }
  const current = (): RecordState => ({ available, open: isOpen, savedAs: saved.name() });
  const publish = () => parts.publish(current());
  const saved = createSavedFile(parts, publish);

  function show(open: boolean): void {
    if (isOpen === open) return;
    isOpen = open;
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
    saveAsPdf: async ({ title }) => (available ? saved.save(title, 'pdf', () => documentOutput.makePdf()) : notNow),
    showSaved: saved.showSaved,
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
