import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FieldName, fieldNames, type Outcome } from '../../preload/contract/problem.ts';
import {
  changeUserRequestSchema,
  idempotencyHeader,
  listUsersQuerySchema,
  logonRequestSchema,
  oneTimePasswordRequestSchema,
  openSessionRequestSchema,
  overwriteUserPinsRequestSchema,
  paths,
  registerUserRequestSchema,
  setPinsRequestSchema,
} from '../bank/protocol.ts';
import { abandonSession, confirmOneTimePassword, openSession, readStatus, setPins } from './activation.ts';
import { type Credentials, closeAdministratorSession } from './administrator-sessions.ts';
import { type Answer, problemAnswer } from './answers.ts';
import type { BankParts } from './bank-parts.ts';
import { peerCertificate } from './client-certificate.ts';
import { createDoOnce } from './idempotency.ts';
import { checkLogon, logOn } from './logon.ts';
import { fingerprint } from './secrets.ts';
import { changeUserData, listUsers, overwriteUserPins, registerUser } from './user-administration.ts';
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

const credentialsOf = (request: FastifyRequest): Credentials => ({ certificate: peerCertificate(request.raw.socket), token: bearerToken(request) });

const isFieldName = (name: unknown): name is FieldName => fieldNames.some((known) => known === name);

/** The body by its schema; a refusal names the first faulty field, and never its content. */
async function withBody<T>(schema: z.ZodType<T>, body: unknown, work: (input: T) => Promise<Answer>): Promise<Answer> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return work(parsed.data);
  const field = parsed.error.issues[0]?.path[0];
  return problemAnswer({ code: 'request-malformed', field: isFieldName(field) ? field : null });
}

/** Adds a route that changes something. */
type Mutate = <T>(method: 'POST' | 'PUT' | 'DELETE', url: string, schema: z.ZodType<T>, work: (input: T, request: FastifyRequest) => Promise<Answer>) => void;

function sendBearerAnswer(reply: FastifyReply, answer: Answer): FastifyReply {
  if (answer.status === 401) reply.header('www-authenticate', 'Bearer');
  return sendAnswer(reply, answer);
}

/** Mutations are done once for each Idempotency-Key. */
function createMutate(server: FastifyInstance, parts: BankParts): Mutate {
  const doOnce = createDoOnce(parts);
  return (method, url, schema, work) => {
    server.route({
      method,
      url,
      handler: async (request, reply) => {
        const certificate = peerCertificate(request.raw.socket);
        const caller = `${bearerToken(request) ?? ''} ${certificate === null ? '' : fingerprint(certificate)}`;
        const mutation = { key: headerOf(request, idempotencyHeader), method, url: request.url, caller, body: request.body };
        const answer = await doOnce(mutation, () => withBody(schema, request.body, (input) => work(input, request)));
        return sendBearerAnswer(reply, answer);
      },
    });
  };
}

/** The bank's own interface, everything under /v1. */
export function addBankRoutes(server: FastifyInstance, parts: BankParts): void {
  const mutate = createMutate(server, parts);
  addUserRoutes(server, parts, mutate);
  server.get(paths.bank, (_request, reply) => sendAnswer(reply, { status: 200, body: { name: parts.profile.name.ja, time: parts.clock.now().toISOString() } }));
  mutate('POST', paths.activationSessions, openSessionRequestSchema, async (input) => answerOf(await openSession(parts, input), 201));
  server.get(paths.activationSession, (request, reply) => {
    return sendBearerAnswer(reply, answerOf(readStatus(parts, bearerToken(request)), 200));
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

/** Manual 3: the administrator's session and the contract's users. */
function addUserRoutes(server: FastifyInstance, parts: BankParts, mutate: Mutate): void {
  mutate('DELETE', paths.administratorSession, z.unknown(), async (_input, request) => answerOf(closeAdministratorSession(parts, credentialsOf(request)), 204));
  server.get(paths.users, (request, reply) => {
    const query = listUsersQuerySchema.safeParse(request.query);
    if (!query.success) return sendAnswer(reply, problemAnswer({ code: 'request-malformed' }));
    return sendBearerAnswer(reply, answerOf(listUsers(parts, credentialsOf(request), query.data), 200));
  });
  mutate('POST', paths.users, registerUserRequestSchema, async (input, request) => answerOf(await registerUser(parts, credentialsOf(request), input), 201));
  mutate('PUT', paths.users, changeUserRequestSchema, async (input, request) => answerOf(await changeUserData(parts, credentialsOf(request), input), 200));
  mutate('PUT', paths.userPins, overwriteUserPinsRequestSchema, async (input, request) =>
    answerOf(await overwriteUserPins(parts, credentialsOf(request), input), 200),
  );
}
