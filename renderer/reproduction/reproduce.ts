import type { PublishedBank } from '../../preload/contract/bank.ts';
import type { DescribedOver, DescribedWindow } from '../../preload/contract/full-code/described-window.ts';
import type { PracticePapers } from '../../preload/contract/practice.ts';
import type { Preferences } from '../../preload/contract/preferences.ts';
import type { RecordState } from '../../preload/contract/record.ts';
import type { ReleaseRequest, RequestLayout } from '../../preload/contract/release-request.ts';
import type { Reminders } from '../../preload/contract/reminders.ts';
import type { Settings } from '../../preload/contract/settings.ts';
import type { SituationCode } from '../../preload/contract/situations.ts';
import type { UpdatesState } from '../../preload/contract/updates.ts';
import { preflight } from '../help/samples/preflight.ts';
import { requestEntries } from '../help/samples/request.ts';
import type { KnownStates } from '../state/stores.ts';
import { comparing, nobodysBank, samplePlaces } from './places.ts';
import { samplePreflightOf } from './preflight.ts';
import { problemOf, sampleSnapshot } from './reproduce-procedure.ts';
import { sampleUsers } from './reproduce-users.ts';
import { sampleEntries } from './request-entries.ts';
import { practicePapers } from './samples/practice.ts';
import { noHandOver, noRecord, noReminders, noUpdates, practicePlaces, prescribedSettings, usualPreferences, usualSettings } from './samples/published.ts';
import { recordPaper } from './samples/record.ts';

/** What a window is drawn from that looks as a full code tells. */
export type Reproduced = {
  readonly states: KnownStates;
  /** What is answered where more is asked than whether a request was accepted, by the request's name. */
  readonly answers: Readonly<Record<string, unknown>>;
};

/** A bank whose window can be drawn: what is published of its profile, and how its papers look. */
export type ReproducedBank = { readonly bank: PublishedBank; readonly layouts: { readonly release: RequestLayout; readonly reissue: RequestLayout | null } };

/**
 * Draws on samples alone: nothing of a customer is in a full code. The same description always gives the same values.
 * @param bank whose window it is: the one of the code's profile mark
 */
export function reproduce(described: DescribedWindow, { bank, layouts }: ReproducedBank): Reproduced {
  const { shown, version, over } = described;
  const listed = shown.screen === 'places' || shown.screen === 'bank-file';
  const users = sampleUsers(described);
  return {
    states: {
      procedure: sampleSnapshot(described, bank),
      users: users ?? { screen: 'closed' },
      preferences: preferencesOf(described),
      bank: listed ? nobodysBank(bank) : bank,
      releaseRequest: requestOf(described, layouts),
      record: recordOf(described),
      // A full code tells the screen behind it.
      bundle: { open: false, savedAs: null },
      // A full code has no room for it: it tells the screen below.
      handOver: noHandOver,
      preflight: 'preflight' in shown ? samplePreflightOf(shown.preflight) : preflight(),
      places: placesOf(described),
      settings: { ...settingsOf(over), version },
      reminders: remindersOf(described),
      updates: over.what === 'settings' ? updatesOf(over.updates) : noUpdates,
      // Whether a company forbids it no code tells.
      support: { offered: listed, asked: null, file: null, banks: [] },
    },
    answers: answersOf(described),
  };
}

function preferencesOf({ language, look, textSize, shuffledKeys }: DescribedWindow): Preferences {
  // What the customer's system is set to, this one need not be: the look itself is what counts.
  const theme = look === 'light' || look === 'systemLight' ? 'light' : 'dark';
  return { ...usualPreferences, language, theme, textSize, shuffledKeys };
}

function requestOf({ shown }: DescribedWindow, { release, reissue }: ReproducedBank['layouts']): ReleaseRequest {
  const closed: ReleaseRequest = {
    open: false,
    form: 'release',
    offersReissue: 'offersReissue' in shown ? shown.offersReissue : true,
    layout: release,
    entries: requestEntries,
    prepared: [],
    unavailable: false,
    savedAs: null,
  };
  switch (shown.screen) {
    case 'release-request': {
      const form = shown.paper === 'reissue' ? 'reissue' : 'release';
      const layout = form === 'reissue' ? (reissue ?? release) : release;
      const savedAs = shown.saved === 'no' ? null : `${layout.title}_2026-11-22.pdf`;
      return { ...closed, open: true, form, layout, entries: sampleEntries(shown.entries), savedAs };
    }
    case 'awaiting-release':
      return { ...closed, prepared: (['designatedPc', 'customerCard', 'applicationForm'] as const).filter((thing) => shown[thing]) };
    case 'identification':
      return shown.known ? closed : { ...closed, entries: { ...requestEntries, contractorId: '' } };
    default:
      return closed;
  }
}

const recordFile = '法人インターネットバンキング 手続きの控え_2026-11-22.pdf';

function recordOf({ shown, over }: DescribedWindow): RecordState {
  const open = over.what === 'record';
  const available = open || ((shown.screen === 'start' || shown.screen === 'logged-on') && shown.record);
  return { ...noRecord, available, open, savedAs: shown.screen === 'logged-on' && shown.saved ? recordFile : null };
}

function placesOf(described: DescribedWindow): KnownStates['places'] {
  if (described.shown.screen === 'bank-file') return comparing;
  if (described.shown.screen !== 'places') return practicePlaces;
  return samplePlaces(described.shown, described.problem?.place === 'state' ? problemOf(described) : null);
}

function settingsOf(over: DescribedOver): Settings {
  return over.what === 'settings' && over.prescribed ? prescribedSettings : usualSettings;
}

function updatesOf(kind: UpdatesState['kind']): UpdatesState {
  const version = '0.5.0';
  switch (kind) {
    case 'off':
      return noUpdates;
    case 'offered':
    case 'ready':
      return { kind, version };
    case 'downloading':
      return { kind, version, percent: 40 };
    case 'failed':
      return { kind, why: 'unreachable' };
    default:
      return { kind };
  }
}

function remindersOf({ shown }: DescribedWindow): Reminders {
  if (shown.screen !== 'start' || shown.reminders === 'off') return noReminders;
  return { offered: true, snoozedUntil: shown.reminders === 'snoozed' ? '2026-12-03T03:00:00.000Z' : null };
}

const done = { ok: true, value: { kind: 'done' } };

function answersOf(described: DescribedWindow): Reproduced['answers'] {
  const { over, problem } = described;
  const refused = problem?.place === 'reply' ? { '*': { ok: false, problem: problemOf(described) } } : {};
  return {
    ...refused,
    'practice.readPapers': { ok: true, value: papersOf(over) },
    // Those that come with a program are not told by a code: the panel stands there without them.
    'practice.readScenarios': { ok: true, value: { shipped: [], open: null } },
    'record.read': { ok: true, value: recordPaper() },
    'releaseRequest.saveAsPdf': done,
    'releaseRequest.print': done,
    'releaseRequest.saveReminder': done,
    'record.saveAsPdf': done,
    'record.print': done,
  };
}

function papersOf(over: DescribedOver): PracticePapers {
  if (over.what !== 'practicePanel') return practicePapers;
  // What is no situation is shown as none.
  return { ...practicePapers, contractStatus: over.status, situation: over.situation as SituationCode | null };
}
