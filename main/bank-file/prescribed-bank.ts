import { failure, type Outcome, success } from '../../preload/contract/problem.ts';
import { checkBankProfile } from '../bank/load-profile.ts';
import type { BankProfile } from '../bank/profile.ts';
import type { BankRule } from '../policy/bank-rule.ts';
import { type GuardedDisk, readGuarded } from '../support/guarded-file.ts';
import { readJson } from '../support/json-text.ts';
import { readWhole } from '../support/whole-file.ts';
import { type BankFileCode, bankFileProblem, checkDates, readBankFile } from './bank-file.ts';

export type PrescribedCode = BankFileCode | 'bank-profile-invalid' | 'file-unavailable' | 'prescribed-by-policy';

/** What is needed to read it; only tests hand in a disk. */
export type PrescribedParts = { readonly platform: NodeJS.Platform; readonly now: () => Date; readonly disk?: GuardedDisk };

/**
 * The bank that the policy prescribes.
 * @returns null where it prescribes none; prescribed-by-policy where it is broken, so that no bank may be used
 */
export async function loadPrescribedBank(rule: BankRule, parts: PrescribedParts): Promise<Outcome<BankProfile | null, PrescribedCode>> {
  switch (rule.kind) {
    case 'free':
    case 'signer':
      return success(null);
    case 'blocked':
      return failure('prescribed-by-policy');
    case 'profile':
      return success(rule.profile);
    case 'file':
      return loadFile(rule, parts);
    default:
      return rule satisfies never;
  }
}

/**
 * A file that root alone can have written is believed as it is, signed or not. Any other one is believed for its
 * signature alone, by the signer that the policy names.
 */
async function loadFile(
  { path, fingerprint }: Extract<BankRule, { kind: 'file' }>,
  { platform, now, disk }: PrescribedParts,
): Promise<Outcome<BankProfile, PrescribedCode>> {
  const guarded = platform === 'win32' ? null : await readGuarded(path, disk);
  const file = guarded?.kind === 'content' ? guarded : await readWhole(path);
  if (file.kind !== 'content') return file.kind === 'unusable' ? bankFileProblem('bank-file-damaged', path) : failure('file-unavailable');
  const isGuarded = guarded?.kind === 'content';
  const read = readBankFile(file.content);
  if (!read.ok) return read.problem.code === 'bank-file-unsigned' && isGuarded && fingerprint === null ? loadUnsigned(file.content, path) : read;
  if (fingerprint === null ? !isGuarded : fingerprint !== read.value.fingerprint) return bankFileProblem('bank-file-foreign', 'header.jwk', 'bankSigner');
  const dates = checkDates(read.value, now());
  return dates.ok ? success(read.value.content.profile) : dates;
}

function loadUnsigned(content: Uint8Array, path: string): Outcome<BankProfile, PrescribedCode> {
  const json = readJson(content);
  const read = json.kind === 'value' ? checkBankProfile(json.value) : null;
  if (read?.ok === true) return success(read.profile);
  const [defect] = read?.defects ?? [];
  const where = defect === undefined ? path : `${defect.at}: ${defect.wrong}`;
  return failure('bank-profile-invalid', { remark: { from: 'check', text: where.slice(0, 300) } });
}
