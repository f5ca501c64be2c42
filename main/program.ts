import type { PublishedBank } from '../preload/contract/bank.ts';
import type { RequestHandlers } from '../preload/contract/contract.ts';
import { success } from '../preload/contract/problem.ts';
import type { Settings } from '../preload/contract/settings.ts';
import { noSupport, type Support } from '../preload/contract/support.ts';
import { hostWithPort } from './bank/addresses.ts';
import type { BankProfile } from './bank/profile.ts';
import { createDial, type Dial } from './bank/proxy/dial.ts';
import { proxyHandlers } from './bank/proxy/proxy-handlers.ts';
import { createProxyKeys, type KeptProxyKeys } from './bank/proxy/proxy-keys.ts';
import { publishedBank } from './bank/published-bank.ts';
import { websiteHandlers } from './bank/website.ts';
import { chooseStore } from './certificate/stores/choose-store.ts';
import type { CertificateStore } from './certificate/stores/store.ts';
import { sweepTemporaryFiles } from './certificate/stores/temporary.ts';
import { watchApproval } from './diagnosis/approval-watch.ts';
import { watchPc } from './diagnosis/pc-watch.ts';
import { watchValidity } from './diagnosis/validity-watch.ts';
import { beginRecord } from './event-record/begin-record.ts';
import type { EventNotes } from './event-record/event-record.ts';
import { type Noting, recordedPorts, recordedRun } from './event-record/recorded-ports.ts';
import { type HandOver, openHandOver } from './hand-over/hand-over.ts';
import { notingTidyUp, stepOfUsers } from './hand-over/noted-beside.ts';
import { createPublishedStates, type PublishedStates } from './ipc/published-states.ts';
import { refusing } from './ipc/refusing.ts';
import { createKeychain, type Keychain, proxyScope } from './keychain/keychain.ts';
import { storeOfPlace } from './places/place-store.ts';
import { mayInstall, withoutInstalling } from './policy/followed.ts';
import type { Practice, PracticeParts } from './practice/open-practice.ts';
import { beginChecks } from './preflight/begin-checks.ts';
import { createPreflight, type PreflightParts, type PreflightRunner, preflightHandlers } from './preflight/preflight.ts';
import { openJournal } from './procedure/journal.ts';
import { onceJournalIsRead, tellUnavailable } from './procedure/kept-notice.ts';
import { createProcedure, type Procedure } from './procedure/procedure.ts';
import { type Runner, startRunner } from './procedure/runner.ts';
import { openBundle } from './program-bundle.ts';
import type { Program, ProgramHost } from './program-host.ts';
import { openHandOverWindow, openRecord, openReminders, openRequest } from './program-papers.ts';
import type { ProgramPorts } from './program-ports.ts';
import { openProgramUpdates } from './program-updates.ts';
import { portsOf } from './real-ports.ts';
import { placeOf } from './record/place.ts';
import type { ReleaseRequestService } from './release-request/release-request.ts';
import { openRequestStore, requestFile } from './release-request/request-store.ts';
import { createServices, type Services } from './services.ts';
import { settingsHandlers } from './settings/notices.ts';
import { preferenceHandlers } from './settings/preference-handlers.ts';
import { openPreferences, preferencesFile } from './settings/preferences.ts';
import { type FollowedPreferences, followPolicy } from './settings/prescribed-preferences.ts';
import { settingsOf } from './settings/settings.ts';
import { programFile } from './support/kept-files.ts';
import { closedUsers } from './users/transition.ts';
import { createUsers, type Users } from './users/users.ts';
import { createWindowRequests } from './window/window-requests.ts';

/** The program without its window: every service composed, and what answers the window's requests. */

/** What is there before anything is published. */
type Foundations = {
  readonly practice: Practice | null;
  readonly ports: ProgramPorts;
  readonly preferences: FollowedPreferences;
  readonly runner: Runner;
  readonly handOver: HandOver;
  readonly keychain: Keychain;
  readonly store: CertificateStore;
  readonly proxyKeys: KeptProxyKeys;
  readonly dial: Dial;
};

