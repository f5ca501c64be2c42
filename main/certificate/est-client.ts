import { createHash, type X509Certificate } from 'node:crypto';
import { failure, type Outcome, success } from '../../preload/contract/problem.ts';
import type { HttpAnswer, HttpRequest, SendHttp } from '../bank/http.ts';
import { readRetryAfter } from '../bank/http-retry.ts';
import { idempotencyHeader, paths } from '../protocol/protocol.ts';
import { pause } from '../support/pause.ts';
import type { Clock } from '../support/ports.ts';
import { decodeBody, readCertsOnly } from './certs-only.ts';
import { basicCredentials, namesBasic } from './challenge.ts';
import { header, problemOfAnswer } from './est-problem.ts';

/**
 * Enrolment over Secure Transport (RFC 7030, clarified by RFC 8951), for any conforming server. The way to
 * the bank is handed in and knows one host only, so that nothing here can be led to another.
 */

/** HTTP Basic, given only to a server that asked for it. secret is a secret. */
export type EnrolmentCredentials = { readonly name: string; readonly secret: string };

export type Enrolment = {
  /** PKCS#10 in DER. */
  readonly request: Uint8Array;
  readonly signal: AbortSignal;
  /** Told before each wait that a 202 asks for: when the bank will be asked again. */
  readonly onWaiting?: (until: Date) => void;
};

export type EstClient = {
  /** RFC 7030 section 4.1: the authorities that the bank hands out. They are not trusted for being here. */
  caCertificates(signal: AbortSignal): Promise<Outcome<readonly X509Certificate[]>>;
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
};

type Credentials = EnrolmentCredentials | null;

/** When a 202 does not say how long (it must, RFC 7030 section 4.2.3), in milliseconds. */
const waitUnlessTold = 30_000;
/** Whatever the bank says, it is not asked more often than this, in milliseconds. */
const shortestWait = 1_000;
/** How often one enrolment asks at most. */
const askLimit = 1_000;

function readAnswer(answer: HttpAnswer, now: Date): Outcome<readonly X509Certificate[]> {
  if (answer.status !== 200) return { ok: false, problem: problemOfAnswer(answer, now) };
  const encoded = decodeBody(answer.body);
  const certificates = encoded === null ? null : readCertsOnly(encoded);
  return certificates === null ? failure('bank-answer-invalid') : success(certificates);
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
    .update(credentials?.secret ?? '')
    .update(String(asked))
    .digest('hex');
}

function enrolmentRequest(path: string, enrolment: Enrolment, credentials: Credentials, asked: number, authorization: string | null): HttpRequest {
  return {
    method: 'POST',
    path,
    headers: {
      'content-type': 'application/pkcs10',
      'content-transfer-encoding': 'base64',
      accept: 'application/pkcs7-mime, application/problem+json',
      [idempotencyHeader]: idempotencyKey(enrolment.request, credentials, asked),
      ...(authorization === null ? {} : { authorization }),
    },
    body: encodeRequest(enrolment.request),
    signal: enrolment.signal,
    repeatable: true,
  };
}

/** @returns the client; it keeps nothing between two calls */
export function createEstClient({ send, clock, waitLimit = 15 * 60_000 }: EstOptions): EstClient {
  /** Waits as a 202 says; a longer wait than is left is not begun, and the person learns when to come back. */
  async function waitFor(answer: HttpAnswer, deadline: number, enrolment: Enrolment): Promise<Outcome<void>> {
    const now = clock.now();
    const wait = Math.max(shortestWait, readRetryAfter(header(answer, 'retry-after'), now) ?? waitUnlessTold);
    const until = new Date(now.getTime() + wait);
    if (until.getTime() > deadline) return failure('bank-timeout', { retryAt: until.toISOString() });
    enrolment.onWaiting?.(until);
    return (await pause(clock, wait, enrolment.signal)) ? success(undefined) : failure('cancelled');
  }

  /** Asks once; credentials go out only after a 401 that names Basic, and are then given to every question. */
  async function ask(
    path: string,
    enrolment: Enrolment,
    credentials: Credentials,
    asked: number,
    challenged: { basic: boolean },
  ): Promise<Outcome<HttpAnswer>> {
    const authorization = credentials === null ? null : basicCredentials(credentials.name, credentials.secret);
    const first = await send(enrolmentRequest(path, enrolment, credentials, asked, challenged.basic ? authorization : null));
    if (!first.ok || first.value.status !== 401 || challenged.basic || authorization === null) return first;
    if (!namesBasic(header(first.value, 'www-authenticate'))) return first;
    challenged.basic = true;
    return send(enrolmentRequest(path, enrolment, credentials, asked, authorization));
  }

  async function enrol(path: string, enrolment: Enrolment, credentials: Credentials): Promise<Outcome<readonly X509Certificate[]>> {
    const deadline = clock.now().getTime() + waitLimit;
    const challenged = { basic: false };
    for (let asked = 0; asked < askLimit; asked += 1) {
      if (enrolment.signal.aborted) return failure('cancelled');
      const answer = await ask(path, enrolment, credentials, asked, challenged);
      if (!answer.ok) return answer;
      if (answer.value.status !== 202) return readAnswer(answer.value, clock.now());
      const waited = await waitFor(answer.value, deadline, enrolment);
      if (!waited.ok) return waited;
    }
    return failure('bank-timeout');
  }

  return {
    async caCertificates(signal) {
      const answer = await send({ method: 'GET', path: paths.caCertificates, headers: { accept: 'application/pkcs7-mime' }, signal, repeatable: true });
      return answer.ok ? readAnswer(answer.value, clock.now()) : answer;
    },
    simpleEnroll: (enrolment, credentials) => enrol(paths.simpleEnroll, enrolment, credentials),
    simpleReenroll: (enrolment) => enrol(paths.simpleReenroll, enrolment, null),
  };
}
