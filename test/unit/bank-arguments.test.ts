import { describe, expect, it } from 'vitest';
import { readBankArguments, usualDataDir } from '../../main/cli/bank-arguments.ts';

const environment = { HOME: '/home/office' };
const read = (...args: string[]) => readBankArguments(args, environment);

describe('what an operator types after npm run bank', () => {
  it('serves on a free port in the usual folder when nothing is said', () => {
    expect(read()).toEqual({ kind: 'serve', dataDir: '/home/office/.config/Kaitsu/practice/sandbox-bank', port: 0, profilePath: null, fleeting: false });
  });

  it('takes port, folder and profile', () => {
    expect(read('--port', '8443', '--data', '/srv/bank', '--profile', 'x.json')).toEqual({
      kind: 'serve',
      dataDir: '/srv/bank',
      port: 8443,
      profilePath: 'x.json',
      fleeting: false,
    });
  });

  it('serves a practice that is thrown away, and takes that for nothing else', () => {
    expect(read('--fleeting')).toMatchObject({ kind: 'serve', fleeting: true });
    expect(read('release', '12345678901', '--fleeting')).toMatchObject({ kind: 'wrong' });
  });

  it.each([
    ['release', '12345678901'],
    ['lock', '12345678901'],
  ] as const)('takes %s with a contractor ID', (kind, contractorId) => {
    expect(read(kind, contractorId, '--data', '/srv/bank')).toEqual({ kind, dataDir: '/srv/bank', contractorId });
  });

  it('takes a serial number with colons as openssl prints it', () => {
    expect(read('revoke', 'AB:CD:01')).toMatchObject({ kind: 'revoke', serial: 'ABCD01' });
  });

  it('takes a situation, and its end', () => {
    expect(read('situation', 'bank-closed', '--data', '/srv/bank')).toEqual({ kind: 'situation', dataDir: '/srv/bank', code: 'bank-closed' });
    expect(read('situation', 'usual', '--data', '/srv/bank')).toEqual({ kind: 'situation', dataDir: '/srv/bank', code: null });
  });

  it.each([
    [['situation']],
    [['situation', 'cancelled']],
    [['situation', 'bank-closed', '--port', '1']],
    [['--port', '70000']],
    [['--port', '99999']],
    [['--port', '1e999']],
    [['--port', '-1']],
    [['--port', '']],
    [['--port', '8443', '--data']],
    [['--data', '--port', '8443']],
    [['--profile']],
    [['--profile', '']],
    [['--help=yes']],
    [['--data', 'x'.repeat(5_000)]],
    [['--data', 'a\0b']],
    [['-p', '8443']],
    [['revoke', 'A'.repeat(1_000)]],
    [['--port', 'x']],
    [['--port']],
    [['--data', '']],
    [['--unknown']],
    [['release']],
    [['release', '123']],
    [['release', '12345678901', 'more']],
    [['release', '12345678901', '--port', '1']],
    [['revoke', 'xyz']],
    [['papers', 'all']],
    [['open']],
  ])('refuses %j with a reason', (args) => {
    const order = readBankArguments(args, environment);
    expect(order.kind).toBe('wrong');
    // One sentence.
    expect(order.kind === 'wrong' && order.reason).toMatch(/^[^\n]{15,200}\.$/u);
  });
});

it("the data folder is the app's own on each operating system", () => {
  expect(usualDataDir({ HOME: '/h', XDG_CONFIG_HOME: '/h/conf' }, 'linux')).toBe('/h/conf/Kaitsu/practice/sandbox-bank');
  expect(usualDataDir({ HOME: '/h' }, 'darwin')).toBe('/h/Library/Application Support/Kaitsu/practice/sandbox-bank');
  expect(usualDataDir({ HOME: '/h', APPDATA: '/roaming' }, 'win32')).toBe('/roaming/Kaitsu/practice/sandbox-bank');
});
