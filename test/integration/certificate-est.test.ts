import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCertificateRequest } from '../../main/certificate/certificate-request.ts';
import { createEstClient } from '../../main/certificate/est-client.ts';
import { generateKey } from '../../main/certificate/key.ts';
import type { Clock } from '../../main/support/ports.ts';
import { systemClock } from '../../main/support/system-clock.ts';
import { createPlace, grant, type Place } from '../../tools/est/certificate-place.ts';
import type { Quirks } from '../../tools/est/est-server.ts';
import { hurriedClock, manualClock } from '../support/manual-clock.ts';

let place: Place;
let request: Uint8Array;
const credentials = { name: grant.contractorId, secret: grant.enrolmentSecret };

beforeAll(async () => {
  place = createPlace();
  request = await makeCertificateRequest(await generateKey(2048), grant);
});
afterAll(() => place.close());

type More = { readonly waitLimit?: number; readonly onWaiting?: (until: Date) => void; readonly signal?: AbortSignal; readonly clock?: Clock };

async function enrolWith(quirks: Partial<Quirks>, more: More = {}) {
  const { server, http } = await place.bank();
  Object.assign(server.quirks, quirks);
  const est = createEstClient({ send: http.send, clock: more.clock ?? systemClock, ...(more.waitLimit === undefined ? {} : { waitLimit: more.waitLimit }) });
  const signal = more.signal ?? new AbortController().signal;
  const outcome = await est.simpleEnroll({ request, signal, ...(more.onWaiting === undefined ? {} : { onWaiting: more.onWaiting }) }, credentials);
  return { outcome, server, est };
}

const subjects = (outcome: Awaited<ReturnType<typeof enrolWith>>['outcome']) =>
  outcome.ok ? outcome.value.map((one) => one.subject.split('\n').at(-1)) : outcome.problem;

describe('The certificate is fetched from whatever conforming server the bank runs', () => {
  const forms: readonly (readonly [string, Partial<Quirks>])[] = [
    ['base64 in lines', { base64: 'lines' }],
    ['base64 in one line', { base64: 'oneLine' }],
    ['base64 with CRLF', { base64: 'crlf' }],
    ['bare DER', { base64: 'der' }],
    ['without Content-Transfer-Encoding', { transferEncodingHeader: false }],
    ['through a proxy that compresses', { compress: true }],
    ['bare DER through a proxy that compresses', { compress: true, base64: 'der' }],
    ['in chunks', { chunked: true, base64: 'crlf' }],
    ['with a bare content type', { contentType: 'application/pkcs7-mime' }],
    ['with many parameters in the content type', { contentType: 'Application/PKCS7-Mime;smime-type="certs-only"; name=c.p7c ;charset=us-ascii' }],
    ['without asking for credentials', { open: true }],
    ['with several challenges in one header', { challenge: 'Digest realm="a, Basic b", nonce="x", Basic realm="enrolment"' }],
    ['with the scheme in small letters', { challenge: 'basic realm="x"' }],
  ];
  it.each(forms)('%s', async (_, quirks) => {
    const { outcome } = await enrolWith(quirks);
    expect(subjects(outcome)).toEqual(['CN=12345678901']);
  });

  it.each(['before', 'after'] as const)('with the chain %s the certificate', async (chain) => {
    const { outcome } = await enrolWith({ chain });
    expect(outcome.ok && outcome.value.map((one) => one.subject.split('\n').at(-1)).sort()).toEqual(['CN=12345678901', 'CN=Issuing CA', 'CN=Root CA']);
  });

  it('hands out its authorities', async () => {
    const { est } = await enrolWith({});
    const authorities = await est.caCertificates(new AbortController().signal);
    expect(authorities.ok && authorities.value.map((one) => one.ca)).toEqual([true, true]);
  });
});

