import { describe, expect, it, test } from 'vitest';
import type { Run } from '../../main/certificate/stores/run.ts';
import { policyPlace, readMachinePolicy } from '../../main/policy/machine-policy.ts';
import { policyNames } from '../../main/policy/policy-keys.ts';
import { goodPolicy, holds, textOf } from '../support/policies.ts';
import { diskOf, folder, type Node } from '../support/policy-disk.ts';

const noTool: Run = async () => ({ kind: 'missing' });
const environment = { SystemRoot: 'C:\\Windows' };
const where = ({ defects }: { readonly defects: readonly { readonly kind: string; readonly detail: string }[] }) =>
  defects.map(({ kind, detail }) => `${kind} ${detail}`);

describe('on Linux', () => {
  const file: Node = { kind: 'file', content: textOf({ exportAllowed: false }) };
  const usual = { '/': folder, '/etc': folder, '/etc/kaitsu': folder, '/etc/kaitsu/policy.json': file };
  const read = (nodes: Readonly<Record<string, Node>>) => readMachinePolicy({ platform: 'linux', run: noTool, environment, disk: diskOf(nodes) });

  test('the policy is a file of root’s', async () => {
    const policy = await read(usual);
    expect([policy.source, holds(policy, 'exportAllowed'), holds(policy, 'language')]).toEqual([policyPlace('linux'), 'good', 'free']);
  });

  it.each([
    ['no folder', { '/': folder, '/etc': folder }],
    ['no file in it', { ...usual, '/etc/kaitsu/policy.json': { kind: 'file', error: 'ENOENT' } }],
  ] as const)('with %s there is none', async (_what, nodes) => {
    const policy = await read(nodes);
    expect([policy.source, policyNames.every((name) => holds(policy, name) === 'free')]).toEqual([null, true]);
  });

  const path = '/etc/kaitsu/policy.json';
  it.each([
    ['a file of a user', { [path]: { ...file, uid: 1000 } }, `writable-by-others ${path}`],
    ['a file that a group can write', { [path]: { ...file, mode: 0o664 } }, `writable-by-others ${path}`],
    ['a file that all can write', { [path]: { ...file, mode: 0o666 } }, `writable-by-others ${path}`],
    ['a folder of a user', { '/etc/kaitsu': { ...folder, uid: 1000 } }, 'writable-by-others /etc/kaitsu'],
    [
      'a folder that all can write, though the file is away',
      { '/etc/kaitsu': { ...folder, mode: 0o1777 }, [path]: { kind: 'file', error: 'ENOENT' } },
      'writable-by-others /etc/kaitsu',
    ],
    ['a link in its place', { [path]: { kind: 'link' } }, `no-plain-file ${path}`],
    ['a link in the place of its folder', { '/etc/kaitsu': { kind: 'link' } }, 'no-plain-file /etc/kaitsu'],
    ['a folder in its place', { [path]: folder }, `no-plain-file ${path}`],
    ['a file of two megabytes', { [path]: { kind: 'file', content: Buffer.alloc(2 * 1024 * 1024, 0x20) } }, `no-plain-file ${path}`],
    ['a file that may not be read', { [path]: { kind: 'file', error: 'EACCES' } }, 'unreadable EACCES'],
    ['a disk that fails', { '/etc/kaitsu': { kind: 'folder', error: 'EIO' } }, 'unreadable EIO'],
    ['nothing in the file', { [path]: { kind: 'file' } }, 'not-json not JSON'],
  ] as const)('%s is no policy, says so, and allows nothing', async (_what, nodes, said) => {
    const policy = await read({ ...usual, ...(nodes as Readonly<Record<string, Node>>) });
    expect(where(policy)).toEqual([said]);
    expect(policyNames.every((name) => holds(policy, name) === 'restricted')).toBe(true);
  });
});

