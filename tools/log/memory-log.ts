import { lineOf } from '../../main/support/log.ts';
import type { Log } from '../../main/support/ports.ts';

export type MemoryLog = Log & { readonly lines: readonly string[]; readonly raw: readonly { readonly event: string; readonly details: unknown }[] };

/** A log that keeps its lines as they would be written, and what was handed to it before redaction. */
export function createMemoryLog(): MemoryLog {
  const lines: string[] = [];
  const raw: { event: string; details: unknown }[] = [];
  const write = (level: 'info' | 'warn' | 'error', event: string, details: unknown, reference?: string) => {
    raw.push({ event, details });
    lines.push(lineOf(new Date(0), level, event, details, reference));
  };
  return {
    lines,
    raw,
    info: (event, details) => write('info', event, details),
    warn: (event, details) => write('warn', event, details),
    error: (event, details) => {
      const reference = `TEST${String(lines.length).padStart(4, '0')}`;
      write('error', event, details, reference);
      return reference;
    },
  };
}
