import type { ProblemCause } from '../../preload/contract/problem.ts';
import { type ProblemCode, problemNumbers } from '../../preload/contract/problem-numbers.ts';
import { firstOwnNumber, isUnexplained } from '../bank/bank-answer.ts';
import { readRemark } from '../bank/bank-remark.ts';
import type { HttpAnswer } from '../bank/http.ts';
import { readRetryAt } from '../bank/http-retry.ts';
import { problemDetailsSchema } from '../protocol/protocol.ts';
import type { Secret } from '../support/redacted.ts';

/** @returns a header's value whatever the letter case in which the transport keeps its name */
export function header(answer: HttpAnswer, name: string): string | undefined {
  return Object.entries(answer.headers).find(([key]) => key.toLowerCase() === name)?.[1];
}

function codeOfStatus(status: number): ProblemCode {
  switch (status) {
    case 400:
    case 422:
      return 'certificate-request-refused';
    case 401:
    case 403:
      return 'enrolment-refused';
    case 404:
    case 410:
      return 'not-found';
    case 405:
      return 'method-not-allowed';
    case 408:
    case 504:
      return 'bank-timeout';
    case 413:
      return 'content-too-large';
    case 415:
      return 'content-type-unsupported';
    case 429:
      return 'too-many-requests';
    case 503:
      return 'bank-closed';
    default:
      return status >= 500 ? 'bank-failure' : 'bank-answer-invalid';
  }
}

function details(answer: HttpAnswer) {
  if (!/^application\/problem\+json\s*(?:;|$)/iu.test(header(answer, 'content-type') ?? '')) return null;
  try {
    const body: unknown = JSON.parse(Buffer.from(answer.body).toString('utf8'));
    const told = problemDetailsSchema.safeParse(body).data;
    return told === undefined || problemNumbers[told.code] >= firstOwnNumber ? null : told;
  } catch {
    return null;
  }
}

/**
 * Turns an answer that is no success into a problem: by the code of its problem details (RFC 9457) where
 * the bank sends them, else by its status, with the reason that it gives in words.
 * @param asking secrets: what was sent and must not be shown; byCertificate: whether the certificate is what authenticates,
 * so that a refusal without a reason may come from a server that asks for it only after the handshake
 */
export function problemOfAnswer(answer: HttpAnswer, now: Date, asking: { readonly secrets: readonly Secret[]; readonly byCertificate: boolean }): ProblemCause {
  const told = details(answer);
  return {
    code: told?.code ?? (asking.byCertificate && isUnexplained(answer) ? 'certificate-not-asked' : codeOfStatus(answer.status)),
    field: told?.field ?? null,
    attemptsLeft: told?.attemptsLeft ?? null,
    retryAt: readRetryAt(answer.headers, now),
    remark: told === null ? readRemark(answer, asking.secrets) : null,
  };
}
