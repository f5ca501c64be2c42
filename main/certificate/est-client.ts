import { createHash, type X509Certificate } from 'node:crypto';
import { failure, type Outcome, type ProblemCause, success } from '../../preload/contract/problem.ts';
import { basicCredentials } from '../bank/basic-credentials.ts';
import type { ChannelBinding, HttpAnswer, HttpRequest, SendHttp } from '../bank/http.ts';
import { readRetryAfter } from '../bank/http-retry.ts';
import { idempotencyHeader } from '../protocol/protocol.ts';
import { pause } from '../support/pause.ts';
import type { Clock } from '../support/ports.ts';
import { Redacted, type Secret } from '../support/redacted.ts';
import { decodeBody, readCertsOnly } from './certs-only.ts';
import { namesBasic } from './challenge.ts';
import { type CsrDemands, noDemands, readCsrAttributes } from './csr-attributes.ts';
import { estPaths } from './est-paths.ts';
import { header, problemOfAnswer } from './est-problem.ts';

/**
 * Enrolment over Secure Transport (RFC 7030, clarified by RFC 8951), for any conforming server. The way to
 * the bank is handed in and knows one host only, so that nothing here can be led to another.
 */

/** HTTP Basic, given only to a server that asked for it. */
export type EnrolmentCredentials = { readonly name: string; readonly secret: Secret };

export type Enrolment = {
  /** PKCS#10 in DER. */
  readonly request: Uint8Array;
  readonly signal: AbortSignal;
  /**
   * Makes the same request, linked with the connection that it goes over (RFC 7030 section 3.5), for a server that asks for it.
   * @param challenge the challengePassword; null where the connection offers nothing to link with
   */
  readonly link?: (challenge: string | null) => Promise<Uint8Array>;
  /** Told of each wait that a 202 asks for, whether it is waited for here or not: when the bank may be asked again. */
  readonly onWaiting?: (until: Date) => void | Promise<void>;
};

export type EstClient = {
  /** RFC 7030 section 4.1: the authorities that the bank hands out. They are not trusted for being here. */
  caCertificates(signal: AbortSignal): Promise<Outcome<readonly X509Certificate[]>>;
  /** RFC 7030 section 4.5: what the server wants to find in a request; nothing where it has no such wishes. */
  csrAttributes(signal: AbortSignal): Promise<Outcome<CsrDemands>>;
  /** RFC 7030 section 4.2.1. @returns every certificate of the answer, unverified */
  simpleEnroll(enrolment: Enrolment, credentials: EnrolmentCredentials): Promise<Outcome<readonly X509Certificate[]>>;
  /** RFC 7030 section 4.2.2: send must present the certificate that is to be renewed. */
  simpleReenroll(enrolment: Enrolment): Promise<Outcome<readonly X509Certificate[]>>;
};

export type EstOptions = {
  readonly send: SendHttp;
  readonly clock: Clock;
  /** How long all waits of one enrolment may take together, in milliseconds; 15 minutes unless said. */
  readonly waitLimit?: number;
  /** One of several authorities behind the host (RFC 7030 section 3.2.2). */
  readonly label?: string | null;
  /** Whether the server is known to answer the same request with the same certificate, so that a lost answer may be asked for again by itself. */
  readonly repeatable?: boolean;
};

/** How long all waits of one enrolment may take together unless said otherwise, in milliseconds. */
export const usualWaitLimit = 15 * 60_000;

type Credentials = EnrolmentCredentials | null;

/** When a 202 does not say how long (it must, RFC 7030 section 4.2.3), in milliseconds. */
const waitUnlessTold = 30_000;
/** Whatever the bank says, it is not asked more often than this, in milliseconds. */
const shortestWait = 1_000;
/** How often one enrolment asks at most. */
const askLimit = 1_000;

/** What a refusal must not bring back, and how it is to be understood. */
type Asking = { readonly secrets: readonly Secret[]; readonly byCertificate: boolean };

function readAnswer(answer: HttpAnswer, now: Date, asking: Asking): Outcome<readonly X509Certificate[]> {
  if (answer.status !== 200) return { ok: false, problem: problemOfAnswer(answer, now, asking) };
  const encoded = decodeBody(answer.body);
  const certificates = encoded === null ? null : readCertsOnly(encoded);
  return certificates === null ? failure('bank-answer-invalid') : success(certificates);
}

/**
 * A gateway that had no answer, or a connection that ended without one: the authority may have issued all the same.
 * Whether to ask again is the person's decision, since not every authority answers with the same certificate.
 */
function isAnswerLost(outcome: Outcome<HttpAnswer>): boolean {
  if (outcome.ok) return outcome.value.status === 502 || outcome.value.status === 504;
  const { code, sent } = outcome.problem;
  return sent === true && (code === 'bank-unreachable' || code === 'bank-timeout');
}

/** Base64 in lines of 64, as every server reads it. */
function encodeRequest(request: Uint8Array): string {
  return Buffer.from(request).toString('base64').replace(/.{64}/gu, '$&\r\n');
}

/**
 * Names one asking of one request under one right: a repetition after a lost answer brings the same answer,
 * whereas the question after a 202 is a new one.
 */
