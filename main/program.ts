import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { RequestHandlers } from '../preload/contract/contract.ts';
import type { Preferences } from '../preload/contract/preferences.ts';
import type { ReleaseRequest } from '../preload/contract/release-request.ts';
import { type BankLocator, createBankLocator } from './bank/bank-locator.ts';
import type { BankProfile } from './bank/profile.ts';
import { publishedBank } from './bank/published-bank.ts';
import { chooseStore } from './certificate/stores/choose-store.ts';
import type { Run } from './certificate/stores/run.ts';
import type { CertificateStore } from './certificate/stores/store.ts';
import { sweepTemporaryFiles } from './certificate/stores/temporary.ts';
import { watchPc } from './diagnosis/pc-watch.ts';
import { watchValidity } from './diagnosis/validity-watch.ts';
import { createPublishedStates, type PublishedStates } from './ipc/published-states.ts';
import { createKeychain, type Keychain } from './keychain/keychain.ts';
import type { LoadKeytar } from './keychain/keytar-port.ts';
import { type BorderFaults, borderFaults } from './practice/border-faults.ts';
import { failingJournal, failingWrite } from './practice/disk-faults.ts';
import { damagedAuthority, failingKeytar, failingTools } from './practice/faults.ts';
import { lockedForNewProcedure } from './practice/new-procedure.ts';
import type { ForkedProcess } from './practice-bank/process.ts';
import { hasNetwork } from './preflight/addresses.ts';
import { compareDates } from './preflight/bank-certificate.ts';
import { openBankLine } from './preflight/bank-line.ts';
import { lineChecks } from './preflight/line-checks.ts';
import { pcChecks, writeOnTrial } from './preflight/pc-checks.ts';
import { createPreflight, type PreflightParts, type PreflightRunner, preflightHandlers } from './preflight/preflight.ts';
import { openJournal } from './procedure/journal.ts';
import { createProcedure } from './procedure/procedure.ts';
import { type Runner, startRunner } from './procedure/runner.ts';
import { createReleaseRequest, type DocumentOutput, type ReleaseRequestService } from './release-request/release-request.ts';
import { openRequestStore } from './release-request/request-store.ts';
import { createServices } from './services.ts';
import { preferenceHandlers } from './settings/preference-handlers.ts';
import { openPreferences, type PreferencesStore } from './settings/preferences.ts';
import { diskProblem } from './support/disk-problem.ts';
import type { Clock, Log } from './support/ports.ts';
import { closedUsers } from './users/transition.ts';
import { createUsers, type Users } from './users/users.ts';

/** The program without its window: every service composed, and what answers the window's requests. */

/** What surrounds it: the machine, the desktop and the window. */
export type ProgramHost = {
  readonly profile: BankProfile;
  /** The user-data folder. */
  readonly folder: string;
  readonly platform: NodeJS.Platform;
  readonly home: string;
  /** $XDG_DATA_HOME, where it is set. */
  readonly dataHome: string | undefined;
  /** Where the system keeps temporary files. */
  readonly temporary: string;
  /** Who runs the program; null where the system has no such numbers. */
  readonly userId: number | null;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The operating system's, for the language to begin with. */
  readonly locale: string;
  /** Starts the practice bank's process. */
  readonly fork: (args: readonly string[]) => ForkedProcess;
  readonly loadKeytar: LoadKeytar;
  readonly run: Run;
  readonly resolveProxy: (url: string) => Promise<string>;
  readonly documentOutput: DocumentOutput;
  /** Where papers are proposed to be saved. */
  readonly documents: string;
  readonly setTheme: (theme: Preferences['theme']) => void;
  /** The one window's contents; null while there is none. */
  readonly contents: Parameters<typeof createPublishedStates>[1];
  readonly clock: Clock;
  readonly log: Log;
};

export type Program = {
  readonly handlers: RequestHandlers;
  readonly states: PublishedStates;
  readonly faults: BorderFaults;
  readonly bank: BankLocator;
  /** Resolves once what the window handed over last is on the disk. */
  readonly settled: () => Promise<void>;
};

/** What is there before anything is published. */
type Foundations = {
  readonly preferences: PreferencesStore;
  readonly bank: BankLocator;
  readonly runner: Runner;
  readonly keychain: Keychain;
  readonly run: Run;
  readonly store: CertificateStore;
};

