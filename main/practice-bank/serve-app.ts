import { type ControlReply, type ControlRequest, controlRequestSchema } from './control.ts';
import type { PracticeBank } from './server.ts';
import { BankStartError } from './start-error.ts';

/** The way to the app, from inside the bank's process: the shape of Electron's process.parentPort. */
export type ParentPort = {
  postMessage(message: ControlReply): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
};

/**
 * Serves the app's control messages; the demo's contract is the one that is released and locked.
 * @param start starts the bank
 * @param exit ends the process
 */
export async function serveApp(port: ParentPort, start: () => Promise<PracticeBank>, exit: (code: number) => void): Promise<void> {
  let bank: PracticeBank;
  try {
    bank = await start();
  } catch (error) {
    const code = error instanceof BankStartError ? error.code : null;
    port.postMessage({ type: 'failed', reason: error instanceof Error ? error.message : 'unknown', code });
    exit(1);
    return;
  }
  port.on('message', ({ data }) => {
    const parsed = controlRequestSchema.safeParse(data);
    if (parsed.success) void answer(port, bank, parsed.data, exit);
  });
  port.postMessage({ type: 'ready', port: bank.port, authority: bank.authority });
}

async function answer(
  port: ParentPort,
  bank: PracticeBank,
  { id, command, situation, keepsClock, stage }: ControlRequest,
  exit: (code: number) => void,
): Promise<void> {
  try {
    switch (command) {
      case 'readPapers':
        port.postMessage({ type: 'papers', id, papers: bank.papers() });
        return;
      case 'releaseLock':
      case 'lockAgain': {
        const { contractorId } = bank.papers().customerCard;
        const done = command === 'releaseLock' ? bank.releaseLock(contractorId) : bank.lockAgain(contractorId);
        port.postMessage({ type: done ? 'done' : 'refused', id });
        return;
      }
      case 'setSituation':
        port.postMessage({ type: bank.setSituation(situation, keepsClock) ? 'done' : 'refused', id });
        return;
      case 'stage':
        bank.stage(stage);
        port.postMessage({ type: 'done', id });
        return;
      case 'stop':
        await bank.stop();
        port.postMessage({ type: 'done', id });
        exit(0);
        return;
      default: {
        const never: never = command;
        return never;
      }
    }
  } catch {
    port.postMessage({ type: 'refused', id });
  }
}
