import { existsSync } from 'node:fs';
import { readBankProfile } from '../bank/load-profile.ts';
import type { BankProfile } from '../bank/profile.ts';
import { lockContract, releaseContract, revokeCertificate } from '../practice-bank/accounts/contracts.ts';
import { fleetingScryptCost } from '../practice-bank/accounts/secrets.ts';
import { authorityFile } from '../practice-bank/certificates/authority.ts';
import { type ParentPort, serveApp } from '../practice-bank/serve-app.ts';
import { type PracticeBank, startPracticeBank } from '../practice-bank/server.ts';
import { beginSituation, clockAhead } from '../practice-bank/situations/situation.ts';
import { writeSituation } from '../practice-bank/situations/situation-file.ts';
import { BankStartError, startErrorOf } from '../practice-bank/start-error.ts';
import { type BankDatabase, databaseFile, openDatabase } from '../practice-bank/storage/database.ts';
import { papersFile, readPapers, readUserPapers } from '../practice-bank/storage/papers.ts';
import { defaultPatience } from '../support/whole-file.ts';
import { type BankOrder, bankUsage, readBankArguments } from './bank-arguments.ts';

/** What the command needs of its process. */
export type BankCommandHost = {
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The app, where it started this process. */
  readonly parentPort: ParentPort | null;
  print(line: string): void;
  complain(line: string): void;
  onStopSignal(stop: () => void): void;
  exit(code: number): void;
};

/** `npm run bank`, and the app's own bank process. Ends with 0, or with 1 and one line that says what to do. */
export async function bankCommand(host: BankCommandHost): Promise<void> {
  const order = readBankArguments(host.args, host.environment);
  if (order.kind === 'help') return host.print(bankUsage);
  if (order.kind === 'wrong') return giveUp(host, `${order.reason} See npm run bank -- --help.`);
  try {
    if (order.kind === 'serve') await serve(host, order);
    else host.exit(await runAtBranch(host, order));
  } catch (error) {
    const port = order.kind === 'serve' ? order.port : 0;
    giveUp(host, startErrorOf(error, { dataDir: order.dataDir, port }).message);
  }
}

function giveUp(host: BankCommandHost, sentence: string): void {
  host.complain(sentence);
  host.exit(1);
}

/** @throws BankStartError with the first wrong place */
async function readProfile(path: string | null): Promise<BankProfile> {
  const read = await readBankProfile(path);
  if (read.ok) return read.profile;
  const [defect] = read.defects;
  const where = defect === undefined || defect.at === '' ? '' : `${defect.at}: `;
  const more = read.defects.length > 1 ? `, and ${read.defects.length - 1} more` : '';
  throw new BankStartError(
    `The bank profile ${path} cannot be used (${where}${defect?.wrong ?? 'unknown'}${more}). Put it right, or leave --profile out for the built-in one.`,
    null,
  );
}

async function serve(host: BankCommandHost, order: Extract<BankOrder, { kind: 'serve' }>): Promise<void> {
  const reportBug = (event: string, details: Readonly<Record<string, unknown>>) => host.complain(JSON.stringify({ event, ...details }));
  // Who started the app cannot be asked to move files; who is at the command line may want them back.
  const care = { mends: host.parentPort !== null, patience: defaultPatience };
  const pace = order.fleeting ? { scryptCost: fleetingScryptCost, issueDelaySeconds: 0 } : {};
  const start = async () =>
    startPracticeBank({ dataDir: order.dataDir, port: order.port, profile: await readProfile(order.profilePath), care, reportBug, ...pace });
  if (host.parentPort !== null) return serveApp(host.parentPort, start, host.exit);
  const bank = await start();
  host.onStopSignal(() => void stop(host, bank));
  host.print(`Practice bank: https://127.0.0.1:${bank.port}`);
  host.print(`Contractor ID: ${bank.papers().customerCard.contractorId}`);
  host.print(`Papers: ${papersFile(order.dataDir)}`);
  host.print(`Authority: ${authorityFile(order.dataDir)}`);
  host.print('Stop with Ctrl+C.');
}

async function stop(host: BankCommandHost, bank: PracticeBank): Promise<void> {
  await bank.stop();
  host.exit(0);
}

type BranchOrder = Extract<BankOrder, { kind: 'papers' | 'release' | 'lock' | 'revoke' | 'situation' }>;

/** What works on the bank's records without the server, and beside it. @returns the exit code */
async function runAtBranch(host: BankCommandHost, order: BranchOrder): Promise<number> {
  if (!existsSync(databaseFile(order.dataDir))) {
    host.complain(`No practice bank in ${order.dataDir}: start it once first.`);
    return 1;
  }
  const profile = await readProfile(null);
  const database = openDatabase(order.dataDir);
  try {
    return runOrder(host, order, database, profile);
  } finally {
    database.close();
  }
}

function runOrder(host: BankCommandHost, order: BranchOrder, database: BankDatabase, profile: BankProfile): number {
  const tell = (done: boolean, good: string, bad: string): number => {
    if (done) host.print(good);
    else host.complain(bad);
    return done ? 0 : 1;
  };
  switch (order.kind) {
    case 'papers':
      host.print(JSON.stringify({ ...readPapers(database, order.dataDir), users: readUserPapers(order.dataDir) }, null, 2));
      return 0;
    case 'release':
      return tell(releaseContract(database, order.contractorId), `Released: ${order.contractorId}`, `No contract: ${order.contractorId}`);
    case 'lock':
      return tell(lockContract(database, order.contractorId), `Locked: ${order.contractorId}`, `No contract: ${order.contractorId}`);
    case 'revoke':
      return tell(revokeCertificate(database, order.serial, new Date()), `Revoked: ${order.serial}`, `No certificate to revoke: ${order.serial}`);
    case 'situation': {
      const { contractorId } = readPapers(database, order.dataDir).customerCard;
      const scene = { database, contractorId, profile, now: new Date() };
      const begun = beginSituation(scene, order.code);
      if (begun) writeSituation(order.dataDir, order.code, clockAhead(scene, order.code));
      return tell(begun, `Situation: ${order.code ?? 'as usual'}`, `No contract: ${contractorId}`);
    }
    default: {
      const never: never = order;
      return never;
    }
  }
}
