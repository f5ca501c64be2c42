import { failure, problemOf, success } from '../preload/contract/problem.ts';
import type { Accepted } from '../preload/contract/procedure.ts';
import { noSupport } from '../preload/contract/support.ts';
import { beginRecord } from './event-record/begin-record.ts';
import { recordedRequests } from './event-record/recorded-ports.ts';
import { createPublishedStates, type PublishedStates } from './ipc/published-states.ts';
import { refusing } from './ipc/refusing.ts';
import { registerContract } from './ipc/register.ts';
import { nothingOpen } from './nothing-open.ts';
import type { PlacesService } from './places/places.ts';
import { mayOpenSupport } from './policy/support-rule.ts';
import { openBundle } from './program-bundle.ts';
import type { Program, ProgramHost } from './program-host.ts';
import { settingsHandlers } from './settings/notices.ts';
import { preferenceHandlers } from './settings/preference-handlers.ts';
import { openPreferences, preferencesFile } from './settings/preferences.ts';
import { followPolicy } from './settings/prescribed-preferences.ts';
import { settingsOf } from './settings/settings.ts';
import type { SupportBundleService } from './support-bundle/support-bundle.ts';
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
  | 'openSupport'
  | 'clock'
  | 'log'
>;

/** @param host see ProgramHost @returns what is bound to the border while the list is on the screen */
export async function composeLobby(host: LobbyHost): Promise<Program> {
  const { policy, version, folder, locale, clock, log } = host;
  const preferences = followPolicy(await openPreferences({ file: preferencesFile(folder), locale, clock, log }), policy);
  const windowRequests = createWindowRequests(host.endProgram);
  const events = beginRecord({ ...host, by: 'window' });
  const bundle: SupportBundleService = openBundle(host, null, events, (value) => states.publish('bundle', value));
  const places: PlacesService = await host.openPlaces(windowRequests.entryUnderWay, (value) => states.publish('places', value));
  const states: PublishedStates = createPublishedStates(
    {
      ...nothingOpen,
      settings: settingsOf({ policy, version, bank: null }),
      preferences: preferences.current(),
      places: places.current(),
      support: { ...noSupport, offered: mayOpenSupport(policy) },
    },
    host.contents,
    events.noteState,
  );
  const handlers = {
    // Everything that needs a bank.
    ...refusing,
    window: windowRequests.handlers,
    places: places.handlers,
    bundle: bundle.handlers,
    support: { open: () => openSupport(host, windowRequests.entryUnderWay) },
    settings: settingsHandlers(host.resources),
    preferences: preferenceHandlers(preferences, { ...host, publish: (value) => states.publish('preferences', value) }),
  };
  return {
    states,
    language: () => preferences.current().language,
    openRecord: () => undefined,
    openBundle: bundle.open,
    openHandOver: () => undefined,
    receiveFile: places.receive,
    showAsked: () => undefined,
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

/** As getting to a place: the program ends in good order, and starts again there. */
async function openSupport({ policy, openSupport: open }: LobbyHost, entryUnderWay: () => boolean): Promise<Accepted> {
  if (!mayOpenSupport(policy)) return { ok: false, problem: problemOf(failure('prescribed-by-policy').problem) };
  if (entryUnderWay()) return { ok: false, problem: problemOf(failure('not-now').problem) };
  // The window that asked is still there to hear the reply.
  setImmediate(open);
  return { ok: true };
}
