import { Redacted, type Secret } from '../support/redacted.ts';
/**
 * Whether a 401's WWW-Authenticate (RFC 9110 section 11.6.1) names the scheme Basic. Several challenges may
 * stand in one value, parted by commas, and quoted strings may hold anything.
 * @param value the header's value, if there was one
 */
export function namesBasic(value: string | undefined): boolean {
  const withoutStrings = (value ?? '').replace(/"(?:[^"\\]|\\.)*"/gu, '""');
  return withoutStrings.split(',').some((part) => /^\s*basic(?:\s|$)/iu.test(part));
}

/** @returns the Authorization value of HTTP Basic (RFC 7617), in UTF-8 */
export function basicCredentials({ name, secret }: { readonly name: string; readonly secret: Secret }): Secret {
  return new Redacted(`Basic ${Buffer.from(`${name}:${secret.reveal()}`, 'utf8').toString('base64')}`);
}
