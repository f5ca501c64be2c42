import { openLogFile } from './log-file.ts';
import type { Clock, Log } from './ports.ts';
import { redact, redactText } from './redaction.ts';

export type LogSettings = {
  /** The program's own folder. */
  readonly folder: string;
  readonly clock: Pick<Clock, 'now'>;
  /** In [0, 1): for references, which are no secret. */
  readonly random: () => number;
  readonly maxBytes?: number;
  /** How many files there are at most. */
  readonly keep?: number;
};

/** forgetOlderThan: days that lines are kept, where a company prescribes it. */
export type ProgramLog = Log & { forgetOlderThan(days: number): void };

type Level = 'info' | 'warn' | 'error';

/** Crockford's base32: no letter that is taken for another when it is read out by phone. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const referenceLength = 8;
/** A line's details are given up beyond this, in characters. */
const longestLine = 16 * 1024;
/** In milliseconds. */
const day = 24 * 60 * 60_000;

/**
 * The log: one JSON object a line (time ISO 8601 UTC, level, event, reference with errors, details).
 * Everything is redacted. Nothing throws: a full disk must not stop the procedure.
 */
export function createLog({ folder, clock, random, maxBytes = 1024 * 1024, keep = 3 }: LogSettings): ProgramLog {
  const file = openLogFile(folder, maxBytes, keep);
  const write = (level: Level, event: string, details: unknown, reference?: string): void => {
    try {
      file.append(`${lineOf(clock.now(), level, event, details, reference)}\n`, level !== 'info');
    } catch {
      // There is nowhere left to say so.
    }
  };
  return {
    info: (event, details) => write('info', event, details),
    warn: (event, details) => write('warn', event, details),
    error: (event, details) => {
      const reference = newReference(random);
      write('error', event, details, reference);
      return reference;
    },
    forgetOlderThan(days) {
      try {
        file.forgetBefore(new Date(clock.now().getTime() - days * day));
      } catch (error) {
        write('warn', 'log-not-forgotten', { error });
      }
    },
  };
}

/**
 * Makes a line of the log, without its line feed.
 * @param details anything; redacted here
 */
export function lineOf(time: Date, level: Level, event: string, details: unknown, reference?: string): string {
  const head = { time: time.toISOString(), level, event: redactText(event), ...(reference === undefined ? {} : { reference }) };
  if (details === undefined) return JSON.stringify(head);
  const line = JSON.stringify({ ...head, details: redact(details) });
  return line.length <= longestLine ? line : JSON.stringify({ ...head, details: `[${line.length} characters]` });
}

/** @returns eight characters that stand in the log's line and in the problem that the person sees */
function newReference(random: () => number): string {
  return Array.from({ length: referenceLength }, () => alphabet.charAt(Math.floor(random() * alphabet.length))).join('');
}
