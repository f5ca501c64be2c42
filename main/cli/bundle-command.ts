import { lstat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import { bundlePartNames } from '../../preload/contract/bundle.ts';
import { openAppendFile } from '../event-record/append-file.ts';
import { readRecordBeside } from '../event-record/read-record.ts';
import { writeAskedFile } from '../support/asked-file.ts';
import { systemDisk } from '../support/whole-file.ts';
import { collectBundle, zipped } from '../support-bundle/bundle-content.ts';
import { sealedIfKnown } from '../support-bundle/support-bundle.ts';
import { type Asked, type Command, type CommandMachine, command } from './command-line.ts';
import { type CommandProgram, openProgram, programOptions } from './command-program.ts';
import { examine } from './preflight-command.ts';
import { type Attempt, done, refusalAnswer, refuse, refuseBy, sayRefusal } from './refusal.ts';

/** The window's support bundle, at the command line: it only reads, so that it may run beside the window. */

const bundleAnswer = z.object({
  outcome: z.enum(['saved', 'refused']),
  file: z.string().nullable(),
  bytes: z.int().nullable(),
  sealed: z.boolean().nullable().describe("whether the bank's key was known: then the bank alone can open it, with openssl cms -decrypt -inform DER"),
  parts: z.array(z.object({ name: z.enum(bundlePartNames), lines: z.int() })).describe('what is in it; to be read with any tool for zip'),
  refusal: refusalAnswer.nullable(),
});
type Answer = z.infer<typeof bundleAnswer>;

async function save(asked: Asked, machine: CommandMachine): Promise<Attempt<Omit<Answer, 'outcome' | 'refusal'>>> {
  const file = resolve(asked.argument ?? '');
  if ((await lstat(file).catch(() => null)) !== null) return refuse('file-exists');
  const program = await openProgram(asked, machine);
  if (!program.ok) return program;
  const content = await collectBundle(partsOf(program.value, machine), null);
  const { key } = program.value.bank.profile.support;
  const bytes = await sealedIfKnown(zipped(content), key);
  const written = await writeAskedFile(file, bytes, { mode: 0o600 });
  if (!written.ok) return refuseBy(written.problem);
  const parts = bundlePartNames.map((name) => ({ name, lines: content[name].split('\n').length - 1 }));
  return done({ file, bytes: bytes.byteLength, sealed: key !== null, parts });
}

function partsOf(program: CommandProgram, machine: CommandMachine): Parameters<typeof collectBundle>[0] {
  const { folder, bank, services, ways } = program;
  const { version, platform, now } = machine;
  return {
    version,
    platform,
    locale: Intl.DateTimeFormat().resolvedOptions().locale,
    bank: { locate: bank.locate, ways },
    findCertificate: (signal) => services.certificate.find(signal),
    folder,
    by: 'command',
    readRecord: () => readRecordBeside(bank.placeFolder, { disk: systemDisk, openAppend: openAppendFile }),
    isRunning: false,
    preflight: () => examine(program, machine),
    now,
  };
}

const bundle = command({
  name: 'bundle',
  argument: { name: 'FILE', isNeeded: true },
  options: programOptions,
  about: {
    ja: 'お問い合わせ用のファイル（できごと、事前チェック、この PC、動作の記録）を zip で書き出します。暗証番号は入りません',
    en: 'write the file for support (what happened, the checks, this PC, the log) as a zip; no PIN is in it',
  },
  answer: bundleAnswer,
  async run(asked, machine) {
    const saved = await save(asked, machine);
    if (saved.ok) return { exit: 'done' as const, answer: { outcome: 'saved' as const, ...saved.value, refusal: null } };
    return { exit: saved.exit, answer: { outcome: 'refused' as const, file: null, bytes: null, sealed: null, parts: [], refusal: saved.refusal } };
  },
  say({ file, bytes, sealed, parts, refusal }, language) {
    const ja = language === 'ja';
    if (refusal !== null) return [sayRefusal(refusal, language)];
    const open = ja ? '暗号化されていません。渡す相手を確かめてください。' : 'It is not encrypted: be sure whom you give it to.';
    const closed = ja ? '銀行だけが開けるように暗号化されています。' : 'It is encrypted: the bank alone can open it.';
    const lines = parts.map(({ name, lines: count }) => `  ${name}: ${count}`);
    return [`${ja ? '保存しました' : 'Saved'}: ${file} (${bytes})`, ...lines, sealed === true ? closed : open];
  },
});

export const bundleCommands: readonly Command[] = [bundle];
