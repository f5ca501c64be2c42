import type { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect } from 'node:tls';
import type { Dial } from './proxy/dial.ts';

/** Which certificate a server shows, whoever signed it: only for telling what is wrong with it. */

type Server = { readonly host: string; readonly port: number };

/** Shorter than the limit of the preflight's checks, in milliseconds. */
const handshakeLimit = 3_000;

/** Looks at the certificate and hangs up. It may be anybody's: nothing is sent, and nothing that comes is read. @returns null where none was shown */
export async function shownCertificate(server: Server, dial: Dial, signal: AbortSignal): Promise<X509Certificate | null> {
  const beneath = await dial(server, AbortSignal.any([signal, AbortSignal.timeout(handshakeLimit)])).catch(() => undefined);
  return beneath === undefined ? null : shownOver(beneath, server, signal);
}

function shownOver(beneath: Duplex | null, { host, port }: Server, signal: AbortSignal): Promise<X509Certificate | null> {
  return new Promise((resolve) => {
    const name = isIP(host) === 0 ? { servername: host } : {};
    const way = beneath === null ? { port } : { socket: beneath };
    const socket = connect({ host, ...way, ...name, minVersion: 'TLSv1.2', rejectUnauthorized: false });
    const end = (shown: X509Certificate | null): void => {
      signal.removeEventListener('abort', stop);
      socket.destroy();
      beneath?.destroy();
      resolve(shown);
    };
    const stop = (): void => end(null);
    signal.addEventListener('abort', stop, { once: true });
    socket.setTimeout(handshakeLimit, stop);
    socket.once('secureConnect', () => end(socket.getPeerX509Certificate() ?? null)).on('error', stop);
  });
}

/** @returns whether a certificate names this server */
export function isFor(certificate: X509Certificate, host: string): boolean {
  return (isIP(host) === 0 ? certificate.checkHost(host) : certificate.checkIP(host)) !== undefined;
}
