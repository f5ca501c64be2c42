import { z } from 'zod';
import { type ProblemCause, problemCodes, problemNumbers } from '../../preload/contract/problem.ts';
import type { BankProfile } from '../bank/profile.ts';
import type { BankFile } from '../bank-file/bank-file.ts';
import type { KeptBank } from '../bank-file/kept-bank.ts';
import type { Bilingual, ConsoleLanguage } from '../policy/bilingual.ts';

/** What the commands about banks answer: as schemas, and how it is said. */

const text = z.object({ ja: z.string(), en: z.string(), ko: z.string() });
const problemAnswer = z.object({
  code: z.enum(problemCodes as [string, ...string[]]),
  number: z.int().describe('as in the screen code'),
  at: z.string().describe('the place in the file, and what is wrong there; empty where nothing more is known'),
});
export type ProblemAnswer = z.infer<typeof problemAnswer>;

const fileAnswer = z.object({
  bank: z.object({ id: z.string(), name: text, host: z.string(), practice: z.boolean() }),
  signer: z.object({ name: text.describe('how it calls itself'), fingerprint: z.string().describe('to be compared with paper') }),
  version: z.int(),
  issuedAt: z.string(),
  expiresAt: z.string(),
});
type FileAnswer = z.infer<typeof fileAnswer>;

export const addAnswer = z.object({
  outcome: z.enum(['compare', 'taken', 'waiting', 'same', 'refused']),
  file: fileAnswer.nullable().describe('null where it was refused'),
  problem: problemAnswer.nullable(),
});
export type AddAnswer = z.infer<typeof addAnswer>;

export const listAnswer = z.object({
  prescribed: z.object({ id: z.string(), name: text }).nullable().describe('by the policy: then no other bank is used'),
  banks: z.array(
    z.object({
      current: fileAnswer,
      takenAt: z.string(),
      expired: z.boolean(),
      waiting: fileAnswer.nullable().describe('takes effect between two procedures'),
    }),
  ),
  problems: z.array(problemAnswer.extend({ bankId: z.string().nullable() })),
});
export type ListAnswer = z.infer<typeof listAnswer>;

export const removeAnswer = z.object({ removed: z.boolean(), problem: problemAnswer.nullable() });

export function problemAnswerOf({ code, remark }: ProblemCause): ProblemAnswer {
  return { code, number: problemNumbers[code], at: remark?.text ?? '' };
}

export function fileAnswerOf({ content: { profile, signer, version, issuedAt, expiresAt }, host, fingerprint }: BankFile): FileAnswer {
  const { id, name, practice } = profile;
  return { bank: { id, name, host, practice }, signer: { name: signer.name, fingerprint }, version, issuedAt, expiresAt };
}

export function bankAnswerOf({ current, waiting }: KeptBank, now: Date): ListAnswer['banks'][number] {
  return {
    current: fileAnswerOf(current.file),
    takenAt: current.takenAt,
    expired: new Date(current.file.content.expiresAt) <= now,
    waiting: waiting === null ? null : fileAnswerOf(waiting.file),
  };
}

export const prescribedAnswerOf = ({ id, name }: BankProfile): ListAnswer['prescribed'] => ({ id, name });

const sentences: Readonly<Record<string, Bilingual>> = {
  'bank-file-damaged': { ja: '銀行ファイルが壊れているか、書き換えられています', en: 'the bank file is damaged, or somebody changed it' },
  'bank-file-expired': { ja: '銀行ファイルの有効期間の外です', en: 'the bank file is not valid today' },
  'bank-file-foreign': {
    ja: '署名者が、確認した銀行と違います。お客様カードの電話番号で銀行にお確かめください',
    en: 'it was not signed by the bank that was verified. Ask the bank, by the number on the customer card',
  },
  'bank-file-newer': { ja: '新しい Kaitsu が必要です', en: 'it needs a newer Kaitsu' },
  'bank-file-unsigned': { ja: '銀行ファイルに署名がありません', en: 'the bank file is not signed' },
  'bank-file-older': { ja: 'より新しい銀行ファイルを、すでにお使いです', en: 'a newer bank file is in use already' },
  'prescribed-by-policy': { ja: '貴社のポリシーで指定されているため、変更できません', en: "it is prescribed by the company's policy and cannot be changed" },
  'bank-profile-invalid': { ja: '指定された銀行プロファイルに誤りがあります', en: 'the bank profile that is prescribed is wrong' },
  'file-unavailable': { ja: 'ファイルを現在読み取れません', en: 'a file cannot be read at the moment' },
  'disk-full': { ja: '空き容量が足りません', en: 'the disk is full' },
  'disk-refused': { ja: 'ファイルを保存できません', en: 'the file cannot be written' },
  'not-now': { ja: '手続きの途中です。終えてから、もう一度お試しください', en: 'a procedure is under way. Finish it, then try again' },
};

export function sayProblem({ code, number, at }: ProblemAnswer, language: ConsoleLanguage): string {
  const said = sentences[code]?.[language] ?? code;
  return `${number}: ${said}${at === '' ? '' : language === 'ja' ? `（${at}）` : ` (${at})`}`;
}

/** What a person sees before a bank file is taken: bank, host, who signed, and the fingerprint in two lines as on paper. */
export function sayFile({ bank, signer, version, expiresAt }: FileAnswer, language: ConsoleLanguage): readonly string[] {
  const ja = language === 'ja';
  const groups = signer.fingerprint.split('-');
  const lines = [groups.slice(0, 4).join('-'), groups.slice(4).join('-')];
  return [
    `${ja ? '銀行' : 'Bank'}: ${bank.name[language]} (${bank.id})${bank.practice ? (ja ? '【練習用】' : ' [practice]') : ''}`,
    `${ja ? '接続先' : 'Host'}: ${bank.host}`,
    `${ja ? '署名者（自称）' : 'Signed by (it says)'}: ${signer.name[language]}`,
    `${ja ? '版' : 'Version'}: ${version}${ja ? '、期限: ' : ', valid until '}${expiresAt}`,
    `${ja ? '確認番号' : 'Fingerprint'}:`,
    ...lines.map((line) => `    ${line}`),
  ];
}
