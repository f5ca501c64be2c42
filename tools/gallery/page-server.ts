import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { contentSecurityPolicy } from '../../main/window/app-protocol.ts';

const types: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' };

/** The bundled page on this machine's own loopback. `address` ends without a slash. */
export type PageServer = { readonly address: string; readonly close: () => Promise<void> };

/**
 * Serves the bundled page under its real policy, each file read once. A server and not a route of the
 * browser's driver, since that one switches the browser's cache off: a page is opened hundreds of times.
 * @param folder where the page lies
 */
export async function servePage(folder: string): Promise<PageServer> {
  const files = new Map<string, Promise<Buffer | null>>();
  const read = (path: string) => {
    const known = files.get(path) ?? readFile(join(folder, path)).catch(() => null);
    files.set(path, known);
    return known;
  };
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    const body = await read(path);
    if (body === null) return response.writeHead(path === '/favicon.ico' ? 204 : 404).end();
    return response
      .writeHead(200, {
        'content-type': types[extname(path)] ?? 'text/plain',
        'content-security-policy': contentSecurityPolicy,
        'cache-control': 'public, max-age=3600',
      })
      .end(body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The page is not served on a port.');
  return {
    address: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
