import { z } from 'zod';
import type { ProblemCause } from '../../preload/contract/problem.ts';
import { type ProblemCode, problemCodes, problemNumbers } from '../../preload/contract/problem-numbers.ts';
import type { Bilingual, ConsoleLanguage } from '../policy/bilingual.ts';
import type { Exit } from './command-line.ts';

/** A problem of the catalogue, as commands print it: the number that the window shows too, and a sentence. */

export const problemAnswer = z.object({
  code: z.enum(problemCodes as [string, ...string[]]),
  number: z.int().describe('as in the screen code'),
  at: z.string().describe('the place in the file, and what is wrong there, or what the bank said; empty where nothing more is known'),
});
export type ProblemAnswer = z.infer<typeof problemAnswer>;

export function problemAnswerOf({ code, remark }: Pick<ProblemCause, 'code' | 'remark'>): ProblemAnswer {
  return { code, number: problemNumbers[code], at: remark?.text ?? '' };
}

const again: Bilingual = {
  ja: '銀行に接続できません。ネットワークを確かめて、もう一度お試しください（preflight で調べられます）',
  en: 'the bank was not reached. Look at the network and try again (preflight examines it)',
};
const proxy: Bilingual = {
  ja: 'プロキシを通れません。画面の Kaitsu で接続を確かめてください',
  en: 'the proxy did not let it through. Look at the connection in the window',
};

const sentences: Partial<Readonly<Record<ProblemCode, Bilingual>>> = {
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
  cancelled: { ja: '中止しました。同じコマンドで続けられます', en: 'stopped. The same command goes on with it' },
  'journal-unavailable': { ja: '手続きの記録を現在読み取れません', en: 'the journal of the procedure cannot be read at the moment' },
  'keychain-missing': {
    ja: 'キーチェーンがありません。デスクトップにログインした状態でお使いください',
    en: 'there is no keychain. Work in a session of the desktop',
  },
  'keychain-locked': { ja: 'キーチェーンがロックされています。解除して、もう一度お試しください', en: 'the keychain is locked. Unlock it and try again' },
  'keychain-refused': { ja: 'キーチェーンに断られました', en: 'the keychain refused' },
  'certificate-store-missing': { ja: '証明書ストアのツールがありません', en: "the certificate store's tools are missing" },
  'certificate-store-refused': { ja: '証明書ストアに断られました', en: 'the certificate store refused' },
  'certificate-file-unreadable': {
    ja: 'この PC の証明書ファイルが壊れています。銀行への再発行のお申し込みが必要です',
    en: "this PC's copy of the certificate is damaged. The bank has to issue another one",
  },
  'certificate-file-unavailable': { ja: '証明書ファイルを現在読み取れません', en: 'the file of the certificate cannot be read at the moment' },
  'certificate-in-browser-only': {
    ja: '証明書はブラウザーにだけあり、Kaitsu の控えがありません',
    en: 'the certificate is in the browser only; the copy of Kaitsu is gone',
  },
  'certificate-required': { ja: 'この PC に証明書がありません', en: 'there is no certificate on this PC' },
  'certificate-revoked': { ja: '証明書は失効しています', en: 'the certificate is revoked' },
  'certificate-expired-revoke-first': {
    ja: '更新できる期間が過ぎました。銀行で証明書を失効してもらってください',
    en: 'it is too late for a renewal. The bank has to revoke the certificate first',
  },
  'certificate-expired-paper-form': {
    ja: '更新できる期間が過ぎました。銀行へ書面でお申し込みください',
    en: 'it is too late for a renewal. The bank wants a form on paper',
  },
  'enrolment-refused': { ja: '銀行は、この権利での証明書の発行を断りました', en: 'the bank gives no certificate for this right any more' },
  'enrolment-deadline-passed': { ja: '証明書を取得できる期限が過ぎました', en: 'the deadline for the retrieval is over' },
  'enrolment-pending': {
    ja: '銀行の承認待ちです。後で同じコマンドをもう一度お使いください',
    en: 'the bank has to approve it. Use the same command again later',
  },
  'pending-key-unreadable': {
    ja: '取得の途中の鍵を読み取れません。画面の Kaitsu で続けてください',
    en: 'the key of an earlier attempt cannot be read. Go on in the window',
  },
  'bank-unreachable': again,
  'bank-timeout': again,
  'bank-untrusted': {
    ja: '接続先が銀行であることを確かめられません。何も送っていません',
    en: 'whoever answered could not be proven to be the bank. Nothing was sent',
  },
  'connection-inspected': {
    ja: '通信が途中で検査されています。銀行のホストを検査の対象から外してください',
    en: "the company's proxy looks into the connection. Exempt the bank's host",
  },
  'proxy-unreachable': proxy,
  'proxy-refused': proxy,
  'proxy-credentials-wanted': proxy,
  'proxy-credentials-refused': proxy,
  'bank-closed': { ja: '銀行のサービス時間外です', en: 'the bank is closed at this hour' },
  'bank-failure': { ja: '銀行側の障害です。後でもう一度お試しください', en: 'the bank has a failure. Try again later' },
  internal: { ja: 'Kaitsu の不具合です。ログをご覧ください', en: 'a defect of Kaitsu; see the log' },
};

export function sayProblem({ code, number, at }: ProblemAnswer, language: ConsoleLanguage): string {
  // The schema says that it is a code of the catalogue.
  const said = sentences[code as ProblemCode]?.[language] ?? code;
  return `${number}: ${said}${at === '' ? '' : language === 'ja' ? `（${at}）` : ` (${at})`}`;
}

/** @returns how a command ends with it: the hundreds of the catalogue say who refused */
export function exitOfProblem(code: ProblemCode): Exit {
  if (code === 'internal') return 'internal';
  if (code === 'not-now' || code === 'cancelled') return 'notNow';
  if (code === 'bank-profile-invalid' || code.startsWith('bank-file-') || code === 'prescribed-by-policy') return 'wrong';
  const number = problemNumbers[code];
  if (number < 500) return 'bank';
  return number < 600 ? 'refused' : 'internal';
}
