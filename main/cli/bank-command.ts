import { existsSync, readFileSync } from 'node:fs';
import builtInProfile from '../../assets/bank-profiles/practice.json';
import { type BankProfile, bankProfileSchema } from '../bank/profile.ts';
import { lockContract, releaseContract, revokeCertificate } from '../practice-bank/accounts/contracts.ts';
import { authorityFile } from '../practice-bank/certificates/authority.ts';
import { type ParentPort, serveApp } from '../practice-bank/serve-app.ts';
import { type PracticeBank, startPracticeBank } from '../practice-bank/server.ts';
import { beginSituation, clockAhead } from '../practice-bank/situations/situation.ts';
import { writeSituation } from '../practice-bank/situations/situation-file.ts';
import { type BankDatabase, databaseFile, openDatabase } from '../practice-bank/storage/database.ts';
import { papersFile, readPapers, readUserPapers } from '../practice-bank/storage/seed.ts';
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

const misuse = 2;

/** `npm run bank`, and the app's own bank process. Ends with 0, 1 (it failed) or 2 (arguments not understood). */
export async function bankCommand(host: BankCommandHost): Promise<void> {
  const order = readBankArguments(host.args, host.environment);
  if (order.kind === 'help') return host.print(bankUsage);
  if (order.kind === 'wrong') {
    host.complain(`${order.reason}\n\n${bankUsage}`);
    return host.exit(misuse);
  }
  try {
    if (order.kind === 'serve') await serve(host, order);
    else host.exit(runAtBranch(host, order));
  } catch (error) {
    host.complain(error instanceof Error ? error.message : 'The practice bank failed.');
    host.exit(1);
  }
}

function readProfile(path: string | null): BankProfile {
  return bankProfileSchema.parse(path === null ? builtInProfile : JSON.parse(readFileSync(path, 'utf8')));
}

async function serve(host: BankCommandHost, order: Extract<BankOrder, { kind: 'serve' }>): Promise<void> {
  const reportBug = (event: string, details: Readonly<Record<string, unknown>>) => host.complain(JSON.stringify({ event, ...details }));
  const start = () => startPracticeBank({ dataDir: order.dataDir, port: order.port, profile: readProfile(order.profilePath), reportBug });
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
function runAtBranch(host: BankCommandHost, order: BranchOrder): number {
  if (!existsSync(databaseFile(order.dataDir))) {
    host.complain(`No practice bank in ${order.dataDir}: start it once first.`);
    return 1;
  }
  const database = openDatabase(order.dataDir);
  try {
    return runOrder(host, order, database);
  } finally {
    database.close();
  }
}

function runOrder(host: BankCommandHost, order: BranchOrder, database: BankDatabase): number {
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
      const scene = { database, contractorId, profile: readProfile(null), now: new Date() };
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
