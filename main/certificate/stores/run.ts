import { spawn } from 'node:child_process';

/** How a tool of the operating system is run. Nothing secret belongs into args; stdin is the way for that. */
export type RunOptions = { readonly stdin?: string; readonly signal: AbortSignal; readonly timeoutMs: number };

/** How it ended. Standard error is for people; it is not shown nor logged, since a tool may repeat its input there. */
export type RunResult =
  | { readonly kind: 'ended'; readonly code: number; readonly stdout: string; readonly stderr: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'cancelled' };

export type Run = (command: string, args: readonly string[], options: RunOptions) => Promise<RunResult>;

/** What a tool may print before it is stopped, in characters. */
const outputLimit = 8 * 1024 * 1024;

/**
 * Runs a tool without a shell, with a time limit, in the C locale. A tool that is not installed is an
 * answer of its own (also when a small sh script in front of it ends with 127, as POSIX says).
 */
export const runTool: Run = (command, args, { stdin = '', signal, timeoutMs }) =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve({ kind: 'cancelled' });
    const limit = AbortSignal.timeout(timeoutMs);
    const child = spawn(command, args, { signal: AbortSignal.any([signal, limit]), windowsHide: true, env: { ...process.env, LC_ALL: 'C' } });
    const printed = { stdout: '', stderr: '' };
    const collect = (to: 'stdout' | 'stderr') => (text: string) => {
      printed[to] += text;
      if (printed[to].length > outputLimit) child.kill('SIGKILL');
    };
    child.stdout.setEncoding('utf8').on('data', collect('stdout'));
    child.stderr.setEncoding('utf8').on('data', collect('stderr'));
    child.on('error', () => {
      if (signal.aborted) return resolve({ kind: 'cancelled' });
      resolve({ kind: limit.aborted ? 'timeout' : 'missing' });
    });
    child.on('close', (code) => resolve(code === 127 ? { kind: 'missing' } : { kind: 'ended', code: code ?? -1, ...printed }));
    // A tool that ends before it has read its input closes the pipe: its exit code tells what happened.
    child.stdin.on('error', () => undefined).end(stdin);
  });
