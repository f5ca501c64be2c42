import { type OpensslFolder, opensslFolder } from './openssl-folder.ts';

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

/** @param dir where it keeps its files */
export function createEstAuthority(dir: string): EstAuthority {
  const folder = opensslFolder(dir);
  makeRoot(folder, 'root');
  makeRoot(folder, 'rogue-root');
  makeIssuing(folder, 'issuing', 'root');
  makeIssuing(folder, 'rogue', 'rogue-root');
  makeServer(folder);
  folder.openssl('genrsa', '-out', 'other.key', '2048');
  folder.openssl('rsa', '-in', 'other.key', '-pubout', '-out', 'other.pub');
  let serial = 0x5000;

  return {
    rootPem: folder.read('root.pem'),
    issuingPem: folder.read('issuing.pem'),
    rogueRootPem: folder.read('rogue-root.pem'),
    server: { key: folder.read('server.key'), cert: folder.read('server.pem') },
    issue(requestDer, flaw) {
      serial += 1;
      const name = String(serial);
      folder.write(`${name}.csr`, requestDer);
      const by = flaw === 'rogue' || flaw === 'sameNameOtherKey' ? 'rogue' : 'issuing';
      const more = ['-inform', 'DER', ...changesOf(flaw)];
      folder.sign(name, { by, serial: name, days: 365, extensions: extensions[flaw] ?? clientExtensions, more });
      return folder.read(`${name}.pem`);
    },
    certsOnly(pems) {
      folder.write('bundle.pem', pems.join('\n'));
      return folder.openssl('crl2pkcs7', '-nocrl', '-outform', 'DER', '-certfile', 'bundle.pem');
    },
  };
}

function makeRoot({ openssl }: OpensslFolder, name: string): void {
  const files = ['-keyout', `${name}.key`, '-out', `${name}.pem`];
  openssl('req', '-x509', '-utf8', '-newkey', 'rsa:2048', '-nodes', ...files, '-days', '3650', '-subj', '/O=試験銀行/CN=Root CA');
}

function makeIssuing({ openssl, sign }: OpensslFolder, name: string, by: string): void {
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', `${name}.key`];
  openssl('req', '-utf8', ...key, '-out', `${name}.csr`, '-subj', '/O=試験銀行/CN=Issuing CA');
  sign(name, { by, serial: '0x1001', days: 3000, extensions: caExtensions });
}

function makeServer({ openssl, sign }: OpensslFolder): void {
  openssl('req', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'server.key', '-out', 'server.csr', '-subj', '/CN=est');
  sign('server', { by: 'root', serial: '0x77', days: 3000, extensions: 'subjectAltName=IP:127.0.0.1\nbasicConstraints=CA:FALSE\n' });
}

/** @returns the options with which openssl writes something else than the request says */
function changesOf(flaw: IssueFlaw): readonly string[] {
  if (flaw === 'wrongSubject') return ['-subj', '/CN=99999999999'];
  if (flaw === 'otherOrganization') return ['-subj', '/O=Other/CN=12345678901'];
  return flaw === 'wrongKey' ? ['-force_pubkey', 'other.pub'] : [];
}
