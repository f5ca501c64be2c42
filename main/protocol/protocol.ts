import { z } from 'zod';
import { checkDigits, emailMaxLength, registrationPinLength } from '../../preload/contract/fields.ts';
import { contractorIdSchema as contractorId } from '../../preload/contract/identities.ts';
import { fieldNames } from '../../preload/contract/problem.ts';
import { type ProblemCode, problemCodes } from '../../preload/contract/problem-numbers.ts';
import { cardPositionSchema } from '../../preload/contract/procedure.ts';
import { asciiText, emailPattern } from '../../preload/contract/typed-text.ts';

/**
 * The bank's protocol: what client and bank agree on, and all that they share. Described for those who
 * integrate in docs/openapi.json, which a test keeps equal to these schemas.
 */

/** RFC 7030 section 3.2.2. */
export const estFolder = '/.well-known/est';

export const paths = {
  /** GET: who the bank is and what time it has. No authentication. */
  bank: '/v1/bank',
  /** POST: opens an activation session (manual 2 (3)). */
  activationSessions: '/v1/activation/sessions',
  /** GET, DELETE: the session itself, named by its bearer token. GET is how a client resumes after a crash. */
  activationSession: '/v1/activation/session',
  /** PUT: the new PINs (manual 2 (4)). */
  activationPins: '/v1/activation/pins',
  /** POST: the one-time password (manual 2 (5)); its answer brings the enrolment secret. */
  activationOneTimePassword: '/v1/activation/one-time-password',
  /** GET: whom the client certificate would log on (query contractorId). POST: logs on. Mutual TLS. */
  logon: '/v1/logon',
  /** DELETE: logs the administrator off (bearer token of the logon, mutual TLS). */
  administratorSession: '/v1/logon/session',
  /**
   * GET: the contract's users, searched and paged. POST: registers one. PUT: changes one. Manual 3; bearer
   * token of the administrator's logon and mutual TLS. A user is named in query or body, never in the path:
   * paths are written to logs.
   */
  users: '/v1/users',
  /** PUT: overwrites a user's PINs (manual 3), which lifts the user's lock. */
  userPins: '/v1/users/pins',
  /** GET: the same for a browser, as a page. Mutual TLS. */
  logonPage: '/logon',
  /** RFC 7030 section 4.1. */
  caCertificates: `${estFolder}/cacerts`,
  /** RFC 7030 section 4.5: what a request should hold. */
  csrAttributes: `${estFolder}/csrattrs`,
  /** RFC 7030 section 4.2.1. HTTP Basic: contractorId and enrolment secret. */
  simpleEnroll: `${estFolder}/simpleenroll`,
  /** RFC 7030 section 4.2.2. Mutual TLS with the certificate to be renewed. */
  simpleReenroll: `${estFolder}/simplereenroll`,
} as const;

/** The largest body that the bank reads, in bytes. */
export const bodyLimit = 64 * 1024;
export const idempotencyHeader = 'idempotency-key';

const instant = z.iso.datetime();
const digits = (length: number) =>
  z
    .string()
    .refine((text) => checkDigits(text, length) === null)
    .meta({ pattern: `^[0-9]{${length}}$` });
const registrationPin = digits(registrationPinLength);
/** PINs are checked against the profile's rule by the bank, with its own code; here only their size, and what no PIN can hold: no attempt is counted for it. */
const pin = z.string().min(1).max(64).regex(asciiText);

/** The longest secret that the bank may hand out, in bytes of UTF-8: with what stands beside it, it must fit into every system's keychain. */
export const longestSecret = 2_048;
/** Good enough not to be guessed, and short enough to be kept. */
const secret = z
  .string()
  .min(32)
  .max(longestSecret)
  .refine((text) => Buffer.byteLength(JSON.stringify(text)) <= longestSecret + 2);
/** A secret that goes back in an Authorization header after "Bearer" (RFC 6750 section 2.1). */
const bearerToken = secret.regex(/^[A-Za-z0-9._~+/-]+=*$/u);

/** How long a session may be idle, in seconds: at least a minute, at most a day. The logon is done by then, so that what is out of bounds is cut, not refused. */
const idleSeconds = z
  .number()
  .transform((seconds) => Math.round(Math.min(Math.max(seconds, 60), 24 * 60 * 60)))
  .meta({ type: 'integer', minimum: 60, maximum: 24 * 60 * 60 });
/** Likewise: a refusal is to be understood even where its count is not. */
const attemptsLeft = z
  .number()
  .transform((attempts) => Math.round(Math.min(Math.max(attempts, 0), 100)))
  .meta({ type: 'integer', minimum: 0, maximum: 100 });

export const bankInfoSchema = z.object({ name: z.string(), time: instant }).meta({ id: 'BankInfo' });

export const openSessionRequestSchema = z.strictObject({ contractorId, registrationPin }).meta({ id: 'OpenSessionRequest' });
export const openSessionReplySchema = z.object({ token: bearerToken, expiresAt: instant }).meta({ id: 'OpenSessionReply' });

export const setPinsRequestSchema = z
  .strictObject({ registrationPin, logonPin: pin, confirmationPin: pin, email: z.string().max(emailMaxLength).regex(emailPattern).optional() })
  .meta({ id: 'SetPinsRequest' });
