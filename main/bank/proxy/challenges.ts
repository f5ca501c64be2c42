/** Challenges of Proxy-Authenticate (RFC 9110 section 11.3), as far as they are told apart here. */
export type Challenge = {
  /** In small letters. */
  readonly scheme: string;
  /** Names in small letters, values without their quotes. */
  readonly values: ReadonlyMap<string, string>;
};

/** A header is read no further than this, in characters. */
const longest = 8_192;

const token = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const part = new RegExp(
  String.raw`\s*(?:,\s*)*(${token})(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|(${token}))|(?:\s+[A-Za-z0-9._~+/-]+=*(?=\s*(?:,|$)))?(?=[\s,]|$))`,
  'uy',
);

/** Several challenges stand in one value, parted by commas as their values are: a word without "=" begins the next. */
export function readChallenges(header: string): readonly Challenge[] {
  const found: { readonly scheme: string; readonly values: Map<string, string> }[] = [];
  const text = header.slice(0, longest);
  part.lastIndex = 0;
  for (let match = part.exec(text); match !== null && match[0] !== ''; match = part.exec(text)) {
    const [, name = '', quoted, plain] = match;
    const value = quoted?.replace(/\\(.)/gu, '$1') ?? plain;
    if (value === undefined) found.push({ scheme: name.toLowerCase(), values: new Map() });
    else found.at(-1)?.values.set(name.toLowerCase(), value);
  }
  return found;
}
