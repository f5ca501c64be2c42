import { lstat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { z } from 'zod';
import { type HandOverFault, handOverFaults } from '../../preload/contract/hand-over.ts';
import { instantAt } from '../../preload/contract/instant.ts';
import { checkNumberOf, readCheckNumber } from '../hand-over/check-number.ts';
import { csvOf } from '../hand-over/csv.ts';
import { type CheckedFile, checkFile, closedFile, holdsCheckNumber, recordLimit } from '../hand-over/record-file.ts';
import { type SeenRecord, seeRecord } from '../hand-over/seen-record.ts';
import { sayFault } from '../hand-over/step-words.ts';
import type { Bilingual, ConsoleLanguage } from '../policy/bilingual.ts';
import { readMachinePolicy } from '../policy/machine-policy.ts';
import { writeAskedFile } from '../support/asked-file.ts';
import { programFile } from '../support/kept-files.ts';
import { defaultPatience, readWhole, systemDisk } from '../support/whole-file.ts';
import { chooseBank } from './command-bank.ts';
import { type Asked, type Command, type CommandMachine, command, type Exit } from './command-line.ts';
import { folderOf, programOptions } from './command-program.ts';
import { type Attempt, done, refusalAnswer, refuse, refuseBy, sayRefusal } from './refusal.ts';

/** The hand-over record: whether it is as it was written, and as a file for auditors. Both look on, and may while the window is open. */

const results = ['whole', 'broken', 'none', 'refused'] as const;
const nones = ['absent', 'empty', 'tooLarge', 'binary', 'foreign'] as const;
type None = (typeof nones)[number];

const verifyAnswer = z.object({
  result: z
    .enum(results)
    .describe(
      'whole: the lines hold together, and so does what was compared with checkNumber; broken: changed after it was written; none: there is no record to look at',
    ),
  lines: z.int().describe('how many lines there are'),
  fault: z.object({ line: z.int().describe('the first line that is wrong, from 1'), how: z.enum(handOverFaults) }).nullable(),
  none: z.enum(nones).nullable().describe('why it is no record'),
  exportedAt: z.string().nullable().describe('of a file: when it was made'),
  checkNumber: z.string().nullable().describe('of the last line, to be compared with one on paper later; null where the lines do not hold together'),
  checkNumberHeld: z
    .boolean()
    .nullable()
    .describe('whether the line of --check-number is still the same; null where none was given: then nothing tells whether all was written anew'),
  refusal: refusalAnswer.nullable(),
});
type VerifyAnswer = z.infer<typeof verifyAnswer>;
type Verified = { readonly exit: Exit; readonly answer: VerifyAnswer };

const nothing: VerifyAnswer = {
  result: 'none',
  lines: 0,
  fault: null,
  none: null,
  exportedAt: null,
  checkNumber: null,
  checkNumberHeld: null,
  refusal: null,
};

/** A record to look at, kept or from a file. */
type Looked = {
  readonly texts: readonly string[];
  readonly fault: HandOverFault | null;
  readonly checkNumber: string | null;
  readonly exportedAt: string | null;
};

const lookedAt = (seen: Extract<SeenRecord, { kind: 'record' }>): Looked => ({
  texts: seen.texts,
  fault: seen.fault,
  checkNumber: seen.fault === null ? checkNumberOf(seen.chain.last) : null,
  exportedAt: null,
});

async function lookAtKept(folder: string): Promise<Attempt<Looked | None>> {
  const seen = await seeRecord(folder);
  if (seen.kind === 'record') return done(lookedAt(seen));
  return seen.kind === 'absent' ? done('absent') : refuseBy({ code: 'file-unavailable' });
}

/** A kept file has the note of its end beside it; one that was exported has it inside. */
async function lookAtFile(path: string): Promise<Attempt<Looked | None>> {
  const folder = dirname(resolve(path));
  const isKept = basename(path) === basename(programFile(folder, 'handOver')) && (await isFile(programFile(folder, 'handOverEnd')));
  if (isKept) return lookAtKept(folder);
  const file = await readWhole(path, systemDisk, defaultPatience, recordLimit);
  if (file.kind === 'unusable') return done('tooLarge');
  if (file.kind !== 'content') return refuseBy({ code: 'file-unavailable', remark: { from: 'check', text: file.kind } });
  const checked: CheckedFile = checkFile(file.content);
  if (checked.kind === 'none') return done(checked.why);
  const { texts, chain, fault, closedAt } = checked;
  return done({ texts, fault, checkNumber: fault === null ? checkNumberOf(chain.last) : null, exportedAt: closedAt });
}

async function isFile(path: string): Promise<boolean> {
  return lstat(path).then(
    (stats) => stats.isFile(),
    () => false,
  );
}

/** @returns the folder of the contract's place */
async function placeFolderOf(asked: Asked, machine: CommandMachine): Promise<Attempt<string>> {
  const bank = await chooseBank(asked, folderOf(asked, machine), await readMachinePolicy(machine), machine);
  return bank.ok ? done(bank.value.placeFolder) : bank;
}

async function look(asked: Asked, machine: CommandMachine): Promise<Attempt<Looked | None>> {
  if (asked.argument !== null) return lookAtFile(asked.argument);
  const folder = await placeFolderOf(asked, machine);
  return folder.ok ? lookAtKept(folder.value) : folder;
}

async function verifyNow(asked: Asked, machine: CommandMachine): Promise<Verified> {
  const typed = asked.options['check-number'];
  const printed = typed === undefined ? null : readCheckNumber(typed);
  const looked = typed !== undefined && printed === null ? refuse('check-number-unfit') : await look(asked, machine);
  if (!looked.ok) return { exit: looked.exit, answer: { ...nothing, result: 'refused', refusal: looked.refusal } };
  if (typeof looked.value === 'string') return { exit: 'wrong', answer: { ...nothing, none: looked.value } };
  const { texts, ...said } = looked.value;
  const checkNumberHeld = typed === undefined ? null : holdsCheckNumber(texts, typed);
  // An end that was made anew holds together, and paper knows that more was there.
  const isShorter = said.fault === null && printed !== null && printed.n > texts.length;
  const fault: HandOverFault | null = isShorter ? { line: texts.length + 1, how: 'missing' } : said.fault;
  const isWhole = fault === null && checkNumberHeld !== false;
  return {
    exit: isWhole ? 'done' : 'wrong',
    answer: { ...nothing, ...said, result: isWhole ? 'whole' : 'broken', lines: texts.length, fault, checkNumberHeld },
  };
}

const noneWords: Readonly<Record<None, Bilingual>> = {
  absent: { ja: '引継書はまだありません（または、取り除かれています）。', en: 'There is no hand-over record yet, or it was taken away.' },
  empty: { ja: 'ファイルが空です。引継書ではありません。', en: 'The file is empty: it is no hand-over record.' },
  tooLarge: { ja: 'ファイルが大きすぎるか、ファイルではありません。引継書ではありません。', en: 'It is too large, or no file: it is no hand-over record.' },
  binary: {
    ja: 'テキストのファイルではありません。引継書は JSON Lines（.jsonl）のファイルです。',
    en: 'It is no text. A hand-over record is a file of JSON lines (.jsonl).',
  },
  foreign: {
    ja: '引継書ではありません。CSV と PDF からは確かめられません。JSON Lines（.jsonl）で書き出したファイルを指定してください: record export FILE',
    en: 'It is no hand-over record. CSV and PDF cannot be verified: give the file that was exported as JSON lines (.jsonl): record export FILE',
  },
};

/** No more than was proven: who can write the file can write all of it anew, with hashes that fit, and only paper tells. */
function sayWhole(lines: number, checkNumberHeld: boolean | null, ja: boolean): string {
  const found = ja
    ? `引継書のつながりに、変更・抜け・追加・入れ替えは見つかりませんでした（${lines} 行）。`
    : `No changed, missing, added or moved line was found in the hand-over record (${lines} lines).`;
  if (checkNumberHeld === true)
    return ja
      ? `${found}照合番号の行まで、紙や以前の書き出しのときと同じです。`
      : `${found} Up to the line of the check number it is the same as on the paper or in the earlier export.`;
  return ja
    ? `${found}ファイルに書き込める人が全体を作り直したかどうかは、これだけでは分かりません。紙の照合番号と比べてください: --check-number`
    : `${found} Whether somebody who can write the file made all of it anew, this does not tell: compare it with a check number from paper (--check-number).`;
}

const sayOther = (ja: boolean): string =>
  ja
    ? '照合番号の行が、紙のときと違います。全体が作り直されたか、番号の打ち間違いか、別の引継書の番号です。番号をもう一度お確かめください。'
    : 'The line of the check number is not the one of the paper: all was written anew, or the number is mistyped or of another record. Please compare the number once more.';

const verify = command({
  name: 'record verify',
  argument: { name: 'FILE', isNeeded: false },
  options: {
    'check-number': {
      value: 'NUMBER',
      about: {
        ja: '紙や以前の書き出しにある照合番号。その行までが今も同じかを確かめます',
        en: 'the check number of a paper or an earlier export: is the record up to that line still the same?',
      },
    },
    ...programOptions,
  },
  about: {
    ja: '引継書に、変更・削除・追加・入れ替えがないかを確かめます。FILE を省略すると、この PC にあるもの',
    en: 'look whether a hand-over record was changed, or lines of it taken away, added or moved; without FILE the one of this PC',
  },
  answer: verifyAnswer,
  run: verifyNow,
  say({ result, lines, fault, none, exportedAt, checkNumber, checkNumberHeld, refusal }, language) {
    const ja = language === 'ja';
    if (refusal !== null) return [sayRefusal(refusal, language)];
    if (none !== null) return [noneWords[none][language]];
    const end = [
      ...(exportedAt === null ? [] : [`${ja ? '書き出した日時' : 'Exported'}: ${exportedAt}`]),
      ...(checkNumber === null ? [] : [`${ja ? '照合番号' : 'Check number'}: ${checkNumber}`]),
    ];
    if (result === 'whole') return [sayWhole(lines, checkNumberHeld, ja), ...end];
    const first =
      fault === null
        ? []
        : [
            ja
              ? `引継書は書かれたときのままではありません。${sayFault(fault, language)}。`
              : `The hand-over record is not as it was written: ${sayFault(fault, language)}.`,
          ];
    const held = checkNumberHeld === false ? [sayOther(ja)] : [];
    return [...first, ...held, ...end];
  },
});

const formats = ['jsonl', 'csv'] as const;
const exportAnswer = z.object({
  outcome: z.enum(['done', 'refused']),
  lines: z.int(),
  fault: verifyAnswer.shape.fault.describe('the record was exported, and is not as it was written'),
  checkNumber: z.string().nullable(),
  refusal: refusalAnswer.nullable(),
});

async function exportNow(asked: Asked, machine: CommandMachine, language: ConsoleLanguage): Promise<Attempt<Looked>> {
  const format = formats.find((each) => each === (asked.options.format ?? 'jsonl'));
  if (format === undefined) return refuse('format-unknown');
  const path = resolve(asked.argument ?? '');
  if ((await lstat(path).catch(() => null)) !== null) return refuse('file-exists');
  const folder = await placeFolderOf(asked, machine);
  const seen = folder.ok ? await seeRecord(folder.value) : folder;
  if ('ok' in seen) return seen;
  if (seen.kind !== 'record') return seen.kind === 'absent' ? refuse('no-record') : refuseBy({ code: 'file-unavailable' });
  const content = format === 'csv' ? csvOf(seen.chain.entries, seen.fault, language) : closedFile(seen.texts, seen.end, instantAt(machine.now().getTime()));
  const written = await writeAskedFile(path, content, { mode: 0o600 });
  return written.ok ? done(lookedAt(seen)) : refuseBy(written.problem);
}

const exporting = command({
  name: 'record export',
  argument: { name: 'FILE', isNeeded: true },
  options: {
    format: {
      value: 'jsonl|csv',
      about: { ja: '形式。省略すると jsonl（record verify で確かめられる形式）', en: 'left out: jsonl, which record verify can look at' },
    },
    ...programOptions,
  },
  about: { ja: '引継書をファイルに書き出します（PDF は画面の Kaitsu で）', en: 'write the hand-over record into a file (the PDF is made in the window)' },
  answer: exportAnswer,
  async run(asked, machine, language) {
    const exported = await exportNow(asked, machine, language);
    if (!exported.ok)
      return { exit: exported.exit, answer: { outcome: 'refused' as const, lines: 0, fault: null, checkNumber: null, refusal: exported.refusal } };
    const { texts, fault, checkNumber } = exported.value;
    return { exit: fault === null ? 'done' : 'wrong', answer: { outcome: 'done' as const, lines: texts.length, fault, checkNumber, refusal: null } };
  },
  say({ lines, fault, checkNumber, refusal }, language) {
    const ja = language === 'ja';
    if (refusal !== null) return [sayRefusal(refusal, language)];
    return [
      ja ? `書き出しました（${lines} 行）。` : `Exported (${lines} lines).`,
      ...(fault === null ? [] : [ja ? `ただし、${sayFault(fault, language)}。` : `Yet ${sayFault(fault, language)}.`]),
      ...(checkNumber === null ? [] : [`${ja ? '照合番号' : 'Check number'}: ${checkNumber}`]),
    ];
  },
});

export const recordCommands: readonly Command[] = [verify, exporting];
