import type { Outcome } from '../../preload/contract/problem.ts';
import type { Secret } from '../support/redacted.ts';

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
  /** Makes the body, in place of `body`, once it is known over which connection it goes. */
  readonly bind?: (channel: ChannelBinding) => Promise<string>;
  readonly signal: AbortSignal;
  /**
   * Whether the request may be sent again although it may have reached the bank: GET, or a mutation at a bank that
   * heeds Idempotency-Key. Else it is sent again by itself only where nothing of it can have left this PC.
   */
  readonly repeatable: boolean;
};

/**
 * What only the two ends of this one connection know: tls-unique up to TLS 1.2 (RFC 5929), tls-exporter with TLS 1.3
 * (RFC 9266). Null where the connection has none.
 */
export type ChannelBinding = Uint8Array | null;

export type HttpAnswer = { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: Uint8Array };

/** An answer with any status is a good outcome; a failed outcome means that no whole answer came. */
export type SendHttp = (request: HttpRequest) => Promise<Outcome<HttpAnswer>>;

/** The client's certificate for mutual TLS: a PKCS#12 and its passphrase. */
export type ClientIdentity = { readonly pfx: Uint8Array; readonly passphrase: Secret };
