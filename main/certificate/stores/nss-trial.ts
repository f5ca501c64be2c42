import { createHash, verify, type X509Certificate } from 'node:crypto';
import { failure, type Outcome, success } from '../../../preload/contract/problem.ts';
import { type Ber, parseBer } from '../ber.ts';
import { derOf } from '../der.ts';
import { hasKey } from '../x509.ts';
import type { RunResult } from './run.ts';
import { printedBy } from './store.ts';

/**
 * A trial signature by a key in an NSS database. `cmsutil -S` signs with certificates for e-mail only; but
 * `certutil -R` makes a certificate request with any key, and a request is signed by it. What is to be
 * signed is the request's name; the request itself goes nowhere.
 */

/** The key's name in NSS (CKA_ID): SHA-1 of the RSA modulus; of no use for certificates of other keys, which are not ours. */
export function keyIdOf(certificate: X509Certificate): string {
  return createHash('sha1')
    .update(Buffer.from(modulusOf(certificate), 'base64url'))
    .digest('hex');
}

function modulusOf(certificate: X509Certificate): string {
  try {
    return certificate.publicKey.export({ format: 'jwk' }).n ?? '';
  } catch {
    return '';
  }
}

/**
 * @param challenge random bytes
 * @returns certutil's arguments. -f: a database with a password is answered by an empty file, so that
 *   nobody is ever asked for one in the terminal from which the program was started
 */
export function trialArguments(certificate: X509Certificate, challenge: Uint8Array): readonly string[] {
  return ['-R', '-k', keyIdOf(certificate), '-s', `CN=${nameOf(challenge)}`, '-a', '-Z', 'SHA256', '-f', '/dev/null'];
}

const nameOf = (challenge: Uint8Array) => Buffer.from(challenge).toString('hex');

/** NSS's names for: the key cannot be opened, or is not there. All else (a database in use, say) tells nothing of the key. */
const keyErrors = /SEC_ERROR_(?:BAD_PASSWORD|NO_KEY|INVALID_KEY|BAD_KEY|TOKEN_NOT_LOGGED_IN|PKCS11_GENERAL_ERROR)|SSL_ERROR_NO_CERTIFICATE/u;

/**
 * @param result of certutil with trialArguments
 * @returns whether the key in the database signed, and is the certificate's; certificate-store-… or cancelled where that cannot be told
 */
export function readTrial(result: RunResult, certificate: X509Certificate, challenge: Uint8Array): Outcome<boolean> {
  if (result.kind === 'ended' && result.code !== 0) return keyErrors.test(result.stderr) ? success(false) : failure('certificate-store-refused');
  const printed = printedBy(result);
  return printed.ok ? success(isSignedBy(printed.value, certificate, challenge)) : printed;
}

/** CertificationRequest ::= SEQUENCE { SEQUENCE { version, subject, subjectPKInfo, … }, signatureAlgorithm, signature } (RFC 2986 section 4) */
function isSignedBy(printed: string, certificate: X509Certificate, challenge: Uint8Array): boolean {
  const base64 = /-----BEGIN[^-]*-----([\s\S]*?)-----END/u.exec(printed)?.[1] ?? '';
  const [info, , signature] = parseBer(Buffer.from(base64, 'base64'))?.children ?? [];
  const [, subject, publicKey] = info?.children ?? [];
  if (info === undefined || publicKey === undefined || commonNameOf(subject) !== nameOf(challenge)) return false;
  // Of another kind of key it is not ours, and not every kind can be asked for SHA-256.
  if (!hasKey(certificate, derOf(publicKey)) || certificate.publicKey.asymmetricKeyType !== 'rsa') return false;
  return verify('sha256', derOf(info), certificate.publicKey, signature?.content.subarray(1) ?? new Uint8Array(0));
}

/** Of a subject that has nothing else. */
function commonNameOf(subject: Ber | undefined): string {
  const value = subject?.children.length === 1 ? subject.children[0]?.children[0]?.children[1] : undefined;
  return Buffer.from(value?.content ?? []).toString('latin1');
}
