import type { FastifyReply } from 'fastify';
import type { ProblemCause } from '../../../preload/contract/problem.ts';
import type { ProblemCode } from '../../../preload/contract/problem-numbers.ts';
import type { ProblemDetails } from '../../protocol/protocol.ts';

/** An answer of /v1 before it is written out: what idempotency keeps and gives again. body null: none. */
export type Answer = { readonly status: number; readonly body: unknown };

type Refusal = { readonly status: number; readonly title: string };

/** Status and title (RFC 9457) of the codes that this bank answers with. */
const refusals: Partial<Record<ProblemCode, Refusal>> = {
  'identification-refused': { status: 403, title: 'Contractor ID or registration PIN is wrong' },
  'pin-locked': { status: 403, title: 'Locked after too many wrong attempts' },
  'activation-not-released': { status: 403, title: 'The branch has not released the lock' },
  'activation-already-done': { status: 409, title: 'Already activated' },
  'session-expired': { status: 401, title: 'No open session' },
  'step-out-of-order': { status: 409, title: 'This step is not the next one' },
  'pin-rule-violated': { status: 422, title: 'The PIN does not follow the rule' },
  'registration-pin-refused': { status: 403, title: 'Registration PIN is wrong' },
  'one-time-password-refused': { status: 403, title: 'One-time password is wrong' },
  'logon-refused': { status: 403, title: 'Logon PIN is wrong' },
  'user-suspended': { status: 403, title: 'The user is suspended' },
  'confirmation-refused': { status: 403, title: 'Confirmation PIN is wrong' },
  'user-id-rule-violated': { status: 422, title: 'The user ID does not follow the rule' },
  'user-id-taken': { status: 409, title: 'The user ID is taken' },
  'user-limit-reached': { status: 409, title: 'The contract can have no more users' },
  'user-not-found': { status: 404, title: 'No such user' },
  'certificate-required': { status: 403, title: 'A client certificate is required' },
  'certificate-expired': { status: 403, title: 'The client certificate has expired' },
  'certificate-revoked': { status: 403, title: 'The client certificate was revoked' },
  'certificate-untrusted': { status: 403, title: 'The client certificate is not of this bank' },
  'certificate-wrong-contract': { status: 403, title: 'The client certificate belongs to another contract' },
  'enrolment-refused': { status: 401, title: 'No right to a certificate' },
  'enrolment-deadline-passed': { status: 403, title: 'The retrieval deadline has passed' },
  'certificate-request-refused': { status: 400, title: 'The certificate request is refused' },
  'request-malformed': { status: 400, title: 'The request is malformed' },
  'content-too-large': { status: 413, title: 'The request is too large' },
  'content-type-unsupported': { status: 415, title: 'The content type is not supported' },
  'idempotency-key-missing': { status: 400, title: 'Idempotency-Key is missing' },
  'idempotency-key-reused': { status: 422, title: 'Idempotency-Key was used for another request' },
  'not-found': { status: 404, title: 'Not found' },
  'method-not-allowed': { status: 405, title: 'Method not allowed' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  'bank-closed': { status: 503, title: 'The bank is closed' },
  'bank-failure': { status: 500, title: 'The bank failed' },
};

/** @returns the answer to a refusal; whatever this bank never says becomes bank-failure */
export function problemAnswer(cause: ProblemCause): Answer & { readonly body: ProblemDetails } {
  const known = refusals[cause.code];
  const { status, title } = known ?? { status: 500, title: 'The bank failed' };
  const code = known === undefined ? 'bank-failure' : cause.code;
  const body: ProblemDetails = {
    type: `urn:kaitsu:problem:${code}`,
    title,
    status,
    code,
    ...(cause.field == null ? {} : { field: cause.field }),
    ...(cause.attemptsLeft == null ? {} : { attemptsLeft: cause.attemptsLeft }),
  };
  return { status, body };
}

/** @returns the status with which this bank answers a code */
export function statusOf(code: ProblemCode): number {
  return refusals[code]?.status ?? 500;
}

/** Writes an answer out; problems with their own media type. */
export function sendAnswer(reply: FastifyReply, answer: Answer): FastifyReply {
  if (answer.body === null) return reply.code(answer.status).send();
  const type = answer.status >= 400 ? 'application/problem+json' : 'application/json';
  // As bytes: to a text Fastify would add a charset, which these media types do not have.
  return reply
    .code(answer.status)
    .header('content-type', type)
    .send(Buffer.from(JSON.stringify(answer.body)));
}

/** @returns an answer as the text of HTTP, for a connection that has no request to answer; it is closed after it */
export function writtenOut({ status, body }: Answer, reason: string, headers: readonly string[] = []): string {
  const text = JSON.stringify(body);
  const head = [
    `HTTP/1.1 ${status} ${reason}`,
    'Connection: close',
    'Cache-Control: no-store',
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(text)}`,
    ...headers,
  ];
  return `${head.join('\r\n')}\r\n\r\n${text}`;
}
