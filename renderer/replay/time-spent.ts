import type { Session, Shown } from './session.ts';
import { lengthOf, merged, type Span, within, without } from './spans.ts';

/**
 * Where the time went, as the person had it. While the program is busy, nothing can be done but wait: for the bank, for a
 * tool of the operating system, or for the program itself. What it does beside a screen that waits for the person keeps nobody.
 */

export const timeKinds = ['bank', 'tools', 'program', 'person', 'closed'] as const;
export type TimeKind = (typeof timeKinds)[number];

export type Segment = Span & { readonly kind: TimeKind };
export type TimeSpent = {
  /** In order, without gaps, from the first event to the last. */
  readonly segments: readonly Segment[];
  /** In milliseconds. */
  readonly total: Readonly<Record<TimeKind, number>>;
};

export function timeSpent(session: Session): TimeSpent {
  const open = openSpans(session);
  const all = spanOfAll(session);
  const busy = within(merged([...lastingSpans(session, 'request'), ...shownSpans(session, isBusy)]), open);
  const atBank = merged([...lastingSpans(session, 'bankCall'), ...shownSpans(session, waitsForBank)]);
  const bank = within(busy, atBank);
  const tools = without(within(busy, merged(lastingSpans(session, 'tool'))), bank);
  const program = without(without(busy, bank), tools);
  const kinds: Readonly<Record<TimeKind, readonly Span[]>> = { bank, tools, program, person: without(open, busy), closed: without(all, open) };
  return {
    segments: timeKinds.flatMap((kind) => kinds[kind].map((span) => ({ ...span, kind }))).sort((a, b) => a.from - b.from),
    total: { bank: lengthOf(bank), tools: lengthOf(tools), program: lengthOf(program), person: lengthOf(kinds.person), closed: lengthOf(kinds.closed) },
  };
}

function spanOfAll({ times }: Session): readonly Span[] {
  return merged([{ from: times[0] ?? 0, until: times.at(-1) ?? 0 }]);
}

/** From each beginning of the program to its end; of a run that ended without a word, to its last event. */
function openSpans({ events, times }: Session): readonly Span[] {
  const spans: { from: number; until: number }[] = [];
  for (const [index, { event }] of events.entries()) {
    const at = times[index] ?? 0;
    const last = spans.at(-1);
    if (last === undefined || event.kind === 'programStarted') spans.push({ from: at, until: at });
    else last.until = at;
  }
  return merged(spans);
}

/** What is noted at its end with how long it took. */
function lastingSpans({ events, times }: Session, kind: 'request' | 'bankCall' | 'tool'): readonly Span[] {
  return events.flatMap(({ event }, index) => {
    const until = times[index] ?? 0;
    return event.kind === kind ? [{ from: until - event.ms, until }] : [];
  });
}

/** While what is shown is such. */
function shownSpans({ shown, times }: Session, is: (shown: Shown) => boolean): readonly Span[] {
  return shown.slice(0, -1).flatMap((one, index) => (is(one) ? [{ from: times[index] ?? 0, until: times[index + 1] ?? 0 }] : []));
}

/** Whether the screen says that something is under way, and takes no entries. */
function isBusy(shown: Shown): boolean {
  if (shown.kind !== 'window') return shown.kind !== 'closed';
  const { procedure, users } = shown.states;
  return ('phase' in procedure.state && busyPhases.has(procedure.state.phase)) || ('phase' in users && busyPhases.has(users.phase));
}

const busyPhases: ReadonlySet<string> = new Set(['sending', 'running', 'cancelling', 'loading']);

/** The bank said that it will have it later. */
function waitsForBank(shown: Shown): boolean {
  const state = shown.kind === 'window' ? shown.states.procedure.state : null;
  return state !== null && 'waitingUntil' in state && state.waitingUntil !== null && state.phase === 'running';
}
