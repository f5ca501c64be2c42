import { EventEmitter } from 'node:events';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FromOutside, listenToOutside, type Origin, readArguments, readFromOutside } from '../../main/window/opened-from-outside.ts';
import { createMemoryLog } from '../../tools/log/memory-log.ts';

const long = 'a'.repeat(1_100);

describe('what is taken', () => {
  test.each([
    ['kaitsu:2-3-101', 'link', 'linux', { kind: 'screen-code', code: '2-3-101' }],
    ['kaitsu:2-3', 'link', 'darwin', { kind: 'screen-code', code: '2-3' }],
    ['kaitsu:0-1', 'argument', 'win32', { kind: 'screen-code', code: '0-1' }],
    ['kaitsu:2-10-5', 'argument', 'linux', { kind: 'screen-code', code: '2-10-5' }],
    ['kaitsu:3-6-122', 'link', 'linux', { kind: 'screen-code', code: '3-6-122' }],
    ['/home/花子/ダウンロード/青空 銀行.kaitsu-bank', 'argument', 'linux', { kind: 'bank-file', path: '/home/花子/ダウンロード/青空 銀行.kaitsu-bank' }],
    ['file:///home/%E8%8A%B1/a%20b%25.kaitsu-bank', 'argument', 'linux', { kind: 'bank-file', path: '/home/花/a b%.kaitsu-bank' }],
    ['/Users/a/b.kaitsu-bank', 'file', 'darwin', { kind: 'bank-file', path: '/Users/a/b.kaitsu-bank' }],
    ['C:\\Users\\花子\\aozora.kaitsu-bank', 'argument', 'win32', { kind: 'bank-file', path: 'C:\\Users\\花子\\aozora.kaitsu-bank' }],
    ['d:/banks/AOZORA.KAITSU-BANK', 'argument', 'win32', { kind: 'bank-file', path: 'd:/banks/AOZORA.KAITSU-BANK' }],
    ['/tmp/console.kaitsu-bank', 'argument', 'linux', { kind: 'bank-file', path: '/tmp/console.kaitsu-bank' }],
    ['C:\\nullify\\company.kaitsu-bank', 'argument', 'win32', { kind: 'bank-file', path: 'C:\\nullify\\company.kaitsu-bank' }],
  ] as const)('%s as %s on %s', (text, from, platform, wanted) => expect(readFromOutside(text, from, platform)).toEqual(wanted));
});

/** Of each: the text, where it comes from, and the system. */
const hostileLinks = [
  'https://bank.example/2-3-101',
  'http://kaitsu:2-3-101',
  'file:///etc/passwd',
  'file:///home/a/b.kaitsu-bank',
  'javascript:alert(1)',
  'data:text/html,2-3-101',
  'app://renderer/index.html',
  'KAITSU:2-3-101',
  'Kaitsu:2-3-101',
  ' kaitsu:2-3-101',
  'kaitsu:2-3-101 ',
  'kaitsu:2-3-101\n',
  'kaitsu:2-3-101\u0000',
  'kaitsu:\t2-3-101',
  'kaitsu :2-3-101',
  'kaitsu://2-3-101',
  'kaitsu:/2-3-101',
  'kaitsu:///2-3-101',
  'kaitsu://user:password@2-3-101',
  'kaitsu:user:password@2-3-101',
  'kaitsu:2-3-101#start',
  'kaitsu:2-3-101?next=2-4',
  'kaitsu:2-3-101/..',
  'kaitsu:2-3-101&pin=1234',
  'kaitsu:2%2D3%2D101',
  'kaitsu:%32-3-101',
  'kaitsu:..%2f..%2fetc%2fpasswd',
  'kaitsu:../../2-3',
  'kaitsu:--inspect',
  'kaitsu:2-3-101 --inspect=0.0.0.0',
  'kaitsu:"2-3-101"',
  'kaitsu:２-３-１０１',
  'kaitsu:2–3–101',
  'kaitsu:\u202e101-3-2',
  'kaitsu:2-3-\u200b101',
  'kaitsu:9-9',
  'kaitsu:9-9-101',
  'kaitsu:2-3-0',
  'kaitsu:2-3-007',
  'kaitsu:2-3-99999',
  'kaitsu:2-3-1-1',
  'kaitsu:-2-3',
  'kaitsu:2',
  'kaitsu:',
  'kaitsu',
  '',
  'kaitsu:kaitsu:2-3',
  'kaitsu:/home/a/b.kaitsu-bank',
  'kaitsu:C:\\b.kaitsu-bank',
  `kaitsu:2-3-${'1'.repeat(100_000)}`,
  `kaitsu:${long}`,
  '/home/a/b.kaitsu-bank',
];

