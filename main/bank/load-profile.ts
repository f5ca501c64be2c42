import { basename } from 'node:path';
import type { z } from 'zod';
import practiceProfile from '../../assets/bank-profiles/practice.json';
import { failure, type Outcome, success } from '../../preload/contract/problem.ts';
import { readJson } from '../support/json-text.ts';
import type { Log } from '../support/ports.ts';
import { readWhole } from '../support/whole-file.ts';
import { readAuthorities } from './bank-trust.ts';
import { type BankProfile, bankProfileSchema } from './profile.ts';
import { readSupportKey } from './support-key.ts';

/** A place in a profile, e.g. "pinRule.minLength", and what is wrong there; '' is the file itself. */
export type Defect = { readonly at: string; readonly wrong: string };

export type ProfileReading = { readonly ok: true; readonly profile: BankProfile } | { readonly ok: false; readonly defects: readonly Defect[] };

/** Of a profile in which nothing fits, these many places say enough. */
const mostDefects = 20;
const longestName = 100;

/**
 * Loads a bank profile.
 * @param path a JSON file; null for the bundled practice bank's
 * @returns the profile, or bank-profile-invalid; the log then names the wrong places inside the JSON
 */
export async function loadBankProfile(path: string | null, log: Log): Promise<Outcome<BankProfile>> {
  const read = await readBankProfile(path);
  if (read.ok) return success(read.profile);
  const name = basename(path ?? 'practice.json');
  return failure('bank-profile-invalid', { reference: log.error('bank-profile.invalid', { name, defects: read.defects }) });
}

/** As loadBankProfile, for callers with another way to say what is wrong. At most 1 MiB is read. */
export async function readBankProfile(path: string | null): Promise<ProfileReading> {
  const content = path === null ? { kind: 'value' as const, value: practiceProfile } : await readContent(path);
  return content.kind === 'wrong' ? { ok: false, defects: [{ at: '', wrong: content.wrong }] } : checkBankProfile(content.value);
}

/** @param value parsed JSON @returns the profile, or the wrong places in it */
export function checkBankProfile(value: unknown): ProfileReading {
  const parsed = bankProfileSchema.safeParse(value);
  const defects = parsed.success ? contradictions(parsed.data) : parsed.error.issues.flatMap(defectsOf);
  return parsed.success && defects.length === 0 ? { ok: true, profile: parsed.data } : { ok: false, defects: defects.slice(0, mostDefects) };
}

async function readContent(path: string): Promise<ReturnType<typeof readJson>> {
  const file = await readWhole(path);
  switch (file.kind) {
    case 'content':
      return readJson(file.content);
    case 'absent':
      return { kind: 'wrong', wrong: 'no such file' };
    case 'unusable':
      return { kind: 'wrong', wrong: 'no file, or larger than 1 MiB' };
    case 'unavailable':
      return { kind: 'wrong', wrong: `unreadable (${file.code})` };
    default:
      return file satisfies never;
  }
}

function defectsOf(issue: z.core.$ZodIssue): readonly Defect[] {
  const at = issue.path.join('.');
  if (issue.code !== 'unrecognized_keys') return [{ at, wrong: issue.message }];
  return issue.keys.map((name) => ({ at: [...issue.path, name.slice(0, longestName)].join('.'), wrong: 'not known' }));
}

/** What each field by itself cannot show. */
function contradictions(profile: BankProfile): readonly Defect[] {
  const defects: Defect[] = [];
  if (profile.pinRule.minLength > profile.pinRule.maxLength) defects.push({ at: 'pinRule.minLength', wrong: 'larger than maxLength' });
  if (profile.users.idRule.minLength > profile.users.idRule.maxLength) defects.push({ at: 'users.idRule.minLength', wrong: 'larger than maxLength' });
  if (/[A-Za-z0-9\s]|[^\x20-\x7E]/u.test(profile.pinRule.symbols)) defects.push({ at: 'pinRule.symbols', wrong: 'half-width signs only' });
  if ((profile.baseUrl === null) !== (profile.authority === null)) defects.push({ at: 'authority', wrong: 'given exactly when baseUrl is' });
  if (!profile.practice && profile.baseUrl === null) defects.push({ at: 'baseUrl', wrong: 'missing at a bank that is not for practice' });
  if (profile.authority !== null && readAuthorities(profile.authority)?.every((one) => one.ca) !== true)
    defects.push({ at: 'authority', wrong: 'no certificates of authorities' });
  if (profile.support.key !== null && readSupportKey(profile.support.key) === null)
    defects.push({ at: 'support.key', wrong: 'no certificate with a key of RSA (2048 to 8192 bits), P-256 or P-384' });
  const asked = profile.releaseRequest.fields.map((field) => field.name);
  if (new Set(asked).size !== asked.length) defects.push({ at: 'releaseRequest.fields', wrong: 'a field twice' });
  if (profile.practice && profile.releaseRequest.mark === null) defects.push({ at: 'releaseRequest.mark', wrong: 'missing at a practice bank' });
  return defects;
}
