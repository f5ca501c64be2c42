import type { RecordedState } from '../../preload/contract/recorded-state.ts';
import type { ReplayedEvent } from '../../preload/contract/replayed-event.ts';
import { publishedFrom } from '../../preload/contract/replayed-state.ts';
import { noHandOver, noRecord, noReminders, noUpdates, practicePlaces, usualSettings } from '../reproduction/samples/published.ts';
import type { KnownStates } from '../state/stores.ts';

/** A session out of its events: for each of them, what stood on the screen after it. */

/** opening: the program began, and its window has nothing to draw yet. command: it ran without a window. closed: it had ended. */
export type Shown = { readonly kind: 'window'; readonly run: number; readonly states: KnownStates } | { readonly kind: 'opening' | 'command' | 'closed' };

export type Session = {
  readonly events: readonly ReplayedEvent[];
  /** When each was, in milliseconds since 1970; never before the one in front of it, whatever the PC's clock did. */
  readonly times: readonly number[];
  /** By the number of the event. Between two published values it is the same object. */
  readonly shown: readonly Shown[];
};

/** @param dark whether the customer's window was dark when the bundle was made; null where that is not known */
export function sessionOf(events: readonly ReplayedEvent[], dark: boolean | null): Session {
  return { events, times: timesOf(events), shown: foldSession(events, dark) };
}

function timesOf(events: readonly ReplayedEvent[]): readonly number[] {
  let latest = Number.NEGATIVE_INFINITY;
  return events.map(({ at }) => {
    latest = Math.max(latest, Date.parse(at));
    return latest;
  });
}

/** Goes through the events once. What a value did not change is the same object in what is shown after it. */
export function foldSession(events: readonly Pick<ReplayedEvent, 'event'>[], dark: boolean | null): readonly Shown[] {
  let run = 0;
  let held: Partial<KnownStates> = {};
  let shown: Shown = { kind: 'opening' };
  return events.map(({ event }) => {
    switch (event.kind) {
      case 'programStarted':
        run += 1;
        held = {};
        shown = { kind: event.by === 'command' ? 'command' : 'opening' };
        break;
      case 'programEnded':
        shown = { kind: 'closed' };
        break;
      case 'state':
        held = { ...held, [event.state]: publishedOf(event, dark) };
        if (shown.kind === 'opening' || shown.kind === 'window') shown = windowOf(held, run) ?? shown;
        break;
      default:
        break;
    }
    return shown;
  });
}

function publishedOf(event: RecordedState, dark: boolean | null): KnownStates[RecordedState['state']] {
  // What the customer's system is set to, this one need not be.
  if (event.state === 'preferences' && event.value.theme === 'system' && dark !== null) return { ...event.value, theme: dark ? 'dark' : 'light' };
  return publishedFrom(event);
}

/** Without these nothing can be drawn. The others a program of another version may write otherwise; then they are as usual. */
const needed = ['procedure', 'users', 'preferences', 'bank', 'releaseRequest'] as const;

const usual: Omit<KnownStates, (typeof needed)[number]> = {
  record: noRecord,
  bundle: { open: false, savedAs: null },
  handOver: noHandOver,
  preflight: { phase: 'idle', checkedAt: null, results: [] },
  places: practicePlaces,
  settings: usualSettings,
  reminders: noReminders,
  updates: noUpdates,
  support: { offered: false, asked: null, file: null, banks: [] },
};

function windowOf(held: Partial<KnownStates>, run: number): Shown | null {
  const { procedure, users, preferences, bank, releaseRequest } = held;
  if (procedure === undefined || users === undefined || preferences === undefined || bank === undefined || releaseRequest === undefined) return null;
  return { kind: 'window', run, states: { ...usual, ...held, procedure, users, preferences, bank, releaseRequest } };
}
