import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { TLSSocket } from 'node:tls';
import { gzipSync } from 'node:zlib';
import type { EstAuthority, IssueFlaw } from './est-authority.ts';

/** How an EST server may differ from another and still conform, and what a bad one may do. */
export type Quirks = {
  base64: 'oneLine' | 'lines' | 'crlf' | 'der';
  transferEncodingHeader: boolean;
  chunked: boolean;
  contentType: string;
  /** The chain's place in the answer. */
  chain: 'none' | 'after' | 'before';
  /** How often 202 is answered before the certificate, and what Retry-After says. */
  waits: number;
  retryAfter: () => string | null;
  /** What WWW-Authenticate says. */
  challenge: string;
  /** Asks for no credentials. */
  open: boolean;
  flaw: IssueFlaw;
  rogueAuthorities: boolean;
  /** Answered instead of a certificate. */
  refusal: { readonly status: number; readonly body: string; readonly type: string; readonly headers?: Readonly<Record<string, string>> } | null;
  /** Cuts the connection once after the certificate was issued: the answer is lost. */
  loseAnswer: boolean;
  /** What csrattrs answers, in DER; null: there is no such operation. */
  csrAttributes: Uint8Array | null;
  /** Whether a request fits what csrattrs said. */
  accepts: ((request: Buffer, connection: TLSSocket) => boolean) | null;
  /** One of several authorities behind the host (RFC 7030 section 3.2.2). */
  label: string | null;
  /** As a proxy that compresses whatever passes. */
  compress: boolean;
};

export type Asked = { readonly method: string; readonly path: string; readonly authorization: string | null; readonly body: string };

export type EstServer = {
  readonly url: string;
  readonly quirks: Quirks;
  readonly asked: Asked[];
  /** Serial numbers and requests are one to one: how many certificates were made. */
  issued(): number;
  close(): Promise<void>;
};

const conforming: Quirks = {
  base64: 'lines',
  transferEncodingHeader: true,
  chunked: false,
  contentType: 'application/pkcs7-mime; smime-type=certs-only',
  chain: 'none',
  waits: 0,
  retryAfter: () => '1',
  challenge: 'Basic realm="enrolment", charset="UTF-8"',
  open: false,
  flaw: 'none',
  rogueAuthorities: false,
  refusal: null,
  loseAnswer: false,
  csrAttributes: null,
  accepts: null,
  label: null,
  compress: false,
};

async function read(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces).toString('latin1');
}

function encode(der: Buffer, form: Quirks['base64']): Buffer {
  const text = der.toString('base64');
  switch (form) {
    case 'der':
      return der;
    case 'oneLine':
      return Buffer.from(text);
    case 'lines':
      return Buffer.from(text.replace(/.{64}/gu, '$&\n'));
    case 'crlf':
      return Buffer.from(`${text.replace(/.{76}/gu, '$&\r\n')}\r\n`);
  }
}

/** Answers with a certs-only message, in the form that the quirks say. */
function sendCertificates(response: ServerResponse, message: Buffer, quirks: Quirks): void {
  const plain = encode(message, quirks.base64);
  const body = quirks.compress ? gzipSync(plain) : plain;
  response.statusCode = 200;
  if (quirks.compress) response.setHeader('content-encoding', 'gzip');
  response.setHeader('content-type', quirks.contentType);
  if (quirks.transferEncodingHeader) response.setHeader('content-transfer-encoding', 'base64');
  if (quirks.chunked) {
    for (let from = 0; from < body.length; from += 100) response.write(body.subarray(from, from + 100));
    response.end();
  } else response.setHeader('content-length', body.length).end(body);
}

type Credentials = { readonly name: string; readonly secret: string };
/** RFC 7030 section 4.2. */
type Enrolment = { enrol(response: ServerResponse, body: string, authorization: string | null): void; issued(): number };

/** One certificate for each enrolment secret, the same again for the same request. */
function createEnrolment(authority: EstAuthority, { name, secret }: Credentials, quirks: Quirks): Enrolment {
  const made = new Map<string, string>();
  let waited = 0;
  const basic = `Basic ${Buffer.from(`${name}:${secret}`).toString('base64')}`;

  /** Answers where no certificate is to be made. @returns whether it did */
  function held(response: ServerResponse, authorization: string | null): boolean {
    if (quirks.refusal !== null) {
      response.writeHead(quirks.refusal.status, { 'content-type': quirks.refusal.type, ...quirks.refusal.headers }).end(quirks.refusal.body);
      return true;
    }
    if (!quirks.open && authorization !== basic) {
      response.writeHead(401, { 'www-authenticate': quirks.challenge }).end();
      return true;
    }
    if (waited >= quirks.waits) return false;
    waited += 1;
    const retryAfter = quirks.retryAfter();
    response.writeHead(202, retryAfter === null ? {} : { 'retry-after': retryAfter }).end();
    return true;
  }

  function enrol(response: ServerResponse, body: string, authorization: string | null): void {
    if (held(response, authorization)) return;
    const request = Buffer.from(body, 'base64');
    const { socket } = response.req;
    if (quirks.accepts !== null && !(socket instanceof TLSSocket && quirks.accepts(request, socket))) {
      response.writeHead(400, { 'content-type': 'text/plain' }).end('the request does not hold what csrattrs names');
      return;
    }
    const digest = createHash('sha256').update(request).digest('hex');
    if (!made.has(digest) && made.size > 0) {
      response.writeHead(403).end();
      return;
    }
    const certificate = made.get(digest) ?? authority.issue(request, quirks.flaw);
    made.set(digest, certificate);
    if (quirks.loseAnswer) {
      quirks.loseAnswer = false;
      response.destroy();
    } else sendCertificates(response, authority.certsOnly(withChain(certificate, authority, quirks.chain)), quirks);
  }

  return { enrol, issued: () => made.size };
}

function withChain(certificate: string, { rootPem, issuingPem }: EstAuthority, place: Quirks['chain']): readonly string[] {
  const chain = [rootPem, issuingPem];
  if (place === 'none') return [certificate];
  return place === 'after' ? [certificate, ...chain] : [...chain, certificate];
}

/** An EST server (RFC 7030) over TLS on 127.0.0.1. */
export async function startEstServer(authority: EstAuthority, credentials: Credentials): Promise<EstServer> {
  const quirks: Quirks = { ...conforming };
  const asked: Asked[] = [];
  const { enrol, issued } = createEnrolment(authority, credentials, quirks);

  const server = createServer({ key: authority.server.key, cert: authority.server.cert }, (request, response) => {
    void read(request).then((body) => {
      const path = request.url ?? '';
      const authorization = request.headers.authorization ?? null;
      asked.push({ method: request.method ?? '', path, authorization, body });
      const folder = quirks.label === null ? '/.well-known/est' : `/.well-known/est/${quirks.label}`;
      if (path === `${folder}/csrattrs` && quirks.csrAttributes !== null)
        response.writeHead(200, { 'content-type': 'application/csrattrs' }).end(Buffer.from(quirks.csrAttributes).toString('base64'));
      else if (path === `${folder}/cacerts`) {
        const authorities = quirks.rogueAuthorities ? [authority.rogueRootPem] : [authority.rootPem, authority.issuingPem];
        sendCertificates(response, authority.certsOnly(authorities), quirks);
      } else if (path === `${folder}/simpleenroll` || path === `${folder}/simplereenroll`) enrol(response, body, authorization);
      else response.writeHead(404).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `https://127.0.0.1:${port}`,
    quirks,
    asked,
    issued,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
