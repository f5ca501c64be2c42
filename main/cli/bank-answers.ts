import { z } from 'zod';
import type { BankProfile } from '../bank/profile.ts';
import type { BankFile } from '../bank-file/bank-file.ts';
import type { KeptBank } from '../bank-file/kept-bank.ts';
import type { ConsoleLanguage } from '../policy/bilingual.ts';
import { problemAnswer } from './problem-sentences.ts';

/** What the commands about banks answer: as schemas, and how it is said. */

const text = z.object({ ja: z.string(), en: z.string(), ko: z.string() });
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
