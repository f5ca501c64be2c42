import type { z } from 'zod';
import type { ContractorId } from '../../preload/contract/identities.ts';
import { failure, type Outcome } from '../../preload/contract/problem.ts';
import type { Operation } from '../protocol/operations.ts';
import { idempotencyHeader } from '../protocol/protocol.ts';
import type { Clock, Log } from '../support/ports.ts';
import { Redacted, type Secret } from '../support/redacted.ts';
import { isUnexplained, readAnswerAs } from './bank-answer.ts';
import type { ClientIdentity, HttpAnswer, HttpRequest, SendHttp } from './http.ts';

/** How every call of the bank client asks: an operation of the table, and one answer by its schema. */

export type BankClientParts = {
  readonly http: { readonly send: SendHttp };
  /** A client that presents this certificate; it is closed after one use. */
  readonly openIdentityClient: (identity: ClientIdentity) => { readonly send: SendHttp; close(): Promise<void> };
  /** The installed certificate of a contract. */
  readonly readIdentity: (contractorId: ContractorId) => Promise<Outcome<ClientIdentity>>;
  /** Unguessable and never the same twice, e.g. a random UUID. */
  readonly newIdempotencyKey: () => string;
  readonly clock: Clock;
  readonly log: Log;
};

/** Operations over a connection without a certificate, and those that may be asked with one: in a session where the bank has issued it before. */
type Open = Operation & { readonly security: 'none' | 'session' };
type Certified = Operation & { readonly security: 'certificate' | 'administrator' | 'session' };

/** An operation whose good answers are JSON of type T. */
type Answering<T> = { readonly answers: Readonly<Record<number, { readonly schema: z.ZodType<T> }>> };
/** An operation whose good answer has no body. */
type Silent = { readonly answers: Readonly<Record<number, null>> };

type TokenOf<O extends Operation> = O['security'] extends 'session' | 'administrator' ? { readonly token: Secret } : { readonly token?: undefined };
type ContentOf<O> = O extends { readonly request: { readonly schema: infer S extends z.ZodType } }
  ? { readonly content: Concealed<z.output<S>> }
  : { readonly content?: undefined };
/** As the table wants it; what is secret of it may still be hidden. */
type Concealed<C> = { readonly [N in keyof C]: C[N] | Redacted<C[N]> };
type QueryOf<O> = O extends { readonly query: infer Q extends Readonly<Record<string, z.ZodType>> }
  ? { readonly query: { readonly [N in keyof Q]: z.output<Q[N]> } }
  : O extends { readonly optionalQuery: infer Q extends Readonly<Record<string, z.ZodType>> }
    ? { readonly query: { readonly [N in keyof Q]?: z.output<Q[N]> } }
    : { readonly query?: undefined };

type AnyQuestion = {
  readonly token?: Secret | undefined;
  readonly query?: object | undefined;
  /** What is sent as JSON. */
  readonly content?: object | undefined;
  readonly signal: AbortSignal;
};
/** What goes along with an operation: what its line of the table wants, and nothing else. */
export type Question<O extends Operation> = AnyQuestion & TokenOf<O> & ContentOf<O> & QueryOf<O>;

/**
 * Asks, and reads the answer by its schema; a problem is logged with its code.
 * @throws where the content does not fit the operation's schema (a bug)
 */
export async function ask<T, O extends Open>(parts: BankClientParts, operation: O & Answering<T>, question: Question<O>): Promise<Outcome<T>> {
  return askOver(parts, parts.http.send, operation, question);
}

type AskCertified<Who> = <T, O extends Certified>(parts: BankClientParts, who: Who, operation: O & Answering<T>, question: Question<O>) => Promise<Outcome<T>>;

/** As `ask`, with this certificate, over a connection of its own. */
export const askAs: AskCertified<ClientIdentity> = (parts, identity, operation, question) =>
  withIdentity(parts, identity, (send) => askOver(parts, send, operation, question));

