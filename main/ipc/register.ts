import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import type { z } from 'zod';
import { contract, fetchChannel, type RequestHandlers, requestChannel, type StateName } from '../../preload/contract/contract.ts';
import { type Problem, type ProblemCode, problemOf } from '../../preload/contract/problem.ts';
import type { BorderFaults } from '../practice/border-faults.ts';
import type { Log } from '../support/ports.ts';
import type { PublishedStates } from './published-states.ts';
import { isTrustedSender } from './trusted-sender.ts';

/** What binds the contract to the handlers. */
export type Registration = {
  readonly handlers: RequestHandlers;
  readonly states: PublishedStates;
  /** The one window's contents; null while there is none. */
  readonly window: () => WebContents | null;
  readonly origin: string;
  readonly log: Log;
  /** Faults of the practice; with a real bank everything passes as it is. */
  readonly faults: BorderFaults;
};

type AnyHandler = (input: unknown) => Promise<unknown>;
type RequestSchema = { readonly input: z.ZodType; readonly reply: z.ZodType };

/**
 * Registers every channel of the contract: checks who asks, parses what is asked from `unknown`, and
 * turns a bug into the problem `internal` with a reference into the log. Nothing else answers IPC.
 */
export function registerContract({ handlers, states, window, origin, log, faults }: Registration): void {
  const refusedSender = (event: IpcMainInvokeEvent, channel: string, expected = origin): boolean => {
    if (isTrustedSender(event, window(), expected)) return false;
    log.warn('ipc.sender-refused', { channel });
    return true;
  };

  for (const [group, requests] of Object.entries(contract.requests)) {
    for (const [name, schema] of Object.entries<RequestSchema>(requests)) {
      const channel = requestChannel(group, name);
      const handler = handlerOf(handlers, group, name);
      ipcMain.handle(channel, async (event, input: unknown) => {
        if (refusedSender(event, channel, faults.origin(group, origin))) return refusal('sender-refused', null);
        const parsed = schema.input.safeParse(faults.input(group, input));
        if (!parsed.success) {
          // Only where it is wrong: the value itself may be a PIN.
          log.warn('ipc.input-refused', { channel, paths: parsed.error.issues.map((issue) => issue.path.join('.')) });
          return refusal('input-invalid', null);
        }
        try {
          return schema.reply.parse(await faults.handle(group, () => handler(parsed.data)));
        } catch (error) {
          return refusal('internal', log.error('ipc.handler-broke', { channel, error }));
        }
      });
    }
  }

  for (const state of Object.keys(contract.states) as StateName[]) {
    const channel = fetchChannel(state);
    ipcMain.handle(channel, (event) => {
      if (refusedSender(event, channel)) throw new Error('refused');
      return states.read(state);
    });
  }
}

/** The schema border: the contract's types say which input goes with which handler, the loop cannot. */
function handlerOf(handlers: RequestHandlers, group: string, name: string): AnyHandler {
  const handler = (handlers as unknown as Readonly<Record<string, Readonly<Record<string, AnyHandler>>>>)[group]?.[name];
  if (handler === undefined) throw new Error(`No handler for ${group}.${name}`);
  return handler;
}

function refusal(code: ProblemCode, reference: string | null): { ok: false; problem: Problem } {
  return { ok: false, problem: problemOf({ code, reference }) };
}
