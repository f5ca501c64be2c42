import { z } from 'zod';
import { localizedNameSchema } from '../../preload/contract/bank.ts';
import { type Failure, failure, type Outcome, remarkMaxLength, success } from '../../preload/contract/problem.ts';
import type { ProblemCode } from '../../preload/contract/problem-numbers.ts';
import { hostWithPort } from '../bank/addresses.ts';
import { checkBankProfile } from '../bank/load-profile.ts';
import { bankProfileSchema } from '../bank/profile.ts';
import { decodeText, namesGivenTwice, readJson } from '../support/json-text.ts';
import { readSigned } from './jws.ts';
import { fingerprintOf, thumbprintOf } from './signer.ts';

/** The file that a bank gives to its customers: its profile, signed. Format: docs/bank-guide.md. */

/** Four times what the largest profile takes, in bytes. */
export const bankFileLimit = 256 * 1024;
/** This program's; a bank file with a higher one is for a newer program. */
export const bankFileFormat = 1;

const instant = z.iso.datetime();

/** What is signed. */
export const bankFileContentSchema = z.strictObject({
  format: z.literal(bankFileFormat),
  /** Only grows. */
  version: z.int().min(1).max(1_000_000_000),
  issuedAt: instant,
  expiresAt: instant,
  /** How the signer calls itself: nothing proves it but the fingerprint on paper. */
  signer: z.strictObject({ name: localizedNameSchema }),
  profile: bankProfileSchema,
});
export type BankFileContent = Readonly<z.infer<typeof bankFileContentSchema>>;

/** A bank file whose signature holds. */
export type BankFile = {
  readonly text: string;
  readonly content: BankFileContent;
  readonly thumbprint: string;
  readonly fingerprint: string;
  /** Host and port of the bank, in ASCII. */
  readonly host: string;
};

export type BankFileCode = Extract<ProblemCode, `bank-file-${string}`>;

/** @param at the place in the file, e.g. "profile.pinRule.minLength" @param wrong what is wrong there */
export function bankFileProblem<C extends BankFileCode>(code: C, at: string, wrong = ''): Failure<C> {
  const text = wrong === '' ? at : `${at}: ${wrong}`;
  return failure(code, { remark: { from: 'check', text: text.slice(0, remarkMaxLength) } });
}

/**
 * Reads a bank file and proves its signature. Whether it may be taken (its dates, its signer) is another question.
 * @param bytes the file's
 * @returns bank-file-damaged, -unsigned or -newer with the place in the file
 */
export function readBankFile(bytes: Uint8Array): Outcome<BankFile, 'bank-file-damaged' | 'bank-file-unsigned' | 'bank-file-newer'> {
  if (bytes.length > bankFileLimit) return bankFileProblem('bank-file-damaged', 'file', `larger than ${bankFileLimit} bytes`);
  // Editors and mail end a line; what else stands around it is not the bank's.
  const text = (decodeText(bytes) ?? '').replace(/\r?\n$/u, '');
  if (/^[\s\uFEFF]*\{/u.test(text)) return bankFileProblem('bank-file-unsigned', 'file');
  const signed = readSigned(text);
  if (signed.kind === 'wrong') return bankFileProblem('bank-file-damaged', signed.at);
  const content = readContent(signed.payload);
  if (!content.ok) return content;
  const { profile } = content.value;
  const thumbprint = thumbprintOf(signed.key);
  return success({ text, content: content.value, thumbprint, fingerprint: fingerprintOf(thumbprint), host: hostWithPort(profile.baseUrl) });
}

function readContent(payload: Uint8Array): Outcome<BankFileContent, 'bank-file-damaged' | 'bank-file-newer'> {
  const damaged = (at: string, wrong?: string) => bankFileProblem('bank-file-damaged', at, wrong);
  const json = readJson(payload);
  if (json.kind === 'wrong') return damaged('payload', json.wrong);
  const [twice] = namesGivenTwice(payload);
  if (twice !== undefined) return damaged(twice.join('.'), 'given twice');
  const format: unknown = typeof json.value === 'object' && json.value !== null ? Reflect.get(json.value, 'format') : null;
  if (typeof format === 'number' && format > bankFileFormat) return bankFileProblem('bank-file-newer', 'format', String(format));
  const parsed = bankFileContentSchema.safeParse(json.value);
  const [issue] = parsed.error?.issues ?? [];
  if (!parsed.success) return damaged(issue?.path.join('.') || 'payload', issue?.message);
  const [defect] = defectsOf(parsed.data);
  return defect === undefined ? success(parsed.data) : damaged(defect.at, defect.wrong);
}

/** Signs that are not seen, or that turn the direction of writing: with them a name could look like another one. */
const unseen = /[\p{C}\p{Zl}\p{Zp}]/u;

function defectsOf({ issuedAt, expiresAt, signer, profile }: BankFileContent): readonly { readonly at: string; readonly wrong: string }[] {
  const names = { 'signer.name': signer.name, 'profile.name': profile.name };
  const hidden = Object.entries(names).filter(([, name]) => Object.values(name).some((text) => unseen.test(text)));
  const checked = checkBankProfile(profile);
  return [
    ...(checked.ok ? [] : checked.defects.map(({ at, wrong }) => ({ at: `profile.${at}`, wrong }))),
    ...(profile.baseUrl === null ? [{ at: 'profile.baseUrl', wrong: 'missing' }] : []),
    ...(profile.id === embeddedBankId ? [{ at: 'profile.id', wrong: 'the practice bank has it' }] : []),
    ...(new Date(issuedAt) < new Date(expiresAt) ? [] : [{ at: 'expiresAt', wrong: 'not after issuedAt' }]),
    ...hidden.map(([at]) => ({ at, wrong: 'signs that are not seen' })),
  ];
}

/** The embedded practice bank's secrets lie under this name. */
const embeddedBankId = 'sandbox';

/** A PC's clock may be behind the bank's by so much, in milliseconds. */
const clockTolerance = 24 * 60 * 60 * 1_000;

/** @returns bank-file-expired, with the place, where the file is not for now */
export function checkDates({ content: { issuedAt, expiresAt } }: BankFile, now: Date): Outcome<void, 'bank-file-expired'> {
  if (new Date(expiresAt) <= now) return bankFileProblem('bank-file-expired', 'expiresAt', expiresAt);
  if (new Date(issuedAt).getTime() > now.getTime() + clockTolerance) return bankFileProblem('bank-file-expired', 'issuedAt', issuedAt);
  return success(undefined);
}
