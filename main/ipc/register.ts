import type { WebContents } from 'electron';
import type { z } from 'zod';
import { contract, fetchChannel, type RequestHandlers, requestChannel, type StateName } from '../../preload/contract/contract.ts';
import { type Problem, problemOf, problemSchema } from '../../preload/contract/problem.ts';
import type { ProblemCode } from '../../preload/contract/problem-numbers.ts';
import type { Log } from '../support/ports.ts';
import { isWithinBudget } from './budget.ts';
import type { PublishedStates } from './published-states.ts';
import { type Asking, isTrustedSender } from './trusted-sender.ts';

/** What is needed of Electron's ipcMain. */
export type WindowRequests = { handle(channel: string, listener: (asking: Asking, ...input: readonly unknown[]) => unknown): void };

/** @returns to be called with the problem of the answer; null: it was accepted */
export type NoteRequest = (request: string) => (problem: ProblemCode | null) => void;

/** What binds the contract to the handlers. */
export type Registration = {
  readonly requests: WindowRequests;
  readonly handlers: RequestHandlers;
  readonly states: PublishedStates;
  /** The one window's contents; null while there is none. */
  readonly window: () => WebContents | null;
  readonly origin: string;
  /** Told as a request comes, by "group.name", and then how it was answered; nobody unless said. */
  readonly noteRequest?: NoteRequest;
  readonly log: Log;
};

type AnyHandler = (input: unknown) => Promise<unknown>;
type RequestSchema = { readonly input: z.ZodType; readonly reply: z.ZodType };

/**
 * Registers every channel of the contract: checks who asks, parses what is asked from `unknown`, and
 * turns a bug into the problem `internal` with a reference into the log. Nothing else answers IPC.
 */
export function registerContract({ requests, handlers, states, window, origin, noteRequest = noteNothing, log }: Registration): void {
  const isRefused = (asking: Asking, channel: string): boolean => {
    if (isTrustedSender(asking, window, origin)) return false;
    log.warn('ipc.sender-refused', { channel });
    return true;
  };

  for (const [group, named] of Object.entries(contract.requests)) {
    for (const [name, schema] of Object.entries<RequestSchema>(named)) {
      const channel = requestChannel(group, name);
      const handler = handlerOf(handlers, group, name);
      requests.handle(channel, async (asking, ...input) => {
        const answered = noteRequest(`${group}.${name}`);
        const reply = isRefused(asking, channel) ? refusal('sender-refused', null) : await answer(channel, schema, handler, input, log);
        answered(problemIn(reply));
        return reply;
      });
    }
  }

  for (const state of Object.keys(contract.states) as StateName[]) {
    const channel = fetchChannel(state);
    requests.handle(channel, (asking) => {
      if (isRefused(asking, channel)) throw new Error('refused');
      return states.read(state);
    });
  }
}

const noteNothing: NoteRequest = () => () => undefined;

/** Of a reply as the contract has them all. */
function problemIn(reply: unknown): ProblemCode | null {
  return typeof reply === 'object' && reply !== null && 'problem' in reply ? (problemSchema.safeParse(reply.problem).data?.code ?? null) : null;
}

async function answer(channel: string, { input: schema, reply }: RequestSchema, handler: AnyHandler, input: readonly unknown[], log: Log): Promise<unknown> {
  // Before anything of it is parsed: what is too large is not even looked through.
  const parsed = input.length <= 1 && isWithinBudget(input[0]) ? schema.safeParse(input[0]) : null;
  if (parsed === null || !parsed.success) {
    // Only where it is wrong: the value itself may be a PIN.
    log.warn('ipc.input-refused', { channel, paths: parsed?.error.issues.map((issue) => issue.path.join('.')) ?? 'too large' });
    return refusal('input-invalid', null);
  }
  try {
    return reply.parse(await handler(parsed.data));
  } catch (error) {
    return refusal('internal', log.error('ipc.handler-broke', { channel, error }));
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
