import { createHash, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { type ConnectionOptions, connect, type TLSSocket } from 'node:tls';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeClientCertificate } from '../../main/practice-bank/certificates/authority.ts';
import { makeCertificate, makeKeyPair, makeSerial } from '../../main/practice-bank/certificates/certificate-maker.ts';
import { days } from '../../main/practice-bank/clock.ts';
import { logonCheckSchema, logonReplySchema, paths } from '../../main/protocol/protocol.ts';
import { type ContractorId, serialSchema } from '../../preload/contract/identities.ts';
import {
  activate,
  confirmationPin,
  type Identity,
  logOn,
  logonPin,
  obtainIdentity,
  problemOf,
  profile,
  startTestBank,
  type TestBank,
} from './practice-bank-client.ts';

let test: TestBank;
let identity: Identity;
beforeEach(async () => {
  test = await startTestBank();
  identity = await obtainIdentity(test);
});
afterEach(() => test.end());

const check = (shown: Identity | null, contractorId: string) =>
  test.call('GET', `${paths.logon}?contractorId=${contractorId}`, shown === null ? {} : { identity: shown });

/** A certificate for the demo's contract by an authority that bears the very names of the bank's. */
function forgedIdentity(contractorId: ContractorId): Identity {
  const validity = { notBefore: new Date(Date.now() - days), notAfter: new Date(Date.now() + days) };
  const authority = makeKeyPair(2048);
  const subject = { commonName: 'Kaitsu Practice Bank Issuing CA' };
  const plan = {
    subject,
    publicKey: authority.publicKey,
    issuer: null,
    signingKey: authority.privateKey,
    ...validity,
    extensions: [{ name: 'basicConstraints', cA: true }],
  };
  const client = makeKeyPair(2048);
  const issuing = { key: authority.privateKey, certificate: makeCertificate(plan) };
  const applicant = { contractorId, organization: '株式会社サンプル商事', publicKey: client.publicKey };
  return { key: client.privateKey, cert: makeClientCertificate(issuing, applicant, validity, makeSerial()) };
}

describe('the administrator logon', () => {
  it('says whom the certificate would log on, and logs on with the new PIN', async () => {
    const shown = logonCheckSchema.parse((await check(identity, test.contractorId)).json());
    expect(shown).toMatchObject({ contractorId: test.contractorId, certificateSerial: new X509Certificate(identity.cert).serialNumber });
    const first = logonReplySchema.parse((await logOn(test, identity)).json());
    expect(first).toMatchObject({ role: 'administrator', contractorId: test.contractorId, lastLogonAt: null });
    expect(logonReplySchema.parse((await logOn(test, identity)).json()).lastLogonAt).toBe(first.loggedOnAt);
  });

  it('is refused without a certificate', async () => {
    expect(problemOf(await check(null, test.contractorId)).code).toBe('certificate-required');
    expect(problemOf(await logOn(test, null)).code).toBe('certificate-required');
  });

  it('is refused with an expired certificate', async () => {
    test.clock.advance(366 * days);
    expect(problemOf(await check(identity, test.contractorId)).code).toBe('certificate-expired');
    expect(problemOf(await logOn(test, identity)).code).toBe('certificate-expired');
  });

  it('is refused with a revoked certificate', async () => {
    expect(test.bank.revokeCertificate(serialSchema.parse(new X509Certificate(identity.cert).serialNumber))).toBe(true);
    expect(problemOf(await logOn(test, identity)).code).toBe('certificate-revoked');
    expect(test.bank.revokeCertificate(serialSchema.parse('00'))).toBe(false);
  });

  it('is refused with a certificate of another authority, even one of the same name', async () => {
    const forged = forgedIdentity(test.contractorId);
    expect(problemOf(await check(forged, test.contractorId)).code).toBe('certificate-untrusted');
    expect(problemOf(await logOn(test, forged)).code).toBe('certificate-untrusted');
  });

  it('is refused with the certificate of another contract', async () => {
    const other = test.contractorId === '12345678901' ? '12345678902' : '12345678901';
    expect(problemOf(await check(identity, other)).code).toBe('certificate-wrong-contract');
    expect(problemOf(await logOn(test, identity, { contractorId: other })).code).toBe('certificate-wrong-contract');
  });

  it('counts wrong PINs, forgets them after a right one, and locks at the limit', async () => {
    const wrong = { logonPin: confirmationPin };
    expect(problemOf(await logOn(test, identity, wrong))).toMatchObject({ code: 'logon-refused', field: 'logonPin', attemptsLeft: 6 });
    expect(problemOf(await logOn(test, identity, { logonPin: logonPin.toLowerCase() })).attemptsLeft).toBe(5);
    expect((await logOn(test, identity)).status).toBe(200);
    for (let left = 6; left > 0; left -= 1) expect(problemOf(await logOn(test, identity, wrong)).attemptsLeft).toBe(left);
    expect(problemOf(await logOn(test, identity, wrong))).toMatchObject({ code: 'pin-locked', attemptsLeft: 0 });
    expect(problemOf(await logOn(test, identity)).code).toBe('pin-locked');
  });

  it('does not let the old PIN in between release and activation, and counts nothing then', async () => {
    test.bank.releaseLock(test.contractorId);
    expect(problemOf(await logOn(test, identity)).code).toBe('step-out-of-order');
    await activate(test);
    expect((await logOn(test, identity)).status).toBe(200);
  });
});

