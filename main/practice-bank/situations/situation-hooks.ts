import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { SituationCode } from '../../../preload/contract/situations.ts';
import { paths } from '../../protocol/protocol.ts';
import { type Authority, makeOtherServer } from '../certificates/authority.ts';
import { problemAnswer, sendAnswer } from '../http/answers.ts';
import { sendCsrAttributes } from '../http/est-routes.ts';

/** When the bank says that one may come back, in seconds: longer than a client waits by itself. */
const comeBackAfter = { 'too-many-requests': 60, 'bank-closed': 30 * 60 } as const;

/** CsrAttrs with one attribute: rsaEncryption, 8,192 bits, more than Kaitsu makes. */
const largeKey = Buffer.from('3013301106092a864886f70d010101310402022000', 'hex');

/**
 * What a situation means for the bank's line: it is closed, too busy, silent, broken, or in other hands.
 * @param situation read again at each request
 */
export function addSituationHooks(server: FastifyInstance, authority: Authority, situation: () => SituationCode | null): void {
  impersonate(server, authority, situation);
  server.addHook('onRequest', async (request, reply) => {
    const code = situation();
    switch (code) {
      case 'too-many-requests':
      case 'bank-closed':
        return sendAnswer(reply.header('retry-after', String(comeBackAfter[code])), problemAnswer({ code }));
      case 'bank-failure':
        throw new Error('the practice asked for a failure');
      case 'bank-unreachable':
        return dropped(request.raw.socket, reply);
      case 'certificate-attributes-demanded':
        return request.url === paths.csrAttributes ? sendCsrAttributes(reply, largeKey) : undefined;
      case 'certificate-not-asked':
        // As a web server that asks for the certificate only once it knows the path, and cannot any more.
        return request.method === 'POST' && request.url === paths.logon
          ? reply.code(403).type('text/html').send('<html><body><h1>Forbidden</h1></body></html>')
          : undefined;
      case 'bank-timeout':
        reply.hijack();
        return reply;
      default:
        return undefined;
    }
  });
  server.addHook('onSend', async (request, reply, payload) => {
    if (situation() === 'enrolment-answer-lost' && request.url === paths.simpleEnroll && reply.statusCode === 200)
      return breakOff(reply, Buffer.from(String(payload)));
    if (!Buffer.isBuffer(payload) || reply.statusCode >= 300) return payload;
    const code = situation();
    if (code === 'bank-answer-invalid') return payload.subarray(0, payload.length / 2);
    const stopped = code === 'answer-stopped-after-pin' ? paths.logon : code === 'user-registered-already' ? paths.users : null;
    if (request.method === 'POST' && request.url === stopped) return breakOff(reply, payload);
    return payload;
  });
}

function dropped(socket: Socket, reply: FastifyReply): FastifyReply {
  reply.hijack();
  socket.destroy();
  return reply;
}

/** The work is done and the answer has begun; then the line goes dead. The promise stays open: there is no answer to send. */
function breakOff(reply: FastifyReply, payload: Buffer): Promise<never> {
  reply.raw.writeHead(200, { 'content-type': 'application/json', 'content-length': payload.length });
  reply.raw.write(payload.subarray(0, payload.length / 2), () => reply.raw.socket?.destroy());
  return new Promise(() => undefined);
}

/** Somebody else answers in the bank's place, with a certificate of another authority. */
function impersonate(server: FastifyInstance, authority: Authority, situation: () => SituationCode | null): void {
  const own = { key: authority.server.key, cert: `${authority.server.certificate}${authority.issuing.certificate}` };
  let others: { readonly key: string; readonly cert: string } | null = null;
  let shown = own;
  // Before the handshake: Node's own listener begins it.
  server.server.prependListener('connection', () => {
    if (situation() === 'bank-untrusted') others ??= makeOtherServer(new Date());
    const wanted = situation() === 'bank-untrusted' && others !== null ? others : own;
    if (wanted === shown) return;
    shown = wanted;
    Reflect.apply(Reflect.get(server.server, 'setSecureContext'), server.server, [
      { ...wanted, ca: [authority.issuing.certificate, authority.root.certificate] },
    ]);
  });
  // A connection from before would still be good: somebody who impersonates the bank has none.
  server.addHook('onRequest', async (request, reply) => (situation() === 'bank-untrusted' && shown === own ? dropped(request.raw.socket, reply) : undefined));
}