/** @param host see ProgramHost @returns what is bound to the border */
export async function composeProgram(host: ProgramHost): Promise<Program> {
  const { profile, folder, clock, log } = host;
  const foundations = await openFoundations(host);
  const { preferences, bank, runner, keychain, store } = foundations;
  const services = createServices({ locate: bank.locate, profile, keychain, store, folder, clock, log, fault: bank.fault });
  const pc = watchPc({ runner, diagnose: services.diagnose, log });
  const validity = watchValidity({ runner, diagnose: services.diagnose, onDue: () => void pc.examineNow(), clock, log });
  const examine = () => void Promise.all([validity.lookNow(), pc.examineNow()]);
  examine();
  // A situation may concern this PC, whoever chose it.
  bank.onSituation(examine);
  void sweepTemporaryFiles(host.temporary).then((swept) => swept > 0 && log.info('certificate.leftovers-swept', { swept }));
  const request = await openRequest(host, runner, (value) => states.publish('releaseRequest', value));
  const preflight = createPreflight({ begin: preflightChecks(host, foundations), publish: (value) => states.publish('preflight', value), clock, log });

  const initial = { procedure: runner.snapshot(), users: closedUsers, preferences: preferences.current(), bank: publishedBank(profile) };
  const states = createPublishedStates({ ...initial, releaseRequest: request.current(), preflight: preflight.current() }, host.contents);
  const users = openUsers(host, runner, services.bank, states);
  runner.onChange((snapshot) => states.publish('procedure', snapshot));
  followSteps(runner, request, preflight);
  const procedure = createProcedure({ ...services, administrator: users, runner, secrets: keychain, pinRule: profile.pinRule, clock, log });
  const handlers = {
    procedure: lockedForNewProcedure(procedure, bank.practice),
    users: users.requests,
    releaseRequest: request.handlers,
    preflight: preflightHandlers(preflight),
    preferences: preferenceHandlers(preferences, applyTo(host, states)),
    certificate: pc.handlers,
    practice: bank.practice,
  };
  host.setTheme(preferences.current().theme);
  return { handlers, states, faults: borderFaults(bank.fault), bank, settled: request.settled };
}

/** What everything else stands on: journal, bank, keychain and store, each with the practice's faults before it. */
async function openFoundations({ profile, folder, locale, fork, ...host }: ProgramHost): Promise<Foundations> {
  const { clock, log } = host;
  const bank = createBankLocator({ profile, folder, fork, log });
  const { fault } = bank;
  const file = join(folder, 'procedure.json');
  const problemOfDisk = (error: unknown) => diskProblem(error).problem;
  const journal = failingJournal({ journal: openJournal(file, problemOfDisk), file, diskProblem: problemOfDisk, fault });
  const [preferences, runner] = await Promise.all([openPreferences({ dir: folder, locale, log }), startRunner({ journal, clock, log })]);
  const keychain = createKeychain({ load: failingKeytar(host.loadKeytar, fault), profileId: profile.id, clock, log });
  const run = failingTools(host.run, fault);
  return { preferences, bank, runner, keychain, run, store: chooseStore({ ...host, run, log }) };
}

/** Manual 3; whoever is logged off there is led back to the logon. */
function openUsers({ profile, clock, log }: ProgramHost, runner: Runner, bank: ReturnType<typeof createServices>['bank'], states: PublishedStates): Users {
  return createUsers({
    bank,
    rules: { pin: profile.pinRule, userId: profile.users.idRule },
    leadToLogon: async (cause) => void (await runner.dispatch({ type: 'loggedOff', problem: runner.problem(cause) })),
    publish: (state) => states.publish('users', state),
    clock,
    log,
  });
}

/** Makes a change of the preferences felt. */
function applyTo({ setTheme }: ProgramHost, states: PublishedStates): (changed: Preferences) => void {
  return (changed) => {
    setTheme(changed.theme);
    states.publish('preferences', changed);
  };
}

/** The release request, as this window and this procedure have it. */
async function openRequest(host: ProgramHost, runner: Runner, publish: (value: ReleaseRequest) => void): Promise<ReleaseRequestService> {
  const { profile, folder, documentOutput, documents, clock, log } = host;
  return createReleaseRequest({
    layout: profile.releaseRequest,
    store: await openRequestStore(folder, log),
    documentOutput,
    documents,
    step: () => runner.snapshot().state.step,
    publish,
    newId: randomUUID,
    clock,
    log,
  });
}

/** With the branch's call the form has had its time, and this PC is looked at before an attempt is spent. */
function followSteps(runner: Runner, request: ReleaseRequestService, preflight: PreflightRunner): void {
  let before = runner.snapshot().state.step;
  if (before === 'logonMenu' || before === 'activationMenu') void preflight.run();
  runner.onChange(({ state: { step } }) => {
    request.stepReached(step, before);
    if (step === 'logonMenu' && before !== step) void preflight.run();
    before = step;
  });
}

/** What the preflight looks at, for one run after the other. */
function preflightChecks(host: ProgramHost, { bank, keychain, store, run }: Foundations): PreflightParts['begin'] {
  const { platform, home, dataHome, folder, userId, environment, resolveProxy, clock, log } = host;
  const { fault, locate } = bank;
  const openLine = openBankLine(clock, log);
  const open: typeof openLine = (address) => openLine({ ...address, authority: damagedAuthority(address.authority, fault) });
  const line = { locate, open, compareDates: compareDates(clock), connected: hasNetwork, resolveProxy, environment, clock };
  const pc = { keychain, store: { platform, home, dataHome, store, run }, platform, home, userId, folder, run, write: failingWrite(writeOnTrial, fault) };
  return () => ({ ...lineChecks(line), ...pcChecks(pc) });
}
