import { z } from 'zod';
import { bundleLimits } from '../../preload/contract/bundle.ts';
import type { ReadRecord } from '../event-record/read-record.ts';
import { readJson } from '../support/json-text.ts';
import { programFile } from '../support/kept-files.ts';
import { redact } from '../support/redaction.ts';
import { readWholeSync } from '../support/whole-file-sync.ts';
import { type Bounded, joined, newestLines } from './bounded-lines.ts';

/**
 * The log is one for the whole program, the bundle of one place: only what was logged while this place was open goes into
 * it. That is known by the place's own event record.
 */

/** A log that cannot be turned over grows to so many bytes at most. */
const logLimit = 4 * 1024 * 1024;
const olderLogs = [2, 1] as const;

const logLineSchema = z.looseObject({ time: z.iso.datetime(), level: z.string(), event: z.string() });

/** From and until when a place was open, in milliseconds since 1970. */
type Span = { readonly from: number; readonly until: number };
/** How long behind the last event of a run that did not end in order something may still have been logged, in milliseconds. */
const afterCrash = 60_000;
/** And of one that did. */
const afterEnd = 1_000;

/** @param until of the run that is under way; null: none is, or it is another program's */
export function spansOf(lines: ReadRecord['lines'], until: Date | null): readonly Span[] {
  const spans: { from: number; until: number }[] = [];
  for (const { line } of lines) {
    const at = Date.parse(line.at);
    const span = spans.at(-1);
    if (span === undefined || line.event.kind === 'programStarted') spans.push({ from: at, until: at + afterCrash });
    else span.until = Math.max(span.from, at) + (line.event.kind === 'programEnded' ? afterEnd : afterCrash);
  }
  const last = spans.at(-1);
  if (last !== undefined && until !== null) last.until = until.getTime();
  return spans;
}

export type LogPart = Bounded & { /** Lines that are none of the log's. */ readonly setAside: number };

/** @param folder the program's own @param spans when the place was open */
export function logPart(folder: string, spans: readonly Span[]): LogPart {
  const lines = [...olderLogs.map((age) => programFile(folder, 'olderLog', { age })), programFile(folder, 'log')].flatMap(linesOf);
  const read = lines.map(readLogLine);
  const ours = read.flatMap((line) => (line !== null && spans.some(({ from, until }) => line.time >= from && line.time <= until) ? [line] : []));
  const kept = newestLines(ours, bundleLimits['log.jsonl']);
  return {
    text: joined(kept.map(({ text }) => text)),
    leftOut: ours.length - kept.length,
    setAside: read.filter((line) => line === null).length,
  };
}

function linesOf(path: Parameters<typeof readWholeSync>[0]): readonly string[] {
  const file = readWholeSync(path, { limit: logLimit });
  if (file.kind !== 'content') return [];
  return file.content
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '');
}

/** Redacted once more: what stands in the file may not have been written by this program, or by one that redacted less. */
function readLogLine(text: string): { readonly time: number; readonly text: string } | null {
  const json = readJson(Buffer.from(text));
  const parsed = json.kind === 'value' ? logLineSchema.safeParse(json.value) : null;
  return parsed?.success === true ? { time: Date.parse(parsed.data.time), text: JSON.stringify(redact(parsed.data)) } : null;
}
