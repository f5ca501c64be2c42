import type { PublishedBank } from '../../preload/contract/bank.ts';
import type { BundleState } from '../../preload/contract/bundle.ts';
import type { HandOverState } from '../../preload/contract/hand-over.ts';
import type { Places } from '../../preload/contract/places.ts';
import type { Preferences } from '../../preload/contract/preferences.ts';
import type { Preflight } from '../../preload/contract/preflight.ts';
import type { ProcedureSnapshot } from '../../preload/contract/procedure.ts';
import type { RecordState } from '../../preload/contract/record.ts';
import type { ReleaseRequest } from '../../preload/contract/release-request.ts';
import type { Reminders } from '../../preload/contract/reminders.ts';
import type { Settings } from '../../preload/contract/settings.ts';
import type { Support } from '../../preload/contract/support.ts';
import type { UpdatesState } from '../../preload/contract/updates.ts';
import type { UsersState } from '../../preload/contract/users.ts';
import { preflight } from '../../renderer/help/samples/preflight.ts';
import { usersStates } from '../../renderer/help/samples/users.ts';
import { handOverPaper } from '../../renderer/reproduction/samples/hand-over.ts';
import { practicePapers } from '../../renderer/reproduction/samples/practice.ts';
import {
  noHandOver,
  noRecord,
  noReminders,
  noUpdates,
  practicePlaces,
  usualPreferences,
  usualSettings,
} from '../../renderer/reproduction/samples/published.ts';
import { recordPaper } from '../../renderer/reproduction/samples/record.ts';
import { bundlePreview } from './bundle-sample.ts';
import type { FakeSetUp } from './fake-main.ts';
import { practiceBank, practiceScenarios, releaseRequest } from './snapshots.ts';

/** What a window is drawn from: the procedure's snapshot, and what else differs from the usual. */
export type Shown = {
  readonly snapshot: ProcedureSnapshot;
  readonly users?: UsersState;
  readonly request?: ReleaseRequest;
  readonly record?: RecordState;
  readonly bundle?: BundleState;
  readonly handOver?: HandOverState;
  readonly preflight?: Preflight;
  readonly places?: Places;
  readonly settings?: Settings;
  readonly reminders?: Reminders;
  readonly updates?: UpdatesState;
  readonly support?: Support;
};

/** What is not named is as it was usual: text of the standard size, the keys of the software keyboard in their order. */
export type Chosen = Pick<Preferences, 'language' | 'theme'> & Partial<Preferences>;

/** Everything that main publishes, with the usual values for what is not given. */
export function publishedStates(shown: Shown, preferences: Partial<Preferences> = {}, bank: PublishedBank = practiceBank): FakeSetUp['states'] {
  return {
    procedure: shown.snapshot,
    users: shown.users ?? (shown.snapshot.state.step === 'loggedOn' ? usersStates.closed : { screen: 'closed' }),
    preferences: { ...usualPreferences, ...preferences },
    bank,
    releaseRequest: shown.request ?? releaseRequest(),
    record: shown.record ?? noRecord,
    bundle: shown.bundle ?? { open: false, savedAs: null },
    handOver: shown.handOver ?? noHandOver,
    preflight: shown.preflight ?? preflight(),
    places: shown.places ?? practicePlaces,
    settings: shown.settings ?? usualSettings,
    reminders: shown.reminders ?? noReminders,
    updates: shown.updates ?? noUpdates,
    // In the list of places: at an open place it is not offered.
    support: shown.support ?? { offered: shown.places !== undefined && shown.places.open === null, asked: null, file: null, banks: [] },
  };
}

/** What main answers where more is asked than whether a request was accepted. */
export const usualAnswers: FakeSetUp['answers'] = {
  'practice.readPapers': { ok: true, value: practicePapers },
  'practice.readScenarios': { ok: true, value: practiceScenarios },
  'record.read': { ok: true, value: recordPaper() },
  'bundle.prepare': { ok: true, value: bundlePreview() },
  'bundle.save': { ok: true, value: { kind: 'done' } },
  'handOver.read': { ok: true, value: handOverPaper() },
};
