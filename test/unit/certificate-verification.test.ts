import { createPrivateKey, generateKeyPairSync, type KeyObject, X509Certificate } from 'node:crypto';
import fc from 'fast-check';
import forge from 'node-forge';
import { describe, expect, it } from 'vitest';
import { isSameCompany, isSameName } from '../../main/certificate/names.ts';
import { createPathSearch, mostSignatureChecks } from '../../main/certificate/path.ts';
import { verifyAnswer, verifyAuthorities } from '../../main/certificate/verification.ts';
import { isNamed, parseCertificate, serialOf } from '../../main/certificate/x509.ts';
import { contractorIdSchema, serialSchema } from '../../preload/contract/identities.ts';

const contractorId = contractorIdSchema.parse('12345678901');
const organization = '株式会社開通商事';
const now = new Date();

/** Small keys: what is tried here is not their strength. */
const newKey = () => generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey;
const forgeKey = (key: KeyObject) => forge.pki.privateKeyFromPem(key.export({ type: 'pkcs1', format: 'pem' }).toString());
const ids = { clientAuth: true };
const ca = [{ name: 'basicConstraints', cA: true, critical: true }];

type Order = {
  readonly subject: readonly (readonly [string, string])[];
  readonly key: KeyObject;
  readonly issuer: string;
  readonly signer: KeyObject;
  readonly serial?: string;
  readonly extensions?: readonly object[];
};

/** The serial number's octets are taken as they stand, so that a negative one can be made. */
function make({ subject, key, issuer, signer, serial = '1001', extensions = [{ name: 'extKeyUsage', ...ids }] }: Order): X509Certificate {
  const made = forge.pki.createCertificate();
  const { n, e } = forgeKey(key);
  made.publicKey = forge.pki.setRsaPublicKey(n, e);
  made.serialNumber = serial;
  made.validity.notBefore = new Date(now.getTime() - 86_400_000);
  made.validity.notAfter = new Date(now.getTime() + 86_400_000);
  const utf8: number = forge.asn1.Type.UTF8;
  made.setSubject(subject.map(([shortName, value]) => ({ shortName, value, valueTagClass: utf8 })));
  made.setIssuer([{ shortName: 'CN', value: issuer, valueTagClass: utf8 }]);
  made.setExtensions([...extensions]);
  made.sign(forgeKey(signer), forge.md.sha256.create());
  return new X509Certificate(forge.pki.certificateToPem(made));
}

const authority = (name: string, key: KeyObject, issuer = name, signer = key) => make({ subject: [['CN', name]], key, issuer, signer, extensions: ca });

const rootKey = newKey();
const root = authority('Root', rootKey);
const key = newKey();
const leafOf = (more: Partial<Order> = {}) =>
  make({
    subject: [
      ['O', organization],
      ['CN', contractorId],
    ],
    key,
    issuer: 'Root',
    signer: rootKey,
    ...more,
  });
const examine = (answer: readonly X509Certificate[]) =>
  verifyAnswer(answer, { key, subject: { contractorId, organization }, pinned: [root], handedOut: [root], now });

