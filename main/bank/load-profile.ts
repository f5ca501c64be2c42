import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { z } from 'zod';
import practiceProfile from '../../assets/bank-profiles/practice.json';
import { failure, type Outcome, success } from '../../preload/contract/problem.ts';
import type { Log } from '../support/ports.ts';
import { readAuthorities } from './bank-trust.ts';
import { type BankProfile, bankProfileSchema } from './profile.ts';

/** A place in a profile, e.g. "pinRule.minLength", and what is wrong there. */
type Defect = { readonly at: string; readonly wrong: string };

/**
 * Loads a bank profile.
 * @param path a JSON file; null for the bundled practice bank's
 * @returns the profile, or bank-profile-invalid; the log then names every wrong place inside the JSON
 */
export async function loadBankProfile(path: string | null, log: Log): Promise<Outcome<BankProfile>> {
  const name = basename(path ?? 'practice.json');
  const refuse = (defects: readonly Defect[]): Outcome<BankProfile> =>
    failure('bank-profile-invalid', { reference: log.error('bank-profile.invalid', { name, defects }) });
  let content: unknown = practiceProfile;
  if (path !== null) {
    try {
      content = JSON.parse(await readFile(path, 'utf8'));
    } catch (error) {
      return refuse([{ at: '', wrong: error instanceof SyntaxError ? 'not JSON' : 'unreadable' }]);
    }
  }
  const parsed = bankProfileSchema.safeParse(content);
  if (!parsed.success) return refuse(parsed.error.issues.flatMap(defectsOf));
  const defects = contradictions(parsed.data);
  return defects.length === 0 ? success(parsed.data) : refuse(defects);
}

function defectsOf(issue: z.core.$ZodIssue): readonly Defect[] {
  const at = issue.path.join('.');
  if (issue.code !== 'unrecognized_keys') return [{ at, wrong: issue.message }];
  return issue.keys.map((name) => ({ at: [...issue.path, name].join('.'), wrong: 'not known' }));
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
  const asked = profile.releaseRequest.fields.map((field) => field.name);
  if (new Set(asked).size !== asked.length) defects.push({ at: 'releaseRequest.fields', wrong: 'a field twice' });
  if (profile.practice && profile.releaseRequest.mark === null) defects.push({ at: 'releaseRequest.mark', wrong: 'missing at a practice bank' });
  return defects;
}
