import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One certificate of a chain, in the words of openssl's extension files. */
export type Link = { readonly extensions?: readonly string[]; readonly digest?: string; readonly key?: string };
export type Chain = { readonly root: string; readonly intermediate: string; readonly leaf: string; readonly key: string };

const authorityUsual = ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,keyCertSign,cRLSign', 'subjectKeyIdentifier=hash'];
const leafUsual = [
  'basicConstraints=CA:FALSE',
  'keyUsage=critical,digitalSignature,keyEncipherment',
  'extendedKeyUsage=serverAuth',
  'subjectAltName=IP:127.0.0.1',
];

/** A chain of three made by OpenSSL, which signs what a sound authority would not. */
export function makeChain({
  root = {},
  intermediate = {},
  leaf = {},
}: {
  readonly root?: Link;
  readonly intermediate?: Link;
  readonly leaf?: Link;
} = {}): Chain {
  const dir = mkdtempSync(join(tmpdir(), 'kaitsu-chain-'));
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: dir, stdio: ['ignore', 'pipe', 'pipe'] });
  const issue = (name: string, issuer: string | null, { extensions, digest = 'sha256', key = 'EC:prime256v1' }: Link, usual: readonly string[]): string => {
    const [algorithm = '', size = ''] = key.split(':');
    const option = algorithm === 'EC' ? `ec_paramgen_curve:${size}` : `rsa_keygen_bits:${size}`;
    openssl('req', '-new', '-newkey', algorithm, '-pkeyopt', option, '-noenc', '-keyout', `${name}.key`, '-subj', `/CN=${name}`, '-out', `${name}.csr`);
    writeFileSync(join(dir, `${name}.ext`), [...(extensions ?? usual), ...(issuer === null ? [] : ['authorityKeyIdentifier=keyid'])].join('\n'));
    const signer = issuer === null ? ['-signkey', `${name}.key`] : ['-CA', `${issuer}.pem`, '-CAkey', `${issuer}.key`, '-CAcreateserial'];
    openssl('x509', '-req', '-in', `${name}.csr`, ...signer, `-${digest}`, '-days', '30', '-extfile', `${name}.ext`, '-out', `${name}.pem`);
    return readFileSync(join(dir, `${name}.pem`), 'latin1');
  };
  try {
    const pems = {
      root: issue('root', null, root, authorityUsual),
      intermediate: issue('intermediate', 'root', intermediate, authorityUsual),
      leaf: issue('leaf', 'intermediate', leaf, leafUsual),
    };
    return { ...pems, key: readFileSync(join(dir, 'leaf.key'), 'latin1') };
  } finally {
    rmSync(dir, { recursive: true });
  }
}

export const usualExtensions = { authority: authorityUsual, leaf: leafUsual };
