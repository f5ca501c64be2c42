import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { placeFolder } from '../../main/places/place.ts';
import { openJournal } from '../../main/procedure/journal.ts';
import type { Grant } from '../../main/procedure/ports.ts';
import { emptyRecord } from '../../main/procedure/record.ts';
import { programFile } from '../../main/support/kept-files.ts';
import type { PrivateSession } from '../../tools/shell/private-session.ts';
import { bankFile, content, printedFingerprint, signingKey } from '../support/bank-files.ts';
import { profile, send, type TestBank } from './practice-bank-client.ts';

/** A practice bank as a process of its own, its customer's papers, and the bank files that it hands out. */

const bundles = resolve(import.meta.dirname, '../../out/app/main');
/** Certificates of ten days: whether they are to be renewed, a bank file's own days decide. */
const certificate = { ...profile.certificate, validityDays: 10, renewalWindowDays: 365 };
const served = { ...profile, certificate, oneTimePassword: { length: 2, grid: { rows: 1, columns: 2 } } };

export type BankProcess = {
  readonly test: TestBank;
  /** Lays a bank file of this version. @returns its path */
  lay(version: number, renewalWindowDays: number): string;
  readonly fingerprint: string;
  readonly address: string;
  readonly folder: string;
  end(): Promise<void>;
};

export async function startBankProcess(): Promise<BankProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'kaitsu-commands-bank-'));
  const [dataDir, profilePath] = [join(folder, 'bank'), join(folder, 'profile.json')];
  writeFileSync(profilePath, JSON.stringify(served));
  const child = spawn(process.execPath, [join(bundles, 'bank.cjs'), '--data', dataDir, '--profile', profilePath], { stdio: ['ignore', 'pipe', 'inherit'] });
  const address = await printedAddress(child);
  const atBranch = (...words: readonly string[]) =>
    execFileSync(process.execPath, [join(bundles, 'bank.cjs'), ...words, '--data', dataDir], { encoding: 'utf8' });
  const { customerCard, applicationForm } = JSON.parse(atBranch('papers'));
  const bank = { port: Number(new URL(address).port), authority: readFileSync(join(dataDir, 'authority.pem'), 'utf8') };
  const key = signingKey();
  const fileOf = (version: number, renewalWindowDays: number) =>
    bankFile(key, {
      version,
      issuedAt: new Date(Date.now() - 60_000).toISOString(),
      expiresAt: new Date(Date.now() + 1_000_000_000).toISOString(),
      profile: {
        ...content().profile,
        ...served,
        id: 'renshu',
        practice: true,
        baseUrl: `${address}/`,
        authority: bank.authority,
        certificate: { ...certificate, renewalWindowDays },
      },
    });
  // What the client of the tests asks of a bank: its port, the branch and the papers.
  const test = {
    bank: { ...bank, releaseLock: (contractorId: string) => void atBranch('release', contractorId) },
    contractorId: customerCard.contractorId,
    registrationPin: applicationForm.registrationPin,
    call: (method: string, path: string, call = {}) => send(bank, method, path, call),
    cell: (row: number, column: number) => customerCard.oneTimePasswords[row - 1]?.[column - 1] ?? '',
  } as unknown as TestBank;
  return {
    test,
    address,
    folder,
    fingerprint: printedFingerprint(fileOf(1, 3)),
    lay(version, renewalWindowDays) {
      const path = join(folder, `${version}.kaitsu-bank`);
      writeFileSync(path, fileOf(version, renewalWindowDays));
      return path;
    },
    async end() {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function printedAddress(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('the bank has no output');
  for await (const line of createInterface({ input: child.stdout })) {
    const [, address] = /^Practice bank: (\S+)$/u.exec(line) ?? [];
    if (address !== undefined) return address;
  }
  throw new Error('the bank did not start');
}

export type Ran = { readonly code: number | null; readonly out: string; readonly err: string };

/** `npm run kaitsu` in a person's session. stdin: handed over by a pipe; fd3: by another one. */
export function kaitsuIn(session: PrivateSession, more: NodeJS.ProcessEnv = {}) {
  return async (words: readonly string[], { stdin, fd3 }: { readonly stdin?: string; readonly fd3?: string } = {}): Promise<Ran> => {
    const child = spawn(process.execPath, [join(bundles, 'kaitsu.cjs'), ...words], {
      env: { ...session.env, LANG: 'en_US.UTF-8', LC_ALL: '', ...more },
      stdio: [stdin === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe', fd3 === undefined ? 'ignore' : 'pipe'],
    });
    child.stdin?.end(stdin);
    const third = child.stdio[3];
    if (third !== null && third !== undefined && 'end' in third) third.end(fd3);
    const [out, err] = [child.stdout, child.stderr].map((stream) => (stream === null ? Promise.resolve('') : text(stream)));
    const [code] = await once(child, 'close');
    return { code, out: (await out) ?? '', err: (await err) ?? '' };
  };
}

/** Tools that note what they are called with; while the file `cut` lies there, pk12util ends Kaitsu, which runs it by a small shell script, once it has done its work. */
export function notedTools(home: string): { readonly path: string; readonly log: string; readonly cut: string } {
  const folder = join(home, 'tools');
  const [log, cut] = [join(folder, 'log'), join(folder, 'cut')];
  mkdirSync(folder);
  writeFileSync(log, '');
  for (const tool of ['certutil', 'pk12util']) {
    const ends =
      tool === 'pk12util' ? `if [ -e '${cut}' ]; then rm '${cut}'; /usr/bin/${tool} "$@"; kill -9 $(cut -d' ' -f4 /proc/$PPID/stat); exit 1; fi\n` : '';
    writeFileSync(join(folder, tool), `#!/bin/sh\nprintf '%s\\n' "$@" >>'${log}'\n${ends}exec /usr/bin/${tool} "$@"\n`);
    chmodSync(join(folder, tool), 0o755);
  }
  return { path: `${folder}:${process.env.PATH}`, log, cut };
}

/** Brings a PC to where the window stands after the one-time password: the right in the keychain, the step in the journal. */
export async function standAfterActivation({ env, userData }: PrivateSession, { enrolmentSecret, ...grant }: Grant): Promise<void> {
  const script = `let t='';process.stdin.on('data',d=>t+=d).on('end',()=>require('keytar').setPassword('Kaitsu (renshu/1)','enrolment-grant',t))`;
  const child = spawn(process.execPath, ['-e', script], { env, stdio: ['pipe', 'inherit', 'inherit'], cwd: resolve(import.meta.dirname, '../..') });
  child.stdin.end(JSON.stringify({ ...grant, enrolmentSecret: enrolmentSecret.reveal() }));
  await once(child, 'exit');
  const journal = openJournal(programFile(placeFolder(userData, 'renshu.1'), 'journal'));
  await journal.read();
  const { contractorId, organization, enrolBefore } = grant;
  const state = { step: 'certificateRequired', contractorId, organization, enrolBefore } as const;
  await journal.write({ savedAt: new Date().toISOString(), snapshot: { state, interruptedAt: null, notice: null, offer: null }, record: emptyRecord });
}
