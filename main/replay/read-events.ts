import { type RecordLine, recordedEventSchema } from '../../preload/contract/recorded-event.ts';
import { recordedStateSchema } from '../../preload/contract/recorded-state.ts';
import type { ReplayedEvent } from '../../preload/contract/replayed-event.ts';
import { longestLine, readLine } from '../event-record/record-line.ts';

/** damaged: the numbers, from 1, of lines that are not what was written. */
export type ReadEvents = { readonly events: readonly ReplayedEvent[]; readonly damaged: readonly number[] };

const lineFeed = 0x0a;

/**
 * Reads the event record of a bundle, line by line. A sound line whose event this version does not know was written by
 * another one: it is kept as such.
 * @param content of events.jsonl; each line ends with a line feed
 */
export function readEvents(content: Buffer): ReadEvents {
  const events: ReplayedEvent[] = [];
  const damaged: number[] = [];
  let number = 0;
  for (let begin = 0; begin < content.length; ) {
    number += 1;
    const end = content.indexOf(lineFeed, begin);
    const bytes = content.subarray(begin, end === -1 ? content.length : end);
    const read = end === -1 || bytes.length > longestLine ? null : readLine(bytes.toString('utf8'));
    if (read === null) damaged.push(number);
    else events.push({ n: read.n, at: read.at, event: eventOf(read.event) });
    if (end === -1) break;
    begin = end + 1;
  }
  return { events, damaged };
}

/** Half of them are states: they are not tried as everything else first. */
function eventOf(event: RecordLine['event']): ReplayedEvent['event'] {
  const schema = event.kind === 'state' ? recordedStateSchema : recordedEventSchema;
  return schema.safeParse(event).data ?? { kind: 'unknown', was: event.kind };
}
