import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A folder in which the openssl command makes things: of one name, <name>.key, <name>.csr and <name>.pem. */
export type OpensslFolder = {
  /** Runs the command in the folder. @returns what it printed */
  openssl(...args: readonly string[]): Buffer;
  write(file: string, content: string | Uint8Array): void;
  read(file: string): string;
  /** Signs <name>.csr into <name>.pem. */
  sign(name: string, order: SigningOrder): void;
};

export type SigningOrder = {
  /** The authority's name. */
  readonly by: string;
  readonly serial: string;
  readonly days: number;
  /** In the words of openssl's extension files. */
  readonly extensions: string;
  /** More options of "openssl x509". */
  readonly more?: readonly string[];
};

/** @param dir made where it is not there */
export function opensslFolder(dir: string): OpensslFolder {
  mkdirSync(dir, { recursive: true });
  const openssl: OpensslFolder['openssl'] = (...args) => execFileSync('openssl', args, { stdio: ['ignore', 'pipe', 'pipe'], cwd: dir });
  const write: OpensslFolder['write'] = (file, content) => writeFileSync(join(dir, file), content);
  return {
    openssl,
    write,
    read: (file) => readFileSync(join(dir, file), 'utf8'),
    sign(name, { by, serial, days, extensions, more = [] }) {
      write(`${name}.ext`, extensions);
      const authority = ['-CA', `${by}.pem`, '-CAkey', `${by}.key`, '-set_serial', serial, '-days', String(days)];
      openssl('x509', '-req', '-in', `${name}.csr`, ...authority, '-extfile', `${name}.ext`, ...more, '-out', `${name}.pem`);
    },
  };
}
