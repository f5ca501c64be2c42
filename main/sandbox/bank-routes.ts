import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FieldName, fieldNames, type Outcome } from '../../preload/contract/problem.ts';
import {
  idempotencyHeader,
  logonRequestSchema,
  oneTimePasswordRequestSchema,
  openSessionRequestSchema,
  paths,
  setPinsRequestSchema,
} from '../bank/protocol.ts';
import { abandonSession, confirmOneTimePassword, openSession, readStatus, setPins } from './activation.ts';
import { type Answer, problemAnswer } from './answers.ts';
import type { BankParts } from './bank-parts.ts';
import { peerCertificate } from './client-certificate.ts';
import { createDoOnce } from './idempotency.ts';
import { checkLogon, logOn } from './logon.ts';
import { fingerprint } from './secrets.ts';
import { headerOf, sendAnswer } from './web-server.ts';

const contractorIdQuery = z.object({ contractorId: openSessionRequestSchema.shape.contractorId });

function answerOf(outcome: Outcome<unknown>, status: number): Answer {
  if (!outcome.ok) return problemAnswer(outcome.problem);
  return { status, body: outcome.value ?? null };
}

/** @returns the bearer token (RFC 6750), or null */
function bearerToken(request: FastifyRequest): string | null {
  return /^Bearer +([A-Za-z0-9._~+/=-]{1,200})$/iu.exec(headerOf(request, 'authorization') ?? '')?.[1] ?? null;
}

const isFieldName = (name: unknown): name is FieldName => fieldNames.some((known) => known === name);

/** The body by its schema; a refusal names the first faulty field, and never its content. */
async function withBody<T>(schema: z.ZodType<T>, body: unknown, work: (input: T) => Promise<Answer>): Promise<Answer> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return work(parsed.data);
  const field = parsed.error.issues[0]?.path[0];
  return problemAnswer({ code: 'request-malformed', field: isFieldName(field) ? field : null });
}

/** The bank's own interface, everything under /v1. */
export function addBankRoutes(server: FastifyInstance, parts: BankParts): void {
  const doOnce = createDoOnce(parts);

  /** A mutation: done once for each Idempotency-Key. */
  function mutate<T>(method: 'POST' | 'PUT' | 'DELETE', url: string, schema: z.ZodType<T>, work: (input: T, request: FastifyRequest) => Promise<Answer>): void {
    server.route({
      method,
      url,
      handler: async (request, reply) => {
        const certificate = peerCertificate(request.raw.socket);
        const caller = `${bearerToken(request) ?? ''} ${certificate === null ? '' : fingerprint(certificate)}`;
        const mutation = { key: headerOf(request, idempotencyHeader), method, url: request.url, caller, body: request.body };
        const answer = await doOnce(mutation, () => withBody(schema, request.body, (input) => work(input, request)));
        if (answer.status === 401) reply.header('www-authenticate', 'Bearer');
        return sendAnswer(reply, answer);
      },
    });
  }

  server.get(paths.bank, (_request, reply) => sendAnswer(reply, { status: 200, body: { name: parts.profile.name.ja, time: parts.clock.now().toISOString() } }));
  mutate('POST', paths.activationSessions, openSessionRequestSchema, async (input) => answerOf(await openSession(parts, input), 201));
  server.get(paths.activationSession, (request, reply) => {
    const answer = answerOf(readStatus(parts, bearerToken(request)), 200);
    if (answer.status === 401) reply.header('www-authenticate', 'Bearer');
    return sendAnswer(reply, answer);
  });
  mutate('DELETE', paths.activationSession, z.unknown(), async (_input, request) => answerOf(abandonSession(parts, bearerToken(request)), 204));
  mutate('PUT', paths.activationPins, setPinsRequestSchema, async (input, request) => answerOf(await setPins(parts, bearerToken(request), input), 200));
  mutate('POST', paths.activationOneTimePassword, oneTimePasswordRequestSchema, async (input, request) =>
    answerOf(await confirmOneTimePassword(parts, bearerToken(request), input), 200),
  );
  server.get(paths.logon, (request, reply) => {
    const query = contractorIdQuery.safeParse(request.query);
    if (!query.success) return sendAnswer(reply, problemAnswer({ code: 'request-malformed', field: 'contractorId' }));
    return sendAnswer(reply, answerOf(checkLogon(parts, peerCertificate(request.raw.socket), query.data.contractorId), 200));
  });
  mutate('POST', paths.logon, logonRequestSchema, async (input, request) => answerOf(await logOn(parts, peerCertificate(request.raw.socket), input), 200));
}
