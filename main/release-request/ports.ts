import type { Outcome } from '../../preload/contract/problem.ts';
import type { PaperOutcome } from '../../preload/contract/release-request.ts';

/** What a printing can come to; the window's own words for it. */
export type Printed = Exclude<PaperOutcome['kind'], 'incomplete'>;

/** What is saved, by the ending of the file's name: papers, an entry for a calendar, a bundle for support and one that is sealed, the hand-over record. */
export type FileKind = 'pdf' | 'ics' | 'zip' | 'p7m' | 'csv' | 'jsonl';

/** The window and the desktop, as the release request needs them. */
export type DocumentOutput = {
  /** Prints the paper that the window shows; null where there is no window. */
  print(): Promise<Printed>;
  /** The same paper as a PDF. */
  makePdf(): Promise<Uint8Array>;
  /** Asks where to save. @returns the path, or null when the person thought better of it */
  askWhere(proposed: string, kind: FileKind): Promise<string | null>;
  write(path: string, content: Uint8Array | string): Promise<Outcome<void>>;
  showInFolder(path: string): void;
};
