import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createNssStore } from '../../main/certificate/stores/nss.ts';
import { serialOf } from '../../main/certificate/x509.ts';
import { placeFolder } from '../../main/places/place.ts';
import { takeFolderLock } from '../../main/support/folder-lock.ts';
import { programFile } from '../../main/support/kept-files.ts';
import { bundlePartNames } from '../../preload/contract/bundle.ts';
import { type PrivateSession, startPrivateSession } from '../../tools/shell/private-session.ts';
import { unfit } from '../support/command-world.ts';
import { type BankProcess, kaitsuIn, notedTools, type Ran, standAfterActivation, startBankProcess } from './commands-bank.ts';
import { obtainGrant } from './practice-bank-client.ts';

/**
 * An administrator's PC without a window: the commands as processes, in a session with a real keychain and a real
 * certificate store, against a bank that is a process too and is known by the file that it signed.
 */

let session: PrivateSession;
let bank: BankProcess;
let tools: ReturnType<typeof notedTools>;
let run: ReturnType<typeof kaitsuIn>;
const printed: string[] = [];
const words: string[] = [];
/** Whatever of these is found where it should not be is a leak. */
const secrets: string[] = [];

beforeAll(async () => {
  [session, bank] = await Promise.all([startPrivateSession('commands'), startBankProcess()]);
  tools = notedTools(session.home);
  run = kaitsuIn(session, { PATH: tools.path });
});
afterAll(async () => {
  await Promise.all([session?.stop(), bank?.end()]);
});

/** Runs a command with --json, and holds the answer against its published schema. */
async function answerOf(command: string, more: readonly string[] = [], handed: Parameters<typeof run>[1] = {}) {
  const all = [...command.split(' '), ...more, '--json'];
  const ran: Ran = await run(all, handed);
  words.push(...all);
  printed.push(ran.out, ran.err);
  const answer = ran.out === '' ? null : JSON.parse(ran.out);
  expect(answer === null ? [ran.err] : unfit(command, answer)).toEqual([]);
  // Of a renewal the one contract of this PC.
  return { code: ran.code, answer: answer?.renewals?.[0] ?? answer };
}

const store = () => createNssStore({ home: session.home, dataHome: session.env.XDG_DATA_HOME, temporary: session.home });
async function standing(): Promise<readonly string[]> {
  const listed = await store().list(AbortSignal.timeout(30_000));
  return listed.ok ? listed.value.map(serialOf) : [];
}
const journalText = () => readFileSync(programFile(placeFolder(session.userData, 'renshu.1'), 'journal'), 'utf8');
const recordFolder = () => join(placeFolder(session.userData, 'renshu.1'), 'events');
const recordText = () =>
  readdirSync(recordFolder())
    .map((name) => readFileSync(join(recordFolder(), name), 'utf8'))
    .join('');
let serial = '';

test('a new PC is told to take the bank’s file, takes it by the number from paper, and reaches the bank', async () => {
  expect(await answerOf('status')).toMatchObject({ code: 6, answer: { bank: null, refusal: { reason: 'no-bank' } } });
  expect(await answerOf('certificate retrieve')).toMatchObject({ code: 6, answer: { refusal: { reason: 'no-bank' } } });
  const path = bank.lay(1, 3);
  expect(await answerOf('bank add', [path])).toMatchObject({ code: 3, answer: { outcome: 'compare' } });
  expect(await answerOf('bank add', [path, '--fingerprint', bank.fingerprint])).toMatchObject({ code: 0, answer: { outcome: 'taken' } });
  expect(await answerOf('status')).toMatchObject({ code: 0, answer: { bank: { id: 'renshu', practice: true }, certificate: null, pc: 'unnoted' } });
  const { answer } = await answerOf('preflight');
  for (const finding of ['tls-trusted', 'clock-right', 'keychain-ready', 'store-ready', 'disk-ready'])
    expect(answer.results).toContainEqual(expect.objectContaining({ finding, level: 'good' }));
});

test('without an activation there is nothing to retrieve, and the way on is said', async () => {
  expect(await answerOf('certificate retrieve')).toMatchObject({ code: 7, answer: { refusal: { reason: 'activation-first' } } });
  expect(await answerOf('certificate renew', ['--unattended'])).toMatchObject({ code: 0, answer: { outcome: 'nothing', why: 'no-certificate' } });
});

