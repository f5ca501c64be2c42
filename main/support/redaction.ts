import { Redacted, redacted } from './redacted.ts';

/**
 * What may stand in a log: plain values, bounded in depth and size, with everything taken out that is a
 * secret by its name or by its shape. When in doubt it is taken out.
 */

const deepest = 6;
const mostEntries = 50;
/** Longest text that is looked at, and longest that is written, in characters. */
const longestRead = 4_000;
const longestWritten = 2_000;

/** Anywhere in a name, its words run together. */
const secretInName =
  /passw|passphrase|passcode|secret|token|authori[sz]|authenticat|credential|cookie|private|onetime|enrol?lmentgrant|registrationpin|logonpin|confirmationpin|暗証|秘密/iu;
/** As a word of a name, or as its end. */
const secretWord = /(?:pins?|pwd|keys?|otps?|pem|pfx|p12|pkcs\d*|auth|grant|body|content)$/iu;

/**
 * Whether a name names a secret: logonPin, LOGON_PIN, apikey, "one-time password", x-auth-token …
 * @param name a key of an object or a map, or a header's name
 */
export function namesSecret(name: string): boolean {
  const together = name.replace(/[^\p{L}\p{N}]/gu, '');
  if (secretInName.test(together) || secretWord.test(together)) return true;
  const words = name
    .replace(/([a-z0-9])([A-Z])/gu, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/gu, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u);
  return words.some((word) => secretWord.test(word));
}

const pemBlock = /-----BEGIN [A-Z0-9 ]*-----.*?(?:-----END [A-Z0-9 ]*-----|$)/gsu;
const credentials = /\b(basic|bearer|digest|negotiate)\s+[A-Za-z0-9+/=._~-]+/giu;
/** Up to the end of the line: where a quoted value ends cannot be known of a broken or twice quoted text. */
const assignment = /((?:pin|passw|passphrase|secret|token|key|otp|暗証番号)[\p{L}\p{N}_-]{0,30}[\\"']*\s*[:=])[^\n]*/giu;
const longRun = /[A-Za-z0-9+/_=-]{32,}/gu;
const contractorId = /(?<![0-9０-９])[0-9０-９]{7}([0-9０-９]{4})(?![0-9０-９])/gu;
const email = /[^\s@<>()"',;:]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*/gu;

/** A path of lower-case words is no base64; each of its parts still may be hexadecimal. */
function redactRun(run: string): string {
  if (!run.includes('/') || /[A-Z+=]/u.test(run)) return redacted;
  return run
    .split('/')
    .map((part) => (part.length >= 32 ? redacted : part))
    .join('/');
}

/** Cuts at the last gap before the limit, so that no piece of a secret is left too short to be known as one. */
function bounded(text: string): string {
  if (text.length <= longestRead) return text;
  let end = longestRead;
  while (end > 0 && !/\s/u.test(text.charAt(end))) end -= 1;
  return `${text.slice(0, end)}[${text.length - end} more]`;
}

/**
 * Takes out of a text what has the shape of a secret: PEM blocks, Basic and Bearer credentials, "pin=…",
 * 32 characters and more of base64 or hexadecimal; contractor IDs keep their last four digits; e-mail addresses go.
 */
export function redactText(text: string): string {
  const clean = bounded(text)
    .replace(pemBlock, redacted)
    .replace(credentials, `$1 ${redacted}`)
    .replace(assignment, `$1${redacted}`)
    .replace(longRun, redactRun)
    .replace(email, '[e-mail]')
    .replace(contractorId, '*******$1');
  return clean.length <= longestWritten ? clean : `${clean.slice(0, longestWritten)}…`;
}

/**
 * Makes any value fit to be logged.
 * @param value anything: errors become name, code, message and stack without values; bytes their length
 * @returns a plain value for JSON.stringify; never throws, whatever getters and proxies do
 */
export function redact(value: unknown, depth = 0): unknown {
  try {
    return redactValue(value, depth);
  } catch {
    return '[unreadable]';
  }
}

function redactValue(value: unknown, depth: number): unknown {
  switch (typeof value) {
    case 'string':
      return redactText(value);
    case 'number':
      return Number.isFinite(value) && Math.abs(value) < 1e10 ? value : redactText(String(value));
    case 'bigint':
      return redactText(String(value));
    case 'boolean':
      return value;
    case 'object':
      return value === null ? null : redactObject(value, depth);
    case 'undefined':
      return null;
    default:
      return `[${typeof value}]`;
  }
}

function redactObject(value: object, depth: number): unknown {
  if (depth >= deepest) return '[deeper]';
  if (value instanceof Redacted) return redacted;
  if (value instanceof Error) return redactError(value, depth);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '[no date]' : value.toISOString();
  if (value instanceof String || value instanceof URL) return redactText(String(value));
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return `[${value.byteLength} bytes]`;
  if (Array.isArray(value)) return redactList(value, depth);
  if (value instanceof Set) return redactList([...value], depth);
  if (value instanceof Map)
    return redactEntries(
      [...value].map(([name, one]) => [String(name), () => one]),
      depth,
    );
  return redactEntries(
    Object.keys(value).map((name) => [name, () => Reflect.get(value, name)]),
    depth,
  );
}

function redactList(list: readonly unknown[], depth: number): unknown {
  const kept = list.slice(0, mostEntries).map((one) => redact(one, depth + 1));
  return list.length > mostEntries ? [...kept, `[${list.length - mostEntries} more]`] : kept;
}

type Entry = readonly [name: string, read: () => unknown];

function redactEntries(entries: readonly Entry[], depth: number): unknown {
  const kept = entries.slice(0, mostEntries).map(([name, read]) => [redactText(name), namesSecret(name) ? redacted : readAndRedact(read, depth)]);
  // A map from the kept pairs, so that a name like __proto__ stays a name.
  return Object.fromEntries(entries.length > mostEntries ? [...kept, ['[more]', entries.length - mostEntries]] : kept);
}

function readAndRedact(read: () => unknown, depth: number): unknown {
  try {
    return redact(read(), depth + 1);
  } catch {
    return '[unreadable]';
  }
}

function redactError(error: Error, depth: number): unknown {
  const code = 'code' in error && (typeof error.code === 'string' || typeof error.code === 'number') ? { code: redactText(String(error.code)) } : {};
  const cause = error.cause === undefined ? {} : { cause: redact(error.cause, depth + 1) };
  const errors = error instanceof AggregateError ? { errors: redactList(error.errors, depth) } : {};
  return { name: redactText(String(error.name)), ...code, message: redactText(String(error.message)), stack: framesOf(error.stack), ...cause, ...errors };
}

const frame = /^\s*at (?:(.{1,200}?) \()?([^()]{1,500}):(\d{1,7}):(\d{1,7})\)?$/u;
const mostFrames = 12;

/** Function, file name, line and column of each frame; the text above the frames repeats the message, folders name people. */
function framesOf(stack: unknown): readonly string[] {
  if (typeof stack !== 'string') return [];
  const frames = stack
    .slice(0, longestRead * 4)
    .split('\n')
    .flatMap((text) => {
      const found = frame.exec(text);
      return found === null ? [] : [`${found[1] ?? ''} ${(found[2] ?? '').split(/[\\/]/u).at(-1)}:${found[3]}:${found[4]}`.trim()];
    });
  return frames.slice(0, mostFrames).map(redactText);
}