describe('on macOS', () => {
  const place = policyPlace('darwin').place;
  const usual = {
    '/': folder,
    '/Library': folder,
    '/Library/Managed Preferences': folder,
    [place]: { kind: 'file', content: Buffer.from('bplist00') },
  } as const;

  test('plutil reads the managed preferences, and is named by its whole path', async () => {
    const calls: unknown[] = [];
    const run: Run = async (tool, args) => {
      calls.push([tool, ...args]);
      // plutil prints UTF-8; one character stands for one byte here.
      const stdout = Buffer.from('{"logRetentionDays":30,"organization":"情報システム部","exportAllowed":false}\n').toString('latin1');
      return { kind: 'ended', code: 0, stdout, stderr: '' };
    };
    const policy = await readMachinePolicy({ platform: 'darwin', run, environment, disk: diskOf(usual) });
    expect(calls).toEqual([['/usr/bin/plutil', '-convert', 'json', '-o', '-', '--', place]]);
    expect(policy.defects).toEqual([]);
    expect([policy.prescribed.organization?.value, policy.prescribed.logRetentionDays?.value]).toEqual(['情報システム部', 30]);
  });

  it.each([
    ['a list with a date in it', { kind: 'ended', code: 1, stdout: '', stderr: `${place}: invalid object in plist for destination format` }],
    ['no plutil', { kind: 'missing' }],
    ['a plutil that does not end', { kind: 'timeout' }],
    ['a plutil that prints two megabytes', { kind: 'ended', code: 0, stdout: ' '.repeat(2 * 1024 * 1024), stderr: '' }],
  ] as const)('with %s nothing is allowed', async (_what, result) => {
    const policy = await readMachinePolicy({ platform: 'darwin', run: async () => result, environment, disk: diskOf(usual) });
    expect(where(policy)).toEqual(['tool-failed /usr/bin/plutil']);
    expect(policyNames.every((name) => holds(policy, name) === 'restricted')).toBe(true);
  });

  test('without a profile there is none, and no tool is started', async () => {
    const policy = await readMachinePolicy({ platform: 'darwin', run: noTool, environment, disk: diskOf({ '/': folder, '/Library': folder }) });
    expect([policy.source, policy.defects]).toEqual([null, []]);
  });
});

