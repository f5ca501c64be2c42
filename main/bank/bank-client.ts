import type { z } from 'zod';
import { failure, type Outcome, success } from '../../preload/contract/problem.ts';
import type { ActivationBank, Clock, Log } from '../procedure/ports.ts';
import { readAnswerAs } from './bank-answer.ts';
import type { ClientIdentity, HttpRequest, SendHttp } from './http.ts';
import {
  bankInfoSchema,
  enrolmentGrantSchema,
  idempotencyHeader,
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
} from './protocol.ts';

export type BankClientParts = {
  readonly http: { readonly send: SendHttp };
  /** A client that presents this certificate; it is closed after one use. */
  readonly openIdentityClient: (identity: ClientIdentity) => { readonly send: SendHttp; close(): Promise<void> };
  /** The installed certificate of a contract. */
  readonly readIdentity: (contractorId: string) => Promise<Outcome<ClientIdentity>>;
  /** Unguessable and never the same twice, e.g. a random UUID. */
  readonly newIdempotencyKey: () => string;
  readonly clock: Clock;
  readonly log: Log;
};

export type BankClient = ActivationBank & {
  /** Whether the bank would log this contract on with this certificate. A problem, certificate-* above all, where not. */
  checkLogon(identity: ClientIdentity, contractorId: string, signal: AbortSignal): Promise<Outcome<void>>;
  /** Who the bank is and what time (ISO 8601, UTC) it has. */
  readBankInfo(signal: AbortSignal): Promise<Outcome<{ readonly name: string; readonly time: string }>>;
};

/** The longest that giving up a session may take, in milliseconds: nobody waits for it. */
const abandonMs = 5_000;

/**
 * The bank of main/bank/protocol.ts as the procedure sees it (see ActivationBank). Whatever the bank
 * answers is parsed; what does not fit is bank-answer-invalid. Every call is one action of the person and
 * has one Idempotency-Key, kept over its tries, so that a mutation may be sent again.
 */
export function createBankClient(parts: BankClientParts): BankClient {
  return { ...activationCalls(parts), ...logonCalls(parts), readBankInfo: (signal) => ask(parts, bankInfoSchema, { method: 'GET', path: paths.bank, signal }) };
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
      const identity = await parts.readIdentity(contractorId);
      if (!identity.ok) return identity;
      const content = logonRequestSchema.parse({ role: 'administrator', contractorId, logonPin });
      const question: Question = { method: 'POST', path: paths.logon, content, signal };
      const reply = await withIdentity(parts, identity.value, (send) => ask({ ...parts, http: { send } }, logonReplySchema, question));
      if (!reply.ok) return reply;
      if (reply.value.contractorId !== contractorId || reply.value.role !== 'administrator') return failure('bank-answer-invalid');
      return success({ loggedOnAt: reply.value.loggedOnAt, lastLogonAt: reply.value.lastLogonAt });
    },
    checkLogon: async (identity, contractorId, signal) => {
      const path = `${paths.logon}?${new URLSearchParams({ contractorId })}`;
      const reply: Outcome<LogonCheck> = await withIdentity(parts, identity, (send) =>
        ask({ ...parts, http: { send } }, logonCheckSchema, { method: 'GET', path, signal }),
      );
      if (!reply.ok) return reply;
      return reply.value.contractorId === contractorId ? success(undefined) : failure('certificate-wrong-contract');
    },
  };
}

type Question = {
  readonly method: HttpRequest['method'];
  readonly path: string;
  readonly token?: string;
  /** What is sent as JSON. */
  readonly content?: unknown;
  readonly signal: AbortSignal;
};

async function ask<T>(parts: BankClientParts, reply: z.ZodType<T>, question: Question): Promise<Outcome<T>> {
  const answer = await parts.http.send(requestFor(parts, question));
  if (!answer.ok) return answer;
  const outcome = readAnswerAs(reply, answer.value, parts.clock.now());
  if (!outcome.ok) {
    const path = question.path.replace(/\?.*$/u, '');
    parts.log.warn('bank.problem', { method: question.method, path, status: answer.value.status, problem: outcome.problem.code });
  }
  return outcome;
}

function requestFor(parts: BankClientParts, { method, path, token, content, signal }: Question): HttpRequest {
  const headers: Record<string, string> = { accept: 'application/json, application/problem+json' };
  if (token !== undefined) headers.authorization = `Bearer ${token}`;
  if (content !== undefined) headers['content-type'] = 'application/json';
  if (method !== 'GET') headers[idempotencyHeader] = parts.newIdempotencyKey();
  return { method, path, headers, signal, repeatable: true, ...(content === undefined ? {} : { body: JSON.stringify(content) }) };
}

async function withIdentity<T>(parts: BankClientParts, identity: ClientIdentity, use: (send: SendHttp) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const client = parts.openIdentityClient(identity);
  try {
    return await use(client.send);
  } finally {
    await client.close();
  }
}

/** RFC 6750 section 2.1: what may stand in an Authorization header after "Bearer". */
function isSendableToken(token: string): boolean {
  return /^[A-Za-z0-9._~+/-]+=*$/u.test(token) && token.length <= 4096;
}
