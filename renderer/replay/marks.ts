import type { Problem } from '../../preload/contract/problem.ts';
import type { ProblemCode } from '../../preload/contract/problem-numbers.ts';
import type { Session, Shown } from './session.ts';
import type { Segment, TimeSpent } from './time-spent.ts';

/** What is looked for in a session. */

/** attempt: one of those before the lock was spent. refused: anything else that the bank or the program refused. */
export type Mark = { readonly index: number } & (
  | { readonly kind: 'attempt'; readonly code: ProblemCode; readonly left: number | null }
  | { readonly kind: 'refused'; readonly code: ProblemCode }
  | { readonly kind: 'wait' | 'pause'; readonly segment: Segment }
  | { readonly kind: 'started' | 'crashed' | 'damaged' | 'unknown' }
);

/** What counts towards a lock, and the lock itself. */
const attempts: ReadonlySet<ProblemCode> = new Set([
  'identification-refused',
  'registration-pin-refused',
  'one-time-password-refused',
  'logon-refused',
  'confirmation-refused',
  'pin-locked',
]);

/** Kept waiting: longer than this nobody is sure that something is going on (milliseconds). */
const longWait = 2_000;
/** Not waiting for anything but the person: thinking, looking for a card, asking a colleague. */
const longPause = 60_000;

/** @returns all marks, in the order of their events */
export function marksOf(session: Session, spent: TimeSpent): readonly Mark[] {
  return [...eventMarks(session), ...segmentMarks(session, spent)].sort((a, b) => a.index - b.index);
}

function eventMarks(session: Session): readonly Mark[] {
  let runs = 0;
  let isOpen = false;
  return session.events.flatMap(({ event }, index): readonly Mark[] => {
    switch (event.kind) {
      case 'programStarted': {
        const crashed = isOpen && runs > 0;
        runs += 1;
        isOpen = true;
        return [...(crashed ? [{ kind: 'crashed', index: index - 1 } as const] : []), { kind: 'started', index }];
      }
      case 'programEnded':
        isOpen = false;
        return [];
      case 'bankCall': {
        const code = event.problem ?? event.failure;
        if (code === null) return [];
        return [attempts.has(code) ? { kind: 'attempt', index, code, left: attemptsAfter(session, index, code) } : { kind: 'refused', index, code }];
      }
      case 'request':
        return event.problem === null ? [] : [{ kind: 'refused', index, code: event.problem }];
      case 'linesSetAside':
      case 'fileSetAside':
      case 'fileUnavailable':
      case 'eventsLost':
        return [{ kind: 'damaged', index }];
      case 'unknown':
        return [{ kind: 'unknown', index }];
      default:
        return [];
    }
  });
}

/** How many events behind the bank's answer the screen that tells of it comes, at most. */
const soon = 20;

/** @returns what the screen said is left after the bank's answer; null where it said nothing */
function attemptsAfter({ shown }: Session, index: number, code: ProblemCode): number | null {
  for (const one of shown.slice(index + 1, index + 1 + soon)) {
    const told = problemsOf(one).find((problem) => problem.code === code);
    if (told !== undefined) return told.attemptsLeft;
  }
  return null;
}

/** The problems that are shown. */
export function problemsOf(shown: Shown): readonly Problem[] {
  if (shown.kind !== 'window') return [];
  const { procedure, users } = shown.states;
  const own = 'problem' in procedure.state ? procedure.state.problem : null;
  const ofUsers = 'problem' in users ? users.problem : null;
  return [ofUsers, own, procedure.notice].filter((problem) => problem !== null && problem !== undefined);
}

function segmentMarks({ times }: Session, { segments }: TimeSpent): readonly Mark[] {
  const marks: Mark[] = [];
  let index = 0;
  for (const segment of segments) {
    // The event with which it ends: then one sees what was waited for.
    while (index < times.length - 1 && (times[index] ?? 0) < segment.until) index += 1;
    const long = segment.until - segment.from;
    if (segment.kind === 'person' && long >= longPause) marks.push({ kind: 'pause', index, segment });
    else if (segment.kind !== 'person' && segment.kind !== 'closed' && long >= longWait) marks.push({ kind: 'wait', index, segment });
  }
  return marks;
}
