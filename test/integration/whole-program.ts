import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { BankProfile } from '../../main/bank/profile.ts';
import { runTool } from '../../main/certificate/stores/run.ts';
import type { WindowRequests } from '../../main/ipc/register.ts';
import type { Keytar } from '../../main/keychain/keytar-port.ts';
import type { ForkedProcess } from '../../main/practice-bank/process.ts';
import { type ParentPort, serveApp } from '../../main/practice-bank/serve-app.ts';
import { composeProgram } from '../../main/program.ts';
import type { Program } from '../../main/program-host.ts';
import type { Scenario } from '../../main/scenario/scenario.ts';
import { writeAskedFile } from '../../main/support/asked-file.ts';
import type { Log } from '../../main/support/ports.ts';
import { systemClock } from '../../main/support/system-clock.ts';
import { requestChannel } from '../../preload/contract/contract.ts';
import { practiceScenariosSchema } from '../../preload/contract/practice.ts';
import { type Problem, problemSchema } from '../../preload/contract/problem.ts';
import { type ProcedureSnapshot, type ProcedureState, procedureSnapshotSchema } from '../../preload/contract/procedure.ts';
import { usersStateSchema } from '../../preload/contract/users.ts';
import { createMemoryLog, type MemoryLog } from '../../tools/log/memory-log.ts';
import { noScenarios, onePlace } from '../support/one-place.ts';
import { confirmationPin, layAuthority, logonPin, profile as practiceProfile, startTestBank, type TestBank } from './practice-bank-client.ts';

/** The whole program without a window: asked over its real border, with the real practice bank, tools and files. */

export type WholeProgram = Program & {
  readonly test: () => TestBank;
  readonly desk: () => Desk;
  readonly folder: string;
  /** Asks as the window does. */
  reply(group: string, name: string, input?: unknown): Promise<unknown>;
  /** The same. @returns the problem of a refusal */
  ask(group: string, name: string, input?: unknown): Promise<Problem | null>;
  readonly procedure: () => ReturnType<typeof procedureSnapshotSchema.parse>;
  readonly users: () => ReturnType<typeof usersStateSchema.parse>;
  /** What the person is told at the moment, wherever it stands. */
  told(): string | null;
  readonly log: MemoryLog;
};

const origin = 'app://renderer';
const page = { id: 1, isDestroyed: () => false, send: () => undefined };
const ours = { sender: page, senderFrame: { parent: null, url: `${origin}/index.html` } };
const folders: string[] = [];
const banks: TestBank[] = [];

