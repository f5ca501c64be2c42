import { z } from 'zod';
import {
  bankInfoSchema,
  bodyLimit,
  changeUserRequestSchema,
  enrolmentGrantSchema,
  idempotencyHeader,
  listUsersQuerySchema,
  logonCheckSchema,
  logonReplySchema,
  logonRequestSchema,
  oneTimePasswordRequestSchema,
  openSessionReplySchema,
  openSessionRequestSchema,
  overwriteUserPinsRequestSchema,
  paths,
  problemDetailsSchema,
  registerUserRequestSchema,
  sessionStatusSchema,
  setPinsReplySchema,
  setPinsRequestSchema,
  userPageSchema,
  userSchema,
} from '../../main/protocol/protocol.ts';

type Body = { readonly mediaType: string; readonly schema?: z.ZodType };
export type Operation = {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly security: 'none' | 'session' | 'certificate' | 'administrator' | 'enrolment';
  readonly idempotent?: boolean;
  readonly query?: Readonly<Record<string, z.ZodType>>;
  readonly optionalQuery?: Readonly<Record<string, z.ZodType>>;
  readonly request?: Body;
  /** Good answers by status; null: no body. */
  readonly answers: Readonly<Record<number, Body | null>>;
  readonly refusals: readonly number[];
};

const json = (schema: z.ZodType): Body => ({ mediaType: 'application/json', schema });
const pkcs10: Body = { mediaType: 'application/pkcs10' };
const pkcs7: Body = { mediaType: 'application/pkcs7-mime' };
const html: Body = { mediaType: 'text/html' };

/** The bank's interface, operation by operation. */
export const operations: readonly Operation[] = [
  {
    method: 'get',
    path: paths.bank,
    id: 'readBank',
    summary: 'Who the bank is and what time it has.',
    security: 'none',
    answers: { 200: json(bankInfoSchema) },
    refusals: [],
  },
  {
    method: 'post',
    path: paths.activationSessions,
    id: 'openActivationSession',
    summary: 'Opens an activation session in place of an older one. A wrong registration PIN is counted; an unknown ID answers alike.',
    security: 'none',
    idempotent: true,
    request: json(openSessionRequestSchema),
    answers: { 201: json(openSessionReplySchema) },
    refusals: [400, 403, 409, 413, 415, 422],
  },
  {
    method: 'get',
    path: paths.activationSession,
    id: 'readActivationSession',
    summary: 'Where the session stands: how a client goes on after a crash or a lost answer.',
    security: 'session',
    answers: { 200: json(sessionStatusSchema) },
    refusals: [401],
  },
  {
    method: 'delete',
    path: paths.activationSession,
    id: 'closeActivationSession',
    summary: 'Closes the session.',
    security: 'session',
    idempotent: true,
    answers: { 204: null },
    refusals: [400, 401, 422],
  },
  {
    method: 'put',
    path: paths.activationPins,
    id: 'setPins',
    summary: "Notes the new PINs; they become the contract's with the right one-time password. Names the card's position.",
    security: 'session',
    idempotent: true,
    request: json(setPinsRequestSchema),
    answers: { 200: json(setPinsReplySchema) },
    refusals: [400, 401, 403, 409, 413, 415, 422],
  },
  {
    method: 'post',
    path: paths.activationOneTimePassword,
    id: 'confirmOneTimePassword',
    summary: 'Ends the activation and gives the right to one certificate.',
    security: 'session',
    idempotent: true,
    request: json(oneTimePasswordRequestSchema),
    answers: { 200: json(enrolmentGrantSchema) },
    refusals: [400, 401, 403, 409, 413, 415, 422],
  },
  {
    method: 'get',
    path: paths.logon,
    id: 'checkLogon',
    summary: 'Whom the client certificate would log on.',
    security: 'certificate',
    query: { contractorId: openSessionRequestSchema.shape.contractorId },
    answers: { 200: json(logonCheckSchema) },
    refusals: [400, 403],
  },
  {
    method: 'post',
    path: paths.logon,
    id: 'logOn',
    summary: "Logs an administrator or a user on. An administrator gets the token of a session, which takes an older one's place.",
    security: 'certificate',
    idempotent: true,
    request: json(logonRequestSchema),
    answers: { 200: json(logonReplySchema) },
    refusals: [400, 403, 409, 413, 415, 422],
  },
  {
    method: 'delete',
    path: paths.administratorSession,
    id: 'logOff',
    summary: 'Logs the administrator off.',
    security: 'administrator',
    idempotent: true,
    answers: { 204: null },
    refusals: [400, 401, 403, 422],
  },
  {
    method: 'get',
    path: paths.users,
    id: 'listUsers',
    summary: "A page of the contract's users, by user ID: all, or those whose ID or name holds what is searched for.",
    security: 'administrator',
    optionalQuery: listUsersQuerySchema.shape,
    answers: { 200: json(userPageSchema) },
    refusals: [400, 401, 403],
  },
  {
    method: 'post',
    path: paths.users,
    id: 'registerUser',
    summary: "Registers a user. A wrong confirmationPin (the administrator's) is counted on the contract's own lock counter.",
    security: 'administrator',
    idempotent: true,
    request: json(registerUserRequestSchema),
    answers: { 201: json(userSchema) },
    refusals: [400, 401, 403, 409, 413, 415, 422],
  },
  {
    method: 'put',
    path: paths.users,
    id: 'changeUser',
    summary: "Changes a user's name, and suspends or resumes them. confirmationPin as with registerUser.",
    security: 'administrator',
    idempotent: true,
    request: json(changeUserRequestSchema),
    answers: { 200: json(userSchema) },
    refusals: [400, 401, 403, 404, 413, 415, 422],
  },
  {
    method: 'put',
    path: paths.userPins,
    id: 'overwriteUserPins',
    summary: "Overwrites a user's two PINs, which lifts the user's lock. confirmationPin as with registerUser.",
    security: 'administrator',
    idempotent: true,
    request: json(overwriteUserPinsRequestSchema),
    answers: { 200: json(userSchema) },
    refusals: [400, 401, 403, 404, 413, 415, 422],
  },
  {
    method: 'get',
    path: paths.logonPage,
    id: 'logonPage',
    summary: 'The logon as a page for a browser. A certificate that is refused is answered with a page, too.',
    security: 'certificate',
    answers: { 200: html, 403: html },
    refusals: [],
  },
  {
    method: 'get',
    path: paths.caCertificates,
    id: 'caCertificates',
    summary: 'RFC 7030 section 4.1: the authorities, certs-only PKCS#7 in base64.',
    security: 'none',
    answers: { 200: pkcs7 },
    refusals: [],
  },
  {
    method: 'post',
    path: paths.simpleEnroll,
    id: 'simpleEnroll',
    summary: 'RFC 7030 section 4.2.1: PKCS#10 in base64; answers the certificate, or 202 with Retry-After. The same request gets the same certificate again.',
    security: 'enrolment',
    request: pkcs10,
    answers: { 200: pkcs7, 202: null },
    refusals: [400, 401, 403, 413, 415],
  },
  {
    method: 'post',
    path: paths.simpleReenroll,
    id: 'simpleReenroll',
    summary: 'RFC 7030 section 4.2.2: renewal with the certificate itself, near its expiry.',
    security: 'certificate',
    request: pkcs10,
    answers: { 200: pkcs7 },
    refusals: [400, 403, 413, 415],
  },
];

