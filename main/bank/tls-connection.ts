import { isIP, type TcpNetConnectOpts } from 'node:net';
import type { Duplex } from 'node:stream';
import { type ConnectionOptions, connect, type TLSSocket } from 'node:tls';
import type { BankTrust } from './bank-trust.ts';
import type { ChannelBinding } from './http.ts';
import { codeOf, failureOf, untrustedCode, verdictOf } from './http-failure.ts';
import type { Dial } from './proxy/dial.ts';
import { inspectedError } from './proxy/proxy-error.ts';
import { aborted } from './proxy/socket-wait.ts';
import { isFor, shownCertificate } from './shown-certificate.ts';

/** One TLS connection to the bank, handed over only when the other end is proven to be the bank. */

export type Destination = { readonly host: string; readonly port: number };

/**
 * How long one of a bank's several addresses may take before the next is tried, in milliseconds. Node's own 250 are
 * fewer than one round trip over a mobile phone: the bank would be given up for an IPv6 that leads nowhere.
 */
const addressMs = 2_500;

export type TlsSettings = {
  readonly trust: BankTrust;
  /** Until TLS stands, in milliseconds. */
  readonly connectMs: number;
  readonly dial: Dial;
};

/**
 * Connects. No session is resumed: every connection proves itself by its certificates.
 * @param destination host name or address (IPv6 without brackets), and port
 * @param signal ends the attempt
 * @returns the connection; rejects with an error that `failureOf` knows, whatever the verdict on the bank was
 */
export async function connectTls(destination: Destination, { trust, connectMs, dial }: TlsSettings, signal: AbortSignal): Promise<TLSSocket> {
  const limit = AbortSignal.timeout(connectMs);
  try {
    const either = AbortSignal.any([signal, limit]);
    const beneath = await dial(destination, either);
    const shaken = shakeHands(destination, beneath, trust, either);
    return await (beneath === null ? shaken : shaken.catch(async (error: unknown) => Promise.reject(await whoStandsIn(destination, dial, error, either))));
  } catch (error) {
    if (signal.aborted || !limit.aborted) throw error;
    throw Object.assign(new Error('TLS did not come about in time', { cause: error }), { code: 'ETIMEDOUT' });
  }
}

/** @param beneath an open connection to the bank; null: one is opened, to whichever of its addresses answers */
function shakeHands({ host, port }: Destination, beneath: Duplex | null, trust: BankTrust, signal: AbortSignal): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const name = isIP(host) === 0 ? { servername: host } : {};
    const way: ConnectionOptions & Partial<TcpNetConnectOpts> = beneath === null ? { port, autoSelectFamilyAttemptTimeout: addressMs } : { socket: beneath };
    const socket = connect({ host, ...way, ...name, ...trust, rejectUnauthorized: true, ALPNProtocols: ['http/1.1'] });
    const end = (done: () => void): void => {
      signal.removeEventListener('abort', stop);
      done();
    };
    const fail = (error: Error): void =>
      end(() => {
        socket.destroy();
        beneath?.destroy();
        reject(error);
      });
    const stop = (): void => fail(aborted());
    signal.addEventListener('abort', stop, { once: true });
    socket.once('error', (error) => fail(withVerdict(socket, error)));
    socket.once('close', () => fail(Object.assign(new Error('closed before TLS stood'), { code: 'ECONNRESET' })));
    socket.once('secureConnect', () =>
      end(() => {
        socket.removeAllListeners('close');
        resolve(socket);
      }),
    );
    if (signal.aborted) stop();
  });
}

/**
 * node:tls gives its verdict on a certificate as an error like any other, and OpenSSL knows far more verdicts than
 * can be listed. So the socket is asked whether there was one; and until TLS stands, an error of an unknown kind is
 * one too: no safe connection can be had.
 */
function withVerdict(socket: TLSSocket, error: Error): Error {
  const said: unknown = socket.authorizationError;
  const known = failureOf(error);
  if ((said === null || said === undefined) && known !== null && known !== 'bank-untrusted') return error;
  const verdict = (typeof said === 'string' ? said : codeOf(said)) || codeOf(error) || 'UNKNOWN';
  return Object.assign(new Error('the bank is not trusted', { cause: error }), { code: untrustedCode, verdict });
}

/** As much of a signer's name as is shown. */
const longestSigner = 120;

/**
 * Behind a proxy, a certificate for the bank's name that somebody else signed is that of a device which opens what
 * passes through it. Who signed it tells a company's IT which one; so it is looked at once more, and nothing is sent.
 * @returns the error as it was, where it is something else
 */
async function whoStandsIn(destination: Destination, dial: Dial, error: unknown, signal: AbortSignal): Promise<unknown> {
  const verdict = failureOf(error) === 'bank-untrusted' ? verdictOf(error) : null;
  if (verdict === null || !unknownSigners.has(verdict)) return error;
  const shown = await shownCertificate(destination, dial, signal);
  const signer = shown !== null && isFor(shown, destination.host) ? /^(?:CN|O)=(.*)$/mu.exec(shown.issuer)?.[1] : undefined;
  return signer === undefined ? error : inspectedError(signer.slice(0, longestSigner), destination, error);
}

/** OpenSSL's verdicts on a chain that is sound but for its beginning. */
const unknownSigners: ReadonlySet<string> = new Set([
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_NOT_PINNED',
]);

/** @returns what binds a request to this connection (see ChannelBinding) */
export function channelBinding(socket: TLSSocket): ChannelBinding {
  try {
    if (socket.getProtocol() === 'TLSv1.3') return socket.exportKeyingMaterial(32, 'EXPORTER-Channel-Binding', Buffer.alloc(0));
    // The client's Finished is the first one: no session is resumed.
    return socket.getFinished() ?? null;
  } catch {
    return null;
  }
}
