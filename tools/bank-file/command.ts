import { generateKeyPairSync } from 'node:crypto';
import { parseArgs } from 'node:util';
import { checkBankProfile } from '../../main/bank/load-profile.ts';
import { bankFileContentSchema, bankFileFormat, readBankFile } from '../../main/bank-file/bank-file.ts';
import { fingerprintOf, thumbprintOf } from '../../main/bank-file/signer.ts';
import { fileAnswerOf, sayFile } from '../../main/cli/bank-answers.ts';
import { readInput, readJsonFile, readPrivateKey, readPublicKey, type ToolHost, WrongUse, writeNew } from './files.ts';
import { bankFileText, signBankFile, signerKeyOf, signingInput } from './sign.ts';

/** `npm run bank-file`: for banks. No key and no other secret is ever a word of the command. */

export const usage = `Makes, signs and looks at the bank file that a bank gives to its customers.

  npm run bank-file -- keygen --key KEY [--curve ed25519|p256]      make a key to sign with (mode 0600), and print its fingerprint
  npm run bank-file -- make PROFILE --signer NAME.json --version N --until DATE --output CONTENT
                                                                   put together what is signed; NAME.json: {"ja": …, "en": …, "ko": …}
  npm run bank-file -- sign CONTENT --key KEY|- --output FILE       sign it; - reads the key (PEM, PKCS#8) from standard input
  npm run bank-file -- input CONTENT --public-key PEM --output FILE what a hardware module signs (Ed25519, or ECDSA P-256 with SHA-256)
  npm run bank-file -- join INPUT --signature FILE --output FILE    join that and the signature (64 bytes, raw) to the bank file
  npm run bank-file -- inspect FILE                                 verify a bank file, and print what its customers see

Files that are there already are not written over. Exit codes: 0 done, 1 refused with the reason, 2 not understood.`;

const options = {
  key: 'string',
  curve: 'string',
  signer: 'string',
  version: 'string',
  until: 'string',
  output: 'string',
  'public-key': 'string',
  signature: 'string',
} as const;
type Words = { readonly file: string; readonly option: (name: keyof typeof options) => string };

/** @returns the exit code */
export async function bankFileCommand(words: readonly string[], host: ToolHost): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { ...Object.fromEntries(Object.entries(options).map(([name, type]) => [name, { type }])), help: { type: 'boolean' } },
      allowPositionals: true,
    });
    const [name, file = '', ...more] = positionals;
    if (values.help === true || name === undefined) {
      host.print(usage);
      return 0;
    }
    const given = new Map<string, string>(Object.entries(values).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value] as const] : [])));
    const option = (wanted: keyof typeof options): string => {
      const value = given.get(wanted) ?? '';
      if (value === '') throw new WrongUse(`--${wanted} is wanted`);
      return value;
    };
    const work = Object.hasOwn(works, name) ? works[name] : undefined;
    if (work === undefined || more.length > 0) throw new WrongUse(work === undefined ? 'there is no such command' : 'there are too many words');
    if (!given.has('curve')) given.set('curve', 'ed25519');
    for (const line of await work({ file, option }, host)) host.print(line);
    return 0;
  } catch (error) {
    const isUse = error instanceof WrongUse || (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));
    host.complain(`${error instanceof Error ? error.message : String(error)}${isUse ? '. See npm run bank-file -- --help.' : ''}`);
    return isUse ? 2 : 1;
  }
}

type Work = (words: Words, host: ToolHost) => Promise<readonly string[]>;

const keygen: Work = async ({ option }) => {
  const curve = option('curve');
  if (curve !== 'ed25519' && curve !== 'p256') throw new WrongUse('--curve is ed25519 or p256');
  const { privateKey } = curve === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  await writeNew(option('key'), privateKey.export({ type: 'pkcs8', format: 'pem' }), 0o600);
  const key = signerKeyOf(privateKey);
  return key === null ? [] : ['The fingerprint for the paper that your customers get:', `  ${fingerprintOf(thumbprintOf(key))}`];
};

const make: Work = async ({ file, option }, host) => {
  const profile = checkBankProfile(await readJsonFile(file));
  if (!profile.ok) throw new Error(profile.defects.map(({ at, wrong }) => `${file}: ${at}: ${wrong}`).join('\n'));
  const until = new Date(option('until'));
  if (Number.isNaN(until.getTime()) || until <= host.now()) throw new WrongUse('--until is a day to come, e.g. 2027-11-01');
  const content = bankFileContentSchema.safeParse({
    format: bankFileFormat,
    version: Number(option('version')),
    issuedAt: host.now().toISOString(),
    expiresAt: until.toISOString(),
    signer: { name: await readJsonFile(option('signer')) },
    profile: profile.profile,
  });
  if (!content.success) throw new Error(content.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
  await writeNew(option('output'), `${JSON.stringify(content.data, null, 2)}\n`);
  return [];
};

const readContent = async (path: string) => {
  const content = bankFileContentSchema.safeParse(await readJsonFile(path));
  if (!content.success) throw new Error(content.error.issues.map((issue) => `${path}: ${issue.path.join('.')}: ${issue.message}`).join('\n'));
  return content.data;
};

const signIt: Work = async ({ file, option }, host) => {
  const [key, output] = [option('key'), option('output')];
  return finish(signBankFile(await readContent(file), await readPrivateKey(key, host.input)), output);
};

const input: Work = async ({ file, option }) => {
  const key = signerKeyOf(await readPublicKey(option('public-key')));
  if (key === null) throw new Error('The key is neither Ed25519 nor P-256.');
  await writeNew(option('output'), signingInput(await readContent(file), key));
  return [`Fingerprint: ${fingerprintOf(thumbprintOf(key))}`];
};

const join: Work = async ({ file, option }) =>
  finish(bankFileText((await readInput(file)).toString('latin1'), await readInput(option('signature'))), option('output'));

/** What customers would refuse is not written. */
async function finish(text: string, output: string): Promise<readonly string[]> {
  const lines = shown(Buffer.from(text));
  await writeNew(output, `${text}\n`);
  return lines;
}

const inspect: Work = async ({ file }) => shown(await readInput(file));

function shown(bytes: Uint8Array): readonly string[] {
  const read = readBankFile(bytes);
  if (!read.ok) throw new Error(`${read.problem.code}: ${read.problem.remark?.text ?? ''}`);
  return sayFile(fileAnswerOf(read.value), 'en');
}

const works: Readonly<Record<string, Work>> = { keygen, make, sign: signIt, input, join, inspect };
