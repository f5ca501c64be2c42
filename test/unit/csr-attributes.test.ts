import { describe, expect, it } from 'vitest';
import { type CsrDemands, readCsrAttributes } from '../../main/certificate/csr-attributes.ts';
import { csr, der, hex, oid, rsaKeyOf } from '../support/der.ts';

/** What an EST server says that it wants to find in a request (RFC 7030 section 4.5, RFC 9908). */

const example = Buffer.from('MEAGCSqGSIb3DQEJBzASBgcqhkjOPQIBMQcGBSuBBAAiMBYGCSqGSIb3DQEJDjEJBgcrBgEBAQEWBggqhkjOPQQDAw==', 'base64');
/** CertificationRequestInfoTemplate (RFC 9908) in its attribute. */
const templateOf = (...fields: readonly Uint8Array[]) => der(0x30, oid('2a864886f70d010910023d'), der(0x31, der(0x30, der(2, hex('00')), ...fields)));
const rsaTemplate = (key?: Uint8Array) => der(0xa0, der(0x30, csr.rsaKey, hex('0500')), ...(key === undefined ? [] : [der(3, hex('00'), key)]));
/** RSAPublicKey with a modulus of so many octets. */
const publicKeyOf = (octets: number) => der(0x30, der(2, hex('00'), new Uint8Array(octets).fill(0xff)), der(2, hex('010001')));

describe('csrattrs is read', () => {
  const demands: readonly (readonly [string, Uint8Array, Partial<CsrDemands>])[] = [
    ['nothing', der(0x30), { linked: false, unmet: [], digest: 'sha256' }],
    ["RFC 7030's own example", example, { linked: true, rsaBits: null, unmet: ['1.2.840.10045.2.1', '1.3.6.1.1.1.1.22', '1.2.840.10045.4.3.3'] }],
    ['an RSA key of a size', der(0x30, rsaKeyOf('1000')), { rsaBits: 4096, unmet: [] }],
    ['several sizes, of which the largest counts', der(0x30, rsaKeyOf('0c00'), rsaKeyOf('1000'), rsaKeyOf('0800')), { rsaBits: 4096, unmet: [] }],
    ['an RSA key without a size', der(0x30, der(0x30, csr.rsaKey, der(0x31))), { rsaBits: null, unmet: [] }],
    ['a size that is none: below zero', der(0x30, rsaKeyOf('f000')), { rsaBits: null, unmet: [] }],
    ['a size that is none: zero', der(0x30, rsaKeyOf('00')), { rsaBits: null, unmet: [] }],
    ['a size beyond all keys', der(0x30, rsaKeyOf('010001')), { rsaBits: null, unmet: [] }],
    ['a size of two thousand digits', der(0x30, rsaKeyOf(`7f${'ff'.repeat(1000)}`)), { rsaBits: null, unmet: [] }],
    ['a size that is no number', der(0x30, der(0x30, csr.rsaKey, der(0x31, csr.rsaKey))), { rsaBits: null, unmet: [] }],
    ['a signature', der(0x30, oid('2a864886f70d01010c')), { digest: 'sha384', unmet: [] }],
    [
      'an extension with its value',
      der(0x30, der(0x30, csr.extensionRequest, der(0x31, der(0x30, csr.extendedKeyUsage)))),
      { extensions: [csr.extendedKeyUsage], unmet: [] },
    ],
    ['an attribute with its value', der(0x30, csr.friendlyName), { attributes: [csr.friendlyName], unmet: [] }],
    [
      "RFC 9908's template",
      der(0x30, templateOf(der(0xa0, der(0x30, oid('2a8648ce3d0201'))), der(0xa1, csr.friendlyName))),
      { attributes: [csr.friendlyName], unmet: ['1.2.840.10045.2.1'] },
    ],
    ["RFC 9908's template with an RSA key that stands for one of its size", der(0x30, templateOf(rsaTemplate(publicKeyOf(384)))), { rsaBits: 3072, unmet: [] }],
    ["RFC 9908's template with an RSA key of any size", der(0x30, templateOf(rsaTemplate())), { rsaBits: null, unmet: [] }],
    ["RFC 9908's template with a key that is none", der(0x30, templateOf(rsaTemplate(hex('ffff')))), { rsaBits: null, unmet: [] }],
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
    ['no list', csr.challengePassword],
    ['a list of something else', der(0x30, der(2, hex('01')))],
    ['more than anybody needs', der(0x30, ...Array.from({ length: 65 }, () => csr.challengePassword))],
    ['too many bytes', der(0x30, der(0x30, oid('2a03'), der(0x31, der(4, new Uint8Array(20_000)))))],
  ])('unless it is %s', (_name, encoded) => expect(readCsrAttributes(encoded)).toBeNull());
});
