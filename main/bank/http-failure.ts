import { errors } from 'undici';
import type { ProblemCode } from '../../preload/contract/problem.ts';

/**
 * What an error on the way to the bank means for the person: only its code is looked at, never its text.
 */

/** OpenSSL's and Node's findings about the bank's certificate (`man openssl-verification-options`; node:tls). */
const untrustedCodes: ReadonlySet<string> = new Set([
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_CHAIN_TOO_LONG',
  'CERT_REVOKED',
  'CERT_REJECTED',
  'CERT_SIGNATURE_FAILURE',
  'CERT_UNTRUSTED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'PATH_LENGTH_EXCEEDED',
  'HOSTNAME_MISMATCH',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** Alerts by which a server refuses the client's certificate in the handshake itself (RFC 8446 section 6.2). */
const identityAlerts: readonly (readonly [RegExp, ProblemCode])[] = [
  [/ALERT_CERTIFICATE_EXPIRED$/u, 'certificate-expired'],
  [/ALERT_CERTIFICATE_REVOKED$/u, 'certificate-revoked'],
  [/CERTIFICATE_REQUIRED$/u, 'certificate-required'],
  [/ALERT_(UNKNOWN_CA|BAD_CERTIFICATE|UNSUPPORTED_CERTIFICATE|CERTIFICATE_UNKNOWN|ACCESS_DENIED)$/u, 'certificate-untrusted'],
];

const timeouts: ReadonlySet<string> = new Set(['UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'ETIMEDOUT']);
const invalidAnswers: ReadonlySet<string> = new Set(['UND_ERR_HEADERS_OVERFLOW', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'UND_ERR_RES_EXCEEDED_MAX_SIZE']);
const closedByUs: ReadonlySet<string> = new Set(['UND_ERR_DESTROYED', 'UND_ERR_CLOSED', 'UND_ERR_ABORTED', 'ABORT_ERR']);
const unreachable: ReadonlySet<string> = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'EAI_NODATA',
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'EACCES',
  'EPERM',
  'UND_ERR_SOCKET',
  'UND_ERR_INFO',
]);

/** The code of an error, or of the first of those that it gathers (happy eyeballs) or was caused by; '' without one. */
export function codeOf(error: unknown, depth = 0): string {
  if (typeof error !== 'object' || error === null || depth > 4) return '';
  if ('errors' in error && Array.isArray(error.errors) && error.errors.length > 0) return codeOf(error.errors[0], depth + 1);
  if ('code' in error && typeof error.code === 'string') return error.code;
  // undici's parser gives a code only to some of its errors.
  if (error instanceof errors.HTTPParserError) return 'HPE_UNKNOWN';
  return 'cause' in error ? codeOf(error.cause, depth + 1) : '';
}

/**
 * Maps an error of a connection or an exchange to the catalogue.
 * @param error what undici, node:tls or node:net threw
 * @returns the problem's code; null for an error that is no event of the network, hence a bug
 */
export function failureOf(error: unknown): ProblemCode | null {
  const code = codeOf(error);
  if (closedByUs.has(code)) return 'cancelled';
  if (timeouts.has(code)) return 'bank-timeout';
  if (unreachable.has(code)) return 'bank-unreachable';
  if (invalidAnswers.has(code) || code.startsWith('HPE_')) return 'bank-answer-invalid';
  if (untrustedCodes.has(code) || code.startsWith('ERR_TLS_CERT')) return 'bank-untrusted';
  const alert = identityAlerts.find(([shape]) => shape.test(code));
  if (alert !== undefined) return alert[1];
  // Whatever else TLS complains of (old version, no common cipher, not TLS at all): no safe connection can be had.
  return code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS') || code === 'EPROTO' ? 'bank-untrusted' : null;
}
