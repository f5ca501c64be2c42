import type { osFamilies } from '../../preload/contract/recorded-event.ts';
import { createEventRecord, type EventRecord, type EventRecordParts } from './event-record.ts';

/** A run of the program, from its beginning to its end. */

export type RunParts = EventRecordParts & { readonly version: string; readonly platform: NodeJS.Platform; readonly by: 'window' | 'command' };

/**
 * Nothing touches the disk until begin(). After end() nothing is noted any more: what the bank still answers then, nobody
 * waits for, and its file would be opened again and stay so.
 * @returns a record that says which program began, and last that it ended
 */
export function recordOfRun({ version, platform, by, ...parts }: RunParts): EventRecord {
  const record = createEventRecord(parts);
  record.note({ kind: 'programStarted', version: version.slice(0, 40), os: osFamilyOf(platform), by });
  let hasEnded = false;
  return {
    ...record,
    note(event) {
      if (!hasEnded) record.note(event);
    },
    noteState(state, value) {
      if (!hasEnded) record.noteState(state, value);
    },
    async end() {
      if (!hasEnded) record.note({ kind: 'programEnded' });
      hasEnded = true;
      await record.end();
    },
  };
}

/** @returns the same, written from now on */
export function beginRecord(parts: RunParts): EventRecord {
  const record = recordOfRun(parts);
  record.begin();
  return record;
}

/** @returns what support calls it */
export function osFamilyOf(platform: NodeJS.Platform): (typeof osFamilies)[number] {
  const families: Partial<Record<NodeJS.Platform, (typeof osFamilies)[number]>> = { win32: 'windows', darwin: 'macos', linux: 'linux' };
  return families[platform] ?? 'other';
}
