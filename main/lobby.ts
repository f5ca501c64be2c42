import type { PublishedBank } from '../preload/contract/bank.ts';
import { failure, success } from '../preload/contract/problem.ts';
import type { RequestLayout } from '../preload/contract/release-request.ts';
import { noEntries } from '../preload/contract/request-rules.ts';
import { beginRecord } from './event-record/begin-record.ts';
import { recordedRequests } from './event-record/recorded-ports.ts';
import { createPublishedStates, type PublishedStates } from './ipc/published-states.ts';
import { refusing } from './ipc/refusing.ts';
import { registerContract } from './ipc/register.ts';
import type { PlacesService } from './places/places.ts';
import { initialSnapshot } from './procedure/transition.ts';
import { openBundle } from './program-bundle.ts';
import type { Program, ProgramHost } from './program-host.ts';
import { settingsHandlers } from './settings/notices.ts';
import { preferenceHandlers } from './settings/preference-handlers.ts';
import { openPreferences, preferencesFile } from './settings/preferences.ts';
import { followPolicy } from './settings/prescribed-preferences.ts';
import { settingsOf } from './settings/settings.ts';
import type { SupportBundleService } from './support-bundle/support-bundle.ts';
import { closedUsers } from './users/transition.ts';
import { createWindowRequests } from './window/window-requests.ts';

/** The program while no place is open: the list of places, and nothing that knows a bank. */

export type LobbyHost = Pick<
  ProgramHost,
  | 'policy'
  | 'resources'
  | 'version'
  | 'platform'
  | 'folder'
  | 'locale'
  | 'environment'
  | 'resolveProxy'
  | 'documentOutput'
  | 'documents'
  | 'setTheme'
  | 'contents'
  | 'endProgram'
  | 'openPlaces'
  | 'clock'
  | 'log'
>;

/** What stands where a bank's rules would: the list draws nothing of it. */
const noBank: PublishedBank = {
  name: { ja: 'Kaitsu', en: 'Kaitsu', ko: 'Kaitsu' },
  practice: false,
  pinRule: { minLength: 0, maxLength: 0, symbols: '' },
  oneTimePasswordLength: 1,
  cardGrid: null,
  stepOrder: 'activationFirst',
  wrongAttemptLimit: 1,
  sessionMinutes: 1,
  certificate: { retrievalDeadlineDays: 0, validityDays: 0, renewalWindowDays: 0, graceDays: 0, renewalClosesAt: null, afterGrace: 'paperForm' },
  users: { limit: 1, idRule: { minLength: 0, maxLength: 0 } },
  website: null,
  support: { phone: '', hours: { ja: '-', en: '-', ko: '-' } },
};

const noLayout: RequestLayout = {
  title: '-',
  addressee: '-',
  preamble: '-',
  calendar: 'japanese',
  fields: [{ name: 'date', label: '-' }],
  pinLabels: { logonPin: '', confirmationPin: '', userLogonPin: '', userConfirmationPin: '' },
  accountLabels: { ordinary: '', current: '' },
  reasonLabels: { mistyped: '', forgotten: '', unknown: '', other: '' },
  contactLabels: { name: '', phone: '' },
  notes: [],
  sealBox: null,
  bankBox: null,
  mark: null,
  handIn: { ja: '-', en: '-', ko: '-' },
};

type Initial = Parameters<typeof createPublishedStates>[0];

/** Every state but those of which the list is drawn. */
const nothing: Omit<Initial, 'preferences' | 'places' | 'settings'> = {
  procedure: initialSnapshot,
  users: closedUsers,
  bank: noBank,
  releaseRequest: { open: false, form: 'release', offersReissue: false, layout: noLayout, entries: noEntries, prepared: [], unavailable: false, savedAs: null },
  record: { available: false, open: false, savedAs: null },
  bundle: { open: false, savedAs: null },
  preflight: { phase: 'idle', checkedAt: null, results: [] },
  reminders: { offered: false, snoozedUntil: null },
  // Where updates are, the bank says.
  updates: { kind: 'off', why: 'no-server' },
};

/** @param host see ProgramHost @returns what is bound to the border while the list is on the screen */
export async function composeLobby(host: LobbyHost): Promise<Program> {
  const { policy, version, folder, locale, clock, log } = host;
  const preferences = followPolicy(await openPreferences({ file: preferencesFile(folder), locale, clock, log }), policy);
  const windowRequests = createWindowRequests(host.endProgram);
  const events = beginRecord({ ...host, by: 'window' });
  const bundle: SupportBundleService = openBundle(host, null, events, (value) => states.publish('bundle', value));
  const places: PlacesService = await host.openPlaces(windowRequests.entryUnderWay, (value) => states.publish('places', value));
  const states: PublishedStates = createPublishedStates(
    { ...nothing, settings: settingsOf({ policy, version, bank: null }), preferences: preferences.current(), places: places.current() },
    host.contents,
    events.noteState,
  );
  const handlers = {
    // Everything that needs a bank.
    ...refusing,
    window: windowRequests.handlers,
    places: places.handlers,
    bundle: bundle.handlers,
    settings: settingsHandlers(host.resources),
    preferences: preferenceHandlers(preferences, { ...host, publish: (value) => states.publish('preferences', value) }),
  };
  return {
    states,
    language: () => preferences.current().language,
    openRecord: () => undefined,
    openBundle: bundle.open,
    receiveFile: places.receive,
    answer: (window) => registerContract({ handlers, states, noteRequest: recordedRequests({ notes: events, clock }), log, ...window }),
    locate: async () => failure('not-now'),
    stage: async () => success(undefined),
    logOff: async () => true,
    entryUnderWay: windowRequests.entryUnderWay,
    noteNoEntry: windowRequests.noteNoEntry,
    async end() {
      await preferences.settled();
      await events.end();
    },
  };
}