/** A schema by reference where it has a name, else in full. */
function refer(schema: z.ZodType): unknown {
  const id = schema.meta()?.id;
  if (id !== undefined) return { $ref: `#/components/schemas/${id}` };
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return rest;
}

function content({ mediaType, schema }: Body): object {
  return { content: { [mediaType]: { schema: schema === undefined ? { type: 'string' } : refer(schema) } } };
}

const securities = {
  none: [],
  session: [{ session: [] }],
  certificate: [{ certificate: [] }],
  administrator: [{ certificate: [], session: [] }],
  enrolment: [{ enrolment: [] }],
} as const;
const problemReference = { $ref: '#/components/responses/Problem' };

function describeOperation(operation: Operation): unknown {
  const queryOf = (schemas: Operation['query'], required: boolean) =>
    Object.entries(schemas ?? {}).map(([name, schema]) => ({ name, in: 'query', required, schema: refer(schema) }));
  const query = [...queryOf(operation.query, true), ...queryOf(operation.optionalQuery, false)];
  const header = operation.idempotent === true ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : [];
  const answers = Object.entries(operation.answers).map(([status, body]) => [
    status,
    {
      description: status === '202' ? 'Not yet: ask again after Retry-After seconds.' : status === '403' ? 'Refused.' : 'Done.',
      ...(body === null ? {} : content(body)),
    },
  ]);
  return {
    operationId: operation.id,
    summary: operation.summary,
    security: securities[operation.security],
    ...(query.length + header.length === 0 ? {} : { parameters: [...query, ...header] }),
    ...(operation.request === undefined ? {} : { requestBody: { required: true, ...content(operation.request) } }),
    responses: {
      ...Object.fromEntries(answers),
      ...Object.fromEntries(operation.refusals.map((status) => [status, problemReference])),
      default: problemReference,
    },
  };
}

/** Every schema of the protocol that has a name; those inside others become references. */
function componentSchemas(): unknown {
  const { schemas } = z.toJSONSchema(z.globalRegistry, { uri: (id) => `#/components/schemas/${id}`, io: 'input' });
  const entries = Object.entries(schemas).map(([name, { $schema, $id, id, ...rest }]) => [name, rest] as const);
  return Object.fromEntries(entries.sort(([one], [other]) => one.localeCompare(other)));
}

function pathItems(): unknown {
  const items: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) items[operation.path] = { ...items[operation.path], [operation.method]: describeOperation(operation) };
  return items;
}

/** @returns the OpenAPI 3.1 description of the bank's interface, from the protocol's schemas */
export function openApiDocument(): unknown {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Kaitsu bank protocol',
      version: '1.0.0',
      description: `What Kaitsu asks of a bank: HTTPS (TLS 1.2 or later), JSON of at most ${bodyLimit} bytes, RFC 9457 problem details, and EST (RFC 7030) for the certificate.`,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: 'https://127.0.0.1:{port}', description: 'The practice bank.', variables: { port: { default: '8443' } } }],
    paths: pathItems(),
    components: {
      schemas: componentSchemas(),
      responses: {
        Problem: {
          description: 'Refused, with the reason as code; attemptsLeft with every wrong entry.',
          content: { 'application/problem+json': { schema: refer(problemDetailsSchema) } },
        },
      },
      parameters: {
        IdempotencyKey: {
          name: idempotencyHeader,
          in: 'header',
          required: true,
          description: 'Random, 16 to 255 visible ASCII characters. The same key with the same request gets the same answer, for 24 hours.',
          schema: { type: 'string', minLength: 16, maxLength: 255 },
        },
      },
      securitySchemes: {
        session: { type: 'http', scheme: 'bearer', description: "The token of the activation session, or of the administrator's logon." },
        enrolment: { type: 'http', scheme: 'basic', description: 'Contractor ID and enrolment secret.' },
        certificate: { type: 'mutualTLS', description: 'The client certificate.' },
      },
    },
  };
}
