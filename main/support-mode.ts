import type { Places } from '../preload/contract/places.ts';
import { failure, success } from '../preload/contract/problem.ts';
import { askedCodeMaxLength, type Support } from '../preload/contract/support.ts';
import { loadBankProfile } from './bank/load-profile.ts';
import { publishedBank } from './bank/published-bank.ts';
import { openKeptBanks } from './bank-file/kept-banks.ts';
import { loadPrescribedBank } from './bank-file/prescribed-bank.ts';
import { runTool } from './certificate/stores/run.ts';
import { createPublishedStates, type PublishedStates } from './ipc/published-states.ts';
import { refusing } from './ipc/refusing.ts';
import { registerContract } from './ipc/register.ts';
import { nothingOpen } from './nothing-open.ts';
import { bankRuleOf } from './policy/bank-rule.ts';
import { readMachinePolicy } from './policy/machine-policy.ts';
import type { Policy } from './policy/read-policy.ts';
import { mayOpenSupport } from './policy/support-rule.ts';
import type { Program, ProgramHost, SupportAsked } from './program-host.ts';
import { createReplay, type ReplayParts } from './replay/replay.ts';
import { preferenceHandlers } from './settings/preference-handlers.ts';
import { openPreferences, preferencesFile } from './settings/preferences.ts';
import { followPolicy } from './settings/prescribed-preferences.ts';
import { settingsOf } from './settings/settings.ts';
import type { GuardedDisk } from './support/guarded-file.ts';
import type { ProgramLog } from './support/log.ts';
import { atOnce, type Disk, systemDisk } from './support/whole-file.ts';
import { createWindowRequests } from './window/window-requests.ts';

/**
 * The support mode: a program of its own that draws a customer's screen from its code, and a customer's session from their
 * support bundle. It knows no bank connection, no keychain, no certificate store, no journal and no procedure
 * (test/unit/support-loading.alone.test.ts asks the bundle), answers nothing but how it looks itself and what is done with a
 * bundle, and leads nowhere: who wants the program closes it and starts that.
 */

type OfProgramHost = Pick<ProgramHost, 'platform' | 'environment' | 'locale' | 'version' | 'setTheme' | 'contents' | 'clock'>;

export type SupportHost = OfProgramHost &
  Omit<ReplayParts, 'log' | 'clock'> & {
    /** Its own, where its preferences and its log are. */
    readonly folder: string;
    /** The program's, where the banks are that were taken on this PC. Read alone. */
    readonly programFolder: string;
    /** What was handed in at the start. */
    readonly asked: SupportAsked;
    /** Of the policy; only tests hand in another one than the system's. */
    readonly disk?: GuardedDisk;
    readonly log: ProgramLog;
  };

const noPlaces: Places = { open: null, banks: [], practice: 'forbidden', prescribedBy: null, offered: null, told: null, problem: null };

/** @param host see SupportHost @returns what is bound to the border; null where the policy forbids it */
export async function openSupportMode(host: SupportHost): Promise<Program | null> {
  const { platform, environment, folder, locale, clock, log, version } = host;
  const policy = await readMachinePolicy({ platform, environment, run: runTool, ...(host.disk === undefined ? {} : { disk: host.disk }) });
  if (!mayOpenSupport(policy)) return null;
  const { logRetentionDays } = policy.prescribed;
  if (logRetentionDays?.value != null) log.forgetOlderThan(logRetentionDays.value);
  const [kept, banks] = await Promise.all([openPreferences({ file: preferencesFile(folder), locale, clock, log }), banksOfThisPc(policy, host)]);
  const preferences = followPolicy(kept, policy);
  const replay = createReplay(host);
  const about = ({ code, file }: SupportAsked): Support => ({
    offered: false,
    asked: code?.slice(0, askedCodeMaxLength) ?? null,
    file: file === null ? null : replay.give(file),
    banks: [...banks],
  });
  const states: PublishedStates = createPublishedStates(
    {
      ...nothingOpen,
      places: noPlaces,
      settings: settingsOf({ policy, version, bank: null }),
      preferences: preferences.current(),
      support: about(host.asked),
    },
    host.contents,
  );
  // Notes that are in no report yet are entries under way: the window is not closed over them without a question.
  const windowRequests = createWindowRequests(() => undefined);
  const handlers = {
    ...refusing,
    preferences: preferenceHandlers(preferences, { ...host, publish: (value) => states.publish('preferences', value) }),
    replay: replay.handlers,
    window: { ...refusing.window, noteEntry: windowRequests.handlers.noteEntry },
  };
  return {
    states,
    language: () => preferences.current().language,
    openRecord: () => undefined,
    openBundle: () => undefined,
    openHandOver: () => undefined,
    receiveFile: async () => ({ kind: 'refused', code: 'not-now' }),
    showAsked: (asked) => states.publish('support', about(asked)),
    answer: (window) => registerContract({ handlers, states, log, ...window }),
    locate: async () => failure('not-now'),
    stage: async () => success(undefined),
    logOff: async () => true,
    entryUnderWay: windowRequests.entryUnderWay,
    noteNoEntry: windowRequests.noteNoEntry,
    end: preferences.settled,
  };
}

/** The bank that is prescribed, else those that were taken; the practice's last. What cannot be read is not there: nobody waits for it on the phone. */
async function banksOfThisPc(policy: Policy, { platform, programFolder, clock, log }: SupportHost): Promise<Support['banks']> {
  const prescribed = await loadPrescribedBank(bankRuleOf(policy), { platform, now: clock.now });
  const { banks } =
    prescribed.ok && prescribed.value === null ? await openKeptBanks(programFolder, { disk: readOnlyDisk, patience: atOnce }).list() : { banks: [] };
  const known = prescribed.ok && prescribed.value !== null ? [prescribed.value] : banks.map(({ current }) => current.file.content.profile);
  const practice = await loadBankProfile(null, log);
  if (!practice.ok) throw new Error('The bank profile that comes with the program is broken');
  return [...known.slice(0, 50), practice.value].map((profile) => ({
    bank: publishedBank(profile),
    layouts: { release: profile.releaseRequest, reissue: profile.reissueRequest },
  }));
}

const refuse = async (): Promise<never> => {
  throw Object.assign(new Error('The support mode changes nothing.'), { code: 'EROFS' });
};

/** A file that is damaged stays where it is: the program itself sets it aside, and says so. */
const readOnlyDisk: Disk = { ...systemDisk, mkdir: refuse, rename: refuse, replace: refuse, remove: refuse };
