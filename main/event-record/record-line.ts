import { createHash } from 'node:crypto';
import { type RecordLine, recordLineSchema, recordVersion } from '../../preload/contract/recorded-event.ts';
import { readJson } from '../support/json-text.ts';

/**
 * A line of the event record: one JSON object, whose last value `sum` is the first 16 hexadecimal digits of the SHA-256 of
 * the line's text before it. It finds what a disk, an editor or a crash has changed; it is no proof against somebody who
 * counts it again.
 */

/** The longest line, in bytes. */
export const longestLine = 128 * 1024;

/** @param event as it is written @returns the line without its line feed */
export function lineOf(n: number, at: Date, event: object): string {
  const head = JSON.stringify({ v: recordVersion, n, at: at.toISOString(), event }).slice(0, -1);
  return `${head},"sum":"${sumOf(head)}"}`;
}

function sumOf(head: string): string {
  return createHash('sha256').update(head).digest('hex').slice(0, 16);
}

/** @returns null where this is not what lineOf wrote */
export function readLine(text: string): RecordLine | null {
  const [, head, sum] = /^(.*),"sum":"([0-9a-f]{16})"\}$/su.exec(text) ?? [];
  if (head === undefined || sum !== sumOf(head) || text.length > longestLine) return null;
  const json = readJson(Buffer.from(text));
  return json.kind === 'value' ? (recordLineSchema.safeParse(json.value).data ?? null) : null;
}

/** torn: the rest behind the last line feed, where a line was cut off. damaged: lines that are not what was written. */
export type ReadLines = {
  readonly sound: readonly { readonly text: string; readonly line: RecordLine }[];
  readonly damaged: readonly Buffer[];
  readonly torn: Buffer | null;
};

const lineFeed = 0x0a;

/** @param content of a file of the record */
export function readLines(content: Buffer): ReadLines {
  const sound: { text: string; line: RecordLine }[] = [];
  const damaged: Buffer[] = [];
  let begin = 0;
  for (let end = content.indexOf(lineFeed); end >= 0; begin = end + 1, end = content.indexOf(lineFeed, begin)) {
    const bytes = content.subarray(begin, end);
    const text = bytes.toString('utf8');
    const line = readLine(text);
    if (line === null) damaged.push(bytes);
    else sound.push({ text, line });
  }
  return { sound, damaged, torn: begin < content.length ? content.subarray(begin) : null };
}
