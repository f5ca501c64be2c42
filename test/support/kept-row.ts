import type { programFiles } from '../../main/support/kept-files.ts';
import type { DiskOptions } from '../../main/support/whole-file.ts';
import type { ProblemCode } from '../../preload/contract/problem-numbers.ts';

/** Each file that the program keeps, as the program uses it, for the table of what a disk can refuse. */

/** A file in use, from a start of the program on. */
export type Use = {
  /** The problem that the person sees; 'log' where the log alone tells, null where nothing is told. */
  told(): string | null;
  /** Whether what was laid is seen. */
  seesLaid(): boolean;
  /** What is seen, for a comparison. */
  sees(): unknown;
  /** Writes something new. @returns the problem of it */
  write(): Promise<string | null>;
  /** The obstacle is gone: time passes, or the person presses what they are offered. */
  again(): Promise<void>;
};

export type Row = {
  readonly path: string;
  /** Lays a sound file, as the program writes it. */
  lay(): Promise<void>;
  /** The program starts. */
  begin(): Promise<Use>;
  /** What is told of a file that cannot be read now, or is damaged. */
  readonly told: { readonly unavailable: ProblemCode | null; readonly damaged: ProblemCode | 'log' | null };
  /** What was there is worth nothing beside what is new. */
  readonly replaceable?: true;
};

/** Files that are read and written whole; the log and the event record, which grow, have tests of their own. */
export type WholeFileName = Exclude<keyof typeof programFiles, 'log' | 'olderLog' | 'events'>;
export type MakeRow = (dir: string, options: DiskOptions) => Row;

export const codeOf = (outcome: { readonly ok: boolean; readonly problem?: { readonly code: string } }) => outcome.problem?.code ?? null;