describe("a user's logon", () => {
  const asUser = (userLogonPin: string, userId = 'user01') => logOn(test, identity, { role: 'user', userId, userLogonPin });
  const pin = () => test.users[0]?.userLogonPin ?? '';

  it('works with the PIN that the administrator gave', async () => {
    const reply = logonReplySchema.parse((await asUser(pin())).json());
    expect(reply).toMatchObject({ role: 'user', lastLogonAt: null });
    expect(logonReplySchema.parse((await asUser(pin())).json()).lastLogonAt).toBe(reply.loggedOnAt);
  });

  it("is blocked by the administrator's lock", async () => {
    for (let attempt = 0; attempt < profile.wrongAttemptLimit; attempt += 1) await logOn(test, identity, { logonPin: confirmationPin });
    expect(problemOf(await asUser(pin())).code).toBe('pin-locked');
  });

  it('has a counter of its own, which leaves the administrator alone; the branch clears it, but not a lock', async () => {
    expect(problemOf(await asUser('wrong123')).attemptsLeft).toBe(6);
    await activate(test);
    for (let left = 6; left > 0; left -= 1) expect(problemOf(await asUser('wrong123'))).toMatchObject({ code: 'logon-refused', attemptsLeft: left });
    expect(problemOf(await asUser('wrong123')).code).toBe('pin-locked');
    expect(problemOf(await asUser(pin())).code).toBe('pin-locked');
    expect((await logOn(test, identity)).status).toBe(200);
    await activate(test);
    expect(problemOf(await asUser(pin())).code).toBe('pin-locked');
    expect(problemOf(await asUser('wrong123', 'nobody')).attemptsLeft).toBe(6);
  });

  it('does not tell whether a user exists', async () => {
    const missing = await asUser(pin(), 'nobody');
    const wrong = await asUser('wrong123');
    expect(missing.text).toBe(wrong.text);
  });
});

describe('the page for a browser', () => {
  it('names the holder and carries a policy that its own script and style fulfil by nonce', async () => {
    const answer = await test.call('GET', paths.logonPage, { identity });
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    for (const part of [test.contractorId, '株式会社サンプル商事', 'ご契約先暗証番号', '練習用']) expect(answer.text).toContain(part);
    const policy = String(answer.headers['content-security-policy']);
    const nonce = /script-src 'nonce-([^']+)'/u.exec(policy)?.[1] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(answer.text.match(/<(script|style)\b[^>]*>/gu)).toEqual([`<style nonce="${nonce}">`, `<script nonce="${nonce}">`]);
    expect(answer.text).not.toMatch(/ style=| on[a-z]+=/u);
    const again = await test.call('GET', paths.logonPage, { identity });
    expect(String(again.headers['content-security-policy'])).not.toContain(nonce);
  });

  it('says why it lets nobody in', async () => {
    const answer = await test.call('GET', paths.logonPage);
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('電子証明書が必要です');
    expect(answer.text).not.toContain('<script');
  });
});

describe('TLS', () => {
  const open = async (options: ConnectionOptions & { readonly family?: number }): Promise<TLSSocket> => {
    const socket = connect({ host: '127.0.0.1', port: test.bank.port, ca: test.bank.authority, ...options });
    await once(socket, 'secureConnect');
    return socket;
  };
  const ask = async (socket: TLSSocket): Promise<string> => {
    socket.end(`GET ${paths.logon}?contractorId=${test.contractorId} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    let text = '';
    for await (const chunk of socket) text += String(chunk);
    return text;
  };

  it.each(['TLSv1.2', 'TLSv1.3'] as const)('sees the certificate on a %s connection that tries to resume another', async (version) => {
    const options = { ...identity, minVersion: version, maxVersion: version };
    const first = await open(options);
    let session: Buffer | undefined;
    first.on('session', (offered) => {
      session = offered;
    });
    expect(await ask(first)).toContain('200 OK');
    const second = await open(session === undefined ? options : { ...options, session });
    expect(second.isSessionReused()).toBe(false);
    expect(await ask(second)).toContain('200 OK');
  });

  it('is refused below 1.2, and by a client that does not know the authority', async () => {
    await expect(open({ minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' })).rejects.toThrow();
    const strangers = { ca: [], rejectUnauthorized: true };
    await expect(open(strangers)).rejects.toThrow();
  });

  it('answers for localhost and 127.0.0.1 with the issuing authority in the chain', async () => {
    const socket = await open({ host: 'localhost', servername: 'localhost', family: 4 });
    const chain = socket.getPeerCertificate(true);
    expect(chain.issuerCertificate.subject.CN).toBe('Kaitsu Practice Bank Issuing CA');
    const root = createHash('sha256').update(chain.issuerCertificate.issuerCertificate.raw).digest('hex');
    expect(root).toBe(new X509Certificate(test.bank.authority).fingerprint256.replaceAll(':', '').toLowerCase());
    socket.destroy();
  });
});
