import type { Outcome } from '../../preload/contract/problem.ts';
import type { ProblemCode } from '../../preload/contract/problem-numbers.ts';
import type { BankProfile } from '../bank/profile.ts';
import type { Authority } from './certificates/authority.ts';
import type { BankClock } from './clock.ts';
import type { Queue } from './http/queue.ts';
import type { BankDatabase } from './storage/database.ts';

export type Settle = <T>(work: () => Outcome<T>) => Outcome<T>;

/** What the bank's departments share. Composed in server.ts. */
export type BankParts = {
  readonly database: BankDatabase;
  readonly profile: BankProfile;
  readonly clock: BankClock;
  /** The clock that no situation of the practice moves: by it, certificates are in force on the PC of the practising person. */
  readonly usualClock: BankClock;
  readonly authority: Authority;
  readonly queue: Queue;
  /** A PIN hash that nobody knows the PIN of: checked against where there is no contract, so that it takes as long. */
  readonly decoyHash: string;
  readonly scryptCost: number;
  /** Seconds between the first certificate request and its answer; 0: at once. */
  readonly issueDelaySeconds: number;
  /**
   * Runs the last step of a request as one write transaction, in which its answer is kept as well: a client that
   * lost the answer gets it again, and nothing is done a second time, wherever the bank dies.
   */
  readonly settle: Settle;
  /** Whether entries that are refused by this code count as wrong, whatever was entered: so the practice shows a mistaken entry. */
  readonly forcesWrongEntry: (code: ProblemCode) => boolean;
  /**
   * Changes records. While the practice is in one of these situations the change is its doing: it is noted, and
   * put back when the situation ends.
   */
  readonly recordSituationChange: <T>(codes: readonly ProblemCode[], work: () => T) => T;
};
