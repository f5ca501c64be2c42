import type { Outcome } from '../../preload/contract/problem.ts';
import type { ActivationBank } from '../procedure/ports.ts';
import { operations } from '../protocol/operations.ts';
import type { UsersBank } from '../users/ports.ts';
import { createActivationCalls } from './activation-calls.ts';
import { ask, type BankClientParts } from './bank-question.ts';
import { createLogonCalls, type LogonCalls } from './logon-calls.ts';
import { createUserCalls } from './user-calls.ts';

export type BankClient = ActivationBank &
  UsersBank &
  LogonCalls & {
    /** Who the bank is and what time (ISO 8601, UTC) it has. */
    readBankInfo(signal: AbortSignal): Promise<Outcome<{ readonly name: string; readonly time: string }>>;
  };

/**
 * The bank of main/protocol/operations.ts, as those who need it declare it. Whatever the bank answers is parsed; what
 * does not fit is bank-answer-invalid. Every call is one action of the person and has one Idempotency-Key, kept over
 * its tries, so that a mutation may be sent again.
 */
export function createBankClient(parts: BankClientParts): BankClient {
  return {
    ...createActivationCalls(parts),
    ...createLogonCalls(parts),
    ...createUserCalls(parts),
    readBankInfo: (signal) => ask(parts, operations.readBank, { signal }),
  };
}
