/**
 * What reg.exe prints into a pipe is in the console's code page: 932 on a Japanese Windows, in which the second byte of
 * a letter may be a backslash (表, ソ). So it becomes text before it is cut into lines and words.
 */

/** Code pages of Windows, and how WHATWG's Encoding Standard calls them. */
const encodings: Readonly<Record<string, string>> = {
  '932': 'shift_jis',
  '949': 'euc-kr',
  '936': 'gbk',
  '950': 'big5',
  '1252': 'windows-1252',
  '65001': 'utf-8',
};

/**
 * @param printed one character for each byte
 * @param codePage asked for where it matters: the number of the console's code page
 * @returns null where it is no text of that code page
 */
export async function consoleText(printed: string, codePage: () => Promise<string>): Promise<string | null> {
  const bytes = Buffer.from(printed, 'latin1');
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, 'utf-16le');
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decode(bytes, 'utf-8');
  if (bytes.every((byte) => byte < 0x80)) return bytes.includes(0) ? null : printed;
  const encoding = encodings[(await codePage()).trim()];
  return encoding === undefined ? null : decode(bytes, encoding);
}

/** Node 20 and Electron know these encodings; one that an ICU does not have is as good as an unknown one. */
function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
