import { z } from 'zod';
import { localizedNameSchema } from '../../preload/contract/bank.ts';
import { requestLayoutSchema } from '../../preload/contract/release-request.ts';
import { stepOrderNames } from '../../preload/contract/step-order.ts';
import { timeOfDay } from '../../preload/contract/validity.ts';

/** A path segment of unreserved characters (RFC 3986 section 2.3), and none of EST's own. */
const estLabel = /^(?!(?:cacerts|simpleenroll|simplereenroll|fullcmc|serverkeygen|csrattrs|\.{1,2})$)[A-Za-z0-9._~-]{1,64}$/u;

/** The folder of an update server, in which the signed lists and the installers lie. Without a name and a password, which would stand here for all to read. */
export const updateServerSchema = z
  .url({ protocol: /^https$/u, hostname: z.regexes.domain })
  .max(500)
  .regex(/^https:\/\/[^\s@?#\\]+\/$/u);

/**
 * The bank profile: all in which the banks of this family differ. A validated file; nothing of it in code.
 */
export const bankProfileSchema = z.strictObject({
  /** Part of the name under which secrets lie in the keychain. */
  id: z.string().regex(/^[a-z0-9-]{1,40}$/u),
  name: localizedNameSchema,
  /** Where the bank answers; null for the embedded practice bank, whose port is free until it starts. */
  baseUrl: z
    .url({ protocol: /^https$/u })
    .max(500)
    .nullable(),
  /** PEM of the authorities that the bank's server certificate must chain to; null: the practice bank's own. */
  authority: z
    .string()
    .startsWith('-----BEGIN CERTIFICATE-----')
    .max(64 * 1024)
    .nullable(),
  /** True: everything is marked as practice (練習用). */
  practice: z.boolean(),
  /** Whether the activation with its new PINs comes before the certificate, as in the manual, or the certificate before the activation. */
  stepOrder: z.enum(stepOrderNames).default('activationFirst'),
  /** Wrong entries until the contract is locked; 7 is usual. */
  wrongAttemptLimit: z.int().min(1).max(20),
  sessionMinutes: z.int().min(1).max(60),
  pinRule: z.strictObject({ minLength: z.int().min(4).max(32), maxLength: z.int().min(4).max(32), symbols: z.string().max(40) }),
  users: z.strictObject({
    /** Users that a contract may have; 99 is usual. */
    limit: z.int().min(1).max(999),
    idRule: z.strictObject({ minLength: z.int().min(1).max(20), maxLength: z.int().min(1).max(20) }),
  }),
  oneTimePassword: z.strictObject({
    length: z.int().min(1).max(8),
    /** The grid of the customer card; null where it carries a single one-time password. */
    grid: z.strictObject({ rows: z.int().min(1).max(20), columns: z.int().min(1).max(20) }).nullable(),
  }),
  certificate: z.strictObject({
    keyBits: z.union([z.literal(2048), z.literal(3072), z.literal(4096)]),
    validityDays: z.int().min(1).max(1825),
    /** Days after the activation in which the certificate must be retrieved; 80 is usual. */
    retrievalDeadlineDays: z.int().min(1).max(365),
    /** Days before expiry in which it can be renewed. */
    renewalWindowDays: z.int().min(1).max(365),
    /** Days after expiry in which it can still be renewed; 0: not at all. */
    graceDays: z.int().min(0).max(365),
    /** "09:00": the time in Japan at which the last day for a renewal (of the grace, or of the validity where there is none) ends; null: with the expiry. */
    renewalClosesAt: z.string().regex(timeOfDay).nullable().default(null),
    /** Whether the right to a certificate brings another one, for another key, while it runs; the first is revoked then. */
    reissueWithinGrant: z.boolean().default(false),
    /** What a certificate that can no longer be renewed needs: to be revoked first, or a form on paper. */
    afterGrace: z.enum(['revokeFirst', 'paperForm']).default('paperForm'),
    /** Days before expiry on which the person is reminded outside of the window. */
    reminderDays: z.array(z.int().min(1).max(365)).max(12).default([40, 30, 14, 7, 3, 1]),
    /** How certificates are asked for by EST. */
    enrolment: z
      .strictObject({
        /** One of several authorities behind the host (RFC 7030 section 3.2.2), which must not be named like an operation. */
        label: z.string().regex(estLabel).nullable().default(null),
        /** Whether the same request, sent again, gets the same certificate: then a lost answer is asked for again without a question. */
        repeatable: z.boolean().default(false),
      })
      .default({ label: null, repeatable: false }),
  }),
  /** The paper that the branch wants (manual 1 (1)). */
  releaseRequest: requestLayoutSchema,
  /** The paper for a new certificate in place of a lost one; null where the bank hands out its own. */
  reissueRequest: requestLayoutSchema.nullable().default(null),
  /** Where the bank's internet banking is, for a browser; null where Kaitsu is not to open it. */
  website: z
    .url({ protocol: /^https$/u })
    .max(500)
    .nullable()
    .default(null),
  /** Where updates of Kaitsu are; null where the bank has none. A company's policy comes first. */
  updates: updateServerSchema.nullable().default(null),
  support: z.strictObject({
    phone: z.string().min(1).max(40),
    hours: localizedNameSchema,
    /** PEM of one certificate: a bundle for support is sealed for its key; null where the bank has none. */
    key: z
      .string()
      .max(16 * 1024)
      .nullable()
      .default(null),
  }),
});
export type BankProfile = Readonly<z.infer<typeof bankProfileSchema>>;