export async function closePrograms(): Promise<void> {
  for (const bank of banks.splice(0)) await bank.end();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** Ends a program's bank before the test does, so that its folder can be copied. */
export async function stopBank(program: WholeProgram): Promise<void> {
  const stopped = program.test();
  banks.splice(banks.indexOf(stopped), 1);
  await stopped.bank.stop();
}

export function newHome(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kaitsu-program-'));
  folders.push(folder);
  return folder;
}

const keychains = new Map<string, Keytar>();
const secrets = new Map<string, Map<string, string>>();

/** What the keychain of a home holds, by account; a test may spoil it. */
export function secretsOf(folder: string): Map<string, string> {
  const kept = secrets.get(folder) ?? new Map<string, string>();
  secrets.set(folder, kept);
  return kept;
}

const locked = new Set<string>();

/** Locks the keychain of a home, or unlocks it. */
export function lockKeychain(folder: string, isLocked: boolean): void {
  if (isLocked) locked.add(folder);
  else locked.delete(folder);
}

/** One keychain a home, which outlives the program's end. */
function keychainOf(folder: string): Keytar {
  const kept = secretsOf(folder);
  const check = async () => {
    if (locked.has(folder)) throw new Error('the keychain is locked');
  };
  const keytar: Keytar = keychains.get(folder) ?? {
    getPassword: (_service, account) => check().then(() => kept.get(account) ?? null),
    setPassword: (_service, account, secret) => check().then(() => void kept.set(account, secret)),
    deletePassword: (_service, account) => check().then(() => kept.delete(account)),
  };
  keychains.set(folder, keytar);
  return keytar;
}

/** The practice bank in this very process, behind the messages of its own. */
function forkHere(dataDir: string, bankProfile: BankProfile, started: (test: TestBank) => void): ForkedProcess {
  let toApp: (message: unknown) => void = () => undefined;
  let ended: (code: number) => void = () => undefined;
  let toBank: (event: { readonly data: unknown }) => void = () => undefined;
  const exit = (code: number): void => {
    banks.splice(0, banks.length, ...banks.filter((one) => one.dataDir !== dataDir));
    ended(code);
  };
  const start = async () => {
    if (!existsSync(dataDir)) layAuthority(dataDir);
    const test = await startTestBank({ dataDir, clock: systemClock, profile: bankProfile, care: { mends: true } });
    banks.push(test);
    started(test);
    return test.bank;
  };
  const port: ParentPort = {
    postMessage: (message) => toApp(message),
    on(_event, listener) {
      toBank = listener;
    },
  };
  queueMicrotask(() => void serveApp(port, start, exit));
  return {
    postMessage: (data) => toBank({ data }),
    on(event: 'message' | 'exit', listener: ((message: unknown) => void) | ((code: number) => void)) {
      if (event === 'message') toApp = listener as (message: unknown) => void;
      else ended = listener as (code: number) => void;
    },
    kill: () => true,
  };
}

/** What the person has on the desk, and whom they call. */
export type Desk = {
  readonly contractorId: string;
  readonly registrationPin: string;
  /** What stands on the card at this position. */
  cell(row: number, column: number): string;
  /** The branch lifts the lock. */
  release(): Promise<unknown>;
  readonly newPins: { readonly logonPin: string; readonly confirmationPin: string };
};

/** profile: another bank's; desk: where that bank is not the embedded one; onState: told of every state of the procedure, after the journal has it; onTool: before a tool of the store runs. */
export type ProgramOptions = {
  readonly profile?: BankProfile;
  readonly desk?: Desk;
  readonly onState?: (state: ProcedureState) => void;
  readonly onTool?: (args: readonly string[]) => void;
  /** Writes beside the log that the test reads. */
  readonly programLog?: Log;
  /** Where the person saves what is proposed under this path; they think better of it unless said. */
  readonly saveAs?: (proposed: string) => string;
  /** The practice begins at it. */
  readonly scenario?: Scenario;
};

/** @param folder its home; a second start on the same one finds what the first left */
export async function startProgram(folder: string, options: ProgramOptions = {}): Promise<WholeProgram> {
  const profile = options.profile ?? practiceProfile;
  const channels = new Map<string, Parameters<WindowRequests['handle']>[1]>();
  const log = createMemoryLog();
  let running: TestBank | null = null;
  const procedure = (): ProcedureSnapshot => procedureSnapshotSchema.parse(program.states.read('procedure').value);
  const program: Program = await composeProgram({
    profile,
    ...onePlace(folder, profile.id),
    platform: 'linux',
    home: folder,
    dataHome: undefined,
    temporary: folder,
    userId: 1000,
    environment: {},
    locale: 'ja',
    scenarios: { ...noScenarios, opened: options.scenario === undefined ? null : { id: null, scenario: options.scenario } },
    fork: ([, dataDir = '']) => forkHere(dataDir, profile, (test) => (running = test)),
    loadKeytar: async () => keychainOf(folder),
    run: (command, args, input) => {
      options.onTool?.(args);
      return runTool(command, args, input);
    },
    resolveProxy: async () => 'DIRECT',
    documentOutput: {
      print: async () => 'done',
      makePdf: async () => new Uint8Array(),
      askWhere: async (proposed) => options.saveAs?.(proposed) ?? null,
      write: writeAskedFile,
      showInFolder: () => undefined,
    },
    documents: () => folder,
    openWebsite: async () => true,
    version: '0.0.0',
    notify: () => undefined,
    installation: null,
    setTheme: () => undefined,
    endProgram: () => undefined,
    contents: () => (options.onState === undefined ? null : ({ isDestroyed: () => false, send: () => options.onState?.(procedure().state) } as never)),
    clock: systemClock,
    log: options.programLog ?? log,
  });
  program.answer({ requests: { handle: (channel, listener) => void channels.set(channel, listener) }, window: () => page as never, origin });
  const located = await program.locate();
  if (!located.ok) throw new Error('the practice bank did not start');
  const staged = await program.stage();
  if (!staged.ok) throw new Error(`the scenario was not reached: ${staged.problem.remark?.text}`);
  const reply = async (group: string, name: string, input?: unknown): Promise<object> => {
    const answer = await channels.get(requestChannel(group, name))?.(ours, input);
    if (typeof answer !== 'object' || answer === null) throw new Error(`${group}.${name} was not answered`);
    return answer;
  };
  const scenarios = options.scenario === undefined ? null : z.object({ value: practiceScenariosSchema }).parse(await reply('practice', 'readScenarios')).value;
  const embedded = (): TestBank => {
    if (running === null) throw new Error('the practice bank does not run');
    return running;
  };
  const users = () => usersStateSchema.parse(program.states.read('users').value);
  return {
    ...program,
    folder,
    log,
    procedure,
    users,
    test: embedded,
    desk: () => options.desk ?? deskOf(embedded(), scenarios?.open?.pins ?? { logonPin, confirmationPin }),
    reply,
    async ask(group, name, input) {
      const answer = await reply(group, name, input);
      return 'problem' in answer ? problemSchema.parse(answer.problem) : null;
    },
    told() {
      const { state, notice } = procedure();
      const shown = [users(), state].map((one) => ('problem' in one ? one.problem : null));
      return [...shown, notice].find((one) => one !== null)?.code ?? null;
    },
  };
}

/** Goes on through the procedure, as the person does, until the step. @throws where it does not get there */
export async function walkTo(
  program: WholeProgram,
  goal: 'logonMenu' | 'identification' | 'newPins' | 'oneTimePassword' | 'certificateRequired' | 'certificateReady' | 'loggedOn',
): Promise<void> {
  const { procedure } = program;
  for (let steps = 0; steps < 20; steps += 1) {
    const { state } = procedure();
    if (state.step === goal) return;
    const refused = await next(program, state.step);
    if (refused !== null) throw new Error(`refused at ${state.step}: ${refused.code}`);
    const isRetrieving = ({ state }: ProcedureSnapshot) => state.step === 'retrieval' && state.phase !== 'failed';
    if (procedure().state.step === 'retrieval') await waitFor(() => !isRetrieving(procedure()));
  }
  throw new Error(`stopped at ${procedure().state.step}: ${program.told()}`);
}

const enteredTwice = (pins: Desk['newPins']) => ({ ...pins, logonPinReentry: pins.logonPin, confirmationPinReentry: pins.confirmationPin, email: '' });

function deskOf({ contractorId, registrationPin, cell, bank }: TestBank, newPins: Desk['newPins']): Desk {
  return { contractorId, registrationPin, cell, release: async () => bank.releaseLock(contractorId), newPins };
}

/** What the person does at a step. @returns the problem of a refusal */
export async function next({ ask, procedure, desk }: WholeProgram, step: string): Promise<Problem | null> {
  const { contractorId, registrationPin, cell, release, newPins } = desk();
  switch (step) {
    case 'start':
      return ask('procedure', 'chooseLockedOut');
    case 'locked':
      return ask('procedure', 'reportReleaseRequested');
    case 'awaitingRelease':
      await release();
      return ask('procedure', 'reportReleased');
    case 'logonMenu':
      return ask('procedure', 'chooseAdministratorLogon');
    case 'activationMenu':
      return ask('procedure', 'chooseActivation');
    case 'identification':
      return ask('procedure', 'identify', { contractorId, registrationPin });
    case 'newPins':
      return ask('procedure', 'setPins', { registrationPin, ...enteredTwice(newPins) });
    case 'oneTimePassword': {
      const { state } = procedure();
      const { row, column } = (state.step === 'oneTimePassword' ? state.position : null) ?? { row: 1, column: 1 };
      return ask('procedure', 'confirmOneTimePassword', { oneTimePassword: cell(row, column) });
    }
    case 'certificateRequired':
      return ask('procedure', 'retrieveCertificate');
    case 'certificateReady':
      return ask('procedure', 'logOn', { logonPin: newPins.logonPin });
    default:
      throw new Error(`nothing to do at ${step}: ${JSON.stringify(procedure().state)}`);
  }
}

/** @throws after 40 seconds */
export async function waitFor(holds: () => boolean): Promise<void> {
  for (const end = Date.now() + 40_000; !holds(); ) {
    if (Date.now() > end) throw new Error('waited in vain');
    await new Promise((resolve) => void setTimeout(resolve, 20));
  }
}
