import { isIP, type TcpNetConnectOpts } from 'node:net';
import { type ConnectionOptions, connect, type TLSSocket } from 'node:tls';
import type { BankTrust } from './bank-trust.ts';
import type { ChannelBinding } from './http.ts';
import { codeOf, failureOf, untrustedCode } from './http-failure.ts';

/** One TLS connection to the bank, handed over only when the other end is proven to be the bank. */

export type Destination = { readonly host: string; readonly port: number };

/**
 * How long one of a bank's several addresses may take before the next is tried, in milliseconds. Node's own 250 are
 * fewer than one round trip over a mobile phone: the bank would be given up for an IPv6 that leads nowhere.
 */
const addressMs = 2_500;

/**
 * Connects. No session is resumed: every connection proves itself by its certificates.
 * @param destination host name or address (IPv6 without brackets), and port
 * @param limitMs until TLS stands, in milliseconds
 * @param signal ends the attempt
 * @returns the connection; rejects with an error that `failureOf` knows, whatever the verdict on the bank was
 */
export function connectTls({ host, port }: Destination, trust: BankTrust, limitMs: number, signal: AbortSignal): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const name = isIP(host) === 0 ? { servername: host } : {};
    const way: ConnectionOptions & TcpNetConnectOpts = { host, port, autoSelectFamilyAttemptTimeout: addressMs };
    const socket = connect({ ...way, ...name, ...trust, rejectUnauthorized: true, ALPNProtocols: ['http/1.1'] });
    const end = (done: () => void): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      done();
    };
    const fail = (error: Error): void =>
      end(() => {
        socket.destroy();
        reject(error);
      });
    const stop = (): void => fail(Object.assign(new Error('the connection was cancelled'), { code: 'ABORT_ERR' }));
    const timer = setTimeout(() => fail(Object.assign(new Error('TLS did not come about in time'), { code: 'ETIMEDOUT' })), limitMs);
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
