/** DER by hand (ITU-T X.690), for what an authority may send. */

export const der = (tag: number, ...parts: readonly Uint8Array[]): Uint8Array => {
  const content = Buffer.concat(parts);
  const length = content.length < 128 ? [content.length] : [0x82, content.length >> 8, content.length & 0xff];
  return Buffer.concat([Uint8Array.from([tag, ...length]), content]);
};
export const hex = (text: string) => Buffer.from(text.replace(/\s/gu, ''), 'hex');
/** @param text the object identifier's encoding in hexadecimal */
export const oid = (text: string) => der(6, hex(text));

/** What CsrAttrs (RFC 7030 section 4.5.2) may name. */
export const csr = {
  challengePassword: oid('2a864886f70d010907'),
  extensionRequest: oid('2a864886f70d01090e'),
  extendedKeyUsage: der(0x30, oid('551d25'), der(4, der(0x30, oid('2b06010505070302'), oid('2b060104018237140202')))),
  friendlyName: der(0x30, oid('2a864886f70d010914'), der(0x31, der(0x1e, hex('30ad30b9')))),
  rsaKey: oid('2a864886f70d010101'),
} as const;

/** CsrAttrs that want an RSA key of a size. @param size the INTEGER's content in hexadecimal */
export const rsaKeyOf = (size: string) => der(0x30, csr.rsaKey, der(0x31, der(2, hex(size))));
