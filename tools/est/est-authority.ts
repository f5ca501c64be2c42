import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A certificate authority of two tiers by the openssl command, so that what the program reads was made by
 * another hand: an RSA root, and an issuing authority with an elliptic-curve key.
 */
export type EstAuthority = {
  readonly rootPem: string;
  readonly issuingPem: string;
  readonly rogueRootPem: string;
  /** A TLS server certificate for 127.0.0.1. */
  readonly server: { readonly key: string; readonly cert: string };
  /** @returns PEM */
  issue(requestDer: Uint8Array, flaw: IssueFlaw): string;
  /** @returns DER of a certs-only message */
  certsOnly(pems: readonly string[]): Buffer;
};

export type IssueFlaw = 'none' | 'wrongSubject' | 'otherOrganization' | 'wrongKey' | 'noClientAuth' | 'authority' | 'rogue' | 'sameNameOtherKey';

const clientExtensions = 'basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=clientAuth\nsubjectKeyIdentifier=hash\n';
const extensions: Partial<Record<IssueFlaw, string>> = {
  noClientAuth: 'basicConstraints=critical,CA:FALSE\nextendedKeyUsage=serverAuth\n',
  authority: 'basicConstraints=critical,CA:TRUE\nextendedKeyUsage=clientAuth\n',
};
const caExtensions = 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\nsubjectKeyIdentifier=hash\n';

export function createEstAuthority(dir: string): EstAuthority {
  mkdirSync(dir, { recursive: true });
  const at = (name: string) => join(dir, name);
  const openssl = (...args: readonly string[]) => execFileSync('openssl', args, { stdio: ['ignore', 'pipe', 'pipe'], cwd: dir });
  const write = (name: string, content: string | Uint8Array) => {
    writeFileSync(at(name), content);
    return at(name);
  };
  const root = (name: string, subject: string) => {
    openssl(
      'req',
      '-x509',
      '-utf8',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      at(`${name}.key`),
      '-out',
      at(`${name}.pem`),
      '-days',
      '3650',
      '-subj',
      subject,
    );
  };
  const issuing = (name: string, by: string) => {
    openssl(
      'req',
      '-utf8',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-keyout',
      at(`${name}.key`),
      '-out',
      at(`${name}.csr`),
      '-subj',
      '/O=試験銀行/CN=Issuing CA',
    );
    openssl(
      'x509',
      '-req',
      '-in',
      at(`${name}.csr`),
      '-CA',
      at(`${by}.pem`),
      '-CAkey',
      at(`${by}.key`),
      '-set_serial',
      '0x1001',
      '-days',
      '3000',
      '-extfile',
      write('ca.ext', caExtensions),
      '-out',
      at(`${name}.pem`),
    );
  };
  root('root', '/O=試験銀行/CN=Root CA');
  root('rogue-root', '/O=試験銀行/CN=Root CA');
  issuing('issuing', 'root');
  issuing('rogue', 'rogue-root');
  openssl('req', '-newkey', 'rsa:2048', '-nodes', '-keyout', at('server.key'), '-out', at('server.csr'), '-subj', '/CN=est');
  openssl(
    'x509',
    '-req',
    '-in',
    at('server.csr'),
    '-CA',
    at('root.pem'),
    '-CAkey',
    at('root.key'),
    '-set_serial',
    '0x77',
    '-days',
    '3000',
    '-extfile',
    write('server.ext', 'subjectAltName=IP:127.0.0.1\nbasicConstraints=CA:FALSE\n'),
    '-out',
    at('server.pem'),
  );
  openssl('genrsa', '-out', at('other.key'), '2048');
  openssl('rsa', '-in', at('other.key'), '-pubout', '-out', at('other.pub'));
  const pem = (name: string) => readFileSync(at(`${name}.pem`), 'utf8');
  let serial = 0x5000;

  return {
    rootPem: pem('root'),
    issuingPem: pem('issuing'),
    rogueRootPem: pem('rogue-root'),
    server: { key: readFileSync(at('server.key'), 'utf8'), cert: pem('server') },
    issue(requestDer, flaw) {
      serial += 1;
      const ca = flaw === 'rogue' || flaw === 'sameNameOtherKey' ? 'rogue' : 'issuing';
      const subject = flaw === 'wrongSubject' ? ['-subj', '/CN=99999999999'] : flaw === 'otherOrganization' ? ['-subj', '/O=Other/CN=12345678901'] : [];
      const key = flaw === 'wrongKey' ? ['-force_pubkey', at('other.pub')] : [];
      const files = { request: write(`${serial}.csr`, requestDer), extensions: write(`${serial}.ext`, extensions[flaw] ?? clientExtensions) };
      openssl(
        'x509',
        '-req',
        '-inform',
        'DER',
        '-in',
        files.request,
        '-CA',
        at(`${ca}.pem`),
        '-CAkey',
        at(`${ca}.key`),
        '-set_serial',
        String(serial),
        '-days',
        '365',
        '-extfile',
        files.extensions,
        ...subject,
        ...key,
        '-out',
        at(`${serial}.pem`),
      );
      return pem(String(serial));
    },
    certsOnly(pems) {
      return openssl('crl2pkcs7', '-nocrl', '-outform', 'DER', '-certfile', write('bundle.pem', pems.join('\n')));
    },
  };
}
