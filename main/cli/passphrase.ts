import { Redacted, type Secret } from '../support/redacted.ts';
import type { Asked, CommandMachine } from './command-line.ts';
import { type Attempt, done, refuse } from './refusal.ts';

/** The passphrase of an exported file: from a pipe alone, since words and the environment of a process can be read by others. */
export const passphraseOptions = {
  'passphrase-stdin': { value: '', about: { ja: 'パスフレーズを標準入力から読みます', en: 'read the passphrase from standard input' } },
  'passphrase-fd': {
    value: 'N',
    about: { ja: 'パスフレーズを、この番号で開かれているファイルから読みます', en: 'read the passphrase from the file that is open under this number' },
  },
} as const;

/** The file leaves this PC, and is guessed at elsewhere: shorter ones are no protection. */
const shortest = 12;
const longest = 128;
const fitting = new RegExp(`^[\\x20-\\x7E]{${shortest},${longest}}$`, 'u');

/** @returns what stands on the one line that is read */
export async function readPassphrase({ options, flags }: Asked, { readDescriptor, isTyped }: CommandMachine): Promise<Attempt<Secret>> {
  const number = options['passphrase-fd'];
  const isStdin = flags.has('passphrase-stdin');
  if (isStdin === (number !== undefined) || (number !== undefined && !/^[0-9]{1,4}$/u.test(number))) return refuse('passphrase-missing');
  const descriptor = Number(number ?? 0);
  // What is typed would be seen on the screen.
  if (descriptor === 0 && isTyped) return refuse('passphrase-missing');
  const read = await readDescriptor(descriptor, longest + 3).catch(() => null);
  if (read === null) return refuse('passphrase-missing');
  const line = Buffer.from(read)
    .toString('utf8')
    .replace(/\r?\n$/u, '');
  return fitting.test(line) ? done(new Redacted(line)) : refuse('passphrase-unfit');
}