test('after the activation the certificate is retrieved as the window does it', async () => {
  const grant = await obtainGrant(bank.test);
  secrets.push(grant.enrolmentSecret.reveal());
  await standAfterActivation(session, grant);
  expect(await answerOf('certificate renew')).toMatchObject({ code: 7, answer: { refusal: { reason: 'retrieve-first' } } });
  const retrieved = await answerOf('certificate retrieve');
  expect(retrieved).toMatchObject({ code: 0, answer: { outcome: 'retrieved', refusal: null } });
  serial = retrieved.answer.certificate.serial;
  expect(await standing()).toEqual([serial]);
  const { answer } = await answerOf('certificate list');
  expect(answer.certificates).toMatchObject([{ serial, installed: true, usable: true }]);
  expect((await answerOf('status')).answer).toMatchObject({ certificate: { serial, validity: 'notDue' }, pc: 'same', procedure: { step: 'certificateReady' } });
  expect((await answerOf('journal show')).answer.events).toMatchObject([{ what: 'certificate', serial }]);
  const bundle = join(session.home, 'for-support.zip');
  expect(await answerOf('bundle', [bundle])).toMatchObject({ code: 0, answer: { outcome: 'saved', file: bundle, sealed: false } });
  expect(await answerOf('bundle', [bundle])).toMatchObject({ code: 4, answer: { refusal: { reason: 'file-exists' } } });
  const parts = unzipSync(readFileSync(bundle));
  expect([statSync(bundle).mode & 0o777, Object.keys(parts).sort()]).toEqual([0o600, [...bundlePartNames].sort()]);
  expect(Buffer.from(parts['events.jsonl'] ?? []).toString('utf8')).toContain('"step":"retrieval"');
  expect(Buffer.from(parts['environment.json'] ?? []).toString('utf8')).toContain(serial);
  const record = recordText();
  for (const recorded of ['"by":"command"', '"step":"retrieval"', '"path":"/.well-known/est/simpleenroll","status":200', '"tool":"certutil"', '"programEnded"'])
    expect(record).toContain(recorded);
  expect(await answerOf('certificate retrieve')).toMatchObject({ code: 7, answer: { refusal: { reason: 'certificate-there' } } });
});

