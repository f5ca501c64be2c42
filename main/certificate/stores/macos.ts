import type { X509Certificate } from 'node:crypto';
import { failure, type Outcome, success } from '../../../preload/contract/problem.ts';
import type { Log } from '../../support/ports.ts';
import { securityPath } from '../../support/system-tools.ts';
import { readPkcs12 } from '../pkcs12.ts';
import { isCertificate, parseBundle } from '../x509.ts';
import { type Run, runTool } from './run.ts';
import { type CertificateStore, okOrProblem, printedBy, type StoredBundle, toolTimeLimit } from './store.ts';
import { withTemporaryFile } from './temporary.ts';
import { makeTransportPkcs12 } from './transport-pkcs12.ts';

/**
 * The login keychain of macOS, by `security`. `security import` takes the passphrase as an argument only;
 * `security -i` reads whole commands from standard input, which keeps it off the command line.
 * There is no trial signature here: whether macOS would ask the person to allow the use of the key cannot be
 * known beforehand, and no dialog may open unasked. `find-identity` lists only certificates whose key is there.
 */

export type MacosOptions = { readonly temporary: string; readonly run?: Run; readonly log?: Pick<Log, 'warn'> };

/** Quotes a word for `security -i`, which knows double quotes and backslashes. */
function quoted(word: string): string {
  return `"${word.replace(/["\\]/gu, '\\$&')}"`;
}

/** -x: the private key cannot be taken out again. Who may use it is left to macOS, which asks the person. */
export function importCommand(path: string, passphrase: string): string {
  return `import ${quoted(path)} -f pkcs12 -x -P ${quoted(passphrase)}\n`;
}

function fingerprint(certificate: X509Certificate): string {
  return certificate.fingerprint.replaceAll(':', '');
}

/** SHA-1 fingerprints of the certificates that have a private key, out of `security find-identity`. */
function identitiesIn(listing: string): ReadonlySet<string> {
  return new Set([...listing.matchAll(/^\s*\d+\)\s+([0-9A-F]{40})\s/gmu)].map(([, hash = '']) => hash));
}

/** @param options temporary: folder for the encrypted bundle */
export function createMacosStore({ temporary, run = runTool, log }: MacosOptions): CertificateStore {
  const security = (args: readonly string[], signal: AbortSignal, stdin = '') => run(securityPath, args, { stdin, signal, timeoutMs: toolTimeLimit });

  async function list(signal: AbortSignal): Promise<Outcome<readonly X509Certificate[]>> {
    const identities = printedBy(await security(['find-identity', '-p', 'ssl-client'], signal));
    if (!identities.ok) return identities;
    const certificates = printedBy(await security(['find-certificate', '-a', '-p'], signal));
    if (!certificates.ok) return certificates;
    const own = identitiesIn(identities.value);
    return success(parseBundle(certificates.value).filter((one) => own.has(fingerprint(one))));
  }

  const isInstalled = async (certificate: X509Certificate, signal: AbortSignal): Promise<Outcome<boolean>> => {
    const installed = await list(signal);
    return installed.ok ? success(installed.value.some(isCertificate(certificate))) : installed;
  };

  async function install({ pfx, passphrase, nickname }: StoredBundle, signal: AbortSignal): Promise<Outcome<void>> {
    const bundle = await readPkcs12(pfx, passphrase.reveal());
    if (!bundle.ok) return bundle;
    // `security import` refuses what is there already.
    const before = await isInstalled(bundle.value.leaf, signal);
    if (!before.ok || before.value) return before.ok ? success(undefined) : before;
    const transport = await makeTransportPkcs12(bundle.value, passphrase.reveal(), nickname);
    const imported = await withTemporaryFile({ folder: temporary, log }, 'certificate.p12', transport, async (path) =>
      okOrProblem(await security(['-i'], signal, importCommand(path, passphrase.reveal()))),
    );
    if (!imported.ok) return imported;
    // The exit code of `security -i` says nothing about its commands.
    const after = await isInstalled(bundle.value.leaf, signal);
    if (!after.ok) return after;
    return after.value ? success(undefined) : failure('certificate-store-refused');
  }

  return {
    kind: 'macos',
    list,
    install,
    async remove(which, signal) {
      const installed = await list(signal);
      if (!installed.ok) return installed;
      const gone = installed.value.find(which);
      return gone === undefined ? success(undefined) : okOrProblem(await security(['delete-identity', '-Z', fingerprint(gone)], signal));
    },
  };
}