function idempotencyKey(request: Uint8Array, credentials: Credentials, asked: number): string {
  return createHash('sha256')
    .update(request)
    .update(credentials?.secret.reveal() ?? '')
    .update(String(asked))
    .digest('hex');
}

type Question = { readonly path: string; readonly enrolment: Enrolment; readonly credentials: Credentials; readonly asked: number };

function enrolmentRequest({ path, enrolment, credentials, asked }: Question, authorization: Secret | null, repeatable: boolean): HttpRequest {
  const { request, link, signal } = enrolment;
  const bind = async (channel: ChannelBinding) =>
    encodeRequest(link === undefined ? request : await link(channel === null ? null : Buffer.from(channel).toString('base64')));
  return {
    method: 'POST',
    path,
    headers: {
      'content-type': 'application/pkcs10',
      'content-transfer-encoding': 'base64',
      accept: 'application/pkcs7-mime, application/problem+json, text/plain;q=0.5',
      [idempotencyHeader]: idempotencyKey(request, credentials, asked),
      ...(authorization === null ? {} : { authorization: authorization.reveal() }),
    },
    ...(link === undefined ? { body: encodeRequest(request) } : { bind }),
    signal,
    repeatable,
  };
}

const lost = (problem: ProblemCause): Outcome<never> => ({ ok: false, problem: { ...problem, code: 'enrolment-answer-lost' } });

/** @returns the client; it keeps nothing between two calls */
export function createEstClient({ send, clock, waitLimit = usualWaitLimit, label = null, repeatable = false }: EstOptions): EstClient {
  const paths = estPaths(label);

  /** Waits as a 202 says; a longer wait than is left is not begun, and the person learns when to come back. */
  async function waitFor(answer: HttpAnswer, deadline: number, enrolment: Enrolment): Promise<Outcome<void>> {
    const now = clock.now();
    const wait = Math.max(shortestWait, readRetryAfter(answer.headers, now) ?? waitUnlessTold);
    const until = new Date(now.getTime() + wait);
    await enrolment.onWaiting?.(until);
    if (until.getTime() > deadline) return failure('enrolment-pending', { retryAt: until.toISOString() });
    return (await pause(clock, wait, enrolment.signal)) ? success(undefined) : failure('cancelled');
  }

  /** Asks once; credentials go out only after a 401 that names Basic, and are then given to every question. */
  async function ask(question: Question, challenged: { basic: boolean }): Promise<Outcome<HttpAnswer>> {
    const { credentials } = question;
    const authorization = credentials === null ? null : basicCredentials(credentials);
    const first = await send(enrolmentRequest(question, challenged.basic ? authorization : null, repeatable));
    if (!first.ok || first.value.status !== 401 || challenged.basic || authorization === null) return first;
    if (!namesBasic(header(first.value, 'www-authenticate'))) return first;
    challenged.basic = true;
    return send(enrolmentRequest(question, authorization, repeatable));
  }

  async function enrol(path: string, enrolment: Enrolment, credentials: Credentials): Promise<Outcome<readonly X509Certificate[]>> {
    const deadline = clock.now().getTime() + waitLimit;
    const challenged = { basic: false };
    const secrets = credentials === null ? [] : [credentials.secret, new Redacted(basicCredentials(credentials).reveal().slice('Basic '.length))];
    for (let asked = 0; asked < askLimit; asked += 1) {
      if (enrolment.signal.aborted) return failure('cancelled');
      const answer = await ask({ path, enrolment, credentials, asked }, challenged);
      if (isAnswerLost(answer)) return lost(answer.ok ? problemOfAnswer(answer.value, clock.now(), { secrets, byCertificate: false }) : answer.problem);
      if (!answer.ok) return answer;
      if (answer.value.status !== 202) return readAnswer(answer.value, clock.now(), { secrets, byCertificate: credentials === null });
      const waited = await waitFor(answer.value, deadline, enrolment);
      if (!waited.ok) return waited;
    }
    return failure('bank-timeout');
  }

  return {
    async caCertificates(signal) {
      const answer = await send({ method: 'GET', path: paths.caCertificates, headers: { accept: 'application/pkcs7-mime' }, signal, repeatable: true });
      return answer.ok ? readAnswer(answer.value, clock.now(), { secrets: [], byCertificate: false }) : answer;
    },
    async csrAttributes(signal) {
      const answer = await send({ method: 'GET', path: paths.csrAttributes, headers: { accept: 'application/csrattrs' }, signal, repeatable: true });
      return answer.ok ? readDemands(answer.value, clock.now()) : answer;
    },
    simpleEnroll: (enrolment, credentials) => enrol(paths.simpleEnroll, enrolment, credentials),
    simpleReenroll: (enrolment) => enrol(paths.simpleReenroll, enrolment, null),
  };
}

/** RFC 7030 section 4.5.2: 204 and 404 mean that there are no wishes; so does what a server without this operation answers. */
function readDemands(answer: HttpAnswer, now: Date): Outcome<CsrDemands> {
  if (answer.status === 429 || (answer.status >= 500 && answer.status !== 501))
    return { ok: false, problem: problemOfAnswer(answer, now, { secrets: [], byCertificate: false }) };
  const encoded = answer.status === 200 ? decodeBody(answer.body) : null;
  return success((encoded === null ? null : readCsrAttributes(encoded)) ?? noDemands);
}
