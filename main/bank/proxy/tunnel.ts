import { type IncomingMessage, request } from 'node:http';
import { request as requestByTls } from 'node:https';
import type { Duplex } from 'node:stream';
import type { Secret } from '../../support/redacted.ts';
import { readChallenges } from './challenges.ts';
import { proxyError, type Route } from './proxy-error.ts';
import { authorizationFor, chooseSignIn, type ProxyCredentials, type SignIn } from './sign-in.ts';
import { aborted } from './socket-wait.ts';
import { placeOf } from './ways.ts';

/** A connection through an HTTP proxy by CONNECT (RFC 9110 section 9.3.6). Whatever page a refusal brings is not read. */

/** Names and passwords, each for one proxy ("host:port") and given to no other. */
export type ProxyKeys = {
  /** @returns null where there are none, or where this proxy has refused them */
  of(place: string): Promise<ProxyCredentials | null>;
  /** Told what became of them: a proxy that asks, one that refused what it was given. */
  note(place: string, what: 'asks' | 'refused'): void;
};

type Answer = { readonly status: number; readonly headers: IncomingMessage['headers']; readonly socket: Duplex };

function ask(route: Route, authorization: Secret | null, signal: AbortSignal): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { proxy, destination } = route;
    const target = placeOf(destination);
    const open = proxy.kind === 'https' ? requestByTls : request;
    const headers = { host: target, ...(authorization === null ? {} : { 'proxy-authorization': authorization.reveal() }) };
    const asking = open({ host: proxy.host, port: proxy.port, method: 'CONNECT', path: target, headers, agent: false });
    const stop = () => asking.destroy(aborted());
    const end = (done: () => void) => {
      signal.removeEventListener('abort', stop);
      done();
    };
    asking.once('connect', (answer, socket, head) => {
      if (head.length > 0) socket.unshift(head);
      // Who uses it next listens for errors; meanwhile one must not end the program.
      socket.on('error', () => undefined);
      end(() => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, socket }));
    });
    asking.once('error', (error) => end(() => reject(signal.aborted ? error : proxyError('KAITSU_PROXY_UNREACHABLE', route, wordOf(error), error))));
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    else asking.end();
  });
}

const wordOf = (error: Error) => ('code' in error && typeof error.code === 'string' ? error.code : 'no HTTP');

/** A proxy's own names for a server that it cannot reach. */
const serverStatuses: Readonly<Record<number, string>> = { 500: 'ECONNREFUSED', 502: 'EHOSTUNREACH', 503: 'EHOSTUNREACH', 504: 'ETIMEDOUT' };

function refusalOf(route: Route, status: number): Error {
  const known = serverStatuses[status];
  if (known === undefined) return proxyError('KAITSU_PROXY_REFUSED', route, String(status));
  return Object.assign(new Error('the proxy could not reach the server'), { code: known });
}

const isOpen = ({ status }: Answer) => status >= 200 && status < 300;

/**
 * @param keys where name and password come from
 * @returns a connection to the server through the proxy
 */
export async function openTunnel(route: Route, keys: ProxyKeys, signal: AbortSignal): Promise<Duplex> {
  const first = await ask(route, null, signal);
  if (isOpen(first)) return first.socket;
  first.socket.destroy();
  if (first.status !== 407) throw refusalOf(route, first.status);
  const offered = readChallenges(first.headers['proxy-authenticate'] ?? '');
  const signIn = chooseSignIn(offered);
  if (signIn === null) throw proxyError('KAITSU_PROXY_SIGN_IN_UNKNOWN', route, ['407', ...offered.map(({ scheme }) => scheme)].join(' '));
  const second = await ask(route, await authorize(route, signIn, keys), signal);
  if (isOpen(second)) return second.socket;
  second.socket.destroy();
  if (second.status !== 407) throw refusalOf(route, second.status);
  // Never again by itself: a company's directory locks an account after a few wrong passwords.
  keys.note(placeOf(route.proxy), 'refused');
  throw proxyError('KAITSU_PROXY_DENIED', route, `407 ${signIn.kind}`);
}

async function authorize(route: Route, signIn: SignIn, keys: ProxyKeys): Promise<Secret> {
  const place = placeOf(route.proxy);
  const credentials = await keys.of(place);
  if (credentials !== null) return authorizationFor(signIn, credentials, placeOf(route.destination));
  keys.note(place, 'asks');
  throw proxyError('KAITSU_PROXY_ASKS', route, `407 ${signIn.kind}`);
}
