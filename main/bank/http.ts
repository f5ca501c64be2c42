import type { Outcome } from '../../preload/contract/problem.ts';

/**
 * One exchange with the bank, as those who only need HTTP see it (the EST client, the bank client).
 * Implemented by http-client.ts; body is binary both ways.
 */
export type HttpRequest = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path and query on the bank's host. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
  readonly signal: AbortSignal;
  /** Whether the request may be sent again after a failure on the way (GET, or a mutation with Idempotency-Key). */
  readonly repeatable: boolean;
};

export type HttpAnswer = { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: Uint8Array };

/** An answer with any status is a good outcome; a failed outcome means that no whole answer came. */
export type SendHttp = (request: HttpRequest) => Promise<Outcome<HttpAnswer>>;

/** The client's certificate for mutual TLS: a PKCS#12 and its passphrase (a secret). */
export type ClientIdentity = { readonly pfx: Uint8Array; readonly passphrase: string };
