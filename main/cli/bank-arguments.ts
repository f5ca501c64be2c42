import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type ContractorId, readContractorId, readSerial, type Serial } from '../../preload/contract/identities.ts';
import { isSituationCode, type SituationCode, situationCodes } from '../../preload/contract/situations.ts';
import { placeFolder, practicePlace } from '../places/place.ts';
import { bankFolder } from '../support/kept-files.ts';
import { errnoOf } from '../support/whole-file.ts';
import { usualFolder } from './usual-folder.ts';

/** What the person at the command line wants of the practice bank. */
export type BankOrder =
  | { readonly kind: 'help' }
  | { readonly kind: 'serve'; readonly dataDir: string; readonly port: number; readonly profilePath: string | null; readonly fleeting: boolean }
  | { readonly kind: 'papers'; readonly dataDir: string }
  | { readonly kind: 'release' | 'lock'; readonly dataDir: string; readonly contractorId: ContractorId }
  | { readonly kind: 'revoke'; readonly dataDir: string; readonly serial: Serial }
  | { readonly kind: 'situation'; readonly dataDir: string; readonly code: SituationCode | null }
  | { readonly kind: 'wrong'; readonly reason: string };

export const bankUsage = `The practice bank on this computer.

  npm run bank -- [--port N] [--data DIR] [--profile FILE]   serve until stopped
  npm run bank -- release <contractorId> [--data DIR]        lift the lock, as the branch does
  npm run bank -- lock <contractorId> [--data DIR]           lock the contract again
  npm run bank -- revoke <serial> [--data DIR]               revoke a certificate
  npm run bank -- situation <code> [--data DIR]              bring about the situation in which a problem arises; usual: end it
  npm run bank -- papers [--data DIR]                        print the demo's customer card and application form
  npm run bank -- --help                                     this text

  --port N        port on 127.0.0.1; 0 or left out: a free one
  --data DIR      data folder; left out: the one that the app uses
  --profile FILE  a bank profile other than the built-in one
  --fleeting      for a practice that is thrown away: PINs are hashed cheaply, certificates are issued at once

release, lock, revoke and situation work while the bank serves. A running Kaitsu notices a situation within a second.

Situations: ${situationCodes.join(', ')}.`;

/**
 * The data folder that the app uses: sandbox-bank in the practice's place.
 * @param environment environment variables
 */
export function usualDataDir(environment: Readonly<Record<string, string | undefined>>, platform: NodeJS.Platform = process.platform): string {
  return join(placeFolder(usualFolder(environment, platform), practicePlace), bankFolder);
}

/** @param reason one sentence that says what is wanted */
const wrong = (reason: string): BankOrder => ({ kind: 'wrong', reason });

const options = {
  port: { type: 'string' },
  data: { type: 'string' },
  profile: { type: 'string' },
  fleeting: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;
/** No operating system knows longer paths; what else is longer was not typed by a person. */
const longestWord = 4_096;
/** Twice what RFC 5280 allows, with colons. */
const longestSerial = 200;

/** Reads the arguments. Whatever is not understood becomes `wrong` with a reason; nothing is guessed. */
export function readBankArguments(args: readonly string[], environment: Readonly<Record<string, string | undefined>>): BankOrder {
  if (args.some((word) => word.length > longestWord || word.includes('\0')))
    return wrong(`An argument is longer than ${longestWord} characters, or holds what no path may hold.`);
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    if (values.help === true) return { kind: 'help' };
    for (const name of ['data', 'profile'] as const) if (values[name] === '') return wrong(`--${name} wants a ${name === 'data' ? 'folder' : 'file'}.`);
    const dataDir = values.data ?? usualDataDir(environment);
    const [command, ...rest] = positionals;
    if (command === undefined) return readServe(dataDir, values.port ?? '0', values.profile ?? null, values.fleeting === true);
    if (values.port !== undefined || values.profile !== undefined || values.fleeting !== undefined)
      return wrong('--port, --profile and --fleeting are for serving only: leave them out.');
    return readCommand(command, rest, dataDir);
  } catch (error) {
    return wrong(complaintOf(error, args));
  }
}

/** parseArgs explains at length what nobody here would do; its codes and the option are enough. */
function complaintOf(error: unknown, args: readonly string[]): string {
  const known = Object.keys(options).map((name) => `--${name}`);
  const code = errnoOf(error);
  const named = shown(args.find((word) => word.startsWith('-') && !known.includes(word.replace(/=.*$/su, ''))) ?? '');
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `There is no option ${named}: there are ${known.join(', ')}.`;
  const message = error instanceof Error ? error.message : '';
  const option = known.find((name) => message.includes(name)) ?? 'An option';
  return code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE'
    ? `${option} ${option === '--help' || option === '--fleeting' ? 'wants nothing behind it' : 'wants a value behind it'}.`
    : 'The arguments were not understood.';
}

/** @returns a word of the person's as far as it helps to recognise it */
const shown = (word: string): string => JSON.stringify(word.slice(0, 40));

function readServe(dataDir: string, port: string, profilePath: string | null, fleeting: boolean): BankOrder {
  if (!/^[0-9]{1,5}$/u.test(port) || Number(port) > 65535) return wrong('--port wants a number from 0 to 65535.');
  return { kind: 'serve', dataDir, port: Number(port), profilePath, fleeting };
}

function readCommand(command: string, rest: readonly string[], dataDir: string): BankOrder {
  const [subject = '', ...more] = rest;
  if (more.length > 0 || (command === 'papers' && rest.length > 0)) return wrong(`There are too many words behind ${shown(command)}.`);
  switch (command) {
    case 'papers':
      return { kind: 'papers', dataDir };
    case 'release':
    case 'lock': {
      const contractorId = readContractorId(subject);
      return contractorId === null ? wrong(`${command} wants a contractor ID of 11 digits.`) : { kind: command, dataDir, contractorId };
    }
    case 'revoke': {
      const serial = subject.length > longestSerial ? null : readSerial(subject);
      return serial === null ? wrong('revoke wants a serial number in hexadecimal.') : { kind: 'revoke', dataDir, serial };
    }
    case 'situation':
      return readSituationOrder(subject, dataDir);
    default:
      return wrong(`There is no command ${shown(command)}: there are release, lock, revoke, situation and papers.`);
  }
}

function readSituationOrder(word: string, dataDir: string): BankOrder {
  if (word === 'usual') return { kind: 'situation', dataDir, code: null };
  return isSituationCode(word) ? { kind: 'situation', dataDir, code: word } : wrong('situation wants one of the situations that --help lists, or usual.');
}
