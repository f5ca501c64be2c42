import { createHttpClient } from '../bank/http-client.ts';
import { createDial, type Dial } from '../bank/proxy/dial.ts';
import { createProxyKeys } from '../bank/proxy/proxy-keys.ts';
import type { WayParts } from '../bank/proxy/ways.ts';
import { chooseStore } from '../certificate/stores/choose-store.ts';
import type { CertificateStore } from '../certificate/stores/store.ts';
import { createDiagnosis } from '../diagnosis/diagnosis.ts';
import { recordOfRun } from '../event-record/begin-record.ts';
import type { EventRecord } from '../event-record/event-record.ts';
import { recordedClients, recordedRun } from '../event-record/recorded-ports.ts';
import { type HandOver, openHandOver } from '../hand-over/hand-over.ts';
import { createKeychain, type Keychain, proxyScope } from '../keychain/keychain.ts';
import { createKeychainProbe } from '../keychain/keychain-probe.ts';
import { storeOfPlace } from '../places/place-store.ts';
import { prescribedWays } from '../policy/followed.ts';
import { readMachinePolicy } from '../policy/machine-policy.ts';
import type { Policy } from '../policy/read-policy.ts';
import { placeOf } from '../record/place.ts';
import { createServices, type Services } from '../services.ts';
import { diskProblem } from '../support/disk-problem.ts';
import { takeFolderLock } from '../support/folder-lock.ts';
import { createLog } from '../support/log.ts';
import type { Clock, Log } from '../support/ports.ts';
import { systemClock } from '../support/system-clock.ts';
import { systemDisk } from '../support/whole-file.ts';
import { bankOptions, type CommandBank, chooseBank } from './command-bank.ts';
import type { Asked, CommandMachine } from './command-line.ts';
import { isWindowOpen } from './open-window.ts';
import { type Attempt, refuse, refuseBy } from './refusal.ts';
import { usualFolder } from './usual-folder.ts';

/** The program's services, as a command composes them: the window's own, without what draws and without Electron. */
export type CommandProgram = {
  /** The program's own; what is of the contract lies in its place (bank.placeFolder). */
  readonly folder: string;
  readonly policy: Policy;
  readonly bank: CommandBank;
  readonly services: Services;
  readonly handOver: HandOver;
  readonly keychain: Keychain;
  readonly store: CertificateStore;
  readonly dial: Dial;
  readonly openHttpClient: typeof createHttpClient;
  readonly ways: WayParts;
  /** Written by those commands alone that do something in the procedure. */
  readonly events: EventRecord;
  readonly clock: Clock;
  readonly log: Log;
};

export const dataOption = {
  data: {
    value: 'FOLDER',
    about: { ja: 'Kaitsu のデータのフォルダー。省略すると、画面の Kaitsu と同じ場所', en: "Kaitsu's data folder; left out: the one that the window uses" },
  },
} as const;
export const programOptions = { ...dataOption, ...bankOptions };

export const folderOf = ({ options }: Asked, { environment, platform }: CommandMachine): string => options.data ?? usualFolder(environment, platform);

/** @returns the services of the bank that is set up, or why there are none */
export async function openProgram(asked: Asked, machine: CommandMachine): Promise<Attempt<CommandProgram>> {
  const folder = folderOf(asked, machine);
  const policy = await readMachinePolicy(machine);
  const bank = await chooseBank(asked, folder, policy, machine);
  return bank.ok ? { ok: true, value: await compose(folder, policy, bank.value, machine) } : bank;
}

async function compose(folder: string, policy: Policy, bank: CommandBank, machine: CommandMachine): Promise<CommandProgram> {
  const { platform, environment, home, temporary, loadKeytar, now, version } = machine;
  const { profile, locate, placeFolder, keychainScope } = bank;
  const clock: Clock = { now, after: systemClock.after };
  const log = createLog({ folder, clock, random: Math.random });
  const events = recordOfRun({ folder: placeFolder, version, platform, by: 'command', clock, log });
  const noting = { notes: events, clock };
  const run = recordedRun(machine.run, noting);
  // What the system's own settings say only Electron knows: here the policy and the environment do.
  const ways = prescribedWays(policy, { resolveProxy: async () => 'DIRECT', environment });
  const probeKeychain = createKeychainProbe({ platform, environment, run });
  const openKeychain = (scope: string) => createKeychain({ load: loadKeytar, probeKeychain, scope, clock, log });
  const keychain = openKeychain(keychainScope);
  const dial = createDial({ ...ways, keys: createProxyKeys(() => openKeychain(proxyScope)), log });
  const everything = chooseStore({ platform, log, home, dataHome: environment.XDG_DATA_HOME, temporary, run });
  const store = storeOfPlace(everything, bank.certificatesElsewhere);
  const openHttpClient = recordedClients((settings) => createHttpClient({ ...settings, dial }), noting);
  const ports = { locate, openHttpClient, createDiagnosis, run, disk: systemDisk };
  const services = createServices({ ports, profile, keychain, store, folder: placeFolder, environment, clock, log });
  const handOver = await openHandOver({ placeFolder, profile, by: () => placeOf(version), clock, log });
  return { folder, policy, bank, services, handOver, keychain, store, dial, openHttpClient, ways, events, clock, log };
}

/** Does what changes the procedure or its files: alone on the data folder, and not while its window is open. */
export async function alone<T>(folder: string, { platform }: CommandMachine, work: () => Promise<Attempt<T>>): Promise<Attempt<T>> {
  const lock = await takeFolderLock(folder).catch(diskProblem);
  // The window holds the lock as well.
  if (lock === null) return refuse((await isWindowOpen(folder, platform)) ? 'window-open' : 'other-command');
  if ('problem' in lock) return refuseBy(lock.problem);
  try {
    return (await isWindowOpen(folder, platform)) ? refuse('window-open') : await work();
  } finally {
    await lock.release();
  }
}

/** @returns what is done with the services of the bank that is set up, alone on its folder */
export async function withProgram<T>(asked: Asked, machine: CommandMachine, work: (program: CommandProgram) => Promise<Attempt<T>>): Promise<Attempt<T>> {
  const program = await openProgram(asked, machine);
  if (!program.ok) return program;
  const { folder, handOver } = program.value;
  return alone(folder, machine, () => work(program.value).finally(handOver.settled));
}
