import { afterEach, beforeEach, expect, test } from 'vitest';
import { beginRecord } from '../../main/event-record/begin-record.ts';
import { createEventRecord } from '../../main/event-record/event-record.ts';
import { createMemoryLog } from '../../tools/log/memory-log.ts';
import { manualClock } from '../support/manual-clock.ts';
import { recordFolderForTest } from '../support/record-folder.ts';

/** The event record of one run of the program. */

let place: ReturnType<typeof recordFolderForTest>;
beforeEach(() => {
  place = recordFolderForTest();
});
afterEach(() => place.remove());

test('begins and ends with the program: what the bank answers afterwards is noted no more', async () => {
  const clock = manualClock(new Date('2026-03-14T01:02:03.456Z'));
  const parts = { version: '0.1.0', platform: 'linux', by: 'window', folder: place.folder, clock, log: createMemoryLog() } as const;
  const request = (name: string) => ({ kind: 'request', request: name, problem: null, ms: 3 }) as const;
  const record = beginRecord(parts);
  record.note(request('procedure.goBack'));
  await record.end();
  record.note(request('procedure.identify'));
  record.noteState('procedure', { state: { step: 'locked' }, interruptedAt: null, notice: null, offer: null });
  await record.end();
  await new Promise(setImmediate);
  const { lines } = await createEventRecord(parts).read();
  expect(lines.map(({ line }) => line.event.kind)).toEqual(['programStarted', 'request', 'programEnded']);
});
