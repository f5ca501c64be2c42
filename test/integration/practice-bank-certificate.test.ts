import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { days } from '../../main/practice-bank/clock.ts';
import { paths } from '../../main/protocol/protocol.ts';
import { serialSchema } from '../../preload/contract/identities.ts';
import {
  type Answer,
  activate,
  basic,
  certificatesOf,
  enrol,
  type Identity,
  identify,
  logOn,
  makeRequest,
  obtainIdentity,
  problemOf,
  startTestBank,
  type TestBank,
} from './practice-bank-client.ts';

let test: TestBank;
beforeEach(async () => {
  test = await startTestBank();
});
afterEach(() => test.end());

const pkcs10 = { 'content-type': 'application/pkcs10' };

/** Runs the openssl command on files that hold these texts, and answers what it printed. */
function openssl(files: Readonly<Record<string, string>>, ...args: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'kaitsu-openssl-'));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    return execFileSync('openssl', args, { cwd: folder, encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("the bank's authorities", () => {
  it('are given out as a certs-only PKCS#7 that openssl reads', async () => {
    const answer = await test.call('GET', paths.caCertificates);
    expect(answer.headers['content-type']).toBe('application/pkcs7-mime');
    expect(answer.text.split('\n')[0]).toHaveLength(64);
    const [issuing = '', root = ''] = certificatesOf(answer);
    expect(new X509Certificate(root).fingerprint256).toBe(new X509Certificate(test.bank.authority).fingerprint256);
    expect(openssl({ root, issuing }, 'verify', '-x509_strict', '-CAfile', 'root', 'issuing')).toContain('OK');
    const printed = openssl({ p7: `-----BEGIN PKCS7-----\n${answer.text}-----END PKCS7-----\n` }, 'pkcs7', '-in', 'p7', '-print_certs', '-noout');
    expect(printed.match(/subject=/gu)).toHaveLength(2);
  });
});

describe('the retrieval of a certificate', () => {
  it('gives a certificate that openssl finds right in chain, subject, purpose and dates', async () => {
    const grant = await activate(test);
    const request = makeRequest(test.contractorId);
    const answer = await enrol(test, grant.enrolmentSecret, request.base64);
    expect(answer.headers['content-type']).toBe('application/pkcs7-mime; smime-type=certs-only');
    const [certificate = '', ...others] = certificatesOf(answer);
    expect(others).toEqual([]);
    const [issuing = ''] = certificatesOf(await test.call('GET', paths.caCertificates));
    const files = { root: test.bank.authority, issuing, certificate };
    expect(openssl(files, 'verify', '-x509_strict', '-purpose', 'sslclient', '-CAfile', 'root', '-untrusted', 'issuing', 'certificate')).toContain('OK');
    const text = openssl(files, 'x509', '-in', 'certificate', '-noout', '-text', '-nameopt', 'utf8,sep_comma_plus', '-certopt', 'no_sigdump');
    expect(text).toContain(`O=${grant.organization},CN=${test.contractorId}`);
    expect(text).toContain('TLS Web Client Authentication');
    expect(text).toContain('Digital Signature, Key Encipherment');
    expect(text).toContain('CA:FALSE');
    const read = new X509Certificate(certificate);
    expect(BigInt(`0x${read.serialNumber}`).toString(2).length).toBeGreaterThan(120);
    expect(Math.round((Date.parse(read.validTo) - Date.parse(read.validFrom)) / days)).toBe(365);
  });

  it('asks for credentials first, and refuses wrong ones', async () => {
    const { enrolmentSecret } = await activate(test);
    const { base64: body } = makeRequest(test.contractorId);
    const challenged = await test.call('POST', paths.simpleEnroll, { headers: pkcs10, body, key: null });
    expect(problemOf(challenged)).toMatchObject({ code: 'enrolment-refused', status: 401 });
    expect(challenged.headers['www-authenticate']).toMatch(/^Basic realm=/u);
    expect(problemOf(await enrol(test, `${enrolmentSecret}x`, body)).code).toBe('enrolment-refused');
    expect(problemOf(await enrol(test, enrolmentSecret, body, '00000000000')).code).toBe('enrolment-refused');
    const malformed = { ...pkcs10, authorization: 'Basic !!!' };
    expect(problemOf(await test.call('POST', paths.simpleEnroll, { headers: malformed, body })).code).toBe('enrolment-refused');
  });

  it('is refused after the deadline', async () => {
    const { enrolmentSecret } = await activate(test);
    test.clock.advance(80 * days);
    expect(problemOf(await enrol(test, enrolmentSecret, makeRequest(test.contractorId).base64)).code).toBe('enrolment-deadline-passed');
  });

  it('gives the same certificate again for the same request, and none for another', async () => {
    const { enrolmentSecret } = await activate(test);
    const { base64 } = makeRequest(test.contractorId);
    const first = await enrol(test, enrolmentSecret, base64);
    const folded = await enrol(test, enrolmentSecret, base64.replace(/(.{64})/gu, '$1\r\n'));
    expect(certificatesOf(folded)).toEqual(certificatesOf(first));
    expect(problemOf(await enrol(test, enrolmentSecret, makeRequest(test.contractorId).base64)).code).toBe('enrolment-refused');
  });

  it('ends the right to it when the contract is locked', async () => {
    const { enrolmentSecret } = await activate(test);
    test.bank.lockAgain(test.contractorId);
    expect(problemOf(await enrol(test, enrolmentSecret, makeRequest(test.contractorId).base64)).code).toBe('enrolment-refused');
  });

  it('lets a client wait, and then serves it', async () => {
    const slow = await startTestBank({ issueDelaySeconds: 1 });
    try {
      const { enrolmentSecret } = await activate(slow);
      const { base64 } = makeRequest(slow.contractorId);
      const waiting = await enrol(slow, enrolmentSecret, base64);
      expect([waiting.status, waiting.headers['retry-after'], waiting.text]).toEqual([202, '1', '']);
      slow.clock.advance(1_000);
      expect((await enrol(slow, enrolmentSecret, base64)).status).toBe(200);
    } finally {
      await slow.end();
    }
  });

  it('refuses a request for somebody else, a small key, a broken signature, and what is no request', async () => {
    const { enrolmentSecret } = await activate(test);
    const good = Buffer.from(makeRequest(test.contractorId).base64, 'base64');
    const tampered = Buffer.from(good);
    tampered[tampered.length - 1] = (tampered.at(-1) ?? 0) ^ 1;
    const cut = good.subarray(0, 200);
    const bad = [
      makeRequest('99999999999').base64,
      makeRequest(test.contractorId, { bits: 1024 }).base64,
      tampered.toString('base64'),
      cut.toString('base64'),
      '',
      '%%%',
    ];
    for (const body of bad) {
      const refused = await enrol(test, enrolmentSecret, body);
      expect(refused.status, refused.text).toBe(400);
    }
    expect((await enrol(test, enrolmentSecret, good.toString('base64'))).status).toBe(200);
  });

  it('takes PKCS#10 only, with or without parameters of the type', async () => {
    const { enrolmentSecret } = await activate(test);
    const { base64: body } = makeRequest(test.contractorId);
    const authorization = basic(test.contractorId, enrolmentSecret);
    const json = await test.call('POST', paths.simpleEnroll, { headers: { authorization, 'content-type': 'application/json' }, body: '{}', key: null });
    expect(problemOf(json).code).toBe('content-type-unsupported');
    const headers = { authorization, 'content-type': 'application/pkcs10; charset=us-ascii' };
    expect((await test.call('POST', paths.simpleEnroll, { headers, body, key: null })).status).toBe(200);
  });
});

describe('the renewal', () => {
  const renew = (identity: Identity | null, body: string): Promise<Answer> =>
    test.call('POST', paths.simpleReenroll, { headers: pkcs10, body, key: null, ...(identity === null ? {} : { identity }) });
  const newRequest = () => makeRequest(test.contractorId, { organization: test.bank.papers().applicationForm.organization });

  it('is open thirty days before expiry and some time after it, for the same subject', async () => {
    const identity = await obtainIdentity(test);
    expect(problemOf(await renew(identity, newRequest().base64)).code).toBe('certificate-request-refused');
    test.clock.advance(336 * days);
    expect(problemOf(await renew(identity, makeRequest(test.contractorId).base64)).code).toBe('certificate-request-refused');
    const request = newRequest();
    const renewed = await renew(identity, request.base64);
    const [cert = ''] = certificatesOf(renewed);
    expect(new X509Certificate(cert).subject).toBe(new X509Certificate(identity.cert).subject);
    expect(certificatesOf(await renew(identity, request.base64))).toEqual([cert]);
    expect((await logOn(test, { key: request.key, cert })).status).toBe(200);
    test.clock.advance(31 * days);
    expect((await renew(identity, newRequest().base64)).status).toBe(200);
    test.clock.advance(80 * days);
    expect(problemOf(await renew(identity, newRequest().base64)).code).toBe('certificate-expired');
  });

  it('wants the certificate itself, not revoked, of a contract that is not locked', async () => {
    const identity = await obtainIdentity(test);
    expect(problemOf(await renew(null, newRequest().base64)).code).toBe('certificate-required');
    test.clock.advance(340 * days);
    test.bank.lockAgain(test.contractorId);
    expect(problemOf(await renew(identity, newRequest().base64)).code).toBe('pin-locked');
    test.bank.revokeCertificate(serialSchema.parse(new X509Certificate(identity.cert).serialNumber));
    expect(problemOf(await renew(identity, newRequest().base64)).code).toBe('certificate-revoked');
  });
});

describe('an activation after the certificate was retrieved', () => {
  it('is allowed again once the branch has released another lock, and the certificate stays good', async () => {
    const identity = await obtainIdentity(test);
    expect(problemOf(await identify(test)).code).toBe('activation-already-done');
    test.bank.lockAgain(test.contractorId);
    await activate(test);
    expect((await logOn(test, identity)).status).toBe(200);
  });
});
