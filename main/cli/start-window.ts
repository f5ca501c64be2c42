import { spawn } from 'node:child_process';
import { z } from 'zod';

/** How the program's window is started from a command line. */

/** Set by whoever started the command line and knows how the window is started there: a JSON list of words. */
const startVariable = 'KAITSU_START';
const startSchema = z.array(z.string().min(1)).min(1).max(10);

/**
 * Starts the window, and waits for its end.
 * @param words switches of the program
 * @returns the exit code; null where nobody said how the window is started, or it does not start
 */
export function startWindow(environment: NodeJS.ProcessEnv, words: readonly string[], stop: AbortSignal): Promise<number | null> {
  const [program, ...before] = readStart(environment[startVariable] ?? '');
  if (program === undefined) return Promise.resolve(null);
  return new Promise((resolve) => {
    const child = spawn(program, [...before, ...words], { stdio: ['ignore', 'inherit', 'inherit'] });
    const end = () => void child.kill('SIGTERM');
    stop.addEventListener('abort', end, { once: true });
    child.once('error', () => resolve(null));
    child.once('exit', (code) => {
      stop.removeEventListener('abort', end);
      resolve(code ?? 1);
    });
  });
}

function readStart(text: string): readonly string[] {
  try {
    const read = startSchema.safeParse(JSON.parse(text));
    return read.success ? read.data : [];
  } catch {
    return [];
  }
}
