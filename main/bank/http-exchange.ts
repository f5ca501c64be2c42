import type { Agent, Dispatcher } from 'undici';
import { failure, type Outcome, success } from '../../preload/contract/problem.ts';
import type { Clock, Log } from '../support/ports.ts';
import type { HttpAnswer, HttpRequest } from './http.ts';
import { codeOf, failureOf } from './http-failure.ts';

/** What one exchange needs: the connections, how long and how much, and the world. */
export type Line = {
  readonly agent: Agent;
  readonly limits: { readonly answerMs: number; readonly bodyBytes: number };
  readonly clock: Clock;
  readonly log: Log;
};

/**
 * One try: sends the request and reads the whole answer, all within limits.answerMs and until the
 * request's signal. Logged are method, path without query, status and milliseconds, nothing else.
 * @returns the answer, or bank-unreachable, bank-timeout, bank-untrusted, bank-answer-invalid, cancelled, certificate-*
 * @throws what is no event of the network (a bug)
 */
export async function exchange(line: Line, target: URL, request: HttpRequest): Promise<Outcome<HttpAnswer>> {
  if (request.signal.aborted) return failure('cancelled');
  const begun = line.clock.now().getTime();
  const about = { method: request.method, path: target.pathname };
  const limit = new AbortController();
  const stopClock = line.clock.after(line.limits.answerMs, () => limit.abort());
  try {
    const outcome = await readAnswer(line, target, request, AbortSignal.any([request.signal, limit.signal]));
    const ms = line.clock.now().getTime() - begun;
    if (outcome.ok) line.log.info('bank.exchange', { ...about, status: outcome.value.status, ms });
    else line.log.warn('bank.exchange-failed', { ...about, problem: outcome.problem.code, ms });
    return outcome;
  } catch (error) {
    const problem = request.signal.aborted ? 'cancelled' : limit.signal.aborted ? 'bank-timeout' : failureOf(error);
    if (problem === null) throw error;
    line.log.warn('bank.exchange-failed', { ...about, problem, cause: codeOf(error), ms: line.clock.now().getTime() - begun });
    return failure(problem);
  } finally {
    stopClock();
  }
}

/** undici heeds the signal only once a connection stands; whoever cancels does not wait for a bank that is silent. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

async function readAnswer(line: Line, target: URL, request: HttpRequest, signal: AbortSignal): Promise<Outcome<HttpAnswer>> {
  const asked = line.agent.request({
    origin: target.origin,
    path: target.pathname + target.search,
    method: request.method,
    headers: { ...request.headers },
    body: request.body ?? null,
    signal,
  });
  const answer = await untilAborted(asked, signal);
  const body = await readBody(answer, line.limits.bodyBytes);
  if (body === null) return failure('bank-answer-invalid');
  return success({ status: answer.statusCode, headers: plainHeaders(answer.headers), body });
}

/** @returns the body, or null as soon as it is larger than the limit (the connection is dropped then) */
async function readBody(answer: Dispatcher.ResponseData, limit: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop early destroys the stream, and with it the connection.
  for await (const chunk of answer.body) {
    const bytes: unknown = chunk;
    if (!(bytes instanceof Uint8Array)) throw new TypeError('a body came as something other than bytes');
    size += bytes.byteLength;
    if (size > limit) return null;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function plainHeaders(headers: Dispatcher.ResponseData['headers']): Readonly<Record<string, string>> {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) plain[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value;
  }
  return plain;
}
