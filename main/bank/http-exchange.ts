import type { ClientRequest, IncomingMessage } from 'node:http';
import { request as openRequest } from 'node:https';
import { TLSSocket } from 'node:tls';
import { failure, type Outcome, success } from '../../preload/contract/problem.ts';
import type { Clock, Log } from '../support/ports.ts';
import type { HttpAnswer, HttpRequest } from './http.ts';
import type { BankAgent } from './http-agent.ts';
import { acceptedEncodings, decodeContent } from './http-decoding.ts';
import { codeOf, failureOf, verdictOf } from './http-failure.ts';
import { aborted } from './proxy/socket-wait.ts';
import { channelBinding } from './tls-connection.ts';

/** What one exchange needs: the connections, how long and how much, and the world. */
export type Line = {
  /** For what may be sent again: connections that are used again. */
  readonly shared: BankAgent;
  /** For what must not be sent twice: a connection each, since one that was used before may be closed by now. */
  readonly single: BankAgent;
  readonly limits: { readonly answerMs: number; readonly bodyBytes: number };
  /** Raised when the client is closed. */
  readonly closing: AbortSignal;
  readonly clock: Clock;
  readonly onExchange: OnExchange;
  readonly log: Log;
};

/** One try, once it is over: what was asked, what came of it, and how long it took in milliseconds. */
export type OnExchange = (request: Pick<HttpRequest, 'method' | 'path'>, outcome: Outcome<HttpAnswer>, ms: number) => void;

/** Whether the request may have reached the bank: from the moment at which it had a connection. */
type Progress = { sent: boolean };

/**
 * One try: sends the request and reads the whole answer, all within limits.answerMs and until the
 * request's signal. Logged are method, path without query, status and milliseconds, nothing else.
 * @returns the answer, or bank-unreachable, bank-timeout, bank-untrusted, bank-answer-invalid, cancelled, certificate-*;
 * a failure says whether the request may have reached the bank
 * @throws what is no event of the network (a bug)
 */
export async function exchange(line: Line, target: URL, request: HttpRequest): Promise<Outcome<HttpAnswer>> {
  if (request.signal.aborted || line.closing.aborted) return failure('cancelled');
  const begun = line.clock.now().getTime();
  const outcome = await tryOnce(line, target, request);
  line.onExchange(request, outcome, line.clock.now().getTime() - begun);
  return outcome;
}

async function tryOnce(line: Line, target: URL, request: HttpRequest): Promise<Outcome<HttpAnswer>> {
  const begun = line.clock.now().getTime();
  const about = { method: request.method, path: target.pathname };
  const limit = new AbortController();
  const stopClock = line.clock.after(line.limits.answerMs, () => limit.abort());
  const progress: Progress = { sent: false };
  try {
    const outcome = await readAnswer(line, target, request, AbortSignal.any([request.signal, limit.signal, line.closing]), progress);
    const ms = line.clock.now().getTime() - begun;
    if (outcome.ok) line.log.info('bank.exchange', { ...about, status: outcome.value.status, ms });
    else line.log.warn('bank.exchange-failed', { ...about, problem: outcome.problem.code, ms });
    return outcome;
  } catch (error) {
    const problem = request.signal.aborted || line.closing.aborted ? 'cancelled' : limit.signal.aborted ? 'bank-timeout' : failureOf(error);
    if (problem === null) throw error;
    const verdict = verdictOf(error);
    line.log.warn('bank.exchange-failed', { ...about, problem, cause: verdict ?? codeOf(error), ms: line.clock.now().getTime() - begun });
    return failure(problem, { sent: progress.sent, ...(verdict === null ? {} : { remark: { from: 'check', text: verdict } }) });
  } finally {
    stopClock();
  }
}

async function readAnswer(line: Line, target: URL, request: HttpRequest, signal: AbortSignal, progress: Progress): Promise<Outcome<HttpAnswer>> {
  const answer = await send(line, target, request, signal, progress);
  const raw = await readBody(answer, line.limits.bodyBytes);
  const headers = plainHeaders(answer.headers);
  const body = raw === null ? null : await decodeContent(raw, headers['content-encoding'], line.limits.bodyBytes);
  if (body === null) return failure('bank-answer-invalid', { sent: true });
  return success({ status: answer.statusCode ?? 0, headers, body });
}

/** Sends the request. @returns the answer's head; interim answers (100 Continue, 103 Early Hints) are passed over */
function send(line: Line, target: URL, request: HttpRequest, signal: AbortSignal, progress: Progress): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const outgoing = openRequest({
      host: target.hostname.replace(/^\[|\]$/gu, ''),
      port: target.port === '' ? 443 : Number(target.port),
      path: target.pathname + target.search,
      method: request.method,
      headers: { 'accept-encoding': acceptedEncodings, ...request.headers, host: target.host },
      agent: request.repeatable ? line.shared : line.single,
      signal,
    });
    outgoing.on('error', reject);
    // node:http itself tells of it only once there is a connection.
    signal.addEventListener('abort', () => reject(aborted()), { once: true });
    outgoing.once('socket', () => {
      progress.sent = true;
    });
    outgoing.once('response', resolve);
    outgoing.once('upgrade', (_answer, socket) => {
      socket.destroy();
      reject(Object.assign(new Error('an upgrade that nobody asked for'), { code: 'HPE_UNEXPECTED_UPGRADE' }));
    });
    finish(outgoing, request, reject);
  });
}

function finish(outgoing: ClientRequest, { method, body, bind }: HttpRequest, reject: (error: unknown) => void): void {
  if (bind === undefined) {
    if (body === undefined && method !== 'GET') outgoing.setHeader('content-length', 0);
    outgoing.end(body);
    return;
  }
  outgoing.once('socket', (socket) => {
    const channel = socket instanceof TLSSocket ? channelBinding(socket) : null;
    bind(channel).then((made) => outgoing.end(made), reject);
  });
}

/** @returns the body, or null as soon as it is larger than the limit (the connection is dropped then) */
async function readBody(answer: IncomingMessage, limit: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop early destroys the stream, and with it the connection.
  for await (const chunk of answer) {
    const bytes: unknown = chunk;
    if (!(bytes instanceof Uint8Array)) throw new TypeError('a body came as something other than bytes');
    size += bytes.byteLength;
    if (size > limit) return null;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function plainHeaders(headers: IncomingMessage['headers']): Readonly<Record<string, string>> {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries<string | string[] | undefined>(headers)) {
    if (value !== undefined) plain[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value;
  }
  return plain;
}
