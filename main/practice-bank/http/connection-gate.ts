import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { FastifyInstance } from 'fastify';
import { type Answer, problemAnswer, sendAnswer, writtenOut } from './answers.ts';

/**
 * Who may hold how many connections. One that has brought no whole request is worth less than a new one: where an
 * address, or all together, have as many as they may, the one that has waited longest makes room, and is told so
 * where TLS stands. So nobody crowds out others, or their own next connection, by connections that do nothing.
 */
export type GateLimits = {
  /** Connections of all addresses, and of one. */
  readonly all: number;
  readonly perAddress: number;
};

/** More than a whole company uses at once. */
const usualLimits: GateLimits = { all: 500, perAddress: 256 };

/** When a client that is turned away may come back, in seconds. */
const comeBackAfter = 2;
/** Beyond the limit so many are still let in to be told that they are turned away; the others are dropped. */
const beyond = 100;

type Held = {
  readonly raw: Socket;
  readonly address: string;
  /** The socket that speaks HTTP, once TLS stands. */
  tls: TLSSocket | null;
  /** The request that came last, while it is not answered. */
  asked: { readonly request: IncomingMessage; readonly response: ServerResponse } | null;
  served: boolean;
  /** Let in only to be told: everybody else was busy. */
  turnedAway: boolean;
};

/** Guards a server that does not listen yet. */
export function guardConnections(bank: FastifyInstance, limits: GateLimits = usualLimits): void {
  const { server } = bank;
  // In the order in which they came: a Map keeps it.
  const held = new Map<string, Held>();
  server.maxConnections = limits.all + beyond;

  server.prependListener('connection', (raw: Socket) => {
    const address = raw.remoteAddress ?? '';
    const turnedAway = !makeRoom(held, address, limits);
    const name = nameOf(raw);
    const connection: Held = { raw, address, tls: null, asked: null, served: false, turnedAway };
    held.set(name, connection);
    raw.once('close', () => held.get(name) === connection && held.delete(name));
  });
  server.on('secureConnection', (tls: TLSSocket) => {
    const connection = held.get(nameOf(tls));
    if (connection !== undefined) connection.tls = tls;
  });
  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    const connection = held.get(nameOf(request.socket));
    if (connection === undefined) return;
    connection.asked = { request, response };
    response.once('close', () => {
      connection.served ||= response.writableFinished;
      if (connection.asked?.response === response) connection.asked = null;
    });
  });
  bank.addHook('onRequest', async (request, reply) => {
    if (held.get(nameOf(request.raw.socket))?.turnedAway !== true) return undefined;
    return sendAnswer(reply.header('retry-after', comeBackAfter).header('connection', 'close'), busy);
  });
}

/** RFC 9110 section 15.6.4: overloaded, with the time to come back. */
const busy = ((): Answer => {
  const { body } = problemAnswer({ code: 'too-many-requests' });
  return { status: 503, body: { ...body, status: 503 } };
})();

const nameOf = ({ remoteAddress, remotePort }: Socket) => `${remoteAddress} ${remotePort}`;

/** @returns false where everybody is being answered, so that nobody can make room */
function makeRoom(held: Map<string, Held>, address: string, limits: GateLimits): boolean {
  const all = [...held.values()];
  const own = all.filter((one) => one.address === address);
  if (own.length < limits.perAddress && all.length < limits.all) return true;
  const from = own.length < limits.perAddress ? all.filter((one) => one.address === busiestAddress(all)) : own;
  const waiting = from.filter((one) => one.asked?.request.complete !== true);
  const leaving = waiting.find((one) => !one.served) ?? waiting[0];
  if (leaving === undefined) return false;
  held.delete(nameOf(leaving.raw));
  putOut(leaving);
  return true;
}

function busiestAddress(all: readonly Held[]): string {
  const counts = new Map<string, number>();
  for (const { address } of all) counts.set(address, (counts.get(address) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? '';
}

/** Tells it where it can be told: TLS stands, and no answer has begun. */
function putOut({ raw, tls, asked }: Held): void {
  if (tls === null || !tls.writable || asked?.response.headersSent === true) raw.destroy();
  else tls.end(writtenOut(busy, 'Service Unavailable', [`Retry-After: ${comeBackAfter}`]), () => raw.destroy());
}
