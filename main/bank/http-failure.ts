import type { ProblemCode } from '../../preload/contract/problem-numbers.ts';
import { proxyProblemOf, saidByProxy } from './proxy/proxy-error.ts';

/**
 * What an error on the way to the bank means for the person: only its code is looked at, never its text.
 */

/** The code of our own error for a connection whose other end is not proven to be the bank; `verdict` says why. */
export const untrustedCode = 'KAITSU_BANK_UNTRUSTED';

/** Alerts by which a server refuses the client's certificate in the handshake itself (RFC 8446 section 6.2). */
const identityAlerts: readonly (readonly [RegExp, ProblemCode])[] = [
  [/ALERT_CERTIFICATE_EXPIRED$/u, 'certificate-expired'],
  [/ALERT_CERTIFICATE_REVOKED$/u, 'certificate-revoked'],
  [/CERTIFICATE_REQUIRED$/u, 'certificate-required'],
  [/ALERT_(UNKNOWN_CA|BAD_CERTIFICATE|UNSUPPORTED_CERTIFICATE|CERTIFICATE_UNKNOWN|ACCESS_DENIED)$/u, 'certificate-untrusted'],
];

const timeouts: ReadonlySet<string> = new Set(['ETIMEDOUT', 'ERR_SOCKET_CONNECTION_TIMEOUT']);
/** node:http's names for an answer that is no HTTP; what its parser finds begins with HPE_. */
const invalidAnswers: ReadonlySet<string> = new Set(['ERR_HTTP_INVALID_STATUS_CODE', 'ERR_INVALID_HTTP_RESPONSE']);

/** The code of an error, or of the first of those that it gathers (happy eyeballs) or was caused by; '' without one. */
export function codeOf(error: unknown, depth = 0): string {
  if (typeof error !== 'object' || error === null || depth > 4) return '';
  if ('errors' in error && Array.isArray(error.errors) && error.errors.length > 0) return codeOf(error.errors[0], depth + 1);
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'cause' in error ? codeOf(error.cause, depth + 1) : '';
}

/**
 * Maps an error of a connection or an exchange to the catalogue. Codes of the system (ECONNRESET and the like) are
 * known by their form, so that one which no list has still is an event of the network.
 * @param error what node:https, node:tls or node:net reported
 * @returns the problem's code; null for an error that is no event of the network, so a bug
 */
export function failureOf(error: unknown): ProblemCode | null {
  const code = codeOf(error);
  if (code === 'ABORT_ERR') return 'cancelled';
  if (code === untrustedCode) return 'bank-untrusted';
  const ofProxy = proxyProblemOf(code);
  if (ofProxy !== null) return ofProxy;
  if (timeouts.has(code)) return 'bank-timeout';
  if (invalidAnswers.has(code) || code.startsWith('HPE_')) return 'bank-answer-invalid';
  const alert = identityAlerts.find(([shape]) => shape.test(code));
  if (alert !== undefined) return alert[1];
  // Whatever else TLS complains of (old version, no common cipher, not TLS at all): no safe connection can be had.
  if (/^(?:ERR_SSL|ERR_TLS|ERR_OSSL|EPROTO$)/u.test(code)) return 'bank-untrusted';
  return /^E[A-Z0-9]+(?:_[A-Z]+)?$/u.test(code) && !code.startsWith('ERR_') ? 'bank-unreachable' : null;
}

/** What was found about the other end, in a code of OpenSSL's or ours, or what a proxy said; null where the error is of another kind. */
export function verdictOf(error: unknown): string | null {
  const ofProxy = saidByProxy(error);
  if (ofProxy !== null) return ofProxy;
  if (failureOf(error) !== 'bank-untrusted') return null;
  return error instanceof Error && 'verdict' in error && typeof error.verdict === 'string' ? error.verdict : codeOf(error);
}
