import type { DiskCode } from '../../preload/contract/problem.ts';
import { diskProblem } from '../support/disk-problem.ts';
import { errnoOf } from '../support/whole-file.ts';

/** Why the bank cannot work with what lies on this PC; the message says what to do, for the person who started it. */
export class BankStartError extends Error {
  override readonly name = 'BankStartError';
  /** What the app tells the person; null where it is not the disk's affair. */
  readonly code: DiskCode | null;

  constructor(message: string, code: DiskCode | null = 'disk-refused') {
    super(message);
    this.code = code;
  }
}

/** Where the bank was to start. */
export type StartPlace = { readonly dataDir: string; readonly port: number };

const noFolder: ReadonlySet<string> = new Set(['EEXIST', 'ENOTDIR']);

/** @returns any error of a start as one that says what to do; what is a bug is named by its first line */
export function startErrorOf(error: unknown, { dataDir, port }: StartPlace): BankStartError {
  if (error instanceof BankStartError) return error;
  const code = errnoOf(error);
  if (code === 'EADDRINUSE' || (code === 'EACCES' && isListening(error)))
    return new BankStartError(`Port ${port} cannot be had (${code}). Give another one with --port, or leave it out for a free one.`, null);
  if (noFolder.has(code)) return new BankStartError(`${dataDir} is no folder. Give a folder with --data.`);
  if (/^E[A-Z0-9]+$/u.test(code)) {
    const { code: told } = diskProblem(error).problem;
    const what = told === 'disk-full' ? 'Make room on its disk' : 'See to its rights, and that no other program holds its files';
    return new BankStartError(`The data folder ${dataDir} cannot be used (${code}). ${what}, or give another folder with --data.`, told);
  }
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return new BankStartError(`The practice bank failed (${line.slice(0, 200)}). Give another folder with --data, and report this if it happens again.`, null);
}

const isListening = (error: unknown): boolean => error instanceof Error && 'syscall' in error && error.syscall === 'listen';
