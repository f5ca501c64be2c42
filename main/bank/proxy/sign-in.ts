import { createHash, randomBytes } from 'node:crypto';
import { Redacted, type Secret } from '../../support/redacted.ts';
import { basicCredentials } from '../basic-credentials.ts';
import type { Challenge } from './challenges.ts';

/** Basic (RFC 7617) and Digest (RFC 7616) for a proxy: what is put into Proxy-Authorization. */

export type ProxyCredentials = { readonly name: string; readonly secret: Secret };

/** The hashes of Digest that are known here, the better one first. */
const hashes: readonly (readonly [name: string, hash: string])[] = [
  ['sha-256', 'sha256'],
  ['md5', 'md5'],
];

type Digest = { readonly kind: 'digest'; readonly challenge: Challenge; readonly algorithm: string; readonly hash: string; readonly session: boolean };
export type SignIn = { readonly kind: 'basic' } | Digest;

const algorithmOf = ({ values }: Challenge) => values.get('algorithm') ?? 'MD5';

function readDigest(challenge: Challenge): readonly Digest[] {
  const algorithm = algorithmOf(challenge);
  const session = /-sess$/iu.test(algorithm);
  const hash = hashes.find(([name]) => name === algorithm.toLowerCase().replace(/-sess$/u, ''))?.[1];
  const offered = challenge.values.get('qop')?.split(/[\s,]+/u);
  // Protection of the body alone means nothing for a tunnel.
  const usable = hash !== undefined && challenge.values.has('nonce') && (offered === undefined || offered.includes('auth'));
  return usable ? [{ kind: 'digest', challenge, algorithm, hash, session }] : [];
}

/** @returns the best of what a proxy offers and Kaitsu can do: the password itself goes out only where nothing else is offered; null for none */
export function chooseSignIn(challenges: readonly Challenge[]): SignIn | null {
  const digests = challenges.filter(({ scheme }) => scheme === 'digest').flatMap(readDigest);
  const best = hashes.flatMap(([, hash]) => digests.filter((one) => one.hash === hash))[0];
  if (best !== undefined) return best;
  return challenges.some(({ scheme }) => scheme === 'basic') ? { kind: 'basic' } : null;
}

/**
 * @param target what CONNECT asks for: "host:port"
 * @returns the value of Proxy-Authorization
 */
export function authorizationFor(signIn: SignIn, credentials: ProxyCredentials, target: string, random: (bytes: number) => Uint8Array = randomBytes): Secret {
  if (signIn.kind === 'basic') return basicCredentials(credentials);
  return digestFor(signIn, credentials, target, Buffer.from(random(16)).toString('hex'));
}

function digestFor({ challenge: { values }, algorithm, hash, session }: Digest, { name, secret }: ProxyCredentials, target: string, cnonce: string): Secret {
  const hashed = (text: string) => createHash(hash).update(text, 'utf8').digest('hex');
  const [realm, nonce] = [values.get('realm') ?? '', values.get('nonce') ?? ''];
  const withQop = values.has('qop');
  const count = '00000001';
  const own = hashed(`${name}:${realm}:${secret.reveal()}`);
  const key = session ? hashed(`${own}:${nonce}:${cnonce}`) : own;
  const asked = hashed(`CONNECT:${target}`);
  const response = hashed(withQop ? `${key}:${nonce}:${count}:${cnonce}:auth:${asked}` : `${key}:${nonce}:${asked}`);
  const opaque = values.get('opaque');
  const quoted = Object.entries({ username: name, realm, nonce, uri: target, response, ...(opaque === undefined ? {} : { opaque }) }).map(
    ([key, value]) => `${key}="${value.replace(/["\\]/gu, '\\$&')}"`,
  );
  const plain = [
    ...(values.has('algorithm') ? [`algorithm=${algorithm}`] : []),
    ...(withQop ? [`qop=auth`, `nc=${count}`] : []),
    ...(withQop || session ? [`cnonce="${cnonce}"`] : []),
  ];
  return new Redacted(`Digest ${[...quoted, ...plain].join(', ')}`);
}
