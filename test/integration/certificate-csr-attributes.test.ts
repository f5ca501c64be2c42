import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttpClient, type HttpClient } from '../../main/bank/http-client.ts';
import { makeCertificateRequest } from '../../main/certificate/certificate-request.ts';
import type { CsrDemands } from '../../main/certificate/csr-attributes.ts';
import { createEstClient } from '../../main/certificate/est-client.ts';
import { bitsOf, generateKey } from '../../main/certificate/key.ts';
import { createCertificateRetriever } from '../../main/certificate/retrieval.ts';
import { createNssStore } from '../../main/certificate/stores/nss.ts';
import { readCertificateRequest } from '../../main/practice-bank/certificates/certificate-request.ts';
import { Redacted } from '../../main/support/redacted.ts';
import { systemClock } from '../../main/support/system-clock.ts';
import { success } from '../../preload/contract/problem.ts';
import { createPlace, grant, memoryPassphrases, type Place } from '../../tools/est/certificate-place.ts';
import type { EstServer } from '../../tools/est/est-server.ts';
import { createMemoryLog } from '../../tools/log/memory-log.ts';
import { startBadBank } from '../support/bad-bank.ts';
import { csr, der, hex, oid, rsaKeyOf } from '../support/der.ts';

/** What an EST server wants to find in the request (RFC 7030 section 4.5, RFC 9908), and how it is met. */

let place: Place;
let key: Awaited<ReturnType<typeof generateKey>>;
const never = () => new AbortController().signal;

beforeAll(async () => {
  place = createPlace();
  key = await generateKey(2048);
});
afterAll(() => place.close());

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
      csrAttributes: der(0x30, csr.challengePassword),
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
      csrAttributes: der(0x30, csr.friendlyName, oid('2a864886f70d01010d'), der(0x30, csr.extensionRequest, der(0x31, der(0x30, csr.extendedKeyUsage)))),
      accepts: (request: Buffer) => [csr.friendlyName, csr.extendedKeyUsage, oid('2a864886f70d01010d')].every((one) => request.includes(Buffer.from(one))),
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
    ['text/plain; charset=shift_jis', hex('96bc8b60'), '名義'],
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

describe('an RSA key larger than the profile asks for', () => {
  /** A PC of somebody who has not got a certificate yet. */
  async function newPc() {
    const { server, http } = await place.bank();
    const root = mkdtempSync(join(place.dir, 'pc-'));
    const retriever = createCertificateRetriever({
      keychain: memoryPassphrases(),
      send: http.send,
      openIdentityClient: () => ({ send: http.send, close: async () => undefined }),
      tryLogon: async () => success(undefined),
      store: createNssStore({ home: join(root, 'home'), temporary: place.dir }),
      dataDir: join(root, 'data'),
      profile: { keyBits: 2048 },
      authority: async () => success(place.authority.rootPem),
      clock: systemClock,
      log: place.log,
    });
    const sizes: number[] = [];
    /** Takes only keys of so many bits, and notes the size of each key that it is sent. */
    const takeFrom = (least: number) => (request: Buffer) => {
      const sizeOf = [4096, 3072, 2048].find((bits) => readCertificateRequest(request, bits).ok) ?? 0;
      sizes.push(sizeOf);
      return sizeOf >= least;
    };
    const retrieve = () => retriever.retrieve(grant, () => undefined, never());
    const keySize = async () => {
      const kept = await retriever.bundles.ofContract(grant.contractorId);
      return kept.ok ? bitsOf(kept.value[0]?.bundle.key ?? key) : 0;
    };
    return { server, sizes, takeFrom, retrieve, keySize };
  }

  it('is made at once where csrattrs names its size', async () => {
    const pc = await newPc();
    Object.assign(pc.server.quirks, { csrAttributes: der(0x30, rsaKeyOf('0c00')), accepts: pc.takeFrom(3072) });
    expect(await pc.retrieve()).toMatchObject({ ok: true });
    expect([pc.sizes, await pc.keySize()]).toEqual([[3072], 3072]);
  });

  it('does not take the place of a key whose certificate may be made already', async () => {
    const pc = await newPc();
    Object.assign(pc.server.quirks, { loseAnswer: true, accepts: pc.takeFrom(2048) });
    expect(await pc.retrieve()).toMatchObject({ ok: false, problem: { code: 'enrolment-answer-lost' } });
    pc.server.quirks.csrAttributes = der(0x30, rsaKeyOf('1000'));
    expect(await pc.retrieve()).toMatchObject({ ok: true });
    expect([pc.sizes, await pc.keySize(), pc.server.issued()]).toEqual([[2048, 2048], 2048, 1]);
  });

  it('takes the place of an earlier key once the bank has refused that one', async () => {
    const pc = await newPc();
    pc.server.quirks.refusal = { status: 503, type: 'text/plain', body: 'later' };
    expect(await pc.retrieve()).toMatchObject({ ok: false });
    Object.assign(pc.server.quirks, { refusal: null, csrAttributes: der(0x30, rsaKeyOf('0c00')), accepts: pc.takeFrom(3072) });
    expect(await pc.retrieve()).toMatchObject({ ok: true });
    expect([pc.sizes, await pc.keySize(), pc.server.issued()]).toEqual([[2048, 3072], 3072, 1]);
  });

  it('is not made beyond 4,096 bits: the request is sent all the same, and a refusal says what was wanted', async () => {
    const pc = await newPc();
    Object.assign(pc.server.quirks, { csrAttributes: der(0x30, rsaKeyOf('2000')), accepts: pc.takeFrom(8192) });
    expect(await pc.retrieve()).toMatchObject({ ok: false, problem: { code: 'certificate-attributes-demanded', remark: { text: 'RSA 8192' } } });
    pc.server.quirks.accepts = pc.takeFrom(2048);
    expect(await pc.retrieve()).toMatchObject({ ok: true });
    expect(pc.sizes).toEqual([2048, 2048]);
  });
});
