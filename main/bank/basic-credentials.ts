import { Redacted, type Secret } from '../support/redacted.ts';

/** @returns the value of Authorization or Proxy-Authorization by HTTP Basic (RFC 7617), in UTF-8 */
export function basicCredentials({ name, secret }: { readonly name: string; readonly secret: Secret }): Secret {
  return new Redacted(`Basic ${Buffer.from(`${name}:${secret.reveal()}`, 'utf8').toString('base64')}`);
}