export const setPinsReplySchema = z.object({ position: cardPositionSchema.nullable() }).meta({ id: 'SetPinsReply' });

export const oneTimePasswordRequestSchema = z.strictObject({ oneTimePassword: z.string().regex(/^[0-9]{1,8}$/u) }).meta({ id: 'OneTimePasswordRequest' });
/** What the end of a good activation brings: the right to one certificate. */
export const enrolmentGrantSchema = z
  .object({
    contractorId,
    organization: z.string().min(1).max(64),
    /** Good for one certificate only. */
    enrolmentSecret: secret,
    enrolBefore: instant,
  })
  .meta({ id: 'EnrolmentGrant' });

export const sessionStatusSchema = z
  .discriminatedUnion('next', [
    z.object({ next: z.literal('pins'), contractorId, expiresAt: instant }),
    z.object({ next: z.literal('oneTimePassword'), contractorId, expiresAt: instant, position: cardPositionSchema.nullable() }),
    z.object({ next: z.literal('certificate'), contractorId, expiresAt: instant, grant: enrolmentGrantSchema }),
    /** Only where the certificate comes before the activation: the new PINs are set. */
    z.object({ next: z.literal('logon'), contractorId, expiresAt: instant }),
  ])
  .meta({ id: 'SessionStatus' });

export const logonRequestSchema = z
  .discriminatedUnion('role', [
    z.strictObject({ role: z.literal('administrator'), contractorId, logonPin: pin }),
    z.strictObject({ role: z.literal('user'), contractorId, userId: z.string().min(1).max(20), userLogonPin: pin }),
  ])
  .meta({ id: 'LogonRequest' });
export const logonReplySchema = z
  .object({
    contractorId,
    organization: z.string(),
    role: z.enum(['administrator', 'user']),
    loggedOnAt: instant,
    lastLogonAt: instant.nullable(),
    /** The administrator's: it ends when nothing was asked in it for idleSeconds. null for a user. */
    session: z.object({ token: bearerToken, idleSeconds }).nullable(),
  })
  .meta({ id: 'LogonReply' });
/** Whom the presented certificate would log on. */
export const logonCheckSchema = z
  .object({ contractorId, organization: z.string(), certificateSerial: z.string(), certificateNotAfter: instant })
  .meta({ id: 'LogonCheck' });

const userId = z.string().min(1).max(20);
/** Checked by the bank with its own code, as the PINs are. */
const userName = z.string().min(1).max(200);
export const mostUsersInPage = 100;

export const listUsersQuerySchema = z.strictObject({
  /** Part of a user's ID or name; letter case and width do not matter. */
  search: z.string().max(100).optional(),
  /** Only users whose PIN is locked. */
  lockedOnly: z.enum(['true', 'false']).optional(),
  page: z.coerce.number().int().min(1).max(10_000).optional(),
  size: z.coerce.number().int().min(1).max(mostUsersInPage).optional(),
});
export const userSchema = z
  .object({ userId, name: z.string(), locked: z.boolean(), suspended: z.boolean(), lastLogonAt: instant.nullable() })
  .meta({ id: 'User' });
/** total: all users that the search finds; registered: all that the contract has. Ordered by user ID. */
export const userPageSchema = z
  .object({ users: z.array(userSchema).max(mostUsersInPage), page: z.int().min(1), size: z.int().min(1), total: z.int().min(0), registered: z.int().min(0) })
  .meta({ id: 'UserPage' });
export const registerUserRequestSchema = z
  .strictObject({ userId, userName, userLogonPin: pin, userConfirmationPin: pin, confirmationPin: pin })
  .meta({ id: 'RegisterUserRequest' });
export const changeUserRequestSchema = z.strictObject({ userId, userName, suspended: z.boolean(), confirmationPin: pin }).meta({ id: 'ChangeUserRequest' });
export const overwriteUserPinsRequestSchema = z
  .strictObject({ userId, userLogonPin: pin, userConfirmationPin: pin, confirmationPin: pin })
  .meta({ id: 'OverwriteUserPinsRequest' });

/** RFC 9457 problem details; type is `urn:kaitsu:problem:<code>`. */
export const problemDetailsSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string().optional(),
    code: z.enum(problemCodes as [ProblemCode, ...ProblemCode[]]),
    field: z.enum(fieldNames).optional(),
    attemptsLeft: attemptsLeft.optional(),
  })
  .meta({ id: 'ProblemDetails' });

export type EnrolmentGrant = Readonly<z.infer<typeof enrolmentGrantSchema>>;
export type SessionStatus = Readonly<z.infer<typeof sessionStatusSchema>>;
export type LogonRequest = Readonly<z.infer<typeof logonRequestSchema>>;
export type LogonReply = Readonly<z.infer<typeof logonReplySchema>>;
export type LogonCheck = Readonly<z.infer<typeof logonCheckSchema>>;
export type BankUser = Readonly<z.infer<typeof userSchema>>;
export type UserPage = Readonly<z.infer<typeof userPageSchema>>;
export type ProblemDetails = Readonly<z.infer<typeof problemDetailsSchema>>;
