import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineOf } from '../../main/support/log.ts';
import { namesSecret, redact, redactText } from '../../main/support/redaction.ts';

/** A secret that no redaction could write by itself, short enough to be a PIN. */
const mark = 'Zq7Zq7Zq';
const line = (details: unknown) => lineOf(new Date(0), 'info', 'test', details);

const secretNames = [
  'pin', 'PIN', 'logonPin', 'logonPIN', 'LOGON_PIN', 'newpin', 'confirmationPinReentry', 'registrationPin', 'password', 'oneTimePassword', 'one-time-password',
  'passphrase', 'enrolmentSecret', 'client_secret', 'token', 'accessToken', 'X-Auth-Token', 'key', 'privateKey', 'apikey', 'idempotency-key', 'Authorization',
  'pfx', 'pem', 'keyPem', 'cookie', 'set-cookie', 'credentials', 'body', 'pins', 'otp', '暗証番号',
]; // biome-ignore format: a list of words
const secretName = fc.constantFrom(...secretNames);

/** Puts a value somewhere into nested objects, lists, maps, sets and errors. */
const nested = (inner: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.letrec((tie) => ({
    any: fc.oneof({ maxDepth: 6 }, inner, tie('object'), tie('list'), tie('map'), tie('set'), tie('error')),
    object: fc.record({ harmless: fc.string(), some: tie('any') }),
    list: fc.tuple(fc.integer(), tie('any')),
    map: tie('any').map((one) => new Map([['inside', one]])),
    set: tie('any').map((one) => new Set([one])),
    error: tie('any').map((one) => Object.assign(new Error('went wrong', { cause: one }), { code: 'E_TEST', extra: one })),
  })).any;

describe('a secret that is handed to the log by mistake', () => {
  test('does not come out under any name of a secret, however deep it lies and whatever it is', () => {
    const value = fc.constantFrom<unknown>(mark, [mark], { of: mark }, new Map([['a', mark]]), Buffer.from(mark), new String(mark));
    const keyed = fc.tuple(secretName, value).map(([name, one]) => ({ [name]: one }));
    const mapped = fc.tuple(secretName, value).map(([name, one]) => new Map([[name, one]]));
    fc.assert(
      fc.property(nested(fc.oneof(keyed, mapped)), (details) => {
        expect(line(details)).not.toContain(mark);
      }),
      { numRuns: 500 },
    );
  });

  test('does not come out of any text by its shape', () => {
    const run = (alphabet: string) => fc.array(fc.constantFrom(...alphabet), { minLength: 32, maxLength: 200 }).map((all) => all.join(''));
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
    const secret = fc.oneof(run('0123456789abcdef'), run(`${letters}-_`), run(`${letters}+/`));
    const around = fc.constantFrom('', ' ', 'at ', '"', '\n', '(', 'https://bank.example/?q=', '漢字');
    const shape = fc.tuple(around, secret, around).map(([before, one, after]) => ({ secret: one, text: before + one + (after === '' ? '' : ` ${after}`) }));
    fc.assert(
      fc.property(shape, ({ secret: one, text }) => {
        const out = redactText(text);
        for (let i = 0; i + 24 <= one.length; i += 8) expect(out).not.toContain(one.slice(i, i + 24));
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['a bearer token', `authorization was Bearer ${mark}`],
    ['basic credentials', `basic ${mark}==`],
    ['a PEM key', `-----BEGIN PRIVATE KEY-----\n${mark}\n-----END PRIVATE KEY-----`],
    ['a PEM key without its end', `x -----BEGIN RSA PRIVATE KEY-----\nAAAA\n${mark}`],
    ['JSON in a text', JSON.stringify({ logonPin: mark })],
    ['JSON in a text, escaped', JSON.stringify({ note: JSON.stringify({ passphrase: mark }) })],
    ['a query', `/v1?pin=${mark}&x=1`],
    ['an assignment', `passphrase: ${mark}`],
  ])('does not come out of %s', (_name, text) => {
    expect(redactText(text)).not.toContain(mark);
    expect(line({ error: new Error(text) })).not.toContain(mark);
    expect(line({ [text]: 1 })).not.toContain(mark);
    expect(lineOf(new Date(0), 'warn', text, undefined)).not.toContain(mark);
  });

  test('is not left behind in part where a long text is cut', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3_900, max: 4_100 }), (at) => {
        const out = redactText(`${'x '.repeat(at / 2)}Bearer ${mark.repeat(9)}`);
        expect(out).not.toContain(mark.slice(0, 4));
      }),
    );
  });
});

describe('a person in the log', () => {
  test('is not named: of a contractor ID the last four digits remain, of an e-mail address nothing', () => {
    expect(redactText('contract 12345678901, １２３４５６７８９０１, tanto@example.co.jp')).toBe('contract *******8901, *******８９０１, [e-mail]');
    expect(redact({ contractorId: 12345678901 })).toEqual({ contractorId: '*******8901' });
  });

  test('is not named by the folders of a stack', () => {
    const error = new Error('x');
    error.stack = 'Error: 12345678901\n    at open (/home/someone/kaitsu/main/index.js:10:5)\n    at file:///C:/Users/someone/app.js:1:2';
    expect(redact(error)).toMatchObject({ stack: ['open index.js:10:5', 'app.js:1:2'] });
  });
});

describe('a log line', () => {
  test('still says what a supporter needs', () => {
    const details = { method: 'POST', path: '/v1/activation/one-time-password', status: 503, ms: 12, problem: 'bank-failure', at: new Date(0), ok: false };
    expect(JSON.parse(line(details))).toEqual({
      time: '1970-01-01T00:00:00.000Z',
      level: 'info',
      event: 'test',
      details: { ...details, at: '1970-01-01T00:00:00.000Z' },
    });
  });

  test('does not take every name for a secret', () => {
    for (const name of ['status', 'path', 'ms', 'problem', 'platform', 'keychain', 'mapping', 'certificate', 'step', 'serial'])
      expect(namesSecret(name)).toBe(false);
  });

  test('is one bounded line of JSON for anything that can be thrown at it', () => {
    const odd: Record<string, unknown> = {
      get bad() {
        throw new Error(mark);
      },
    };
    odd.self = odd;
    const anything = fc.oneof(
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true, withNullPrototype: true, withSparseArray: true }),
      fc.constantFrom<unknown>(
        odd,
        Symbol('s'),
        () => mark,
        10n ** 40n,
        'x'.repeat(1e6),
        Array.from({ length: 1e4 }, () => 'y'.repeat(3e3)),
      ),
    );
    fc.assert(
      fc.property(anything, (details) => {
        const out = line(details);
        expect(out).not.toContain('\n');
        expect(out).not.toContain(mark);
        expect(out.length).toBeLessThan(20_000);
        JSON.parse(out);
      }),
      { numRuns: 500 },
    );
  });

  test('is written even of an object that cannot be looked into', () => {
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    expect(JSON.parse(line({ odd: revoked.proxy, status: 1 }))).toMatchObject({ details: { odd: '[unreadable]', status: 1 } });
  });
});
