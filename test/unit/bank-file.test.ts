import { createHash, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readBankFile } from '../../main/bank-file/bank-file.ts';
import { fingerprintOf, isFingerprint, thumbprintOf } from '../../main/bank-file/signer.ts';
import { bankFileText, signerKeyOf, signingInput } from '../../tools/bank-file/sign.ts';
import { asahiProfile, bankFile, content, printedFingerprint, signingKey } from '../support/bank-files.ts';

const key = signingKey();
const good = bankFile(key);
const part = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const read = (file: Uint8Array | string) => readBankFile(typeof file === 'string' ? Buffer.from(file) : file);
const said = (file: Uint8Array | string) => {
  const found = read(file);
  return found.ok ? 'taken' : `${found.problem.code} ${found.problem.remark?.text ?? ''}`;
};

/** Signed rightly, whatever it is. */
function signedAs(header: unknown, payload: unknown): string {
  const input = `${part(header)}.${part(payload)}`;
  return bankFileText(input, sign(null, Buffer.from(input), key));
}
const jwk = signerKeyOf(key);
const header = { typ: 'kaitsu-bank', alg: 'EdDSA', jwk };

describe('a bank file', () => {
  it.each(['ed25519', 'p256'] as const)('signed with %s says who signed, and where it leads', (kind) => {
    const found = read(bankFile(signingKey(kind)));
    expect(found).toMatchObject({ ok: true, value: { host: 'ib.asahi.example:8443', content: { version: 3, profile: { id: 'asahi', practice: false } } } });
    expect(found.ok && found.value.fingerprint).toMatch(/^\d{4}(-\d{4}){7}$/u);
  });

  test('may end with a line, as editors and mail leave it, and with nothing else', () => {
    expect([said(`${good}\n`), said(`${good}\r\n`)]).toEqual(['taken', 'taken']);
    for (const file of [`${good}\n\n`, ` ${good}`, `\uFEFF${good}x`, `${good}.`, `${good}=`]) expect(said(file)).toMatch(/^bank-file-damaged /u);
  });

  it.each([
    ['nothing', '', 'bank-file-damaged file'],
    ['one word', 'asahi', 'bank-file-damaged file'],
    ['a profile as it is', JSON.stringify(asahiProfile), 'bank-file-unsigned file'],
    ['a profile with a byte order mark', `\uFEFF ${JSON.stringify(asahiProfile)}`, 'bank-file-unsigned file'],
    ['half a megabyte', 'x'.repeat(512 * 1024), 'bank-file-damaged file: larger than 262144 bytes'],
    ['no algorithm', `${part({ typ: 'kaitsu-bank', alg: 'none' })}.${part(content())}.${part('x')}`, 'bank-file-damaged header'],
    ['a secret in the place of a signature', signedAs({ ...header, alg: 'HS256' }, content()), 'bank-file-damaged header'],
    ['another type of file', signedAs({ ...header, typ: 'JWT' }, content()), 'bank-file-damaged header'],
    ['a key to fetch', signedAs({ ...header, jku: 'https://false.example/key' }, content()), 'bank-file-damaged header'],
    ['a header that must be understood', signedAs({ ...header, crit: ['b64'], b64: false }, content()), 'bank-file-damaged header'],
    ['two keys', signedAs(JSON.stringify(header).replace('"jwk"', '"jwk":{},"jwk"'), content()), 'bank-file-damaged header'],
    ['a private key in it', signedAs({ ...header, jwk: { ...jwk, d: jwk?.x } }, content()), 'bank-file-damaged header'],
    ['an algorithm of another kind of key', signedAs({ ...header, alg: 'ES256' }, content()), 'bank-file-damaged header'],
    [
      'a key that is no point',
      signedAs({ ...header, alg: 'ES256', jwk: { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) } }, content()),
      'bank-file-damaged signature',
    ],
    ['no JSON inside', signedAs(header, 'asahi'), 'bank-file-damaged payload: not JSON'],
    ['a list inside', signedAs(header, '[]'), 'bank-file-damaged payload: '],
    ['a newer format', signedAs(header, { ...content(), format: 2, anything: true }), 'bank-file-newer format: 2'],
    ['no format', signedAs(header, { ...content(), format: undefined }), 'bank-file-damaged format: '],
    ['a version of zero', signedAs(header, { ...content(), version: 0 }), 'bank-file-damaged version: '],
    ['a field too much', signedAs(header, { ...content(), more: 1 }), 'bank-file-damaged payload: '],
    [
      'a version twice',
      signedAs(header, JSON.stringify(content()).replace('"version":3', '"version":9,"version":3')),
      'bank-file-damaged version: given twice',
    ],
    [
      'a host twice',
      signedAs(header, JSON.stringify(content()).replace('"baseUrl"', '"baseUrl":"https://false.example/","baseUrl"')),
      'bank-file-damaged profile.baseUrl: given twice',
    ],
    [
      'an address without encryption',
      signedAs(header, { ...content(), profile: { ...asahiProfile, baseUrl: 'http://ib.asahi.example/' } }),
      'bank-file-damaged profile.baseUrl: ',
    ],
    [
      'no address',
      signedAs(header, { ...content(), profile: { ...asahiProfile, practice: true, baseUrl: null, authority: null } }),
      'bank-file-damaged profile.baseUrl: missing',
    ],
    ['no authority', signedAs(header, { ...content(), profile: { ...asahiProfile, authority: null } }), 'bank-file-damaged profile.authority: '],
    [
      'the name of the practice bank',
      signedAs(header, { ...content(), profile: { ...asahiProfile, id: 'sandbox' } }),
      'bank-file-damaged profile.id: the practice bank has it',
    ],
    [
      'a name that turns the writing',
      signedAs(header, { ...content(), profile: { ...asahiProfile, name: { ...asahiProfile.name, ja: '銀行\u202Eひさあ' } } }),
      'bank-file-damaged profile.name: ',
    ],
    [
      'a signer of two lines',
      signedAs(header, { ...content(), signer: { name: { ja: 'あさひ\n銀行', en: 'x', ko: 'x' } } }),
      'bank-file-damaged signer.name: ',
    ],
    ['an end before its beginning', signedAs(header, { ...content(), expiresAt: '2026-01-01T00:00:00Z' }), 'bank-file-damaged expiresAt: not after issuedAt'],
    [
      'wrong PIN rules',
      signedAs(header, { ...content(), profile: { ...asahiProfile, pinRule: { minLength: 9, maxLength: 6, symbols: '' } } }),
      'bank-file-damaged profile.pinRule.minLength: ',
    ],
  ])('with %s is refused, and the place is named', (_what, file, expected) => expect(said(file).slice(0, expected.length)).toBe(expected));

  test('whose parts come from two files is none', () => {
    const other = bankFile(key, { version: 4 }).toString().split('.');
    const [first = '', , last = ''] = good.toString().split('.');
    expect(said(`${first}.${other[1]}.${last}`)).toBe('bank-file-damaged signature');
  });

  test('whose key was exchanged for another one is none', () => {
    const [, payload = '', signature = ''] = good.toString().split('.');
    const stranger = part({ typ: 'kaitsu-bank', alg: 'EdDSA', jwk: signerKeyOf(signingKey()) });
    expect(said(`${stranger}.${payload}.${signature}`)).toBe('bank-file-damaged signature');
  });
});

