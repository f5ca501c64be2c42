/** Marked secrets, and a search for them in whatever was written. */

/** A secret that stands nowhere else: letters and digits, as a PIN may have them. */
export const markedSecret = (name: string): string => `Geheim${name}7Q`;

type Form = { readonly form: string; readonly bytes: Buffer };

/** @returns the secret as each encoding writes it, inside of whatever stands around it */
function formsOf(secret: string): readonly Form[] {
  const plain = Buffer.from(secret, 'utf8');
  const wide = Buffer.from(secret, 'utf16le');
  const percent = [...plain].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  const escaped = [...secret].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
  const text = (form: string, written: string): Form => ({ form, bytes: Buffer.from(written, 'latin1') });
  return [
    { form: 'UTF-8', bytes: plain },
    { form: 'UTF-16LE', bytes: wide },
    { form: 'UTF-16BE', bytes: Buffer.from(wide).swap16() },
    text('hex', plain.toString('hex')),
    text('HEX', plain.toString('hex').toUpperCase()),
    text('hex of UTF-16', wide.toString('hex')),
    text('URL', percent),
    text('URL, upper case', percent.toUpperCase()),
    text('JSON escapes', escaped),
    ...[plain, wide].flatMap((bytes) => base64Forms(bytes)),
  ];
}

/** What of it stays the same wherever it begins in what is encoded: three ways, in both alphabets. */
function base64Forms(bytes: Buffer): readonly Form[] {
  return [0, 1, 2].flatMap((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/u, '');
    // The first and last letters hold bits of the neighbours.
    const inner = encoded.slice(before === 0 ? 0 : before + 1, encoded.length - 1);
    return [
      { form: `base64 (${before})`, bytes: Buffer.from(inner, 'latin1') },
      { form: `base64url (${before})`, bytes: Buffer.from(inner.replaceAll('+', '-').replaceAll('/', '_'), 'latin1') },
    ];
  });
}

/** @returns "secret in encoding" for each that was found */
export function leaksIn(written: Buffer, secrets: readonly string[]): readonly string[] {
  return secrets.flatMap((secret) =>
    formsOf(secret)
      .filter(({ bytes }) => written.includes(bytes))
      .map(({ form }) => `${secret} in ${form}`),
  );
}
