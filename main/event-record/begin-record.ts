import type { osFamilies } from '../../preload/contract/recorded-event.ts';
import { createEventRecord, type EventRecord, type EventRecordParts } from './event-record.ts';

/** A run of the program, from its beginning to its end. */

export type RunParts = EventRecordParts & { readonly version: string; readonly platform: NodeJS.Platform; readonly by: 'window' | 'command' };

/** @returns a record that says which program began; nothing touches the disk until begin() */
export function recordOfRun({ version, platform, by, ...parts }: RunParts): EventRecord {
  const record = createEventRecord(parts);
  record.note({ kind: 'programStarted', version: version.slice(0, 40), os: osFamilyOf(platform), by });
  return {
    ...record,
    async end() {
      record.note({ kind: 'programEnded' });
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
