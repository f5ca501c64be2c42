import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type ContractorId, readContractorId, readSerial, type Serial } from '../../preload/contract/identities.ts';
import { isSituationCode, type SituationCode, situationCodes } from '../../preload/contract/situations.ts';

/** What the person at the command line wants of the practice bank. */
export type BankOrder =
  | { readonly kind: 'help' }
  | { readonly kind: 'serve'; readonly dataDir: string; readonly port: number; readonly profilePath: string | null }
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

release, lock, revoke and situation work while the bank serves. A running Kaitsu notices a situation within a second.

Situations: ${situationCodes.join(', ')}.`;

/**
 * The data folder that the app uses: the app's user-data folder (where Electron puts it), sandbox-bank in it.
 * @param environment environment variables
 */
export function usualDataDir(environment: Readonly<Record<string, string | undefined>>, platform: NodeJS.Platform = process.platform): string {
  const home = environment.HOME ?? homedir();
  const bases: Partial<Record<NodeJS.Platform, string>> = {
    win32: environment.APPDATA ?? join(home, 'AppData', 'Roaming'),
    darwin: join(home, 'Library', 'Application Support'),
  };
  return join(bases[platform] ?? (environment.XDG_CONFIG_HOME || join(home, '.config')), 'Kaitsu', 'sandbox-bank');
}

const wrong = (reason: string): BankOrder => ({ kind: 'wrong', reason });

/** Reads the arguments. Whatever is not understood becomes `wrong` with a reason; nothing is guessed. */
export function readBankArguments(args: readonly string[], environment: Readonly<Record<string, string | undefined>>): BankOrder {
  const options = { port: { type: 'string' }, data: { type: 'string' }, profile: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    if (values.help === true) return { kind: 'help' };
    if (values.data === '') return wrong('--data wants a folder');
    const dataDir = values.data ?? usualDataDir(environment);
    const [command, ...rest] = positionals;
    if (command === undefined) return readServe(dataDir, values.port ?? '0', values.profile ?? null);
    if (values.port !== undefined || values.profile !== undefined) return wrong('--port and --profile are for serving only');
    return readCommand(command, rest, dataDir);
  } catch (error) {
    return wrong(error instanceof Error ? error.message : 'arguments not understood');
  }
}

function readServe(dataDir: string, port: string, profilePath: string | null): BankOrder {
  if (!/^[0-9]{1,5}$/u.test(port) || Number(port) > 65535) return wrong('--port wants a number from 0 to 65535');
  return { kind: 'serve', dataDir, port: Number(port), profilePath };
}

function readCommand(command: string, rest: readonly string[], dataDir: string): BankOrder {
  const [subject, ...more] = rest;
  if (more.length > 0 || (command === 'papers' && subject !== undefined)) return wrong(`too many arguments for ${command}`);
  switch (command) {
    case 'papers':
      return { kind: 'papers', dataDir };
    case 'release':
    case 'lock': {
      const contractorId = readContractorId(subject ?? '');
      return contractorId === null ? wrong(`${command} wants a contractor ID of 11 digits`) : { kind: command, dataDir, contractorId };
    }
    case 'revoke': {
      const serial = readSerial(subject ?? '');
      return serial === null ? wrong('revoke wants a serial number in hexadecimal') : { kind: 'revoke', dataDir, serial };
    }
    case 'situation':
      return readSituationOrder(subject ?? '', dataDir);
    default:
      return wrong(`unknown command: ${command}`);
  }
}

function readSituationOrder(word: string, dataDir: string): BankOrder {
  if (word === 'usual') return { kind: 'situation', dataDir, code: null };
  return isSituationCode(word) ? { kind: 'situation', dataDir, code: word } : wrong('situation wants one of the situations below, or usual');
}
