import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FieldName, failure, fieldNames, type Outcome } from '../../../preload/contract/problem.ts';
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
} from '../../protocol/protocol.ts';
import { abandonSession, confirmOneTimePassword, openSession, readStatus, setPins } from '../accounts/activation.ts';
import { type Credentials, closeAdministratorSession } from '../accounts/administrator-sessions.ts';
import { checkLogon, logOn } from '../accounts/logon.ts';
import { fingerprint } from '../accounts/secrets.ts';
import { changeUserData, listUsers, overwriteUserPins, registerUser } from '../accounts/user-administration.ts';
import type { BankParts } from '../bank-parts.ts';
import { peerCertificate } from '../certificates/client-certificate.ts';
import { type Answer, problemAnswer } from './answers.ts';
import { createDoOnce } from './idempotency.ts';
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
async function withBody<T>(schema: z.ZodType<T>, body: unknown, work: (input: T) => Asked): Promise<Outcome<unknown>> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return work(parsed.data);
  const field = parsed.error.issues[0]?.path[0];
  return failure('request-malformed', { field: isFieldName(field) ? field : null });
}

type Asked = Outcome<unknown> | Promise<Outcome<unknown>>;

/** A route that changes something: status of a good answer, and who does the work. */
type Mutation<T> = {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly status: number;
  readonly schema: z.ZodType<T>;
  readonly work: (parts: BankParts, input: T, request: FastifyRequest) => Asked;
};
type Mutate = <T>(mutation: Mutation<T>) => void;

function sendBearerAnswer(reply: FastifyReply, answer: Answer): FastifyReply {
  if (answer.status === 401) reply.header('www-authenticate', 'Bearer');
  return sendAnswer(reply, answer);
}

/** Mutations are done once for each Idempotency-Key. */
function createMutate(server: FastifyInstance, parts: BankParts): Mutate {
  const doOnce = createDoOnce(parts);
  return ({ method, url, status, schema, work }) => {
    server.route({
      method,
      url,
      handler: async (request, reply) => {
        const certificate = peerCertificate(request.raw.socket);
        const caller = `${bearerToken(request) ?? ''} ${certificate === null ? '' : fingerprint(certificate)}`;
        const mutation = { key: headerOf(request, idempotencyHeader), method, url: request.url, caller, body: request.body };
        const answer = await doOnce(mutation, {
          run: (settle) => withBody(schema, request.body, (input) => work({ ...parts, settle }, input, request)),
          answerOf: (outcome) => answerOf(outcome, status),
        });
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
  mutate({ method: 'POST', url: paths.activationSessions, status: 201, schema: openSessionRequestSchema, work: openSession });
  server.get(paths.activationSession, (request, reply) => {
    return sendBearerAnswer(reply, answerOf(readStatus(parts, bearerToken(request)), 200));
  });
  mutate({
    method: 'DELETE',
    url: paths.activationSession,
    status: 204,
    schema: z.unknown(),
    work: (now, _input, request) => abandonSession(now, bearerToken(request)),
  });
  mutate({
    method: 'PUT',
    url: paths.activationPins,
    status: 200,
    schema: setPinsRequestSchema,
    work: (now, input, request) => setPins(now, bearerToken(request), input),
  });
  mutate({
    method: 'POST',
    url: paths.activationOneTimePassword,
    status: 200,
    schema: oneTimePasswordRequestSchema,
    work: (now, input, request) => confirmOneTimePassword(now, bearerToken(request), input),
  });
  server.get(paths.logon, (request, reply) => {
    const query = contractorIdQuery.safeParse(request.query);
    if (!query.success) return sendAnswer(reply, problemAnswer({ code: 'request-malformed', field: 'contractorId' }));
    return sendAnswer(reply, answerOf(checkLogon(parts, peerCertificate(request.raw.socket), query.data.contractorId), 200));
  });
  mutate({
    method: 'POST',
    url: paths.logon,
    status: 200,
    schema: logonRequestSchema,
    work: (now, input, request) => logOn(now, peerCertificate(request.raw.socket), input),
  });
}

/** Manual 3: the administrator's session and the contract's users. */
function addUserRoutes(server: FastifyInstance, parts: BankParts, mutate: Mutate): void {
  mutate({
    method: 'DELETE',
    url: paths.administratorSession,
    status: 204,
    schema: z.unknown(),
    work: (now, _input, request) => closeAdministratorSession(now, credentialsOf(request)),
  });
  server.get(paths.users, (request, reply) => {
    const query = listUsersQuerySchema.safeParse(request.query);
    if (!query.success) return sendAnswer(reply, problemAnswer({ code: 'request-malformed' }));
    return sendBearerAnswer(reply, answerOf(listUsers(parts, credentialsOf(request), query.data), 200));
  });
  mutate({
    method: 'POST',
    url: paths.users,
    status: 201,
    schema: registerUserRequestSchema,
    work: (now, input, request) => registerUser(now, credentialsOf(request), input),
  });
  mutate({
    method: 'PUT',
    url: paths.users,
    status: 200,
    schema: changeUserRequestSchema,
    work: (now, input, request) => changeUserData(now, credentialsOf(request), input),
  });
  mutate({
    method: 'PUT',
    url: paths.userPins,
    status: 200,
    schema: overwriteUserPinsRequestSchema,
    work: (now, input, request) => overwriteUserPins(now, credentialsOf(request), input),
  });
}