describe('The enrolment secret goes to nobody who did not ask for it', () => {
  it('is not in the first request, only in the one after the challenge', async () => {
    const { server } = await enrolWith({});
    expect(server.asked.map((one) => one.authorization !== null)).toEqual([false, true]);
  });

  it('is never sent when the server does not name Basic', async () => {
    const { outcome, server } = await enrolWith({ challenge: 'Digest realm="Basic", nonce="x"' });
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'enrolment-refused' } });
    expect(server.asked.every((one) => one.authorization === null)).toBe(true);
  });

  it('is not sent to another host by a redirect', async () => {
    const other = await place.bank();
    const location = `${other.server.url}/.well-known/est/simpleenroll`;
    const { outcome } = await enrolWith({ refusal: { status: 307, body: '', type: 'text/plain', headers: { location } } });
    expect(outcome.ok).toBe(false);
    expect(other.server.asked).toEqual([]);
  });
});

describe('A bank that needs time', () => {
  it('is asked again after the seconds it named, and the person sees when', async () => {
    const told: Date[] = [];
    const clock = hurriedClock();
    const { outcome, server } = await enrolWith({ waits: 2 }, { clock, onWaiting: (until) => told.push(until) });
    expect(subjects(outcome)).toEqual(['CN=12345678901']);
    expect(told).toHaveLength(2);
    expect(clock.waits).toEqual([1_000, 1_000]);
    expect(server.asked.filter((one) => one.authorization === null)).toHaveLength(1);
    expect(new Set(server.asked.map((one) => one.body)).size).toBe(1);
  });

  it('may name a date instead', async () => {
    const clock = hurriedClock();
    const { outcome } = await enrolWith({ waits: 1, retryAfter: () => new Date(Date.now() + 3_600_000).toUTCString() }, { clock, waitLimit: 86_400_000 });
    expect(outcome.ok).toBe(true);
    // Dates of HTTP are of whole seconds.
    expect(clock.waits.map((wait) => Math.round(wait / 60_000))).toEqual([60]);
  });

  it('is not waited for longer than the limit, and the person learns when to come back', async () => {
    const { outcome } = await enrolWith({ waits: 1, retryAfter: () => '3600' }, { waitLimit: 60_000 });
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'enrolment-pending' } });
    const retryAt = outcome.ok ? '' : (outcome.problem.retryAt ?? '');
    expect(Math.round((Date.parse(retryAt) - Date.now()) / 60_000)).toBe(60);
  });

  it('is left at once when the person cancels', async () => {
    const cancel = new AbortController();
    // A clock that stands still: the wait itself would never be over.
    const { outcome } = await enrolWith(
      { waits: 1, retryAfter: () => '60' },
      { clock: manualClock(), onWaiting: () => setImmediate(() => cancel.abort()), signal: cancel.signal },
    );
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
  });
});

describe('A refusal reaches the person as what it is', () => {
  const details = (code: string) => JSON.stringify({ type: `urn:kaitsu:problem:${code}`, title: 'no', status: 403, code });
  const refusals: readonly (readonly [string, Quirks['refusal'], string])[] = [
    [
      'by the code of its problem details',
      { status: 403, type: 'application/problem+json; charset=utf-8', body: details('enrolment-deadline-passed') },
      'enrolment-deadline-passed',
    ],
    ['by its status when there are no details', { status: 403, type: 'text/html', body: '<p>no' }, 'enrolment-refused'],
    ['by its status when the details are not ours', { status: 400, type: 'application/problem+json', body: '{"title":"x"}' }, 'certificate-request-refused'],
    [
      'by its status when the details claim a finding of our own',
      { status: 503, type: 'application/problem+json', body: details('keychain-missing') },
      'bank-closed',
    ],
    ['as a failure of the bank', { status: 500, type: 'text/plain', body: '' }, 'bank-failure'],
    ['as an invalid answer when a page comes instead of a certificate', { status: 200, type: 'text/html', body: '<html>login</html>' }, 'bank-answer-invalid'],
    ['as an invalid answer when base64 holds no certificates', { status: 200, type: 'application/pkcs7-mime', body: 'MAMCAQE=' }, 'bank-answer-invalid'],
    ['as an invalid answer when nothing comes', { status: 200, type: 'application/pkcs7-mime', body: '' }, 'bank-answer-invalid'],
  ];
  it.each(refusals)('%s', async (_, refusal, code) => {
    const { outcome } = await enrolWith({ refusal });
    expect(outcome).toMatchObject({ ok: false, problem: { code } });
  });
});
