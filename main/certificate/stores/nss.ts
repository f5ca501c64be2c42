import type { X509Certificate } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { failure, type Outcome, success } from '../../../preload/contract/problem.ts';
import { diskProblem } from '../../support/disk-problem.ts';
import type { Log } from '../../support/ports.ts';
import { type CertificateMatch, isCertificate, parseBundle } from '../x509.ts';
import { keyIdOf, readTrial, trialArguments } from './nss-trial.ts';
import { type Run, type RunResult, runTool } from './run.ts';
import { type CertificateStore, okOrProblem, printedBy, type StoredBundle, toolTimeLimit } from './store.ts';
import { withTemporaryFile } from './temporary.ts';

/**
 * The NSS database that Chrome and Chromium read on Linux, by NSS's own tools (Debian: libnss3-tools).
 * NSS keeps one nickname for a subject: a renewed certificate stands under the nickname of the first.
 */

export type NssOptions = {
  readonly home: string;
  readonly dataHome?: string | undefined;
  readonly temporary: string;
  readonly run?: Run;
  readonly log?: Pick<Log, 'warn'>;
};

/** A pipe of its own for the passphrase: /dev/stdin of a child of Node is a socket, which cannot be opened by name. */
const importScript = 'cat | pk12util -i "$1" -d "$2" -w /dev/stdin';

/**
 * Chromium reads ~/.pki/nssdb where it exists, else $XDG_DATA_HOME/pki/nssdb; the one it reads already is
 * not to be put in the shade by a new one.
 */
export function nssFolder({ home, dataHome }: Pick<NssOptions, 'home' | 'dataHome'>): string {
  const usual = join(home, '.pki', 'nssdb');
  const newer = join(dataHome ?? join(home, '.local', 'share'), 'pki', 'nssdb');
  return !existsSync(join(usual, 'cert9.db')) && existsSync(join(newer, 'cert9.db')) ? newer : usual;
}

/** All nicknames of certificates with a private key, since NSS gives a new one that of an older one with its subject. Out of `certutil -L`: "name    u,u,u". */
function nicknamesIn(listing: string): readonly string[] {
  const names = listing.split('\n').map((line) => /^(.+?)\s+\S*u\S*,\S*,\S*\s*$/u.exec(line)?.[1] ?? '');
  return [...new Set(names.filter((name) => name !== ''))];
}

/** A nickname with a colon is listed with its token before it; as a name to be given, that would become part of it. */
const withoutToken = (nickname: string) => nickname.replace(/^NSS Certificate DB:/u, '');

/** One database and the tools that work on it. */
type Database = { readonly folder: string; readonly temporary: string; readonly run: Run; readonly log: Pick<Log, 'warn'> | undefined };

const exists = (database: Database) => existsSync(join(database.folder, 'cert9.db'));

function certutil({ folder, run }: Database, args: readonly string[], signal: AbortSignal, stdin = ''): Promise<RunResult> {
  return run('certutil', [...args, '-d', `sql:${folder}`], { stdin, signal, timeoutMs: toolTimeLimit });
}

type Readiness = Outcome<{ readonly isNew: boolean }>;

