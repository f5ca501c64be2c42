import { constants } from 'node:crypto';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { ProblemCode } from '../../../preload/contract/problem-numbers.ts';
import { bodyLimit } from '../../protocol/protocol.ts';
import type { Authority } from '../certificates/authority.ts';
import { problemAnswer, sendAnswer, writtenOut } from './answers.ts';
import { type GateLimits, guardConnections } from './connection-gate.ts';
import { addJsonParser } from './json-body.ts';

/** Milliseconds a client has for the TLS handshake, for its headers, for its whole request: shorter than a person's patience. */
const handshakeLimit = 5_000;
const headersLimit = 5_000;
const requestLimit = 8_000;
const idleLimit = 10_000;
const checkEvery = 500;

/** Told of bugs; gets no header, no body and no query, which may hold secrets. */
export type ReportBug = (event: string, details: Readonly<Record<string, unknown>>) => void;

/**
 * The web server without its routes: TLS, time limits, and every error as problem details. A client
 * certificate is asked for but any is let through the handshake, so that each refusal can say why.
 */
export function createWebServer(authority: Authority, reportBug: ReportBug, limits?: GateLimits): FastifyInstance {
  const server: FastifyInstance = Fastify({
    logger: false,
    bodyLimit,
    requestTimeout: requestLimit,
    keepAliveTimeout: idleLimit,
    forceCloseConnections: true,
    clientErrorHandler: answerBrokenRequest,
    frameworkErrors: (_error, _request, reply) => sendAnswer(reply, problemAnswer({ code: 'request-malformed' })),
    https: {
      key: authority.server.key,
      cert: `${authority.server.certificate}${authority.issuing.certificate}`,
      // Also the names that are announced to clients, by which a browser picks its certificate.
      ca: [authority.issuing.certificate, authority.root.certificate],
      requestCert: true,
      rejectUnauthorized: false,
      minVersion: 'TLSv1.2',
      // A resumed session would come without the client's certificate.
      secureOptions: constants.SSL_OP_NO_TICKET,
      handshakeTimeout: handshakeLimit,
      headersTimeout: headersLimit,
      connectionsCheckingInterval: checkEvery,
    },
  });
  guardConnections(server, limits);
  addJsonParser(server);
  server.removeContentTypeParser('text/plain');
  answerUnknown(server);
  server.setErrorHandler((error, request, reply) => {
    const code = codeOfError(error);
    if (code === 'bank-failure') reportBug('bank-failure', { method: request.method, route: request.routeOptions.url, error: describe(error) });
    return sendAnswer(reply, problemAnswer({ code }));
  });
  server.addHook('onSend', async (_request, reply) => {
    reply.header('cache-control', 'no-store').header('x-content-type-options', 'nosniff').header('referrer-policy', 'no-referrer');
  });
  return server;
}

/** A bug's description without what a client sent: name, code and place only. */
function describe(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { name: 'unknown' };
  const place = error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at ')) ?? [];
  return { name: error.name, code: 'code' in error ? error.code : undefined, place: place.slice(0, 8).map((line) => line.trim()) };
}

function codeOfError(error: unknown): ProblemCode {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : 500;
  if (status === 413) return 'content-too-large';
  if (status === 415) return 'content-type-unsupported';
  return typeof status === 'number' && status >= 400 && status < 500 ? 'request-malformed' : 'bank-failure';
}

/** Unknown path: 404. Known path, other method: 405 with Allow (RFC 9110 section 15.5.6). */
function answerUnknown(server: FastifyInstance): void {
  const methods = new Map<string, Set<string>>();
  server.addHook('onRoute', ({ url, method }) => {
    const known = methods.get(url) ?? new Set();
    for (const name of [method].flat()) known.add(name);
    methods.set(url, known);
  });
  server.setNotFoundHandler((request, reply) => {
    const known = methods.get(request.url.split('?', 1)[0] ?? '');
    if (known === undefined) return sendAnswer(reply, problemAnswer({ code: 'not-found' }));
    return sendAnswer(reply.header('allow', [...known].join(', ')), problemAnswer({ code: 'method-not-allowed' }));
  });
}

/** What node:http could not read as a request. A client that does not even speak TLS gets no answer. */
function answerBrokenRequest(error: Error & { readonly code?: string }, socket: Socket): void {
  const readable = socket instanceof TLSSocket && socket.writable && error.code !== undefined && /^(HPE|ERR_HTTP)_/u.test(error.code);
  if (!readable) {
    socket.destroy();
    return;
  }
  const answer = problemAnswer({ code: error.code === 'HPE_HEADER_OVERFLOW' ? 'content-too-large' : 'request-malformed' });
  socket.end(writtenOut(answer, answer.body.title));
}

/** @returns the one value of a request header, or undefined */
export function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? undefined : value;
}
