import type { TLSSocket } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttpClient, type HttpClient } from '../../main/bank/http-client.ts';
import { makeCertificateRequest } from '../../main/certificate/certificate-request.ts';
import { type CsrDemands, readCsrAttributes } from '../../main/certificate/csr-attributes.ts';
import { createEstClient } from '../../main/certificate/est-client.ts';
import { generateKey } from '../../main/certificate/key.ts';
import { Redacted } from '../../main/support/redacted.ts';
import { systemClock } from '../../main/support/system-clock.ts';
import { createPlace, grant, type Place } from '../../tools/est/certificate-place.ts';
import type { EstServer } from '../../tools/est/est-server.ts';
import { createMemoryLog } from '../../tools/log/memory-log.ts';
import { startBadBank } from '../support/bad-bank.ts';

/** What an EST server wants to find in the request (RFC 7030 section 4.5, RFC 9908), and how it is met. */

let place: Place;
let key: Awaited<ReturnType<typeof generateKey>>;
const never = () => new AbortController().signal;

beforeAll(async () => {
  place = createPlace();
  key = await generateKey(2048);
});
afterAll(() => place.close());

const der = (tag: number, ...parts: readonly Uint8Array[]): Uint8Array => {
  const content = Buffer.concat(parts);
  const length = content.length < 128 ? [content.length] : [0x82, content.length >> 8, content.length & 0xff];
  return Buffer.concat([Uint8Array.from([tag, ...length]), content]);
};
const hex = (text: string) => Buffer.from(text.replace(/\s/gu, ''), 'hex');
const oid = (text: string) => der(6, hex(text));
const challengePassword = oid('2a864886f70d010907');
const extensionRequest = oid('2a864886f70d01090e');
const extendedKeyUsage = der(0x30, oid('551d25'), der(4, der(0x30, oid('2b06010505070302'), oid('2b06010401823714 0202'))));
const friendlyName = der(0x30, oid('2a864886f70d010914'), der(0x31, der(0x1e, hex('30ad30b9'))));
const template = oid('2a864886f70d0109100 23d'.replace(' ', ''));
const example = Buffer.from('MEAGCSqGSIb3DQEJBzASBgcqhkjOPQIBMQcGBSuBBAAiMBYGCSqGSIb3DQEJDjEJBgcrBgEBAQEWBggqhkjOPQQDAw==', 'base64');

describe('csrattrs is read', () => {
  const demands: readonly (readonly [string, Uint8Array, Partial<CsrDemands>])[] = [
    ['nothing', der(0x30), { linked: false, unmet: [], digest: 'sha256' }],
    ["RFC 7030's own example", example, { linked: true, rsaBits: null, unmet: ['1.2.840.10045.2.1', '1.3.6.1.1.1.1.22', '1.2.840.10045.4.3.3'] }],
    ['an RSA key of a size', der(0x30, der(0x30, oid('2a864886f70d010101'), der(0x31, der(2, hex('1000'))))), { rsaBits: 4096, unmet: [] }],
    ['a signature', der(0x30, oid('2a864886f70d01010c')), { digest: 'sha384', unmet: [] }],
    [
      'an extension with its value',
      der(0x30, der(0x30, extensionRequest, der(0x31, der(0x30, extendedKeyUsage)))),
      { extensions: [extendedKeyUsage], unmet: [] },
    ],
    ['an attribute with its value', der(0x30, friendlyName), { attributes: [friendlyName], unmet: [] }],
    [
      "RFC 9908's template",
      der(0x30, der(0x30, template, der(0x31, der(0x30, der(2, hex('00')), der(0xa0, der(0x30, oid('2a8648ce3d0201'))), der(0xa1, friendlyName))))),
      { attributes: [friendlyName], unmet: ['1.2.840.10045.2.1'] },
    ],
  ];
  it.each(demands)('%s', (_name, encoded, expected) => {
    const read = readCsrAttributes(encoded);
    const plain = (list: readonly Uint8Array[] = []) => list.map((one) => Buffer.from(one).toString('hex'));
    expect({ ...read, extensions: plain(read?.extensions), attributes: plain(read?.attributes) }).toMatchObject({
      ...expected,
      extensions: plain(expected.extensions),
      attributes: plain(expected.attributes),
    });
  });

  it.each([
    ['no DER', hex('ffff')],
    ['no list', challengePassword],
    ['a list of something else', der(0x30, der(2, hex('01')))],
    ['more than anybody needs', der(0x30, ...Array.from({ length: 65 }, () => challengePassword))],
    ['too many bytes', der(0x30, der(0x30, oid('2a03'), der(0x31, der(4, new Uint8Array(20_000)))))],
  ])('unless it is %s', (_name, encoded) => expect(readCsrAttributes(encoded)).toBeNull());
});