/** @param host see ProgramHost @returns what is bound to the border */
export async function composeProgram(host: ProgramHost): Promise<Program> {
  const { profile, placeFolder: folder, environment, clock, log } = host;
  const events = beginRecord({ ...host, folder, by: 'window' });
  const foundations = await openFoundations(host, events);
  const { practice, ports, preferences, runner, keychain, store } = foundations;
  const services = servicesUnder(host, createServices({ ports, profile, keychain, store, folder, environment, clock, log }), store);
  const pc = watchThisPc(host, foundations, services.diagnose);
  const requestStore = await openRequestStore({ file: requestFile(folder, { disk: ports.disk }), clock, log });
  const request = openRequest(host, runner, requestStore, (value) => states.publish('releaseRequest', value));
  const record = openRecord(host, runner, (value) => states.publish('record', value));
  const handOver = openHandOverWindow(host, { ...foundations, preferences }, (value) => states.publish('handOver', value));
  const reminders = await openReminders(host, { runner, ports, preferences }, (value) => states.publish('reminders', value));
  const windowRequests = createWindowRequests(host.endProgram);
  const updates = openProgramUpdates(host, { ...foundations, ...windowRequests }, (value) => states.publish('updates', value));
  const preflight = createPreflight({ begin: preflightChecks(host, foundations), publish: (value) => states.publish('preflight', value), clock, log });

  const bundle = openBundle(host, { ...services, ...ports, preflight, supportKey: profile.support.key }, events, (value) => states.publish('bundle', value));
  const places = await host.openPlaces(windowRequests.entryUnderWay, (value) => states.publish('places', value));
  const own = { places, preferences, releaseRequest: request, record, handOver, bundle, preflight, reminders, updates };
  const initial = { ...saidBy(host), ...currentOf(own), procedure: runner.snapshot(), users: closedUsers };
  const states = createPublishedStates(initial, host.contents, events.noteState);
  const users = openUsers(host, foundations, services.bank, states);
  tellOf(runner, states, [record, reminders, updates]);
  followSteps(runner, request, preflight);
  await onceJournalIsRead(runner, () => tellUnavailable(runner, [preferences, requestStore]));
  const procedure = openProcedure(host, foundations, services, users);
  const handlers = {
    procedure: procedure.requests,
    users: users.requests,
    releaseRequest: request.handlers,
    record: record.handlers,
    bundle: bundle.handlers,
    handOver: handOver.handlers,
    places: places.handlers,
    reminders: reminders.handlers,
    updates: updates.handlers,
    preflight: preflightHandlers(preflight),
    preferences: preferenceHandlers(preferences, { ...host, publish: (value) => states.publish('preferences', value) }),
    certificate: notingTidyUp(pc.handlers, foundations.handOver),
    window: windowRequests.handlers,
    ...answeredBy(host, foundations),
  };
  return {
    states,
    language: () => preferences.current().language,
    openRecord: record.open,
    openBundle: bundle.open,
    openHandOver: handOver.open,
    receiveFile: places.receive,
    showAsked: () => undefined,
    answer: (window) => ports.registerContract({ handlers, states, log, ...window }),
    locate: ports.locate,
    stage: async () => (await practice?.stage()) ?? success(undefined),
    logOff: procedure.end,
    entryUnderWay: windowRequests.entryUnderWay,
    noteNoEntry: windowRequests.noteNoEntry,
    end: () => settle(practice, [request, reminders, preferences, runner, foundations.handOver]).then(events.end),
  };
}

/** Sections 1 and 2 of the manual, as the window drives them. */
function openProcedure(host: ProgramHost, { runner, keychain }: Foundations, services: Services, users: Users): Procedure {
  const { profile, documentOutput, clock, log } = host;
  const parts = { runner, administrator: users, secrets: keychain, pinRule: profile.pinRule, showInFolder: documentOutput.showInFolder, clock, log };
  return createProcedure({ ...services, ...parts });
}

/** Whatever happens in the procedure is published, and told to those who make something of it. */
function tellOf(runner: Runner, states: PublishedStates, listeners: readonly { changed(): void }[]): void {
  runner.onChange((snapshot) => states.publish('procedure', snapshot));
  for (const { changed } of listeners) runner.onChange(changed);
}

/** Ends the embedded bank, and waits for what is not on the disk yet. */
async function settle(practice: Practice | null, services: readonly { settled(): Promise<void> }[]): Promise<void> {
  await Promise.all([practice?.stop(), ...services.map((service) => service.settled())]);
}

/** What stays as it is for as long as the program runs. */
function saidBy(host: ProgramHost): { readonly bank: PublishedBank; readonly settings: Settings; readonly support: Support } {
  const settings = settingsOf({ policy: host.policy, version: host.version, bank: bankSetting(host) });
  return { bank: publishedBank(host.profile), settings, support: noSupport };
}

/** What needs no service. */
function answeredBy(
  { profile, openWebsite, resources }: ProgramHost,
  { proxyKeys }: Foundations,
): Pick<RequestHandlers, 'bank' | 'settings' | 'support' | 'replay' | 'practice' | 'proxy'> {
  const { support, replay, practice } = refusing;
  return {
    bank: websiteHandlers(profile.website, openWebsite),
    settings: settingsHandlers(resources),
    support,
    replay,
    practice,
    proxy: proxyHandlers(proxyKeys),
  };
}

type Currents = Readonly<Record<string, { current(): unknown }>>;

/** The current value of each. */
function currentOf<T extends Currents>(services: T): { readonly [N in keyof T]: ReturnType<T[N]['current']> } {
  // Each key keeps its own value.
  return Object.fromEntries(Object.entries(services).map(([name, service]) => [name, service.current()])) as { [N in keyof T]: ReturnType<T[N]['current']> };
}

