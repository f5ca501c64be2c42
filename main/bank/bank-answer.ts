import type { z } from 'zod';
import { failure, type Outcome, type ProblemCause, success } from '../../preload/contract/problem.ts';
import { type ProblemCode, problemNumbers } from '../../preload/contract/problem-numbers.ts';
import { problemDetailsSchema } from '../protocol/protocol.ts';
import type { HttpAnswer } from './http.ts';
import { readRetryAt } from './http-retry.ts';

/** Turns the bank's answers into outcomes: what fits its schema, or the problem that it speaks of. */

/** Codes of this number and above are findings of our own; a bank that sends one is not believed. */
export const firstOwnNumber = 400;

const statusCodes: Readonly<Record<number, ProblemCode>> = {
  400: 'request-malformed',
  401: 'session-expired',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'content-too-large',
  415: 'content-type-unsupported',
  429: 'too-many-requests',
};

/**
 * Reads an answer that should be JSON of a given shape.
 * @param answer any status; 2xx is parsed by the schema, all else is read as a problem
 * @param now for a Retry-After in seconds
 * @returns the value; the bank's problem; or bank-answer-invalid where the answer does not fit
 */
export function readAnswerAs<T>(schema: z.ZodType<T>, answer: HttpAnswer, now: Date): Outcome<T> {
  if (answer.status < 200 || answer.status > 299) return { ok: false, problem: readProblem(answer, now) };
  if (mediaType(answer) !== 'application/json') return failure('bank-answer-invalid');
  const parsed = schema.safeParse(parseJson(answer.body));
  return parsed.success ? success(parsed.data) : failure('bank-answer-invalid');
}

/**
 * Reads an answer that is no success as a problem: RFC 9457 where it is one, else by its status.
 * @returns code, field, attemptsLeft, and retryAt from Retry-After
 */
export function readProblem(answer: HttpAnswer, now: Date): ProblemCause {
  const retryAt = readRetryAt(answer.headers, now);
  const parsed = mediaType(answer) === 'application/problem+json' ? problemDetailsSchema.safeParse(parseJson(answer.body)) : null;
  if (parsed?.success !== true || problemNumbers[parsed.data.code] >= firstOwnNumber) return { code: codeOfStatus(answer.status), retryAt };
  return { code: parsed.data.code, field: parsed.data.field ?? null, attemptsLeft: parsed.data.attemptsLeft ?? null, retryAt };
}

/**
 * Whether a refusal says nothing at all of its reason: a page of the web server's own, or nothing. Where the
 * certificate is what authenticates, it is likely that it never reached the server: some ask for it only once the
 * path is known, which needs a second handshake (TLS 1.2) or post-handshake authentication (TLS 1.3).
 */
export function isUnexplained(answer: HttpAnswer): boolean {
  const type = mediaType(answer);
  return (answer.status === 401 || answer.status === 403) && (answer.body.byteLength === 0 || type === '' || type.includes('html'));
}

function codeOfStatus(status: number): ProblemCode {
  return status >= 500 && status <= 599 ? 'bank-failure' : (statusCodes[status] ?? 'bank-answer-invalid');
}

function mediaType(answer: HttpAnswer): string {
  return (answer.headers['content-type'] ?? '').split(';', 1).join('').trim().toLowerCase();
}

/** @returns undefined, which fits no schema, where it is no UTF-8 or no JSON */
function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}
