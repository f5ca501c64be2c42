import type { z } from 'zod';
import {
  bankInfoSchema,
  changeUserRequestSchema,
  enrolmentGrantSchema,
  listUsersQuerySchema,
  logonCheckSchema,
  logonReplySchema,
  logonRequestSchema,
  oneTimePasswordRequestSchema,
  openSessionReplySchema,
  openSessionRequestSchema,
  overwriteUserPinsRequestSchema,
  paths,
  registerUserRequestSchema,
  sessionStatusSchema,
  setPinsReplySchema,
  setPinsRequestSchema,
  userPageSchema,
  userSchema,
} from './protocol.ts';

/** schema: none where the body is no JSON. */
type Body = { readonly mediaType: string; readonly schema?: z.ZodType };
/** What the bank's routes, their description in docs/openapi.json and the tests all come from. */
export type Operation = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
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

const json = <S extends z.ZodType>(schema: S) => ({ mediaType: 'application/json', schema }) as const;
const pkcs10: Body = { mediaType: 'application/pkcs10' };
const pkcs7: Body = { mediaType: 'application/pkcs7-mime' };
const html: Body = { mediaType: 'text/html' };

/** The bank's interface, operation by operation: the one table of it. The first answer is the good one. */
export const operations = {
  readBank: {
    method: 'GET',
    path: paths.bank,
    summary: 'Who the bank is and what time it has.',
    security: 'none',
    answers: { 200: json(bankInfoSchema) },
    refusals: [],
  },
  openActivationSession: {
    method: 'POST',
    path: paths.activationSessions,
    summary:
      'Opens an activation session in place of an older one. A wrong registration PIN is counted; an unknown ID answers alike. Where the certificate comes first, the session begins with the one-time password until a certificate was issued, and with the PINs afterwards.',
    security: 'none',
    idempotent: true,
    request: json(openSessionRequestSchema),
    answers: { 201: json(openSessionReplySchema) },
    refusals: [400, 403, 409, 413, 415, 422],
  },
  readActivationSession: {
    method: 'GET',
    path: paths.activationSession,
    summary: 'Where the session stands: how a client goes on after a crash or a lost answer.',
    security: 'session',
    answers: { 200: json(sessionStatusSchema) },
    refusals: [401],
  },
  closeActivationSession: {
    method: 'DELETE',
    path: paths.activationSession,
    summary: 'Closes the session.',
    security: 'session',
    idempotent: true,
    answers: { 204: null },
    refusals: [400, 401, 422],
  },
  setPins: {
    method: 'PUT',
    path: paths.activationPins,
    summary:
      "Notes the new PINs; they become the contract's with the right one-time password. Names the card's position. A bank that issues the certificate first takes them last, from its holder alone (mutual TLS), and names none.",
    security: 'session',
    idempotent: true,
    request: json(setPinsRequestSchema),
    answers: { 200: json(setPinsReplySchema) },
    refusals: [400, 401, 403, 409, 413, 415, 422],
  },
  confirmOneTimePassword: {
    method: 'POST',
    path: paths.activationOneTimePassword,
    summary: 'Gives the right to one certificate, and ends the activation; where the certificate comes first, the new PINs are still to be set.',
    security: 'session',
    idempotent: true,
    request: json(oneTimePasswordRequestSchema),
    answers: { 200: json(enrolmentGrantSchema) },
    refusals: [400, 401, 403, 409, 413, 415, 422],
  },
  checkLogon: {
    method: 'GET',
    path: paths.logon,
    summary: 'Whom the client certificate would log on.',
    security: 'certificate',
    query: { contractorId: openSessionRequestSchema.shape.contractorId },
    answers: { 200: json(logonCheckSchema) },
    refusals: [400, 403],
  },
  logOn: {
    method: 'POST',
    path: paths.logon,
    summary: "Logs an administrator or a user on. An administrator gets the token of a session, which takes an older one's place.",
    security: 'certificate',
    idempotent: true,
    request: json(logonRequestSchema),
    answers: { 200: json(logonReplySchema) },
    refusals: [400, 403, 409, 413, 415, 422],
  },
  logOff: {
    method: 'DELETE',
    path: paths.administratorSession,
    summary: 'Logs the administrator off.',
    security: 'administrator',
    idempotent: true,
    answers: { 204: null },
    refusals: [400, 401, 403, 422],
  },
  listUsers: {
    method: 'GET',
    path: paths.users,
    summary: "A page of the contract's users, by user ID: all, or those whose ID or name holds what is searched for.",
    security: 'administrator',
    optionalQuery: listUsersQuerySchema.shape,
    answers: { 200: json(userPageSchema) },
    refusals: [400, 401, 403],
  },
  registerUser: {
    method: 'POST',
    path: paths.users,
    summary: "Registers a user. A wrong confirmationPin (the administrator's) is counted on the contract's own lock counter.",
    security: 'administrator',
    idempotent: true,
    request: json(registerUserRequestSchema),
    answers: { 201: json(userSchema) },
    refusals: [400, 401, 403, 409, 413, 415, 422],
  },
  changeUser: {
    method: 'PUT',
    path: paths.users,
    summary: "Changes a user's name, and suspends or resumes them. confirmationPin as with registerUser.",
    security: 'administrator',
    idempotent: true,
    request: json(changeUserRequestSchema),
    answers: { 200: json(userSchema) },
    refusals: [400, 401, 403, 404, 413, 415, 422],
  },
  overwriteUserPins: {
    method: 'PUT',
    path: paths.userPins,
    summary: "Overwrites a user's two PINs, which lifts the user's lock. confirmationPin as with registerUser.",
    security: 'administrator',
    idempotent: true,
    request: json(overwriteUserPinsRequestSchema),
    answers: { 200: json(userSchema) },
    refusals: [400, 401, 403, 404, 413, 415, 422],
  },
  logonPage: {
    method: 'GET',
    path: paths.logonPage,
    summary: 'The logon as a page for a browser. A certificate that is refused is answered with a page, too.',
    security: 'certificate',
    answers: { 200: html, 403: html },
    refusals: [],
  },
  caCertificates: {
    method: 'GET',
    path: paths.caCertificates,
    summary: 'RFC 7030 section 4.1: the authorities, certs-only PKCS#7 in base64.',
    security: 'none',
    answers: { 200: pkcs7 },
    refusals: [],
  },
  csrAttributes: {
    method: 'GET',
    path: paths.csrAttributes,
    summary: 'RFC 7030 section 4.5: what a request should hold (CsrAttrs in base64, 200). The practice bank has no such wishes.',
    security: 'none',
    answers: { 204: null },
    refusals: [],
  },
  simpleEnroll: {
    method: 'POST',
    path: paths.simpleEnroll,
    summary: 'RFC 7030 section 4.2.1: PKCS#10 in base64; answers the certificate, or 202 with Retry-After. The same request gets the same certificate again.',
    security: 'enrolment',
    request: pkcs10,
    answers: { 200: pkcs7, 202: null },
    refusals: [400, 401, 403, 413, 415],
  },
  simpleReenroll: {
    method: 'POST',
    path: paths.simpleReenroll,
    summary: 'RFC 7030 section 4.2.2: renewal with the certificate itself, near its expiry.',
    security: 'certificate',
    request: pkcs10,
    answers: { 200: pkcs7 },
    refusals: [400, 403, 413, 415],
  },
} as const satisfies Readonly<Record<string, Operation>>;

/** An operation with its name. */
export type NamedOperation = Operation & { readonly id: string };

/** @returns the operations in the table's order */
export function listOperations(): readonly NamedOperation[] {
  return Object.entries<Operation>(operations).map(([id, operation]) => ({ id, ...operation }));
}
