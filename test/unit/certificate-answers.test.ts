import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { basicCredentials } from '../../main/bank/basic-credentials.ts';
import { decodeBody, readCertsOnly } from '../../main/certificate/certs-only.ts';
import { namesBasic } from '../../main/certificate/challenge.ts';
import { diskProblem } from '../../main/support/disk-problem.ts';
import { Redacted } from '../../main/support/redacted.ts';

describe('The challenge of a server that wants credentials', () => {
  it.each(['Basic realm="x"', 'basic', 'Digest realm="x", BASIC realm="y"', ' Basic realm="a,b"', 'Digest nonce="a\\"b", Basic realm="z"'])(
    'names Basic: %s',
    (value) => {
      expect(namesBasic(value)).toBe(true);
    },
  );

  it.each([undefined, '', 'Digest realm="Basic"', 'Digest realm="x, Basic realm=y"', 'Basically x', 'Bearer basic="1"'])('does not name Basic: %s', (value) => {
    expect(namesBasic(value)).toBe(false);
  });

  it('is answered in UTF-8 (RFC 7617)', () => {
    expect(basicCredentials({ name: '12345678901', secret: new Redacted('秘密') }).reveal()).toBe(
      `Basic ${Buffer.from('12345678901:秘密').toString('base64')}`,
    );
  });
});

describe('The body of an answer', () => {
  it('is the same bytes however its base64 is broken into lines', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 400 }),
        fc.integer({ min: 1, max: 90 }),
        fc.constantFrom('\n', '\r\n', ' \r\n', ''),
        (bytes, width, end) => {
          const text = Buffer.from(bytes)
            .toString('base64')
            .replace(new RegExp(`.{${width}}`, 'gu'), `$&${end}`);
          expect(Buffer.from(decodeBody(Buffer.from(text)) ?? [])).toEqual(Buffer.from(bytes));
        },
      ),
    );
  });

  it('never makes the reader fall over, whatever it holds', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        decodeBody(bytes);
        expect(readCertsOnly(bytes)).toBeNull();
      }),
      { examples: [[Uint8Array.from([0x18, 0])]] },
    );
  });
});

describe('A disk that refuses', () => {
  const error = (code: string) => Object.assign(new Error(code), { code });
  it.each(['ENOSPC', 'EDQUOT'])('for want of room: %s', (code) => expect(diskProblem(error(code))).toMatchObject({ problem: { code: 'disk-full' } }));
  it.each(['EROFS', 'EACCES', 'EPERM', 'ENOTDIR'])('for other reasons: %s', (code) =>
    expect(diskProblem(error(code))).toMatchObject({ problem: { code: 'disk-refused' } }),
  );
});