const hostilePaths = [
  'b.kaitsu-bank',
  './b.kaitsu-bank',
  '../b.kaitsu-bank',
  '~/b.kaitsu-bank',
  '/home/../etc/b.kaitsu-bank',
  '/home/./b.kaitsu-bank',
  '//server/share/b.kaitsu-bank',
  '/home//b.kaitsu-bank',
  '/home/a/.kaitsu-bank',
  '/home/a/b.kaitsu-bank/',
  '/home/a/b.kaitsu-bank/c.exe',
  '/home/a/b.kaitsu-bank.exe',
  '/home/a/b.json',
  '/home/a/b',
  '/etc/passwd',
  '/home/a/b.kaitsu-bank\u0000.txt',
  '/home/a/b\u0000.kaitsu-bank',
  '/home/a/b\n.kaitsu-bank',
  '/home/a/knab-\u202eexe.kaitsu-bank',
  '/home/a/\u200fb.kaitsu-bank',
  '/home/a/b\u2028.kaitsu-bank',
  '/home/a/\ud800.kaitsu-bank',
  '/home/a/b.kaitsu-bank#top',
  '/home/a/b.kaitsu-bank?x',
  '/home/a/b.kaitsu\u2010bank',
  '--load-extension=/home/a/b.kaitsu-bank',
  '--inspect',
  'smb://server/b.kaitsu-bank',
  'https://bank.example/b.kaitsu-bank',
  'C:\\b.kaitsu-bank',
  `/${long}.kaitsu-bank`,
];

const hostileAddresses = [
  'file://server/share/b.kaitsu-bank',
  'file://localhost/home/a/b.kaitsu-bank',
  'file://user:password@/home/a/b.kaitsu-bank',
  'file:/home/a/b.kaitsu-bank',
  'file:home/a/b.kaitsu-bank',
  'FILE:///home/a/b.kaitsu-bank',
  'file:////server/b.kaitsu-bank',
  'file:///home/../b.kaitsu-bank',
  'file:///home/%2e%2e/b.kaitsu-bank',
  'file:///home/..%2fb.kaitsu-bank',
  'file:///home/a%2fb.kaitsu-bank',
  'file:///home/a%00.kaitsu-bank',
  'file:///home/a%0a.kaitsu-bank',
  'file:///home/%E2%80%AEb.kaitsu-bank',
  'file:///home/%ff.kaitsu-bank',
  'file:///home/%zz.kaitsu-bank',
  'file:///home/a/b.kaitsu-bank#top',
  'file:///home/a/b.kaitsu-bank?x',
  'file:///home/a/b.kaitsu-bank%23.exe',
  `file:///${'%61'.repeat(5_000)}.kaitsu-bank`,
];

const hostileWindowsPaths = [
  '\\\\server\\share\\b.kaitsu-bank',
  '//server/share/b.kaitsu-bank',
  '\\\\server@SSL\\DavWWWRoot\\b.kaitsu-bank',
  '\\\\?\\C:\\b.kaitsu-bank',
  '\\\\?\\UNC\\server\\b.kaitsu-bank',
  '\\\\.\\pipe\\b.kaitsu-bank',
  '\\\\.\\PhysicalDrive0\\b.kaitsu-bank',
  '\\??\\C:\\b.kaitsu-bank',
  '\\b.kaitsu-bank',
  'C:b.kaitsu-bank',
  'CC:\\b.kaitsu-bank',
  'C:\\..\\b.kaitsu-bank',
  'C:\\a\\\\b.kaitsu-bank',
  'C:\\a\\b.txt:c.kaitsu-bank',
  'C:\\a\\b.kaitsu-bank:stream',
  'C:\\a\\b.kaitsu-bank::$DATA',
  'C:\\a\\b.kaitsu-bank.',
  'C:\\a\\b.kaitsu-bank ',
  'C:\\a \\b.kaitsu-bank',
  'C:\\con\\b.kaitsu-bank',
  'C:\\a\\CON.kaitsu-bank',
  'C:\\a\\nul.kaitsu-bank',
  'C:\\a\\aux .kaitsu-bank',
  'C:\\a\\COM1.kaitsu-bank',
  'C:\\a\\lpt\u00b9.kaitsu-bank',
  'C:\\a\\CONIN$.kaitsu-bank',
  'C:\\a\\b*.kaitsu-bank',
  'C:\\a\\"b".kaitsu-bank',
  'C:\\a|b\\b.kaitsu-bank',
  '/home/a/b.kaitsu-bank',
  '%USERPROFILE%\\b.kaitsu-bank',
  'file:///C:/b.kaitsu-bank',
  'C:\\a\\b\u202e.kaitsu-bank',
];

