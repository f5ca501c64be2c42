import type { z } from 'zod';
import { failure, type Outcome } from '../../preload/contract/problem.ts';
import { idempotencyHeader } from '../protocol/protocol.ts';
import type { Clock, Log } from '../support/ports.ts';
import { isUnexplained, readAnswerAs } from './bank-answer.ts';
import type { ClientIdentity, HttpRequest, SendHttp } from './http.ts';

/** How every call of the bank client asks: one request, one answer by its schema. */

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

/** One request to the bank. */
export type Question = {
  readonly method: HttpRequest['method'];
  readonly path: string;
  readonly token?: string;
  /** What is sent as JSON. */
  readonly content?: unknown;
  readonly signal: AbortSignal;
  /** Whether the certificate is what authenticates. */
  readonly byCertificate?: boolean;
};

/** Asks, and reads the answer by its schema; a problem is logged with its code. */
export async function ask<T>(parts: BankClientParts, reply: z.ZodType<T>, question: Question): Promise<Outcome<T>> {
  const answer = await parts.http.send(requestFor(parts, question));
  if (!answer.ok) return answer;
  const read = readAnswerAs(reply, answer.value, parts.clock.now());
  const outcome = question.byCertificate === true && isUnexplained(answer.value) ? failure('certificate-not-asked') : read;
  if (!outcome.ok) {
    const path = question.path.replace(/\?.*$/u, '');
    parts.log.warn('bank.problem', { method: question.method, path, status: answer.value.status, problem: outcome.problem.code });
  }
  return outcome;
}

/** The request as it is sent: every mutation has an Idempotency-Key of its own. */
export function requestFor(parts: BankClientParts, { method, path, token, content, signal }: Question): HttpRequest {
  const headers: Record<string, string> = { accept: 'application/json, application/problem+json' };
  if (token !== undefined) headers.authorization = `Bearer ${token}`;
  if (content !== undefined) headers['content-type'] = 'application/json';
  if (method !== 'GET') headers[idempotencyHeader] = parts.newIdempotencyKey();
  return { method, path, headers, signal, repeatable: true, ...(content === undefined ? {} : { body: JSON.stringify(content) }) };
}

/** Asks with a certificate, over a connection of its own. */
export async function withIdentity<T>(parts: BankClientParts, identity: ClientIdentity, use: (send: SendHttp) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const client = parts.openIdentityClient(identity);
  try {
    return await use(client.send);
  } finally {
    await client.close();
  }
}

/** As `ask`, with the installed certificate of a contract. */
export async function askWithCertificate<T>(parts: BankClientParts, contractorId: string, reply: z.ZodType<T>, question: Question): Promise<Outcome<T>> {
  const identity = await parts.readIdentity(contractorId);
  if (!identity.ok) return identity;
  return withIdentity(parts, identity.value, (send) => ask({ ...parts, http: { send } }, reply, { ...question, byCertificate: true }));
}

/** RFC 6750 section 2.1: what may stand in an Authorization header after "Bearer". */
export function isSendableToken(token: string): boolean {
  return /^[A-Za-z0-9._~+/-]+=*$/u.test(token) && token.length <= 4096;
}