/** As `ask`, with the installed certificate of this contract. */
export const askWithCertificate: AskCertified<ContractorId> = async (parts, contractorId, operation, question) => {
  const identity = await parts.readIdentity(contractorId);
  return identity.ok ? askAs(parts, identity.value, operation, question) : identity;
};

/** The longest that the bank may take to hear that a session ends, in milliseconds: a person may be closing the window. */
const endMs = 3_000;

/** What ends a session, named by its token. */
type Ending<O extends Operation> = Omit<Question<O>, 'signal'>;

/**
 * Tells the bank that a session ends.
 * @returns whether its token is worthless now: the bank has ended the session, or knows none of this token
 */
export async function end<O extends Open & Silent>(parts: BankClientParts, operation: O, question: Ending<O>): Promise<boolean> {
  return isEnded(await parts.http.send(requestFor(parts, operation, { ...question, signal: AbortSignal.timeout(endMs) })));
}

/** As `end`, with the installed certificate of a contract. */
export async function endWithCertificate<O extends Certified & Silent>(
  parts: BankClientParts,
  contractorId: ContractorId,
  operation: O,
  question: Ending<O>,
): Promise<boolean> {
  const identity = await parts.readIdentity(contractorId);
  if (!identity.ok) return false;
  const request = requestFor(parts, operation, { ...question, signal: AbortSignal.timeout(endMs) });
  return isEnded(await withIdentity(parts, identity.value, (send) => send(request)));
}

function isEnded(answer: Outcome<HttpAnswer>): boolean {
  return answer.ok && (answer.value.status === 204 || answer.value.status === 401);
}

async function askOver<T>(parts: BankClientParts, send: SendHttp, operation: Operation & Answering<T>, question: AnyQuestion): Promise<Outcome<T>> {
  const answer = await send(requestFor(parts, operation, question));
  if (!answer.ok) return answer;
  const outcome = outcomeOf(operation, answer.value, parts.clock.now());
  if (!outcome.ok) {
    const { method, path } = operation;
    parts.log.warn('bank.problem', { method, path, status: answer.value.status, problem: outcome.problem.code });
  }
  return outcome;
}

function outcomeOf<T>({ answers, security }: Operation & Answering<T>, answer: HttpAnswer, now: Date): Outcome<T> {
  const byCertificate = security === 'certificate' || security === 'administrator';
  if (byCertificate && isUnexplained(answer)) return failure('certificate-not-asked');
  const [good] = Object.values<Answering<T>['answers'][number]>(answers);
  return good === undefined ? failure('bank-answer-invalid') : readAnswerAs(good.schema, answer, now);
}

/** The request as it is sent. The content is parsed, so that no field goes out that the bank has not named. */
function requestFor(parts: BankClientParts, { method, path, request, idempotent }: Operation, { token, query, content, signal }: AnyQuestion): HttpRequest {
  const headers: Record<string, string> = { accept: 'application/json, application/problem+json' };
  if (token !== undefined) headers.authorization = `Bearer ${token.reveal()}`;
  if (request !== undefined) headers['content-type'] = request.mediaType;
  // One for each call, kept over its tries, so that a mutation may be sent again.
  if (idempotent === true) headers[idempotencyHeader] = parts.newIdempotencyKey();
  const body = request?.schema === undefined ? {} : { body: JSON.stringify(request.schema.parse(revealed(content))) };
  return { method, path: `${path}${searchOf(query)}`, headers, signal, repeatable: true, ...body };
}

/** The content as the bank gets it: here what is secret of it comes out. */
function revealed(content: object | undefined): unknown {
  return content === undefined
    ? undefined
    : Object.fromEntries(Object.entries(content).map(([name, value]) => [name, value instanceof Redacted ? value.reveal() : value]));
}

function searchOf(query: object | undefined): string {
  if (query === undefined) return '';
  return `?${new URLSearchParams(Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]))}`;
}

/** Gives a connection that presents the certificate, and closes it after its use. */
async function withIdentity<T>(parts: BankClientParts, identity: ClientIdentity, use: (send: SendHttp) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const client = parts.openIdentityClient(identity);
  try {
    return await use(client.send);
  } finally {
    await client.close();
  }
}
