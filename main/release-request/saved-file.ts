import { basename } from 'node:path';
import { failure, type Outcome, type Problem, problemOf } from '../../preload/contract/problem.ts';
import type { PaperOutcome } from '../../preload/contract/release-request.ts';
import type { Clock } from '../support/ports.ts';
import { dayInJapan, fileNameFor } from './file-names.ts';
import type { FileKind } from './ports.ts';
import { type SaveFileParts, saveFile } from './save-file.ts';

export type SavedFileParts = SaveFileParts & { readonly clock: Pick<Clock, 'now'> };

type Refused = { readonly ok: false; readonly problem: Problem };

/** What a document's window saved last since the program started. */
export type SavedFile = {
  /** Its name without its folder; null where nothing was saved. */
  name(): string | null;
  /** Saves under a name made of a title and today's date, as saveFile does. @returns what the window is answered */
  save(title: string, kind: FileKind, make: () => Promise<Uint8Array | string>): Promise<{ readonly ok: true; readonly value: PaperOutcome } | Refused>;
  /** Shows it in its folder; not-now where nothing was saved. */
  showSaved(): Promise<{ readonly ok: true } | Refused>;
};

/** @param changed told when another file was saved */
export function createSavedFile(parts: SavedFileParts, changed: () => void = () => undefined): SavedFile {
  let path: string | null = null;
  const saved = (to: string): void => {
    path = to;
    changed();
  };
  return {
    name: () => (path === null ? null : basename(path)),
    async save(title, kind, make) {
      const outcome: Outcome<PaperOutcome> = await saveFile(parts, fileNameFor(title, dayInJapan(parts.clock.now()), kind), kind, make, saved);
      return outcome.ok ? outcome : { ok: false, problem: problemOf(outcome.problem) };
    },
    async showSaved() {
      if (path === null) return { ok: false, problem: problemOf(failure('not-now').problem) };
      parts.documentOutput.showInFolder(path);
      return { ok: true };
    },
  };
}
