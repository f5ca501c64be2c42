import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { namesGivenTwice, readJson } from '../../main/support/json-text.ts';

/** The files of the bank's tool. */

export type ToolHost = {
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
  readonly input: NodeJS.ReadableStream;
  readonly now: () => Date;
};

/** The words were not understood. */
export class WrongUse extends Error {}

export async function readInput(path: string): Promise<Buffer> {
  if (path === '') throw new WrongUse('a file is wanted');
  return readFile(path);
}

export async function readJsonFile(path: string): Promise<unknown> {
  const bytes = await readInput(path);
  const json = readJson(bytes);
  if (json.kind === 'wrong') throw new Error(`${path}: ${json.wrong}`);
  const [twice] = namesGivenTwice(bytes);
  if (twice !== undefined) throw new Error(`${path}: ${twice.join('.')}: given twice`);
  return json.value;
}

/** Refuses to write over what is there. */
export async function writeNew(path: string, content: string | Buffer, mode = 0o644): Promise<void> {
  await writeFile(path, content, { mode, flag: 'wx' });
}

/** @returns a public key from a PEM file */
export async function readPublicKey(path: string): Promise<KeyObject> {
  const pem = await readInput(path);
  return parsed(() => createPublicKey(pem));
}

/**
 * @param path a PEM file that nobody but its owner can read; "-" for standard input
 * @throws Error without anything of the key in it
 */
export async function readPrivateKey(path: string, input: NodeJS.ReadableStream): Promise<KeyObject> {
  if (path !== '-' && process.platform !== 'win32' && ((await stat(path)).mode & 0o077) !== 0)
    throw new Error(`${path} can be read by others. Take them the right to: chmod 600 ${path}`);
  const pem = path === '-' ? await buffer(input) : await readInput(path);
  return parsed(() => createPrivateKey(pem));
}

/** OpenSSL's own words would say nothing to those who read them. */
function parsed(parse: () => KeyObject): KeyObject {
  try {
    return parse();
  } catch {
    throw new Error('The key could not be read: PEM is wanted, without a passphrase.');
  }
}
