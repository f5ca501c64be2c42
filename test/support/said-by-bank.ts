import { bankCommand } from '../../main/cli/bank-command.ts';

/** One sentence or two on one line, and no stack trace. */
export const oneLine = /^[^\n]{20,600}\.$/u;

/** Runs `npm run bank` in this process, for what does not begin to serve. @returns what it printed, complained of, and ended with */
export async function saidByBank(...args: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const codes: number[] = [];
  await bankCommand({
    args,
    environment: {},
    parentPort: null,
    print: (line) => void out.push(line),
    complain: (line) => void err.push(line),
    onStopSignal: () => {
      throw new Error('it serves');
    },
    exit: (code) => void codes.push(code),
  });
  return { out: out.join('\n'), err: err.join('\n'), code: codes[0] ?? null };
}
