import { mkdtempSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SendHttp } from '../../main/bank/http.ts';
import { createCertificateRetriever } from '../../main/certificate/retrieval.ts';
import { createNssStore } from '../../main/certificate/stores/nss.ts';
import type { Clock } from '../../main/support/ports.ts';
import { Redacted } from '../../main/support/redacted.ts';
import { systemClock } from '../../main/support/system-clock.ts';
import { success } from '../../preload/contract/problem.ts';
import { createPlace, grant, memoryPassphrases, type Place } from '../../tools/est/certificate-place.ts';
import type { EstServer } from '../../tools/est/est-server.ts';

/** A bank that needs time (RFC 7030 section 4.2.3): what it said holds, whatever the person does meanwhile. */

let place: Place;
let pc: { root: string; secrets: Map<string, string>; server: EstServer; send: SendHttp };

beforeAll(() => {
  place = createPlace();
});
afterAll(() => place.close());
beforeEach(async () => {
  const { server, http } = await place.bank();
  pc = { root: mkdtempSync(join(place.dir, 'pc-')), secrets: new Map(), server, send: http.send };
});

/** The program as after a start, on a PC whose clock may stand elsewhere by so many milliseconds. */
function program(ahead = 0) {
  const clock: Clock = { ...systemClock, now: () => new Date(Date.now() + ahead) };
  return createCertificateRetriever({
    keychain: memoryPassphrases(pc.secrets),
    send: pc.send,
    openIdentityClient: () => ({ send: pc.send, close: async () => undefined }),
    tryLogon: async () => success(undefined),
    store: createNssStore({ home: join(pc.root, 'home'), temporary: place.dir }),
    dataDir: join(pc.root, 'data'),
    profile: { keyBits: 2048 },
    authority: async () => success(place.authority.rootPem),
    clock,
    log: place.log,
  });
}
type Program = ReturnType<typeof program>;

const asked = () => pc.server.asked.filter((one) => one.method === 'POST').length;
const retrieve = (retriever: Program, right = grant) => retriever.retrieve(right, () => undefined, new AbortController().signal);

/** Presses, and cancels as soon as the bank has said that it needs time. */
async function pressAndCancel(retriever: Program): Promise<void> {
  const cancel = new AbortController();
  const outcome = await retriever.retrieve(grant, (stage) => stage === 'waiting' && setTimeout(() => cancel.abort(), 20), cancel.signal);
  expect(outcome).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
}

describe('A wait that is short enough to be waited for', () => {
  it.each(['pressing again', 'a restart'])('is waited for after a cancel and %s as well', async (how) => {
    Object.assign(pc.server.quirks, { waits: 1, retryAfter: () => '3' });
    const first = program();
    const begun = Date.now();
    await pressAndCancel(first);
    const before = asked();
    const told: (string | null)[] = [];
    const outcome = await (how === 'a restart' ? program() : first).retrieve(grant, (_stage, until) => told.push(until), new AbortController().signal);
    expect(outcome).toMatchObject({ ok: true });
    expect(Date.now() - begun).toBeGreaterThanOrEqual(2_900);
    // Without and with the credentials, and no more.
    expect(asked() - before).toBe(2);
    expect(told.filter((until) => until !== null)).toHaveLength(1);
    expect(readdirSync(join(pc.root, 'data', 'certificates')).filter((name) => name.endsWith('.wait'))).toEqual([]);
  });

  it('is forgotten with the right under which it was named', async () => {
    Object.assign(pc.server.quirks, { waits: 1, retryAfter: () => '600', open: true });
    await pressAndCancel(program());
    const begun = Date.now();
    expect(await retrieve(program(), { ...grant, enrolmentSecret: new Redacted('another-secret-of-an-activation-done-again') })).toMatchObject({ ok: true });
    expect(Date.now() - begun).toBeLessThan(60_000);
  });
});

describe('A bank that approves by hand', () => {
  it('is told when to come back, and asks nobody before', async () => {
    Object.assign(pc.server.quirks, { waits: 1, retryAfter: () => '3600' });
    const first = await retrieve(program());
    expect(first).toMatchObject({ ok: false, problem: { code: 'enrolment-pending' } });
    const retryAt = first.ok ? '' : (first.problem.retryAt ?? '');
    expect(Math.round((Date.parse(retryAt) - Date.now()) / 60_000)).toBe(60);
    const before = asked();
    for (const retriever of [program(), program(30 * 60_000)])
      expect(await retrieve(retriever)).toMatchObject({ ok: false, problem: { code: 'enrolment-pending', retryAt } });
    expect(asked()).toBe(before);
    expect(await retrieve(program(3601_000))).toMatchObject({ ok: true });
    expect(pc.server.issued()).toBe(1);
  });

  it.each(['9999999999', 'Fri, 31 Dec 9999 23:59:59 GMT'])('is not believed beyond seven days: %s', async (retryAfter) => {
    Object.assign(pc.server.quirks, { waits: 1, retryAfter: () => retryAfter });
    const outcome = await retrieve(program());
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'enrolment-pending' } });
    expect(Date.parse(outcome.ok ? '' : (outcome.problem.retryAt ?? '')) - Date.now()).toBeLessThanOrEqual(7 * 86_400_000);
  });
});

describe('An answer that is lost after the authority may have issued', () => {
  it('is told, and nothing is sent again until the person says so', async () => {
    pc.server.quirks.loseAnswer = true;
    expect(await retrieve(program())).toMatchObject({ ok: false, problem: { code: 'enrolment-answer-lost' } });
    expect(pc.server.asked.filter((one) => one.authorization !== null)).toHaveLength(1);
    expect(await retrieve(program())).toMatchObject({ ok: true });
    expect(pc.server.issued()).toBe(1);
  });

  it.each([502, 504])('may also be a gateway that had none: %i', async (status) => {
    pc.server.quirks.refusal = { status, type: 'text/plain', body: 'no answer from upstream' };
    const outcome = await retrieve(program());
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'enrolment-answer-lost', remark: { from: 'bank', text: 'no answer from upstream' } } });
  });
});