async function ensureDatabase(database: Database, signal: AbortSignal): Promise<Readiness> {
  if (exists(database)) return success({ isNew: false });
  try {
    await mkdir(database.folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    return diskProblem(error);
  }
  const made = okOrProblem(await certutil(database, ['-N', '--empty-password'], signal));
  return made.ok ? success({ isNew: true }) : made;
}

function importBundle({ folder, temporary, run, log }: Database, { pfx, passphrase }: StoredBundle, signal: AbortSignal): Promise<Outcome<void>> {
  return withTemporaryFile({ folder: temporary, log }, 'certificate.p12', pfx, async (path) =>
    okOrProblem(await run('sh', ['-c', importScript, 'sh', path, `sql:${folder}`], { stdin: passphrase.reveal(), signal, timeoutMs: toolTimeLimit })),
  );
}

async function nicknames(database: Database, signal: AbortSignal): Promise<Outcome<readonly string[]>> {
  if (!exists(database)) return success([]);
  const printed = printedBy(await certutil(database, ['-L'], signal));
  return printed.ok ? success(nicknamesIn(printed.value)) : printed;
}

/** All certificates under a nickname, also those of the same subject; none when the nickname is gone. */
async function findByNickname(database: Database, nickname: string, signal: AbortSignal): Promise<Outcome<readonly X509Certificate[]>> {
  const result = await certutil(database, ['-L', '-n', nickname, '-a'], signal);
  if (result.kind === 'ended' && result.code !== 0) return success([]);
  const printed = printedBy(result);
  return printed.ok ? success(parseBundle(printed.value)) : printed;
}

/** Whether `certutil -L -n` shows this very certificate, and that there is a private key to it ("User"). */
function isShownWithKey(shown: string, certificate: X509Certificate): boolean {
  const [, ...parts] = shown.split(/^\s*Fingerprint \(SHA-256\):/mu);
  return parts.some((part) => part.trimStart().startsWith(certificate.fingerprint256) && /^\s*User$/mu.test(part));
}

/** Every nickname with its certificates. */
async function groups(database: Database, signal: AbortSignal): Promise<Outcome<readonly Group[]>> {
  const names = await nicknames(database, signal);
  if (!names.ok) return names;
  const found: Group[] = [];
  for (const nickname of names.value) {
    const certificates = await findByNickname(database, nickname, signal);
    if (!certificates.ok) return certificates;
    found.push({ nickname, certificates: certificates.value });
  }
  return success(found);
}

type Group = { readonly nickname: string; readonly certificates: readonly X509Certificate[] };

/** Without its key a certificate is of no use to anybody; a key that is gone already is no failure. */
async function deleteKey(database: Database, certificate: X509Certificate, signal: AbortSignal): Promise<Outcome<void>> {
  const deleted = await certutil(database, ['-F', '-k', keyIdOf(certificate)], signal);
  return deleted.kind === 'ended' ? success(undefined) : okOrProblem(deleted);
}

/**
 * certutil deletes by nickname, and which one of several it does not say: so all of them go, one by one,
 * and the others come back; each finds its key again, since keys stay until they are deleted by name.
 */
async function removeFrom(database: Database, { nickname, certificates }: Group, gone: X509Certificate, signal: AbortSignal): Promise<Outcome<void>> {
  const kept = certificates.filter((one) => one !== gone);
  const shared = kept.some((one) => keyIdOf(one) === keyIdOf(gone));
  const unlocked = shared ? success(undefined) : await deleteKey(database, gone, signal);
  if (!unlocked.ok) return unlocked;
  for (const _ of certificates) {
    const deleted = okOrProblem(await certutil(database, ['-D', '-n', nickname], signal));
    if (!deleted.ok) return deleted;
  }
  for (const one of kept) {
    const added = okOrProblem(await certutil(database, ['-A', '-a', '-n', withoutToken(nickname), '-t', ',,'], signal, one.toString()));
    if (!added.ok) return added;
  }
  return success(undefined);
}

async function remove(database: Database, which: CertificateMatch, signal: AbortSignal): Promise<Outcome<void>> {
  const found = await groups(database, signal);
  if (!found.ok) return found;
  for (const group of found.value) {
    const gone = group.certificates.find(which);
    if (gone !== undefined) return signal.aborted ? failure('cancelled') : removeFrom(database, group, gone, signal);
  }
  return success(undefined);
}

/** A key whose certificate did not come in stands in no list; one that another certificate uses stays. */
async function undoInstall(database: Database, certificate: X509Certificate, signal: AbortSignal): Promise<Outcome<void>> {
  const removed = await remove(database, isCertificate(certificate), signal);
  if (!removed.ok || !exists(database)) return removed;
  const left = await groups(database, signal);
  if (!left.ok) return left;
  const used = left.value.some((group) => group.certificates.some((one) => keyIdOf(one) === keyIdOf(certificate)));
  return used ? success(undefined) : deleteKey(database, certificate, signal);
}

/** @param options home: of the person; dataHome: $XDG_DATA_HOME where set; temporary: folder for the encrypted bundle */
export function createNssStore({ home, dataHome, temporary, run = runTool, log }: NssOptions): CertificateStore {
  const database = (): Database => ({ folder: nssFolder({ home, dataHome }), temporary, run, log });
  // One at a time: two certutil that make the same database at once would spoil it.
  let making: Promise<Readiness> | null = null;
  const ready = (signal: AbortSignal): Promise<Readiness> => {
    making ??= ensureDatabase(database(), signal).finally(() => {
      making = null;
    });
    return making;
  };
  return {
    kind: 'nss',
    prepare: ready,
    async standsUnder(nickname, certificate, signal) {
      const printed = printedBy(await certutil(database(), ['-L', '-n', nickname], signal));
      return printed.ok ? success(isShownWithKey(printed.value, certificate)) : printed;
    },
    async list(signal) {
      const found = await groups(database(), signal);
      return found.ok ? success(found.value.flatMap((group) => group.certificates)) : found;
    },
    async install(bundle, signal) {
      const made = await ready(signal);
      return made.ok ? importBundle(database(), bundle, signal) : made;
    },
    async trySignature(certificate, challenge, signal) {
      return readTrial(await certutil(database(), trialArguments(certificate, challenge), signal), certificate, challenge);
    },
    remove: (which, signal) => remove(database(), which, signal),
    undoInstall: (certificate, signal) => undoInstall(database(), certificate, signal),
  };
}