describe('Authorities that certify each other', () => {
  /** Every one of them has certified every other, and all have one name. */
  function lookAlikes(count: number) {
    const keys = Array.from({ length: count }, newKey);
    return { keys, certificates: keys.flatMap((one) => keys.map((other) => authority('Issuing', one, 'Issuing', other))) };
  }

  it.each([2, 5, 7])('cost no more than a bounded number of signature checks: %i of them', (count) => {
    const { certificates, keys } = lookAlikes(count);
    const search = createPathSearch({ pinned: [root], handedOut: certificates, now });
    const orphan = leafOf({ issuer: 'Issuing', ...(keys[0] === undefined ? {} : { signer: keys[0] }) });
    expect(search.pathOf(orphan)).toBeNull();
    for (const one of certificates) expect(search.pathOf(one)).toBeNull();
    expect(search.work.signatureChecks).toBeLessThanOrEqual(mostSignatureChecks);
    expect(verifyAuthorities(certificates, [root], now)).toMatchObject({ ok: false, problem: { code: 'certificate-mismatch' } });
  });

  it('do not hide the way to the pinned one', () => {
    const { certificates, keys } = lookAlikes(3);
    const [first = rootKey, , last = rootKey] = keys;
    const bridge = authority('Issuing', last, 'Root', rootKey);
    const found = verifyAnswer([leafOf({ issuer: 'Issuing', signer: first })], {
      key,
      subject: { contractorId, organization },
      pinned: [root],
      handedOut: [...certificates, bridge],
      now,
    });
    expect(found).toMatchObject({ ok: true });
    if (!found.ok) return;
    const names = found.value.issuers.map((one) => one.raw.toString('base64'));
    expect([new Set(names).size, names.at(-1)]).toEqual([names.length, root.raw.toString('base64')]);
  });

  it('by the hundred are looked at up to a bound', () => {
    const one = newKey();
    const many = Array.from({ length: 300 }, (_, place) =>
      make({ subject: [['CN', 'Issuing']], key: one, issuer: 'Issuing', signer: one, serial: (0x10_00 + place).toString(16), extensions: ca }),
    );
    const search = createPathSearch({ pinned: [root], handedOut: many, now });
    expect(search.pathOf(leafOf({ issuer: 'Issuing', signer: newKey() }))).toBeNull();
    expect(search.work.signatureChecks).toBeLessThanOrEqual(mostSignatureChecks);
  });
});

describe('How an authority writes the company is its affair; contractor ID and key decide', () => {
  it.each(['株式会社開通商事', '(株)開通商事', '㈱開通商事', '株式会社ｶｲﾂｳ商事', 'KAITSU TRADING CO., LTD.', ''])('O is "%s"', (written) => {
    const subject = written === '' ? [['CN', contractorId] as const] : [['O', written] as const, ['CN', contractorId] as const];
    expect(examine([leafOf({ subject })])).toMatchObject({ ok: true });
  });

  it.each(['12345678901', '１２３４５６７８９０１', ' 12345678901 '])('CN is "%s"', (written) => {
    expect(examine([leafOf({ subject: [['CN', written]] })])).toMatchObject({ ok: true });
  });

  it.each([
    [['CN', '99999999999']],
    [['O', contractorId]],
    [['CN', '1234567890']],
    [
      ['CN', contractorId],
      ['CN', '99999999999'],
    ],
  ] as const)('another one is refused: %j', (...subject) => {
    expect(examine([leafOf({ subject })])).toMatchObject({ ok: false, problem: { code: 'certificate-mismatch' } });
  });

  it.each([
    ['株式会社Ａ', '株式会社A'],
    ['ｶｲﾂｳ', 'カイツウ'],
    ['Kaitsu  Trading', 'KAITSU TRADING'],
    ['開通　商事', '開通 商事'],
    ['ガ', 'カ\u3099'],
    ['Straße', 'STRASSE'],
    ['kai\u00ADtsu\u200B', 'Kaitsu'],
    ['①番館', '1番館'],
  ])('"%s" and "%s" are one name (RFC 4518)', (one, other) => expect(isSameName(one, other)).toBe(true));

  it.each([
    ['株式会社開通商事', '㈱開通商事'],
    ['開通商事（株）', '開通商事株式会社'],
    ['㈲ミナト', '有限会社 ミナト'],
    ['ｶ)ｶｲﾂｳ', 'ｶ)カイツウ'],
    ['(同)高輪', '合同会社高輪'],
  ])('"%s" and "%s" are one company', (one, other) => expect(isSameCompany(one, other)).toBe(true));

  it.each([
    ['株式会社開通商事', '有限会社開通商事'],
    ['開通商事', '開通商事東京'],
    ['株式会社開通', '開通株式会社'],
  ])('"%s" and "%s" are two', (one, other) => expect(isSameCompany(one, other)).toBe(false));
});