test('it is exported under a passphrase that came by a pipe, into a file of the person’s alone', async () => {
  const passphrase = 'MARKED export 12!';
  secrets.push(passphrase);
  const [path, again] = [join(session.home, '証明書 1.p12'), join(session.home, 'two.p12')];
  expect(await answerOf('certificate export', [path])).toMatchObject({ code: 2, answer: { refusal: { reason: 'passphrase-missing' } } });
  expect(await answerOf('certificate export', [path, '--passphrase-stdin'], { stdin: 'short\n' })).toMatchObject({
    answer: { refusal: { reason: 'passphrase-unfit' } },
  });
  expect(await answerOf('certificate export', [path, '--passphrase-stdin'], { stdin: `${passphrase}\n` })).toMatchObject({ code: 0, answer: { serial } });
  expect(await answerOf('certificate export', [again, '--passphrase-fd', '3', '--serial', serial], { fd3: passphrase })).toMatchObject({ code: 0 });
  expect(await answerOf('certificate export', [path, '--passphrase-stdin'], { stdin: passphrase })).toMatchObject({
    code: 4,
    answer: { refusal: { reason: 'file-exists' } },
  });
  for (const file of [path, again]) {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const read = execFileSync('openssl', ['pkcs12', '-in', file, '-passin', 'stdin', '-nodes'], { input: passphrase, encoding: 'utf8' });
    expect(read).toMatch(/BEGIN CERTIFICATE[\s\S]*BEGIN PRIVATE KEY|BEGIN PRIVATE KEY[\s\S]*BEGIN CERTIFICATE/u);
    expect(() => execFileSync('openssl', ['pkcs12', '-in', file, '-passin', 'stdin', '-nodes'], { input: 'another one 12', stdio: 'pipe' })).toThrow();
  }
  const info = execFileSync('openssl', ['pkcs12', '-in', path, '-passin', 'stdin', '-info', '-noout'], {
    input: passphrase,
    stdio: ['pipe', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  expect(info).not.toContain('PRIVATE KEY');
});

test('outside of the days of renewal nothing is done, and the journal stays as it is', async () => {
  const before = journalText();
  const first = await answerOf('certificate renew', ['--unattended']);
  expect(first).toMatchObject({ code: 0, answer: { outcome: 'notDue', certificate: null } });
  expect((await answerOf('certificate renew', ['--unattended'])).answer.plannedFor).toBe(first.answer.plannedFor);
  expect([journalText(), await standing()]).toEqual([before, [serial]]);
  expect(await answerOf('certificate renew')).toMatchObject({ code: 7, answer: { refusal: { reason: 'not-due' } } });
});

test('inside of them it is renewed unattended, the journal has it, and one certificate is left', async () => {
  expect(await answerOf('bank add', [bank.lay(2, 365)])).toMatchObject({ code: 0, answer: { outcome: 'taken' } });
  const renewed = await answerOf('certificate renew', ['--unattended']);
  expect(renewed).toMatchObject({ code: 0, answer: { outcome: 'renewed' } });
  expect(renewed.answer.certificate.serial).not.toBe(serial);
  serial = renewed.answer.certificate.serial;
  expect(await standing()).toEqual([serial]);
  expect((await answerOf('journal show')).answer.events.at(-1)).toMatchObject({ what: 'renewal', serial });
});

test('cut off when the new one has just come into the store, it goes on at the next run to one certificate', async () => {
  writeFileSync(tools.cut, '');
  const cut = await run(['certificate', 'renew', '--unattended', '--json']);
  expect([cut.code, cut.out]).toEqual([null, '']);
  expect((await standing()).length).toBe(2);
  expect(await answerOf('certificate remove', [serial])).toMatchObject({ code: 7, answer: { refusal: { reason: 'renewal-first' } } });
  const renewed = await answerOf('certificate renew', ['--unattended']);
  expect(renewed).toMatchObject({ code: 0, answer: { outcome: 'renewed' } });
  serial = renewed.answer.certificate.serial;
  expect(await standing()).toEqual([serial]);
  expect((await answerOf('certificate list')).answer.certificates).toMatchObject([{ serial, installed: true, usable: true }]);
});

test('while another works in the folder nothing is done', async () => {
  const lock = await takeFolderLock(session.userData);
  expect(await answerOf('certificate renew', ['--unattended'])).toMatchObject({ code: 5, answer: { refusal: { reason: 'other-command' } } });
  await lock?.release();
});

test('it is put back into a store that lost it, and removed for good', async () => {
  await store().remove((one) => serialOf(one) === serial, AbortSignal.timeout(30_000));
  expect((await answerOf('certificate list')).answer.certificates).toMatchObject([{ serial, installed: false, usable: true }]);
  expect(await answerOf('certificate install')).toMatchObject({ code: 0, answer: { serial } });
  expect(await standing()).toEqual([serial]);
  expect(await answerOf('certificate remove', ['0BAD'])).toMatchObject({ code: 7, answer: { refusal: { reason: 'no-certificate' } } });
  expect(await answerOf('certificate remove', [serial])).toMatchObject({ code: 0, answer: { serial } });
  expect(await standing()).toEqual([]);
  expect((await answerOf('certificate list')).answer.certificates).toEqual([]);
  expect((await answerOf('status')).answer).toMatchObject({ certificate: null });
});

test('the practice bank of this PC can be named by its address, and another address is none', async () => {
  expect(await answerOf('status', ['--practice', bank.address])).toMatchObject({ code: 6, answer: { refusal: { reason: 'practice-not-here' } } });
});

test('no secret stands in what was typed, printed or written, nor in the words of any tool', () => {
  const files = readdirSync(session.home, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
  const log = readFileSync(tools.log, 'utf8');
  expect(log).toContain('-d');
  expect(secrets).toHaveLength(2);
  for (const secret of secrets) {
    expect([...printed, ...words, log].some((text) => text.includes(secret))).toBe(false);
    expect(files.filter((content) => content.includes(secret))).toEqual([]);
  }
});