describe('what is refused', () => {
  const cases: readonly (readonly [string, Origin, NodeJS.Platform])[] = [
    ...hostileLinks.map((text) => [text, 'link', 'darwin'] as const),
    ...hostilePaths.map((text) => [text, 'file', 'darwin'] as const),
    ...hostilePaths.map((text) => [text, 'argument', 'linux'] as const),
    ...hostileAddresses.map((text) => [text, 'argument', 'linux'] as const),
    ['file:///home/a/b.kaitsu-bank', 'file', 'linux'],
    ['file:///Users/a/b.kaitsu-bank', 'argument', 'darwin'],
    ...hostileWindowsPaths.map((text) => [text, 'argument', 'win32'] as const),
    ['kaitsu:2-3-101', 'file', 'darwin'],
  ];
  test.each(cases.map(([text, from, platform]) => [JSON.stringify(text).slice(0, 60), text, from, platform] as const))('%s', (_shown, text, from, platform) =>
    expect(readFromOutside(text, from, platform)).toBeNull(),
  );

  test('whatever comes, no more than a known code or a plain absolute path goes on', () => {
    const sign = fc.constantFrom(...'kaitsu:-/\\.0123 %#?@*"\u0000\u202eC', '.kaitsu-bank', 'kaitsu:', '2-3');
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(sign, { maxLength: 30 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(anything, fc.constantFrom<NodeJS.Platform>('linux', 'darwin', 'win32'), (text, platform) => {
        const found = readFromOutside(text, 'argument', platform);
        if (found?.kind === 'screen-code') expect(`kaitsu:${found.code}`).toMatch(/^kaitsu:[0-3]-\d{1,2}(?:-[1-9]\d{0,3})?$/u);
        if (found?.kind === 'bank-file') expect(found.path).toMatch(platform === 'win32' ? /^[A-Za-z]:[\\/].*\.kaitsu-bank$/iu : /^\/.*\.kaitsu-bank$/iu);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('arguments', () => {
  const read = (...words: readonly string[]) => readArguments(['/opt/Kaitsu/kaitsu', ...words], 'linux');
  const found = { kind: 'screen-code', code: '2-3' };

  test('of a usual start say nothing', () => expect(read()).toEqual({ found: null, refused: 0 }));
  test('are looked through for the one that was handed in, past switches', () =>
    expect(read('--no-sandbox', '--lang=ja', 'kaitsu:2-3')).toEqual({ found, refused: 0 }));
  test('that mean something else are left alone', () => expect(read('.', '/work/kaitsu', 'out/main.cjs')).toEqual({ found: null, refused: 0 }));
  test('that are two are refused both', () => expect(read('kaitsu:2-3', '/home/a/b.kaitsu-bank')).toEqual({ found: null, refused: 2 }));
  test('that are no good are refused', () => expect(read('KAITSU://2-3')).toEqual({ found: null, refused: 1 }));
  test('never are a switch', () => expect(read('--load-extension=/a.kaitsu-bank')).toEqual({ found: null, refused: 0 }));
  test('never are the program itself', () => expect(readArguments(['/home/a/b.kaitsu-bank'], 'linux')).toEqual({ found: null, refused: 0 }));
});

describe('listening', () => {
  const happened = { preventDefault: () => undefined };
  function start(platform: NodeJS.Platform, argv: readonly string[] = ['kaitsu']) {
    const registered: string[] = [];
    const app = Object.assign(new EventEmitter(), { setAsDefaultProtocolClient: (scheme: string) => registered.push(scheme) > 0 });
    const received: FromOutside[] = [];
    const log = createMemoryLog();
    listenToOutside(app, { platform, argv, isPackaged: true, log }, (what) => received.push(what));
    return { app, received, log, registered };
  }

  test('takes what the program was started with, and what a second start brings', () => {
    const { app, received } = start('linux', ['kaitsu', '/home/a/b.kaitsu-bank']);
    app.emit('second-instance', happened, ['kaitsu', 'kaitsu:2-3-101'], '/');
    expect(received).toEqual([
      { kind: 'bank-file', path: '/home/a/b.kaitsu-bank' },
      { kind: 'screen-code', code: '2-3-101' },
    ]);
  });

  test('takes what macOS hands in, and keeps it from being handled otherwise', () => {
    let prevented = 0;
    const counted = { preventDefault: () => (prevented += 1) };
    const { app, received } = start('darwin');
    app.emit('open-file', counted, '/Users/a/b.kaitsu-bank');
    app.emit('open-url', counted, 'kaitsu:2-3');
    app.emit('open-url', counted, 'https://bank.example/');
    expect([received.length, prevented]).toEqual([2, 3]);
  });

  test('says of what it refuses where it came from, and not a word of it', () => {
    const { app, received, log } = start('linux');
    app.emit('second-instance', happened, ['kaitsu', 'kaitsu:pin=1234'], '/');
    app.emit('open-url', happened, 'kaitsu:pin=1234');
    expect(received).toEqual([]);
    expect(log.raw.map(({ event }) => event)).toEqual(['outside.refused', 'outside.refused']);
    expect(log.lines.join()).not.toContain('1234');
  });

  test('names itself for links on Windows alone, where no installer does', () => {
    expect(start('win32').registered).toEqual(['kaitsu']);
    expect(start('linux').registered).toEqual([]);
  });
});