describe('on Windows', () => {
  const key = 'HKEY_LOCAL_MACHINE\\Software\\Policies\\Kaitsu';
  const shiftJis = (name: string): string => Buffer.from(japanese[name] ?? []).toString('latin1');
  /** What reg.exe prints on a Japanese Windows, in code page 932: the second byte of 表 and of ソ is a backslash. */
  const japanese: Readonly<Record<string, readonly number[]>> = {
    情報システム部: [0x8f, 0xee, 0x95, 0xf1, 0x83, 0x56, 0x83, 0x58, 0x83, 0x65, 0x83, 0x80, 0x95, 0x94],
    'C:\\銀行\\表\\ソ.json': [0x43, 0x3a, 0x5c, 0x8b, 0xe2, 0x8d, 0x73, 0x5c, 0x95, 0x5c, 0x5c, 0x83, 0x5c, 0x2e, 0x6a, 0x73, 0x6f, 0x6e],
  };
  const printed = (...lines: readonly string[]): string => `\r\n${key}\r\n${lines.map((line) => `    ${line}\r\n`).join('')}\r\n`;
  const ended = (stdout: string, code = 0) => ({ kind: 'ended' as const, code, stdout, stderr: '' });

  function windows(
    output: string,
    { codePage = '932', parent = `\r\nHKEY_LOCAL_MACHINE\\Software\\Policies\\Google\r\n${key}\r\n`, calls = [] as string[][] } = {},
  ) {
    const run: Run = async (tool, args, { encoding }) => {
      calls.push([tool, ...args]);
      if (encoding !== 'latin1') throw new Error('Bytes are wanted');
      const [, of = '', more] = args;
      if (of === 'HKEY_LOCAL_MACHINE\\Software\\Policies') return ended(parent);
      if (more === '/s') return ended(output);
      return ended(`\r\nHKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Nls\\CodePage\r\n    OEMCP    REG_SZ    ${codePage}\r\n\r\n`);
    };
    return readMachinePolicy({ platform: 'win32', run, environment });
  }

  test('every kind of value is read, from the 64-bit registry, by the system’s own reg.exe', async () => {
    const calls: string[][] = [];
    const output = printed(
      'PracticeAllowed    REG_DWORD    0x0',
      'exportallowed    REG_DWORD    0x1',
      'LogRetentionDays    REG_DWORD    0x5a',
      'CertificateStores    REG_MULTI_SZ    windows\\0nss',
      'UpdateChannel    REG_SZ    stable',
      `BankProfile    REG_SZ    ${JSON.stringify(goodPolicy.bankProfile).replace(/[^ -~]/gu, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)}`,
    );
    const { prescribed, defects } = await windows(output, { calls });
    expect(defects).toEqual([]);
    expect(prescribed).toMatchObject({
      practiceAllowed: { value: false },
      exportAllowed: { value: true },
      logRetentionDays: { value: 90 },
      certificateStores: { value: ['windows', 'nss'] },
      updateChannel: { value: 'stable' },
      bankProfile: { value: { name: { ja: '開通銀行' } } },
      language: null,
    });
    expect(calls).toEqual([
      ['C:\\Windows\\System32\\reg.exe', 'query', 'HKEY_LOCAL_MACHINE\\Software\\Policies', '/reg:64'],
      ['C:\\Windows\\System32\\reg.exe', 'query', key, '/s', '/reg:64'],
    ]);
  });

  const names = printed(`Organization    REG_SZ    ${shiftJis('情報システム部')}`, `BankFile    REG_SZ    ${shiftJis('C:\\銀行\\表\\ソ.json')}`);
  const inUnicode = `\uFEFF${printed('Organization    REG_SZ    情報システム部', 'BankFile    REG_SZ    C:\\銀行\\表\\ソ.json')}`;
  it.each([
    ['code page 932', names, '932'],
    ['UTF-8', Buffer.from(inUnicode.slice(1)).toString('latin1'), '65001'],
    ['UTF-8 with a byte order mark', Buffer.from(inUnicode).toString('latin1'), '932'],
    ['UTF-16', Buffer.from(inUnicode, 'utf16le').toString('latin1'), '932'],
  ])('Japanese is read in %s', async (_what, output, codePage) => {
    const { prescribed, defects } = await windows(output, { codePage });
    expect(defects).toEqual([]);
    expect([prescribed.organization?.value, prescribed.bankFile?.value]).toEqual(['情報システム部', 'C:\\銀行\\表\\ソ.json']);
  });

  it.each([
    ['a number where a text is wanted', 'Language    REG_DWORD    0x1', 'language', 'wrong-value'],
    ['a text where a number is wanted', 'ExportAllowed    REG_SZ    1', 'exportAllowed', 'wrong-value'],
    ['a flag that is neither', 'ExportAllowed    REG_DWORD    0x2', 'exportAllowed', 'wrong-value'],
    ['a number that is too large', 'LogRetentionDays    REG_DWORD    0xffffffff', 'logRetentionDays', 'wrong-value'],
    ['a variable of the environment', 'BankFile    REG_EXPAND_SZ    %ProgramData%\\bank.json', 'bankFile', 'wrong-value'],
    ['an empty text', 'Language    REG_SZ    ', 'language', 'wrong-value'],
    ['an unknown store', 'CertificateStores    REG_MULTI_SZ    windows\\0usb', 'certificateStores', 'wrong-value'],
    ['a broken profile', 'BankProfile    REG_SZ    {"id":', 'bankProfile', 'wrong-value'],
  ] as const)('%s is restricted', async (_what, line, name, kind) => {
    const policy = await windows(printed(line));
    expect(holds(policy, name)).toBe('restricted');
    expect(policy.defects[0]).toMatchObject({ at: name, kind });
  });

  it.each([
    [
      'a text with a line break, behind which another value seems to stand',
      printed('Organization    REG_SZ    IT', '').replace('IT', 'IT\r\n    ExportAllowed    REG_DWORD    0x1\r\nend'),
    ],
    ['a key below', `${printed('ExportAllowed    REG_DWORD    0x0')}${key}\\CertificateStores\r\n    1    REG_SZ    nss\r\n`],
    ['a misspelt name', printed('ExportAlowed    REG_DWORD    0x0')],
  ])('with %s, what is not given is restricted', async (_what, output) => {
    const policy = await windows(output);
    expect(policy.defects.map(({ kind }) => kind)).toContain('unknown-name');
    expect(holds(policy, 'unattendedRenewalAllowed')).toBe('restricted');
  });

  test('without the key there is none', async () => {
    const policy = await windows('', { parent: '\r\nHKEY_LOCAL_MACHINE\\Software\\Policies\\KaitsuOther\r\n' });
    expect([policy.source, policyNames.every((name) => holds(policy, name) === 'free')]).toEqual([null, true]);
  });

  it.each<readonly [string, Run]>([
    ['no reg.exe', noTool],
    ['a reg.exe that does not end', async () => ({ kind: 'timeout' })],
    ['a key that may not be read', async (_tool, args) => (args[2] === '/s' ? ended('', 1) : ended(`\r\n${key}\r\n`))],
    ['a code page that is not known', async (_tool, args) => ended(args[2] === '/s' ? names : args[2] === '/v' ? '' : `\r\n${key}\r\n`)],
    [
      'bytes that are none of the code page',
      async (_tool, args) => ended(args[2] === '/s' ? '\x83' : args[2] === '/v' ? '    OEMCP    REG_SZ    932\r\n' : `\r\n${key}\r\n`),
    ],
  ])('with %s nothing is allowed', async (_what, run) => {
    const policy = await readMachinePolicy({ platform: 'win32', run, environment });
    expect(policy.defects.map(({ kind }) => kind)).toEqual(['tool-failed']);
    expect(policyNames.every((name) => holds(policy, name) === 'restricted')).toBe(true);
  });
});