/** Looks at this PC once the journal is read, and whenever there is reason to. @returns what answers about its certificates */
function watchThisPc({ temporary, clock, log }: ProgramHost, { practice, runner }: Foundations, diagnose: Services['diagnose']): ReturnType<typeof watchPc> {
  const pc = watchPc({ runner, diagnose, log });
  watchApproval({ runner, clock });
  const validity = watchValidity({ runner, diagnose, onDue: () => void pc.examineNow(), clock, log });
  const examine = async () => void (await Promise.all([validity.lookNow(), pc.examineNow()]));
  void onceJournalIsRead(runner, () => void examine());
  // A situation may concern this PC, also one chosen on the command line.
  practice?.onSituation(examine);
  void sweepTemporaryFiles(temporary).then((swept) => swept > 0 && log.info('certificate.leftovers-swept', { swept }));
  return pc;
}

/** What everything else stands on: journal, bank, keychain and store; in a practice, each with its faults before it. */
async function openFoundations(
  { profile, folder: ownFolder, placeFolder: folder, keychainScope, locale, fork, ...host }: ProgramHost,
  notes: EventNotes,
): Promise<Foundations> {
  const { clock, log, run } = host;
  const noting: Noting = { notes, clock };
  const proxyKeys = createProxyKeys(() => openKeychain(proxyScope));
  const dial = createDial({ ...host, keys: proxyKeys });
  const practice = await practiceOf(profile, { ...host, folder, fork });
  // Recorded is what the program sees: a practice's faults as well.
  const real = { ...portsOf(profile, { ...host, run: recordedRun(run, noting) }, dial), run };
  const ports = recordedPorts(practice?.decorate(real) ?? real, noting);
  const { disk } = ports;
  const journal = openJournal(programFile(folder, 'journal'), { disk });
  const file = preferencesFile(ownFolder, { disk });
  const handOver = await openHandOver({ placeFolder: folder, profile, by: () => placeOf(host.version), disk, clock, log });
  const [preferences, runner] = await Promise.all([
    openPreferences({ file, locale, clock, log }),
    startRunner({ journal, stepOrder: profile.stepOrder, clock, log, happened: handOver.happened }),
  ]);
  followHandOver(runner, handOver);
  const openKeychain = (scope: string) => createKeychain({ load: ports.loadKeytar, probeKeychain: ports.probeKeychain, scope, clock, log });
  const keychain = openKeychain(keychainScope);
  return {
    practice,
    ports,
    preferences: followPolicy(preferences, host.policy),
    runner,
    handOver,
    keychain,
    store: storeOfPlace(chooseStore({ ...host, run: ports.run, log }), host.certificatesElsewhere),
    proxyKeys,
    dial,
  };
}

/**
 * Two locks on one door: a bank with an address has no practice, and one that is not for practice has none either.
 * Its code is not even loaded then.
 * @returns null with a real bank
 */
export async function practiceOf(profile: BankProfile, parts: PracticeParts): Promise<Practice | null> {
  if (!profile.practice || profile.baseUrl !== null) return null;
  const { openPractice } = await import('./practice/open-practice.ts');
  return openPractice(parts);
}

/** Where the policy forbids this PC's certificate store, no certificate is asked for. */
function servicesUnder({ policy }: ProgramHost, services: Services, store: CertificateStore): Services {
  return mayInstall(policy, store) ? services : { ...services, certificate: withoutInstalling(services.certificate) };
}

/** Where the bank answers, and who said so. */
function bankSetting({ profile: { baseUrl, practice }, policy }: ProgramHost): NonNullable<Settings['bank']> {
  if (practice || baseUrl === null) return { host: '', source: 'practice' };
  const { bankFile, bankProfile } = policy.prescribed;
  return { host: hostWithPort(baseUrl), source: bankFile === null && bankProfile === null ? 'bankFile' : 'policy' };
}

/** Manual 3; a person who is logged off there is led back to the logon. */
function openUsers({ profile, clock, log }: ProgramHost, { runner, handOver }: Foundations, bank: Services['bank'], states: PublishedStates): Users {
  return createUsers({
    bank,
    rules: { pin: profile.pinRule, userId: profile.users.idRule },
    leadToLogon: async (cause) => void (await runner.dispatch({ type: 'loggedOff', problem: runner.problem(cause) })),
    note(note) {
      if (note.what === 'userPins' || note.what === 'refused') void runner.note(note);
      if (note.what !== 'refused') handOver.note(stepOfUsers(note));
    },
    publish: (state) => states.publish('users', state),
    clock,
    log,
  });
}

/** What the disk does not take of the record is told, unless the same is told already. */
function followHandOver(runner: Runner, handOver: HandOver): void {
  handOver.onTrouble((code) => {
    if (runner.snapshot().notice?.code !== code) void runner.dispatch({ type: 'noticed', problem: runner.problem({ code }) });
  });
  void onceJournalIsRead(runner, handOver.bringInOrder);
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
function preflightChecks(host: ProgramHost, { ports, keychain, store, dial }: Foundations): PreflightParts['begin'] {
  const { locate, openHttpClient, run, writeOnTrial: write } = ports;
  return beginChecks({ ...host, folder: host.placeFolder, locate, openHttpClient, run, write, keychain, store, dial });
}
