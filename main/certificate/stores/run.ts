import { type ChildProcess, spawn } from 'node:child_process';

/**
 * How a tool of the operating system is run. Nothing secret belongs into args; stdin is the way for that.
 * encoding: of what it prints, UTF-8 unless said; latin1 keeps each byte as one character, for the one who knows more.
 */
export type RunOptions = { readonly stdin?: string; readonly signal: AbortSignal; readonly timeoutMs: number; readonly encoding?: 'utf8' | 'latin1' };

/** How it ended. Standard error is for people; it is not shown nor logged, since a tool may repeat its input there. */
export type RunResult =
  | { readonly kind: 'ended'; readonly code: number; readonly stdout: string; readonly stderr: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'cancelled' };

export type Run = (command: string, args: readonly string[], options: RunOptions) => Promise<RunResult>;

/** What a tool may print before it is stopped, in characters. */
const outputLimit = 8 * 1024 * 1024;

/** A tool that has been asked to end and does not is ended after this, in milliseconds. */
const usualPatience = 2_000;

/** PowerShell 7 leaves its own PSModulePath, with which 5.1 finds no certificate drive. C: tools say the same everywhere. */
function environmentOf(own: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...Object.fromEntries(Object.entries(own).filter(([name]) => name.toLowerCase() !== 'psmodulepath')), LC_ALL: 'C' };
}

/** Ends a tool and, where there are process groups, what it has started. */
function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (child.pid === undefined || child.exitCode !== null) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // It ended by itself just now.
  }
}

/**
 * Runs a tool without a shell, with a time limit, in the C locale. A tool that is not installed is an
 * answer of its own (also when a small sh script in front of it ends with 127, as POSIX says). Cancelled or late, it
 * has ended when the answer comes: nothing of it works on.
 */
export const runTool = createRun();

/** @param patience how long a tool that was asked to end may take before it is ended, in milliseconds */
export function createRun(patience = usualPatience): Run {
  return (command, args, options) => runOnce(command, args, options, patience);
}

function runOnce(
  command: string,
  args: readonly string[],
  { stdin = '', signal, timeoutMs, encoding = 'utf8' }: RunOptions,
  patience: number,
): Promise<RunResult> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve({ kind: 'cancelled' });
    const stop = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
    const child = spawn(command, args, { windowsHide: true, detached: process.platform !== 'win32', env: environmentOf(process.env) });
    const printed = { stdout: '', stderr: '' };
    let killing: NodeJS.Timeout | undefined;
    const stopped = () => {
      end(child, 'SIGTERM');
      killing = setTimeout(() => end(child, 'SIGKILL'), patience);
    };
    stop.addEventListener('abort', stopped, { once: true });
    const answer = (result: RunResult) => {
      stop.removeEventListener('abort', stopped);
      clearTimeout(killing);
      if (!stop.aborted) return resolve(result);
      resolve({ kind: signal.aborted ? 'cancelled' : 'timeout' });
    };
    const collect = (to: 'stdout' | 'stderr') => (text: string) => {
      printed[to] += text;
      if (printed[to].length > outputLimit) end(child, 'SIGKILL');
    };
    child.stdout.setEncoding(encoding).on('data', collect('stdout'));
    child.stderr.setEncoding(encoding).on('data', collect('stderr'));
    child.on('error', () => {
      if (child.pid === undefined) answer({ kind: 'missing' });
    });
    child.on('close', (code) => answer(code === 127 ? { kind: 'missing' } : { kind: 'ended', code: code ?? -1, ...printed }));
    // A tool that ends before it has read its input closes the pipe: its exit code tells what happened.
    child.stdin.on('error', () => undefined).end(stdin);
  });
}
