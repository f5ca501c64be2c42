import { z } from 'zod';
import { type ProblemCode, problemCodes } from './problem-numbers.ts';
import { recordedStateSchema } from './recorded-state.ts';

/**
 * The event record: what happened in the program, in order, without what was entered. Written by main, put into a support
 * bundle, and drawn again by support. Times are the PC's clock's.
 */

const code = z.enum(problemCodes as [ProblemCode, ...ProblemCode[]]);
const milliseconds = z.int().min(0).max(10_000_000_000);
const count = z.int().min(0).max(10_000_000);
/** Of a file in the record's own folder. */
const fileName = z.string().max(80);

export const osFamilies = ['windows', 'macos', 'linux', 'other'] as const;

/** by: the window, or the command line. */
const programStarted = z.object({
  kind: z.literal('programStarted'),
  version: z.string().max(40),
  os: z.enum(osFamilies),
  by: z.enum(['window', 'command']),
});
const programEnded = z.object({ kind: z.literal('programEnded') });

/** A request of the window, by "group.name". problem: null where it was accepted. */
const request = z.object({
  kind: z.literal('request'),
  request: z.string().regex(/^[a-zA-Z]{1,40}\.[a-zA-Z]{1,40}$/u),
  problem: code.nullable(),
  ms: milliseconds,
});

/**
 * One exchange with the bank; what is tried again is one more. path: as the bank's interface writes it, with a blank where
 * it has one; 'other' for what is not in it. failure: why no whole answer came. problem: what the bank answered instead of
 * what was asked for. aheadSeconds: how far this PC's clock is ahead of the answer's Date (negative: behind); null without one.
 */
const bankCall = z.object({
  kind: z.literal('bankCall'),
  method: z.enum(['GET', 'POST', 'PUT', 'DELETE']),
  path: z
    .string()
    .max(100)
    .regex(/^(?:other|\/[a-z0-9/._{}-]*)$/u),
  status: z.int().min(0).max(999).nullable(),
  failure: code.nullable(),
  problem: code.nullable(),
  ms: milliseconds,
  aheadSeconds: z.int().min(-100_000_000_000).max(100_000_000_000).nullable(),
});

/** The tools of the operating system that Kaitsu runs; others are 'other'. */
export const toolNames = [
  'busctl',
  'certutil',
  'dbus-send',
  'gdbus',
  'launchctl',
  'notify-send',
  'osascript',
  'plutil',
  'powershell',
  'reg',
  'schtasks',
  'security',
  'sh',
  'systemctl',
  'whoami',
  'other',
] as const;

/** A tool that was run, by its name; exitCode: null where it did not end by itself. */
const tool = z.object({
  kind: z.literal('tool'),
  tool: z.enum(toolNames),
  outcome: z.enum(['ended', 'missing', 'timeout', 'cancelled']),
  exitCode: z.int().nullable(),
  ms: milliseconds,
});

/** Lines of the record itself that were no longer what was written: they lie in the file `aside`. torn: the last one, cut off by a crash. */
const linesSetAside = z.object({ kind: z.literal('linesSetAside'), file: fileName, aside: fileName, torn: count, damaged: count });
/** Something that can never have been a file of the record, and lies under another name now. */
const fileSetAside = z.object({ kind: z.literal('fileSetAside'), file: fileName, aside: fileName });
/** A file of the record that could not be read when it should have been. error: the system's name for it. */
const fileUnavailable = z.object({ kind: z.literal('fileUnavailable'), file: fileName, error: z.string().max(40) });
/** Events that the disk did not take for so long that there was no room for them any more. */
const eventsLost = z.object({ kind: z.literal('eventsLost'), events: count });

const otherEventSchema = z.discriminatedUnion('kind', [
  programStarted,
  programEnded,
  request,
  bankCall,
  tool,
  linesSetAside,
  fileSetAside,
  fileUnavailable,
  eventsLost,
]);
/** Whatever happened but a published state. What is not named in it is not written. */
export type OtherEvent = Readonly<z.infer<typeof otherEventSchema>>;

export const recordedEventSchema = z.union([otherEventSchema, recordedStateSchema]);
export type RecordedEvent = Readonly<z.infer<typeof recordedEventSchema>>;

/** Of the lines' shape. */
export const recordVersion = 1;

/**
 * A line of the record. n: a running number, without gaps unless something was lost. sum: see main/event-record/record-line.ts.
 * The event is read by recordedEventSchema: one of another version of the program may have a kind or a value that this one
 * does not know, and its line is sound all the same.
 */
export const recordLineSchema = z.object({
  v: z.int().min(1).max(1_000),
  n: z
    .int()
    .min(1)
    .max(Number.MAX_SAFE_INTEGER - 1),
  at: z.iso.datetime(),
  event: z.looseObject({ kind: z.string().max(40) }),
  sum: z.string().regex(/^[0-9a-f]{16}$/u),
});
export type RecordLine = Readonly<z.infer<typeof recordLineSchema>>;
