import { mkdirSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { askedCodeMaxLength } from '../../preload/contract/support.ts';
import type { SupportAsked } from '../program-host.ts';
import { startPage, supportPage } from './app-protocol.ts';

/** How the support mode is asked for: a switch of the command line, with a code or a bundle or without. A code is no secret. */

const supportSwitch = '--support';
/** With the path of a support bundle behind it. */
const fileSwitch = '--support-file=';

/** @param argv of a program, its own path first @returns null where it does not ask for the support mode */
export function readSupportStart(argv: readonly string[]): SupportAsked | null {
  const word = argv.find((each) => each === supportSwitch || each.startsWith(`${supportSwitch}=`));
  const path = argv.find((each) => each.startsWith(fileSwitch))?.slice(fileSwitch.length) ?? '';
  if (word === undefined && path === '') return null;
  const code = (word ?? '').slice(supportSwitch.length + 1).slice(0, askedCodeMaxLength);
  return { code: code.trim() === '' ? null : code, file: path === '' ? null : path };
}

/** @returns the page that the window shows, and stays on */
export function pageOf(support: SupportAsked | null): string {
  return support === null ? startPage : supportPage;
}

/** @returns the words of a command line that asks for it */
export function wordsForSupport(words: readonly string[]): string[] {
  return [...words.filter((word) => readSupportStart([word]) === null), supportSwitch];
}

/**
 * Where the support mode keeps its preferences and its log. With a folder of its own it runs beside the program, holds a
 * lock of its own, and never meets a file of the procedure.
 * @param folder the program's own
 */
export function supportFolderIn(folder: string): string {
  return join(folder, 'support-mode');
}

/** Electron takes no folder for its own that is not there. @throws what the system says of it */
export function makeSupportFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
}

/**
 * Whether a support mode is open here, so that a link goes to it. By the mark that Chromium leaves in its folder
 * (ProcessSingleton), on this PC and with a living process behind it; Windows leaves none that tells so much.
 * @param folder of the support mode
 */
export function isSupportOpen(folder: string): boolean {
  try {
    const [, host = '', id = ''] = /^(.+)-([0-9]+)$/u.exec(readlinkSync(join(folder, 'SingletonLock'))) ?? [];
    return host === hostname() && process.kill(Number(id), 0);
  } catch {
    return false;
  }
}