describe('a hostile bank file', () => {
  const files = { Ed25519: good, 'P-256': bankFile(signingKey('p256')) };

  it.each(Object.entries(files))('(%s) that was changed at any place is never taken, and never a crash', (_kind, file) => {
    const text = file.toString('latin1');
    const change = fc.record({ at: fc.nat(text.length - 1), cut: fc.nat(3), put: fc.string({ unit: 'binary', maxLength: 3 }) });
    let changed = 0;
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        const bytes = Buffer.from(changes.reduce((before, { at, cut, put }) => before.slice(0, at) + put + before.slice(at + cut), text));
        // A line at the end is no change.
        if (bytes.toString().replace(/\r?\n$/u, '') === text) return;
        changed += 1;
        expect(said(bytes)).toMatch(/^bank-file-(?:damaged|unsigned) /u);
      }),
      { numRuns: 300 },
    );
    expect(changed).toBeGreaterThan(200);
  });

  test('of which one bit was turned is never taken, wherever it was', () => {
    const bits = Array.from({ length: 250 }, (_, index) => (index * 7919) % (good.length * 8));
    for (const bit of bits) {
      const bytes = Buffer.from(good);
      bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(said(bytes), `bit ${bit}`).toMatch(/^bank-file-damaged /u);
    }
  });

  test('that was cut anywhere is never taken', () => {
    for (let length = 0; length < good.length; length += 61) expect(said(good.subarray(0, length))).toMatch(/^bank-file-damaged /u);
  });

  test('of any bytes is never a crash', () =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 300 }),
          fc.json().map((text) => Buffer.from(signedAs(header, text))),
        ),
        (bytes) => {
          expect(said(bytes)).not.toBe('taken');
        },
      ),
      { numRuns: 300 },
    ));
});

describe('the fingerprint', () => {
  test('is that of RFC 7638, in digits', () => {
    // The key of RFC 8037, appendix A.3, with its thumbprint.
    const thumbprint = thumbprintOf({ kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' });
    expect(Buffer.from(thumbprint, 'hex').toString('base64url')).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k');
    expect(fingerprintOf(thumbprint)).toBe(
      (BigInt(`0x${thumbprint}`) % 10n ** 32n)
        .toString()
        .padStart(32, '0')
        .replace(/(\d{4})(?!$)/gu, '$1-'),
    );
  });

  test('keeps its leading zeros', () => expect(fingerprintOf(`${'0'.repeat(63)}7`)).toBe('0000-0000-0000-0000-0000-0000-0000-0007'));

  test('differs from key to key, in every group', () => {
    const many = Array.from({ length: 200 }, (_, index) => fingerprintOf(createHash('sha256').update(`${index}`).digest('hex')).split('-'));
    for (let group = 0; group < 8; group += 1) expect(new Set(many.map((one) => one[group])).size).toBeGreaterThan(180);
  });

  it.each([
    ['as it is printed', (text: string) => text],
    ['in full-width digits', (text: string) => text.replace(/[0-9]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))],
    ['with blanks', (text: string) => text.replaceAll('-', '　')],
    ['with Japanese hyphens', (text: string) => text.replaceAll('-', 'ー')],
    ['without hyphens', (text: string) => text.replaceAll('-', '')],
  ])('is taken %s', (_how, typed) => {
    const fingerprint = printedFingerprint(good);
    expect(isFingerprint(typed(fingerprint), fingerprint)).toBe(true);
  });

  test('with one other digit, or without its last group, is another one', () => {
    const fingerprint = printedFingerprint(good);
    const other = fingerprint.endsWith('1') ? '2' : '1';
    expect(isFingerprint(`${fingerprint.slice(0, -1)}${other}`, fingerprint)).toBe(false);
    expect(isFingerprint(fingerprint.slice(0, -5), fingerprint)).toBe(false);
    expect(isFingerprint('', fingerprint)).toBe(false);
  });
});

test('a signature of a hardware module is joined to what it signed', () => {
  if (jwk === null) throw new Error('No key');
  const input = signingInput(content(), jwk);
  expect(said(bankFileText(input, sign(null, Buffer.from(input), key)))).toBe('taken');
});
