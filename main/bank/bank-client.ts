import { failure, type Outcome, success } from '../../preload/contract/problem.ts';
import type { ActivationBank } from '../procedure/ports.ts';
import {
  bankInfoSchema,
  enrolmentGrantSchema,
  type LogonCheck,
  logonCheckSchema,
  logonReplySchema,
  logonRequestSchema,
  oneTimePasswordRequestSchema,
  openSessionReplySchema,
  openSessionRequestSchema,
  paths,
  sessionStatusSchema,
  setPinsReplySchema,
  setPinsRequestSchema,
} from '../protocol/protocol.ts';
import type { UsersBank } from '../users/ports.ts';
import { ask, askWithCertificate, type BankClientParts, isSendableToken, requestFor, withIdentity } from './bank-question.ts';
import type { ClientIdentity } from './http.ts';
import { createUserCalls } from './user-calls.ts';

export type BankClient = ActivationBank &
  UsersBank & {
    /** Whether the bank would log this contract on with this certificate. A problem, certificate-* above all, where not. */
    checkLogon(identity: ClientIdentity, contractorId: string, signal: AbortSignal): Promise<Outcome<void>>;
    /** Who the bank is and what time (ISO 8601, UTC) it has. */
    readBankInfo(signal: AbortSignal): Promise<Outcome<{ readonly name: string; readonly time: string }>>;
  };

/** The longest that giving up a session may take, in milliseconds: nobody waits for it. */
const abandonMs = 5_000;

/**
 * The bank of main/protocol/protocol.ts as the procedure sees it (see ActivationBank). Whatever the bank
 * answers is parsed; what does not fit is bank-answer-invalid. Every call is one action of the person and
 * has one Idempotency-Key, kept over its tries, so that a mutation may be sent again.
 */
export function createBankClient(parts: BankClientParts): BankClient {
  return {
    ...activationCalls(parts),
    ...logonCalls(parts),
    ...createUserCalls(parts),
    readBankInfo: (signal) => ask(parts, bankInfoSchema, { method: 'GET', path: paths.bank, signal }),
  };
}

function activationCalls(parts: BankClientParts): Omit<ActivationBank, 'logOn'> {
  return {
    identify: async (input, signal) => {
      const content = openSessionRequestSchema.parse(input);
      const opened = await ask(parts, openSessionReplySchema, { method: 'POST', path: paths.activationSessions, content, signal });
      return opened.ok && !isSendableToken(opened.value.token) ? failure('bank-answer-invalid') : opened;
    },
    setPins: (token, { email, ...pins }, signal) => {
      // Manual 2 (4) ⑥: an address that is not to be changed is not sent at all.
      const content = setPinsRequestSchema.parse(email === null ? pins : { ...pins, email });
      return ask(parts, setPinsReplySchema, { method: 'PUT', path: paths.activationPins, token, content, signal });
    },
    confirmOneTimePassword: (token, oneTimePassword, signal) => {
      const content = oneTimePasswordRequestSchema.parse({ oneTimePassword });
      return ask(parts, enrolmentGrantSchema, { method: 'POST', path: paths.activationOneTimePassword, token, content, signal });
    },
    readSession: (token, signal) => ask(parts, sessionStatusSchema, { method: 'GET', path: paths.activationSession, token, signal }),
    abandon: async (token) => {
      await parts.http.send(requestFor(parts, { method: 'DELETE', path: paths.activationSession, token, signal: AbortSignal.timeout(abandonMs) }));
    },
  };
}

function logonCalls(parts: BankClientParts): Pick<BankClient, 'logOn' | 'checkLogon'> {
  return {
    logOn: async ({ contractorId, logonPin }, signal) => {
      const content = logonRequestSchema.parse({ role: 'administrator', contractorId, logonPin });
      const reply = await askWithCertificate(parts, contractorId, logonReplySchema, { method: 'POST', path: paths.logon, content, signal });
      if (!reply.ok) return reply;
      const { role, session, loggedOnAt, lastLogonAt } = reply.value;
      if (reply.value.contractorId !== contractorId || role !== 'administrator' || session === null || !isSendableToken(session.token))
        return failure('bank-answer-invalid');
      return success({ loggedOnAt, lastLogonAt, session });
    },
    checkLogon: async (identity, contractorId, signal) => {
      const path = `${paths.logon}?${new URLSearchParams({ contractorId })}`;
      const reply: Outcome<LogonCheck> = await withIdentity(parts, identity, (send) =>
        ask({ ...parts, http: { send } }, logonCheckSchema, { method: 'GET', path, signal, byCertificate: true }),
      );
      if (!reply.ok) return reply;
      return reply.value.contractorId === contractorId ? success(undefined) : failure('certificate-wrong-contract');
    },
  };
}