describe('What a certificate is for', () => {
  it.each([
    ['nothing said of it (RFC 5280 4.2.1.12)', []],
    ['client authentication', [{ name: 'extKeyUsage', clientAuth: true }]],
    ['client authentication among others', [{ name: 'extKeyUsage', emailProtection: true, clientAuth: true }]],
    ['any usage', [{ name: 'extKeyUsage', '2.5.29.37.0': true }]],
  ])('%s is taken', (_, extensions) => expect(examine([leafOf({ extensions })])).toMatchObject({ ok: true }));

  it.each([
    ['servers', [{ name: 'extKeyUsage', serverAuth: true }]],
    ['e-mail', [{ name: 'extKeyUsage', emailProtection: true }]],
    ['code', [{ name: 'extKeyUsage', codeSigning: true }]],
    ['an authority', ca],
  ])('%s is refused', (_, extensions) => expect(examine([leafOf({ extensions })])).toMatchObject({ ok: false }));
});

describe('A serial number is known by its octets', () => {
  it.each([
    ['fb', 'FB'],
    ['ff7f', 'FF7F'],
    ['00', '00'],
    ['00fb', 'FB'],
    ['80'.padEnd(40, '0'), '80'.padEnd(40, '0')],
  ])('%s', (serial, printed) => {
    const name = serialSchema.parse(printed);
    const leaf = leafOf({ serial });
    expect([serialOf(leaf), examine([leaf]).ok]).toEqual([name, true]);
    expect(isNamed({ contractorId, serial: name })(leaf)).toBe(true);
    expect(isNamed({ contractorId: contractorIdSchema.parse('99999999999'), serial: name })(leaf)).toBe(false);
  });

  it('one that no file could be named after is refused before anything is stored', () => {
    expect(examine([leafOf({ serial: '01'.repeat(33) })])).toMatchObject({ ok: false, problem: { code: 'certificate-mismatch' } });
  });
});

describe('A certificate whose key cannot be read', () => {
  const leaf = leafOf();
  /** The same certificate with an octet of its content changed. */
  const spoilt = (place: number, to: number) => {
    const der = Buffer.from(leaf.raw);
    der[place] = to;
    return parseCertificate(der);
  };

  it('is not ours, wherever it stands', () => {
    const start = leaf.raw.indexOf(leaf.publicKey.export({ type: 'spki', format: 'der' }));
    const broken = Array.from({ length: 60 }, (_, place) => spoilt(start + place, 0x31)).filter((one) => one !== null && !one.raw.equals(leaf.raw));
    expect(broken.length).toBeGreaterThan(10);
    for (const one of broken) {
      if (one === null) continue;
      expect(examine([one, leaf])).toMatchObject({ ok: true });
      expect(examine([one]).ok).toBe(false);
    }
  });

  it('never makes the examination throw, whatever was changed', () => {
    let parsed = 0;
    fc.assert(
      fc.property(fc.nat(leaf.raw.length - 1), fc.nat(255), fc.nat(leaf.raw.length - 1), fc.nat(255), (place, to, second, other) => {
        const der = Buffer.from(leaf.raw);
        der[place] = to;
        if (second % 2 === 0) der[second] = other;
        const one = parseCertificate(der);
        if (one === null) return;
        parsed += 1;
        examine([one]);
        verifyAuthorities([one], [root], now);
        serialOf(one);
      }),
      { numRuns: 600 },
    );
    expect(parsed).toBeGreaterThan(150);
  }, 60_000);

  it('is the right one only where nothing was changed', () => {
    expect(examine([leaf])).toMatchObject({ ok: true });
    expect(createPrivateKey(key.export({ type: 'pkcs8', format: 'pem' })).equals(key)).toBe(true);
  });
});