/** tls-unique is the client's first Finished; with TLS 1.3 the exporter takes its place (RFC 9266). */
const bindingOf = (socket: TLSSocket) =>
  (socket.getProtocol() === 'TLSv1.3' ? socket.exportKeyingMaterial(32, 'EXPORTER-Channel-Binding', Buffer.alloc(0)) : socket.getPeerFinished())?.toString(
    'base64',
  ) ?? '';

async function enrol(server: EstServer, http: HttpClient) {
  const est = createEstClient({ send: http.send, clock: systemClock, label: server.quirks.label });
  const wanted = await est.csrAttributes(never());
  if (!wanted.ok) return wanted;
  const make = (challenge: string | null) => makeCertificateRequest(key, grant, { demands: wanted.value, challenge });
  const enrolment = { request: await make(null), signal: never(), ...(wanted.value.linked ? { link: make } : {}) };
  return est.simpleEnroll(enrolment, { name: grant.contractorId, secret: grant.enrolmentSecret });
}

describe('csrattrs is met', () => {
  it('by a request that is linked with its very connection', async () => {
    const { server, http } = await place.bank();
    const seen: string[] = [];
    Object.assign(server.quirks, {
      csrAttributes: der(0x30, challengePassword),
      accepts: (request: Buffer, socket: TLSSocket) => {
        seen.push(bindingOf(socket));
        return request.includes(bindingOf(socket), 0, 'latin1');
      },
    });
    expect(await enrol(server, http)).toMatchObject({ ok: true });
    expect(seen[0]?.length).toBeGreaterThan(10);
  });

  it('with TLS 1.2 as well', async () => {
    const issued = { key: place.authority.server.key, certificate: place.authority.server.cert };
    const seen: [boolean, string][] = [];
    const bank = await startBadBank(
      issued,
      (request, response) => {
        const { socket } = request as typeof request & { socket: TLSSocket };
        seen.push([Buffer.from(bank.asked.at(-1)?.body ?? '', 'base64').includes(bindingOf(socket), 0, 'latin1'), socket.getProtocol() ?? '']);
        response.writeHead(400).end();
      },
      { maxVersion: 'TLSv1.2' },
    );
    const http = createHttpClient({ baseUrl: bank.url, authority: place.authority.rootPem, clock: systemClock, random: () => 0, log: createMemoryLog() });
    const demands: CsrDemands = { linked: true, rsaBits: null, digest: 'sha256', extensions: [], attributes: [], unmet: [] };
    const link = (challenge: string | null) => makeCertificateRequest(key, grant, { demands, challenge });
    const est = createEstClient({ send: http.send, clock: systemClock });
    await est.simpleEnroll({ request: await link(null), link, signal: never() }, { name: 'x', secret: new Redacted('y') });
    expect(seen).toEqual([[true, 'TLSv1.2']]);
    await http.close();
    await bank.stop();
  });

  it('by extensions, attributes and a signature as they were named', async () => {
    const { server, http } = await place.bank();
    Object.assign(server.quirks, {
      csrAttributes: der(0x30, friendlyName, oid('2a864886f70d01010d'), der(0x30, extensionRequest, der(0x31, der(0x30, extendedKeyUsage)))),
      accepts: (request: Buffer) => [friendlyName, extendedKeyUsage, oid('2a864886f70d01010d')].every((one) => request.includes(Buffer.from(one))),
    });
    expect(await enrol(server, http)).toMatchObject({ ok: true });
  });

  it('at the authority that the label names, and nowhere else', async () => {
    const { server, http } = await place.bank();
    Object.assign(server.quirks, { label: 'corporate.v2', csrAttributes: der(0x30) });
    expect(await enrol(server, http)).toMatchObject({ ok: true });
    expect(server.asked.every((one) => one.path.startsWith('/.well-known/est/corporate.v2/'))).toBe(true);
  });
});

describe('a reason in words', () => {
  const refusals = [
    ['text/plain', 'The subject is not registered.', 'The subject is not registered.'],
    ['text/plain; charset=shift_jis', Buffer.from('96bc8b60', 'hex'), '名義'],
    ['text/plain', 'line one\r\nline\u0007 two\u202e gnp', 'line one line two gnp'],
    ['text/plain', 'x '.repeat(5_000), expect.stringMatching(/^x [x ]{100,}…$/u)],
    ['application/problem+json', '{"title":"no","detail":"CN is unknown"}', 'CN is unknown'],
    ['application/problem+json', '{"title":"no"}', 'no'],
    ['text/plain', `wrong secret ${grant.enrolmentSecret.reveal()}`, null],
    ['text/plain', Buffer.from(`${grant.contractorId}:${grant.enrolmentSecret.reveal()}`).toString('base64'), null],
    ['text/html', '<h1>no</h1>', null],
    ['text/plain', '', null],
  ] as const;
  it.each(refusals)('is shown as what the bank says, without what it must not say: %s %j', async (type, body, text) => {
    const { server, http } = await place.bank();
    server.quirks.refusal = { status: 400, type, body: body as string };
    const outcome = await enrol(server, http);
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'certificate-request-refused', remark: text === null ? null : { from: 'bank', text } } });
  });
});
