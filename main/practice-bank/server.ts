import { z } from 'zod';
import type { ContractorId, Serial } from '../../preload/contract/identities.ts';
import type { PracticePapers } from '../../preload/contract/practice.ts';
import type { SituationCode } from '../../preload/contract/situations.ts';
import type { BankProfile } from '../bank/profile.ts';
import { lockContract, releaseContract, revokeCertificate } from './accounts/contracts.ts';
import { hashPin, makeToken, usualScryptCost } from './accounts/secrets.ts';
import type { BankParts } from './bank-parts.ts';
import { ensureAuthority } from './certificates/authority.ts';
import { type BankClock, machineClock } from './clock.ts';
import type { Stage } from './control.ts';
import { addBankRoutes } from './http/bank-routes.ts';
import { addEstRoutes } from './http/est-routes.ts';
import { addLogonPage } from './http/logon-page.ts';
import { createQueue } from './http/queue.ts';
import { createWebServer, type ReportBug } from './http/web-server.ts';
import { addRivalHook } from './situations/rival.ts';
import { beginSituation, clockAhead, situate } from './situations/situation.ts';
import { readClockAhead, readSituation, writeSituation } from './situations/situation-file.ts';
import { addSituationHooks } from './situations/situation-hooks.ts';
import { clockOfStage, setStage } from './situations/stage.ts';
import { startErrorOf } from './start-error.ts';
import type { FileCare } from './storage/bank-file.ts';
import { inTransaction, openDatabase } from './storage/database.ts';
import { readPapers } from './storage/papers.ts';
import { seedDemo, usualDemoUsers } from './storage/seed.ts';

export type PracticeBankOptions = {
  /** Everything the bank keeps lies here; made if missing. */
  readonly dataDir: string;
  /** 0: a free one. */
  readonly port: number;
  readonly profile: BankProfile;
  /** The bank's time; the machine's if left out. */
  readonly clock?: BankClock;
  /** Seconds that a certificate takes (the client is told to ask again); 2 if left out, as a real bank is not instant. */
  readonly issueDelaySeconds?: number;
  /** Users of the demo company at first start; 12 if left out. */
  readonly demoUsers?: number;
  /** scrypt's N for new hashes, a power of two. Only tests hand in less than the usual cost. */
  readonly scryptCost?: number;
  /** Files beside the database and the database itself: see FileCare. */
  readonly care?: FileCare;
  /** Told of bugs in the bank; never of secrets. */
  readonly reportBug?: ReportBug;
};

export type PracticeBank = {
  readonly port: number;
  /** PEM of the root that the server's certificate and all client certificates chain to. */
  readonly authority: string;
  papers(): PracticePapers;
  /** The branch lifts the lock. @returns false where there is no such contract */
  releaseLock(contractorId: ContractorId): boolean;
  lockAgain(contractorId: ContractorId): boolean;
  revokeCertificate(serial: Serial): boolean;
  /** Brings about the situation in which a problem arises; null: as usual again. @returns false where there is no demo contract */
  setSituation(code: SituationCode | null, keepsClock?: boolean): boolean;
  /** Brings the records to where a scenario begins. */
  stage(stage: Stage): void;
  stop(): Promise<void>;
};

const usualIssueDelaySeconds = 2;
const addressSchema = z.object({ port: z.int() });

/**
 * Starts the practice bank on 127.0.0.1. At first start it makes its certificate authority and opens the
 * demo company's contract, under lock; afterwards it goes on with what lies in the data folder.
 * @throws BankStartError, which says what to do, when the port is taken or the data folder cannot be used
 */
export async function startPracticeBank(options: PracticeBankOptions): Promise<PracticeBank> {
  try {
    return await start(options);
  } catch (error) {
    throw startErrorOf(error, options);
  }
}

async function start(options: PracticeBankOptions): Promise<PracticeBank> {
  const { dataDir, profile, clock = machineClock, scryptCost = usualScryptCost, care = {} } = options;
  const database = openDatabase(dataDir, care);
  try {
    // The machine's time, whatever the bank's: TLS clients check the server certificate against theirs.
    const authority = inTransaction(database, () => ensureAuthority(dataDir, machineClock.now(), care, hostOf(profile)));
    await seedDemo({ database, dataDir, profile, cost: scryptCost, users: options.demoUsers ?? usualDemoUsers, now: clock.now(), care });
    const parts: BankParts = {
      database,
      profile,
      clock,
      usualClock: clock,
      authority,
      queue: createQueue(),
      decoyHash: await hashPin(makeToken(), scryptCost),
      scryptCost,
      issueDelaySeconds: options.issueDelaySeconds ?? usualIssueDelaySeconds,
      settle: (work) => inTransaction(database, work),
      forcesWrongEntry: () => false,
      recordSituationChange: (_codes, work) => work(),
    };
    const situation = () => readSituation(dataDir);
    const sceneNow = () => ({ database, contractorId: readPapers(database, dataDir).customerCard.contractorId, profile, now: clock.now() });
    const situated = situate(parts, situation, () => readClockAhead(dataDir));
    const server = createWebServer(authority, options.reportBug ?? (() => undefined));
    addSituationHooks(server, authority, situation);
    addRivalHook(server, situated, dataDir, situation);
    addDepartments(server, situated);
    await server.listen({ host: '127.0.0.1', port: options.port });
    return {
      port: addressSchema.parse(server.server.address()).port,
      authority: authority.root.certificate,
      papers: () => readPapers(database, dataDir),
      releaseLock: (contractorId) => releaseContract(database, contractorId),
      lockAgain: (contractorId) => lockContract(database, contractorId),
      revokeCertificate: (serial) => revokeCertificate(database, serial, clock.now()),
      setSituation(code, keepsClock = false) {
        const scene = sceneNow();
        const ahead = keepsClock ? readClockAhead(dataDir) : null;
        const begun = beginSituation(scene, code);
        // Only now: what the situation before had changed is put back, and the certificate's end can be read.
        if (begun) writeSituation(dataDir, code, ahead ?? clockAhead(scene, code));
        return begun;
      },
      stage(stage) {
        const scene = sceneNow();
        setStage({ ...scene, decoyHash: parts.decoyHash }, stage);
        const ahead = clockOfStage(scene, stage);
        if (ahead !== null) writeSituation(dataDir, situation(), ahead);
      },
      async stop() {
        await server.close();
        database.close();
      },
    };
  } catch (error) {
    database.close();
    throw error;
  }
}

/** What the bank answers. */
function addDepartments(server: ReturnType<typeof createWebServer>, parts: BankParts): void {
  addBankRoutes(server, parts);
  addEstRoutes(server, parts);
  addLogonPage(server, parts);
}

/** The host by which customers reach it; null for the bank that the app starts. */
function hostOf({ baseUrl }: BankProfile): string | null {
  return baseUrl === null ? null : new URL(baseUrl).hostname.replace(/^\[|\]$/gu, '');
}
