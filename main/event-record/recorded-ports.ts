import { win32 } from 'node:path';
import type { ProblemCode } from '../../preload/contract/problem-numbers.ts';
import { toolNames } from '../../preload/contract/recorded-event.ts';
import { readProblem } from '../bank/bank-answer.ts';
import type { HttpAnswer } from '../bank/http.ts';
import type { HttpClientSettings } from '../bank/http-client.ts';
import { readHttpDate } from '../bank/http-date.ts';
import type { OnExchange } from '../bank/http-exchange.ts';
import type { Run } from '../certificate/stores/run.ts';
import type { NoteRequest, Registration } from '../ipc/register.ts';
import type { ProgramPorts } from '../program-ports.ts';
import { listOperations } from '../protocol/operations.ts';
import { estFolder } from '../protocol/protocol.ts';
import type { Clock } from '../support/ports.ts';
import type { EventNotes } from './event-record.ts';

/** What stands before the program's ports and records what goes through them, without what is said in it. */

export type Noting = { readonly notes: Pick<EventNotes, 'note'>; readonly clock: Pick<Clock, 'now'> };

/** The program's ports, with those recorded that say something of what happens. */
export function recordedPorts<P extends Pick<ProgramPorts, 'run' | 'openHttpClient' | 'registerContract'>>(ports: P, noting: Noting): P {
  const noteRequest = recordedRequests(noting);
  return {
    ...ports,
    run: recordedRun(ports.run, noting),
    openHttpClient: recordedClients(ports.openHttpClient, noting),
    registerContract: (registration: Registration) => ports.registerContract({ ...registration, noteRequest }),
  };
}

/** Clients that record each exchange with the bank. */
export function recordedClients<C>(open: (settings: HttpClientSettings) => C, { notes, clock }: Noting): (settings: HttpClientSettings) => C {
  const onExchange: OnExchange = ({ method, path }, outcome, ms) => {
    const answer = outcome.ok ? outcome.value : null;
    notes.note({
      kind: 'bankCall',
      method,
      path: pathTemplate(path),
      status: answer?.status ?? null,
      failure: outcome.ok ? null : outcome.problem.code,
      problem: answer === null ? null : problemOf(answer, clock.now()),
      ms: whole(ms),
      aheadSeconds: answer === null ? null : secondsAhead(answer, clock.now()),
    });
  };
  return (settings) => open({ ...settings, onExchange });
}

/** Runs tools, and records their names and how they ended. */
export function recordedRun(run: Run, { notes, clock }: Noting): Run {
  return async (command, args, options) => {
    const begun = clock.now().getTime();
    const result = await run(command, args, options);
    const exitCode = result.kind === 'ended' ? result.code : null;
    notes.note({ kind: 'tool', tool: toolName(command), outcome: result.kind, exitCode, ms: whole(clock.now().getTime() - begun) });
    return result;
  };
}

/** For the border, which says when a request comes and how it is answered. */
export function recordedRequests({ notes, clock }: Noting): NoteRequest {
  return (request) => {
    const begun = clock.now().getTime();
    return (problem) => notes.note({ kind: 'request', request, problem, ms: whole(clock.now().getTime() - begun) });
  };
}

/** A clock that is put back in between makes no negative time. */
const whole = (ms: number): number => Math.max(0, Math.round(ms));

const knownPaths: ReadonlySet<string> = new Set(listOperations().map(({ path }) => path));
const ofAuthority = new RegExp(`^${estFolder.replaceAll('.', '\\.')}/[^/]+/([a-z]+)$`, 'u');

/** @returns the path as the bank's interface writes it, without a query; 'other' for what is not in it */
export function pathTemplate(path: string): string {
  const [plain = ''] = path.split(/[?#]/u);
  if (knownPaths.has(plain)) return plain;
  // RFC 7030 section 3.2.2: one of several authorities behind one host.
  const [, operation] = ofAuthority.exec(plain) ?? [];
  return operation !== undefined && knownPaths.has(`${estFolder}/${operation}`) ? `${estFolder}/{label}/${operation}` : 'other';
}

/** @returns how far this PC's clock is ahead of the answer's Date, in seconds; null without one */
function secondsAhead({ headers }: HttpAnswer, now: Date): number | null {
  const date = readHttpDate(headers.date, now);
  return date === null ? null : Math.round((now.getTime() - date) / 1_000);
}

/** What the bank says by RFC 9457; a page of some server in between says nothing but its status. */
function problemOf(answer: HttpAnswer, now: Date): ProblemCode | null {
  const type = answer.headers['content-type'] ?? '';
  return answer.status >= 400 && type.startsWith('application/problem+json') ? readProblem(answer, now).code : null;
}

function toolName(command: string): (typeof toolNames)[number] {
  const name = win32.basename(command.toLowerCase(), '.exe');
  return toolNames.find((known) => known === name) ?? 'other';
}
