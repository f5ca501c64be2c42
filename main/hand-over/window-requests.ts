import type { RequestHandlers } from '../../preload/contract/contract.ts';
import type { HandOverFileKind, HandOverState } from '../../preload/contract/hand-over.ts';
import { instantAt } from '../../preload/contract/instant.ts';
import { failure, problemOf } from '../../preload/contract/problem.ts';
import type { ProcedureRecord } from '../procedure/record.ts';
import { createSavedFile, type SavedFileParts } from '../release-request/saved-file.ts';
import type { Clock } from '../support/ports.ts';
import type { DiskOptions } from '../support/whole-file.ts';
import { csvOf } from './csv.ts';
import type { HandOver } from './hand-over.ts';
import type { By } from './line.ts';
import { paperOf } from './paper-of.ts';
import { closedFile } from './record-file.ts';
import { type SeenRecord, seeRecord } from './seen-record.ts';
import type { RecordLanguage } from './step-words.ts';

export type HandOverWindowParts = SavedFileParts &
  Pick<DiskOptions, 'disk'> & {
    readonly handOver: HandOver;
    /** Of the place. */
    readonly placeFolder: string;
    readonly noted: () => ProcedureRecord;
    readonly place: () => By;
    readonly language: () => RecordLanguage;
    readonly publish: (value: HandOverState) => void;
    readonly clock: Clock;
  };

export type HandOverWindow = {
  readonly handlers: RequestHandlers['handOver'];
  current(): HandOverState;
  /** Shows it over whatever is on the screen. For the menu. */
  open(): void;
};

const refusal = (code: 'not-now' | 'file-unavailable') => ({ ok: false, problem: problemOf(failure(code).problem) }) as const;

/** The hand-over record as the window asks for it: shown, printed, and saved as PDF, CSV and JSON lines. @param parts see HandOverWindowParts */
export function createHandOverWindow(parts: HandOverWindowParts): HandOverWindow {
  const { documentOutput, clock, handOver } = parts;
  let isOpen = false;

  const current = (): HandOverState => ({ open: isOpen, savedAs: saved.name() });
  const saved = createSavedFile(parts, () => parts.publish(current()));
  const now = () => instantAt(clock.now().getTime());
  const see = (): Promise<SeenRecord> => handOver.undisturbed(() => seeRecord(parts.placeFolder, parts));

  function show(open: boolean): void {
    if (isOpen === open) return;
    isOpen = open;
    parts.publish(current());
  }

  const handlers: HandOverWindow['handlers'] = {
    async open() {
      show(true);
      return { ok: true };
    },
    async close() {
      show(false);
      return { ok: true };
    },
    async read() {
      const seen = await see();
      if (seen.kind === 'unavailable') return refusal('file-unavailable');
      const around = { contract: parts.noted().contract, place: parts.place(), waiting: handOver.waiting(), now: now() };
      return { ok: true, value: paperOf(seen, around) };
    },
    print: async () => ({ ok: true, value: { kind: await documentOutput.print() } }),
    async save({ title, kind }) {
      const seen = await see();
      if (seen.kind !== 'record') return refusal(seen.kind === 'absent' ? 'not-now' : 'file-unavailable');
      return saved.save(title, kind, () => contentOf(kind, seen, parts));
    },
    showSaved: saved.showSaved,
  };
  return { handlers, current, open: () => show(true) };
}

/** @returns the file's content; of the PDF the page that the window shows */
async function contentOf(
  kind: HandOverFileKind,
  seen: Extract<SeenRecord, { kind: 'record' }>,
  { documentOutput, language, clock }: HandOverWindowParts,
): Promise<Uint8Array | string> {
  switch (kind) {
    case 'pdf':
      return documentOutput.makePdf();
    case 'csv':
      return csvOf(seen.chain.entries, seen.fault, language());
    case 'jsonl':
      return closedFile(seen.texts, seen.end, instantAt(clock.now().getTime()));
    default:
      return kind satisfies never;
  }
}
