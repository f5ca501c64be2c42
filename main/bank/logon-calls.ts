import type { ContractorId } from '../../preload/contract/identities.ts';
import { failure, type Outcome, success } from '../../preload/contract/problem.ts';
import type { ActivationBank } from '../procedure/ports.ts';
import { operations } from '../protocol/operations.ts';
import { Redacted } from '../support/redacted.ts';
import { askAs, askWithCertificate, type BankClientParts } from './bank-question.ts';
import type { ClientIdentity } from './http.ts';

/** The logon, and its trial without a PIN. */
export type LogonCalls = Pick<ActivationBank, 'logOn'> & {
  /** Whether the bank would log this contract on with this certificate. A problem, certificate-* above all, where not. */
  checkLogon(identity: ClientIdentity, contractorId: ContractorId, signal: AbortSignal): Promise<Outcome<void>>;
};

/** @param parts see BankClientParts */
export function createLogonCalls(parts: BankClientParts): LogonCalls {
  return {
    logOn: async ({ contractorId, logonPin }, signal) => {
      const content = { role: 'administrator', contractorId, logonPin } as const;
      const reply = await askWithCertificate(parts, contractorId, operations.logOn, { content, signal });
      if (!reply.ok) return reply;
      const { role, session, loggedOnAt, lastLogonAt } = reply.value;
      if (reply.value.contractorId !== contractorId || role !== 'administrator' || session === null) return failure('bank-answer-invalid');
      return success({ loggedOnAt, lastLogonAt, session: { ...session, token: new Redacted(session.token) } });
    },
    checkLogon: async (identity, contractorId, signal) => {
      const reply = await askAs(parts, identity, operations.checkLogon, { query: { contractorId }, signal });
      if (!reply.ok) return reply;
      return reply.value.contractorId === contractorId ? success(undefined) : failure('certificate-wrong-contract');
    },
  };
}
