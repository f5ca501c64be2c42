import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import practiceProfile from '../../assets/bank-profiles/practice.json';
import { type BankProfile, bankProfileSchema } from '../../main/bank/profile.ts';
import { bankFileContentSchema, readBankFile } from '../../main/bank-file/bank-file.ts';
import { change, openDatabase } from '../../main/practice-bank/storage/database.ts';
import type { PracticePapers } from '../../preload/contract/practice.ts';
import { signBankFile } from '../../tools/bank-file/sign.ts';

const run = promisify(execFile);
const command = resolve('out', 'app', 'main', 'bank.cjs');

/** A bank that the program knows by its file alone: another process, with an authority of its own, reached by its address. */
export type SecondBank = {
  /** The file that it hands to its customers, and the number that it prints on paper. */
  readonly file: string;
  readonly fingerprint: string;
  readonly papers: Pick<PracticePapers, 'customerCard' | 'applicationForm'>;
  /** Another contract of the same company, with a card and a form that have the same numbers. */
  readonly otherContractor: string;
  release(contractorId: string): Promise<void>;
  stop(): void;
};

const asahiProfile = bankProfileSchema.parse({ ...practiceProfile, id: 'asahi', name: { ja: 'あさひ銀行', en: 'Asahi Bank', ko: '아사히 은행' } });

/**
 * @param otherContractor of the second contract
 * @param host by which it is reached; 0.0.0.0 leads to this computer, too, and is an address for which proxies are used
 * @param like the profile of the bank, but for where it answers
 */
export async function startSecondBank(otherContractor: string, host = '127.0.0.1', like: BankProfile = asahiProfile): Promise<SecondBank> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kaitsu-second-bank-'));
  const port = await freePort();
  const profile = { ...like, practice: false, baseUrl: `https://${host}:${port}/` };
  const profilePath = join(dataDir, 'profile.json');
  // Before its first start it has no authority that a profile could name.
  writeFileSync(profilePath, JSON.stringify({ ...profile, authority: null, baseUrl: null, practice: true }));
  const serve = () => spawn(process.execPath, [command, '--port', String(port), '--data', dataDir, '--profile', profilePath], { stdio: 'ignore' });
  const first = serve();
  const root = join(dataDir, 'authority.pem');
  await answering(port, first);
  await ended(first);
  const papers: SecondBank['papers'] = JSON.parse(readFileSync(join(dataDir, 'papers.json'), 'utf8'));
  addContract(dataDir, papers.customerCard.contractorId, otherContractor);
  const whole = { ...profile, authority: readFileSync(root, 'utf8') };
  writeFileSync(profilePath, JSON.stringify(whole));
  const serving = serve();
  await answering(port, serving);
  const content = bankFileContentSchema.parse({
    format: 1,
    version: 1,
    issuedAt: new Date(Date.now() - 60_000).toISOString(),
    expiresAt: new Date(Date.now() + 365 * 86_400_000).toISOString(),
    signer: { name: like.name },
    profile: whole,
  });
  const text = signBankFile(content, generateKeyPairSync('ed25519').privateKey);
  const file = join(dataDir, 'asahi.kaitsu-bank');
  writeFileSync(file, text);
  const read = readBankFile(Buffer.from(text));
  if (!read.ok) throw new Error(read.problem.code);
  return {
    file,
    fingerprint: read.value.fingerprint,
    papers,
    otherContractor,
    release: async (contractorId) => void (await run(process.execPath, [command, 'release', contractorId, '--data', dataDir])),
    stop() {
      serving.kill();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function addContract(dataDir: string, like: string, contractorId: string): void {
  const database = openDatabase(dataDir);
  change(
    database,
    "INSERT INTO contracts (contractor_id, organization, representative, status, registration_hash) SELECT ?, '有限会社みどり製作所', representative, 'locked', registration_hash FROM contracts WHERE contractor_id = ?",
    contractorId,
    like,
  );
  change(
    database,
    'INSERT INTO card_cells (contractor_id, row_number, column_number, hash) SELECT ?, row_number, column_number, hash FROM card_cells WHERE contractor_id = ?',
    contractorId,
    like,
  );
  database.close();
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => void server.close(done));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** Until its card is hashed and it listens. */
async function answering(port: number, bank: ChildProcess): Promise<void> {
  const isListening = () =>
    new Promise<boolean>((done) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.destroy();
        done(true);
      }).on('error', () => done(false));
    });
  while (!(await isListening())) {
    if (bank.exitCode !== null) throw new Error(`the bank ended with ${bank.exitCode}`);
    await wait(50);
  }
}

async function ended(bank: ChildProcess): Promise<void> {
  const gone = new Promise((done) => void bank.once('exit', done));
  bank.kill();
  await gone;
}
