import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { createServer, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Issued } from './test-authority.ts';

export type Asked = { readonly method: string; readonly url: string; readonly headers: IncomingMessage['headers']; readonly body: string };
export type BadBank = { readonly url: string; readonly port: number; readonly asked: readonly Asked[]; stop(): Promise<void> };
/** What the bank does with its n-th request (from 0). */
export type Behaviour = (request: IncomingMessage, response: ServerResponse, turn: number) => void;

/** A real TLS server on loopback that behaves as it is told, and remembers what it was asked. */
export async function startBadBank(issued: Issued, behave: Behaviour, options: ServerOptions = {}): Promise<BadBank> {
  const asked: Asked[] = [];
  const sockets = new Set<Duplex>();
  const listener: RequestListener = (request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      asked.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
      behave(request, response, asked.length - 1);
    });
  };
  const server = createServer({ key: issued.key, cert: issued.certificate, ...options }, listener);
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('tlsClientError', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `https://127.0.0.1:${port}`,
    port,
    asked,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** Answers JSON. */
export function json(response: ServerResponse, status: number, content: unknown, headers: Record<string, string> = {}): void {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  response.writeHead(status, { 'content-type': type, ...headers }).end(JSON.stringify(content));
}
