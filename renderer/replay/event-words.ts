import { type ProblemCode, problemNumbers } from '../../preload/contract/problem-numbers.ts';
import type { ReplayedEvent } from '../../preload/contract/replayed-event.ts';
import type { Side } from '../support/side.ts';
import { durationWords, screenAt } from './moment.ts';
import type { Shown } from './session.ts';
import type { ReplayWords } from './words.ts';

/** One event in words: what it was, and how it went. tone: bad: it was refused, or went wrong. */
export type EventWords = { readonly what: string; readonly how: string; readonly tone: 'plain' | 'bad' };

const plain = (what: string, how = ''): EventWords => ({ what, how, tone: 'plain' });
const bad = (what: string, how = ''): EventWords => ({ what, how, tone: 'bad' });

/** @param shown what stood on the screen after it */
export function eventWords({ event }: ReplayedEvent, shown: Shown, side: Side, words: ReplayWords): EventWords {
  const { events } = words;
  switch (event.kind) {
    case 'programStarted':
      return plain(event.by === 'command' ? events.startedByCommand(event.version) : events.started(event.version));
    case 'programEnded':
      return plain(events.ended);
    case 'request':
      return event.problem === null
        ? plain(events.request(event.request), events.accepted)
        : bad(events.request(event.request), problemTitle(event.problem, side));
    case 'bankCall': {
      const what = events.bankCall(event.method, event.path);
      const took = durationWords(event.ms, words);
      const code = event.problem ?? event.failure;
      const answer = event.status === null ? events.noAnswer : events.status(event.status);
      return code === null ? plain(what, `${answer} (${took})`) : bad(what, `${answer} (${took}) ${problemTitle(code, side)}`);
    }
    case 'tool': {
      const end = event.outcome === 'ended' ? events.exit(event.exitCode ?? 0) : events.toolEnds[event.outcome];
      return plain(events.tool(event.tool), `${end} (${durationWords(event.ms, words)})`);
    }
    case 'state':
      return plain(events.state[event.state], stateDetail(event.state, shown, side, words));
    case 'linesSetAside':
    case 'fileSetAside':
    case 'fileUnavailable':
      return bad(events.damaged);
    case 'eventsLost':
      return bad(events.lost(event.events));
    case 'unknown':
      return plain(events.unknown(event.was));
    default:
      return event satisfies never;
  }
}

/** What changed the screen says which one it is now. */
function stateDetail(state: string, shown: Shown, side: Side, { events }: ReplayWords): string {
  if (shown.kind !== 'window' || !['procedure', 'users', 'releaseRequest'].includes(state)) return '';
  const { code, title } = screenAt(shown.states, side);
  return `${code} ${events.screen(title)}`;
}

/** @returns "101 ..." in support's language */
export function problemTitle(code: ProblemCode, { text }: Pick<Side, 'text'>): string {
  return `${problemNumbers[code]} ${text.problem.codes[code].title}`;
}
