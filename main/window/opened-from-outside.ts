import type { App } from 'electron';
import { beyondCodes, dataCode, stepCodes, usersCodes } from '../../preload/contract/screen-code.ts';
import type { Log } from '../support/ports.ts';
import { bankFileEnding } from './open-bank-file.ts';

/**
 * What other programs hand to this one: a bank file that was opened in the system's file manager, or a "kaitsu:" link, which
 * any web page can make a person press. Judged here, before anything is done with it: it names a file or a screen code, and
 * starts nothing.
 */

export type FromOutside = { readonly kind: 'bank-file'; readonly path: string } | { readonly kind: 'screen-code'; readonly code: string };

/** Where it came from. A path is an argument or macOS' open-file; a link is an argument or macOS' open-url. */
export type Origin = 'argument' | 'file' | 'link';

const linkScheme = 'kaitsu:';
const ending = `.${bankFileEnding}`;
/** In UTF-16 units. Windows' longest path without a prefix is 259, Linux' is 4,095 bytes; nobody's bank file lies deeper. */
const longestPath = 1_024;

const screens: ReadonlySet<string> = new Set([...Object.values(stepCodes), ...Object.values(beyondCodes), ...Object.values(usersCodes), dataCode]);

/** Signs that are not seen, or that turn the direction of writing (Unicode's C, Zl and Zp; bidi controls are in Cf). */
const unseen = /[\p{C}\p{Zl}\p{Zp}]/u;

/** @returns what was handed in; null where it is anything else */
export function readFromOutside(text: string, from: Origin, platform: NodeJS.Platform): FromOutside | null {
  if (from !== 'file' && text.startsWith(linkScheme)) return readLink(text);
  if (from === 'link') return null;
  const path = from === 'argument' && text.startsWith(fileAddress) && platform === 'linux' ? pathOfAddress(text) : text;
  return path === null ? null : readPath(path, platform);
}

/** Linux' desktops hand in a file as the address of a local one (Desktop Entry Specification, %U), each sign that is none of a path encoded. */
const fileAddress = 'file:///';

/** @returns null where it is no such address: another host, a query, an encoded separator */
function pathOfAddress(address: string): string | null {
  if (address.length > 3 * longestPath || /[?#]/u.test(address)) return null;
  try {
    const names = address.slice(fileAddress.length).split('/').map(decodeURIComponent);
    return names.some((name) => name.includes('/')) ? null : `/${names.join('/')}`;
  } catch {
    return null;
  }
}

/** kaitsu:2-3-101, and nothing around it: no slashes, no percent signs, no capitals. */
function readLink(link: string): FromOutside | null {
  const code = link.slice(linkScheme.length);
  const [screen] = /^\d{1,2}-\d{1,2}(?=(?:-[1-9]\d{0,3})?$)/u.exec(code) ?? [];
  return screen !== undefined && screens.has(screen) ? { kind: 'screen-code', code } : null;
}

/** An absolute path on a drive of this PC. What is behind it is for the reader of bank files to judge. */
function readPath(path: string, platform: NodeJS.Platform): FromOutside | null {
  if (path.length > longestPath || unseen.test(path)) return null;
  const windows = platform === 'win32';
  const parts = path.split(windows ? /[\\/]/u : '/');
  const [first = '', ...rest] = parts;
  // On Windows two separators first are another computer or a device, which would be asked before anybody is.
  if (windows ? !/^[A-Za-z]:$/u.test(first) : first !== '') return null;
  const name = rest.at(-1) ?? '';
  if (!name.toLowerCase().endsWith(ending) || name.length === ending.length) return null;
  return rest.every((part) => isPlainName(part, windows)) ? { kind: 'bank-file', path } : null;
}

/** Names that Windows gives to devices, whatever follows a dot (Microsoft, "Naming Files, Paths, and Namespaces"). */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|clock\$|(?:com|lpt)[0-9\u00B9\u00B2\u00B3])(?:\s*\.|\s*$)/iu;

function isPlainName(name: string, windows: boolean): boolean {
  if (name === '' || name === '.' || name === '..') return false;
  // Windows forbids these; a colon would be another stream of the file, and a dot or blank at the end is dropped.
  return !windows || (!/[<>:"|?*]|[. ]$/u.test(name) && !device.test(name));
}

/** @param argv of this program, its own path first: Chromium's and Node's switches are among it, and are no concern of this */
export function readArguments(argv: readonly string[], platform: NodeJS.Platform): { readonly found: FromOutside | null; readonly refused: number } {
  // Windows and Linux add one file or link to the program's name, at the end; the folder of the program stands before it in development.
  const words = argv.slice(1).filter((word) => !word.startsWith('-') && looksHandedIn(word));
  const read = words.map((word) => readFromOutside(word, 'argument', platform)).filter((each) => each !== null);
  const [only] = read;
  // Two at once were not handed in by a person's one press.
  const found = read.length === 1 && words.length === 1 && only !== undefined ? only : null;
  return { found, refused: found === null ? words.length : 0 };
}

/** @param words of the command line @returns them without what was handed in: another start is not to receive it again */
export function withoutHandedIn(words: readonly string[]): string[] {
  return words.filter((word) => word.startsWith('-') || !looksHandedIn(word));
}

/** An argument that means to be a link or a bank file: others (a folder, an environment's words) are left alone without a word. */
function looksHandedIn(word: string): boolean {
  return /^kaitsu\s*:/iu.test(word) || word.toLowerCase().includes(ending);
}

export type OutsideParts = { readonly platform: NodeJS.Platform; readonly argv: readonly string[]; readonly isPackaged: boolean; readonly log: Log };

type OutsideApp = Pick<App, 'setAsDefaultProtocolClient'> & {
  on(event: 'open-file', listener: (event: { preventDefault(): void }, path: string) => void): unknown;
  on(event: 'open-url', listener: (event: { preventDefault(): void }, url: string) => void): unknown;
  on(event: 'second-instance', listener: (event: unknown, argv: readonly string[]) => void): unknown;
};

/**
 * Listens to all ways in. To be called before the program is ready: macOS hands in what it was started with right then.
 * What was refused is logged without a word of it, which may be anything.
 * @param receive called for each file or code, at the first start too; it brings the window to the front
 */
export function listenToOutside(app: OutsideApp, { platform, argv, isPackaged, log }: OutsideParts, receive: (what: FromOutside) => void): void {
  const take = (found: FromOutside | null, from: string, refused = 1): void => {
    if (found !== null) receive(found);
    else if (refused > 0) log.warn('outside.refused', { from });
  };
  const takeArguments = (words: readonly string[], from: string): void => {
    const { found, refused } = readArguments(words, platform);
    take(found, from, refused);
  };
  app.on('open-file', (event, path) => {
    event.preventDefault();
    take(readFromOutside(path, 'file', platform), 'open-file');
  });
  app.on('open-url', (event, url) => {
    event.preventDefault();
    take(readFromOutside(url, 'link', platform), 'open-url');
  });
  app.on('second-instance', (_event, words) => takeArguments(words, 'second-instance'));
  // macOS and Linux know the scheme by what was installed. Windows' installers know files alone.
  if (platform === 'win32' && isPackaged && !app.setAsDefaultProtocolClient('kaitsu')) log.warn('outside.links-not-registered');
  takeArguments(argv, 'start');
}
