import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppendFile, OpenAppendFile } from '../../main/event-record/append-file.ts';
import { openAppendFile } from '../../main/event-record/append-file.ts';

/** An event record's folder, as a test looks into it. */
export function recordFolderForTest() {
  const folder = mkdtempSync(join(tmpdir(), 'kaitsu-record-'));
  const events = join(folder, 'events');
  const names = (): readonly string[] => readdirSync(events).sort();
  return {
    folder,
    events,
    names,
    path: (name: string) => join(events, name),
    text: (name: string) => readFileSync(join(events, name), 'utf8'),
    /** Every byte of every file. */
    bytes: () => Buffer.concat(names().map((name) => readFileSync(join(events, name)))),
    /** What the lines of a file say. */
    lines: (name: string): readonly { n: number; at: string; event: Record<string, unknown> }[] =>
      readFileSync(join(events, name), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Appending that may fail: before anything is written, or with half of it on the disk. */
export function refusingAppend() {
  let refusal: { readonly code: string; readonly half: boolean } | null = null;
  const openAppend: OpenAppendFile = async (path) => {
    const file = await openAppendFile(path);
    const append: AppendFile['append'] = async (bytes) => {
      if (refusal === null) return file.append(bytes);
      if (refusal.half) await file.append(bytes.subarray(0, Math.floor(bytes.length / 2)));
      throw Object.assign(new Error(refusal.code), { code: refusal.code });
    };
    return { ...file, append };
  };
  return {
    openAppend,
    bite: (code: string, half = false) => {
      refusal = { code, half };
    },
    heal: () => {
      refusal = null;
    },
  };
}
