import { connect, isIP, type Socket } from 'node:net';
import { proxyError, type Route } from './proxy-error.ts';
import { arrival } from './socket-wait.ts';

/** A connection through a SOCKS proxy, version 5 (RFC 1928). The proxy looks the server's name up itself: this PC may not be able to. */

const version = 5;
const noAuthentication = 0;
const noneAcceptable = 0xff;

/** What replies mean (RFC 1928 section 6) that say something of the server; the others are the proxy's own refusals. */
const serverReplies: Readonly<Record<number, string>> = { 3: 'ENETUNREACH', 4: 'EHOSTUNREACH', 5: 'ECONNREFUSED', 6: 'ETIMEDOUT' };

/** Bytes that follow the address type in a reply, without those of a name's own length: address and port. */
const addressLengths: Readonly<Record<number, number>> = { 1: 4 + 2, 4: 16 + 2 };

async function take(socket: Socket, length: number, signal: AbortSignal): Promise<Buffer> {
  for (;;) {
    const found: unknown = socket.read(length);
    if (Buffer.isBuffer(found) && found.length === length) return found;
    await arrival(socket, 'readable', signal);
  }
}

function addressOf(host: string): Buffer {
  if (isIP(host) === 4) return Buffer.from([1, ...host.split('.').map(Number)]);
  if (isIP(host) === 6) return Buffer.concat([Buffer.from([4]), bytesOfIpv6(host)]);
  const name = Buffer.from(host, 'latin1');
  return Buffer.concat([Buffer.from([3, name.length]), name]);
}

/** URL writes every address in groups, the dotted end of a mapped one too. */
function bytesOfIpv6(address: string): Buffer {
  const [head = '', tail = ''] = new URL(`http://[${address.replace(/%.*$/u, '')}]/`).hostname.slice(1, -1).split('::');
  const groups = (text: string) => (text === '' ? [] : text.split(':'));
  const [first, last] = [groups(head), groups(tail)];
  const all = [...first, ...Array<string>(8 - first.length - last.length).fill('0'), ...last];
  return Buffer.from(all.map((group) => group.padStart(4, '0')).join(''), 'hex');
}

/**
 * Asks a connected SOCKS proxy for the way to a server.
 * @throws a proxy's error, or one of the system's names for a server that cannot be reached
 */
async function negotiate(socket: Socket, route: Route, signal: AbortSignal): Promise<void> {
  const { host, port } = route.destination;
  socket.write(Buffer.from([version, 1, noAuthentication]));
  const [spoken, method] = await take(socket, 2, signal);
  if (spoken !== version) throw proxyError('KAITSU_PROXY_UNREACHABLE', route, 'no SOCKS 5');
  if (method === noneAcceptable) throw proxyError('KAITSU_PROXY_SIGN_IN_UNKNOWN', route, 'SOCKS 5');
  const end = Buffer.alloc(2);
  end.writeUInt16BE(port);
  socket.write(Buffer.concat([Buffer.from([version, 1, 0]), addressOf(host), end]));
  const [, reply = 1, , type = 0] = await take(socket, 4, signal);
  if (reply !== 0) {
    const known = serverReplies[reply];
    if (known === undefined) throw proxyError('KAITSU_PROXY_REFUSED', route, `SOCKS 5: ${reply}`);
    throw Object.assign(new Error('the proxy could not reach the server'), { code: known });
  }
  const length = type === 3 ? ((await take(socket, 1, signal))[0] ?? 0) + 2 : addressLengths[type];
  if (length === undefined) throw proxyError('KAITSU_PROXY_UNREACHABLE', route, 'no SOCKS 5');
  await take(socket, length, signal);
}

/** @returns a connection to the server through the proxy */
export async function openBySocks(route: Route, signal: AbortSignal): Promise<Socket> {
  const socket = connect({ host: route.proxy.host, port: route.proxy.port });
  // Who waits hears of an error; one between two waits is met by the next.
  socket.on('error', () => undefined);
  try {
    await arrival(socket, 'connect', signal).catch((error: unknown) => {
      throw signal.aborted ? error : proxyError('KAITSU_PROXY_UNREACHABLE', route, 'no connection', error);
    });
    await negotiate(socket, route, signal);
    return socket;
  } catch (error) {
    socket.destroy();
    throw error;
  }
}
