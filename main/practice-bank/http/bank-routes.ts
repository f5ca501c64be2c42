import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FieldName, failure, fieldNames, type Outcome, success } from '../../../preload/contract/problem.ts';
import { type Operation, operations } from '../../protocol/operations.ts';
import { idempotencyHeader, listUsersQuerySchema } from '../../protocol/protocol.ts';
import { abandonSession, confirmOneTimePassword, openSession, readStatus, setPins } from '../accounts/activation.ts';
import { type Credentials, closeAdministratorSession } from '../accounts/administrator-sessions.ts';
import { checkLogon, logOn } from '../accounts/logon.ts';
import { fingerprint } from '../accounts/secrets.ts';
import { changeUserData, listUsers, overwriteUserPins, registerUser } from '../accounts/user-administration.ts';
import type { BankParts } from '../bank-parts.ts';
import { peerCertificate } from '../certificates/client-certificate.ts';
import { type Answer, problemAnswer, sendAnswer } from './answers.ts';
import { createDoOnce } from './idempotency.ts';
import { headerOf } from './web-server.ts';

const contractorIdQuery = z.object(operations.checkLogon.query);

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

/** The body by its schema; a refusal names the first invalid field, and never its content. */
async function withBody<T>(schema: z.ZodType<T>, body: unknown, work: (input: T) => Asked): Promise<Outcome<unknown>> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return work(parsed.data);
  const field = parsed.error.issues[0]?.path[0];
  return failure('request-malformed', { field: isFieldName(field) ? field : null });
}

type Asked = Outcome<unknown> | Promise<Outcome<unknown>>;

/** An operation that changes something, and its body. */
type Mutable<T> = Operation & { readonly request: { readonly schema: z.ZodType<T> } };
type Mutate = {
  /** By what the body says. */
  readonly change: <T>(operation: Mutable<T>, work: (parts: BankParts, input: T, request: FastifyRequest) => Asked) => void;
  /** Whatever the body says. */
  readonly end: (operation: Operation, work: (parts: BankParts, request: FastifyRequest) => Asked) => void;
};

/** The status of an operation's good answer: the first one of the table. */
const goodStatus = ({ answers }: Operation): number => Number(Object.keys(answers)[0]);

function sendBearerAnswer(reply: FastifyReply, answer: Answer): FastifyReply {
  if (answer.status === 401) reply.header('www-authenticate', 'Bearer');
  return sendAnswer(reply, answer);
}

/** Mutations are done once for each Idempotency-Key. */
function createMutate(server: FastifyInstance, parts: BankParts): Mutate {
  const doOnce = createDoOnce(parts);
  const add = (operation: Operation, work: (parts: BankParts, request: FastifyRequest) => Promise<Outcome<unknown>>): void => {
    const { method, path: url } = operation;
    server.route({
      method,
      url,
      handler: async (request, reply) => {
        const certificate = peerCertificate(request.raw.socket);
        const caller = `${bearerToken(request) ?? ''} ${certificate === null ? '' : fingerprint(certificate)}`;
        const mutation = { key: headerOf(request, idempotencyHeader), method, url: request.url, caller, body: request.body };
        const answer = await doOnce(mutation, {
          run: (settle) => work({ ...parts, settle }, request),
          answerOf: (outcome) => answerOf(outcome, goodStatus(operation)),
        });
        return sendBearerAnswer(reply, answer);
      },
    });
  };
  return {
    change: (operation, work) => add(operation, (now, request) => withBody(operation.request.schema, request.body, (input) => work(now, input, request))),
    end: (operation, work) => add(operation, async (now, request) => work(now, request)),
  };
}

/** A question that changes nothing. */
function addQuestion(server: FastifyInstance, operation: Operation, ask: (request: FastifyRequest) => Outcome<unknown>): void {
  server.route({
    method: operation.method,
    url: operation.path,
    handler: (request, reply) => sendBearerAnswer(reply, answerOf(ask(request), goodStatus(operation))),
  });
}

/** The bank's own interface, everything under /v1: each operation of the table, and who answers it. */
export function addBankRoutes(server: FastifyInstance, parts: BankParts): void {
  const mutate = createMutate(server, parts);
  addUserRoutes(server, parts, mutate);
  addQuestion(server, operations.readBank, () => success({ name: parts.profile.name.ja, time: parts.clock.now().toISOString() }));
  mutate.change(operations.openActivationSession, openSession);
  addQuestion(server, operations.readActivationSession, (request) => readStatus(parts, bearerToken(request)));
  mutate.end(operations.closeActivationSession, (now, request) => abandonSession(now, bearerToken(request)));
  mutate.change(operations.setPins, (now, input, request) => setPins(now, bearerToken(request), input, peerCertificate(request.raw.socket)));
  mutate.change(operations.confirmOneTimePassword, (now, input, request) => confirmOneTimePassword(now, bearerToken(request), input));
  addQuestion(server, operations.checkLogon, (request) => {
    const query = contractorIdQuery.safeParse(request.query);
    if (!query.success) return failure('request-malformed', { field: 'contractorId' });
    return checkLogon(parts, peerCertificate(request.raw.socket), query.data.contractorId);
  });
  mutate.change(operations.logOn, (now, input, request) => logOn(now, peerCertificate(request.raw.socket), input));
}

/** Manual 3: the administrator's session and the contract's users. */
function addUserRoutes(server: FastifyInstance, parts: BankParts, mutate: Mutate): void {
  mutate.end(operations.logOff, (now, request) => closeAdministratorSession(now, credentialsOf(request)));
  addQuestion(server, operations.listUsers, (request) => {
    const query = listUsersQuerySchema.safeParse(request.query);
    return query.success ? listUsers(parts, credentialsOf(request), query.data) : failure('request-malformed');
  });
  mutate.change(operations.registerUser, (now, input, request) => registerUser(now, credentialsOf(request), input));
  mutate.change(operations.changeUser, (now, input, request) => changeUserData(now, credentialsOf(request), input));
  mutate.change(operations.overwriteUserPins, (now, input, request) => overwriteUserPins(now, credentialsOf(request), input));
}
