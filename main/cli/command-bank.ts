import { isIP } from 'node:net';
import { join } from 'node:path';
import type { Outcome } from '../../preload/contract/problem.ts';
import { failure, success } from '../../preload/contract/problem.ts';
import { hostOf, isLoopback } from '../bank/addresses.ts';
import type { BankAddress } from '../bank/connection.ts';
import { readBankProfile } from '../bank/load-profile.ts';
import type { BankProfile } from '../bank/profile.ts';
import { checkDates } from '../bank-file/bank-file.ts';
import { createBankKeeper } from '../bank-file/bank-keeper.ts';
import { loadPrescribedBank } from '../bank-file/prescribed-bank.ts';
import { bankRuleOf } from '../policy/bank-rule.ts';
import type { Policy } from '../policy/read-policy.ts';
import { bankFile, bankFolder } from '../support/kept-files.ts';
import { readWhole } from '../support/whole-file.ts';
import type { Asked, CommandMachine } from './command-line.ts';
import { type Attempt, done, refuse, refuseBy } from './refusal.ts';

/** The bank that a command works with, and who chose it. */
export type CommandBank = {
  readonly profile: BankProfile;
  readonly by: 'policy' | 'file' | 'practice';
  readonly locate: () => Promise<Outcome<BankAddress>>;
};

export const bankOptions = {
  bank: { value: 'ID', about: { ja: '銀行が 2 つ以上あるときに選びます（bank list）', en: 'which bank, where there is more than one (bank list)' } },
  practice: {
    value: 'ADDRESS',
    about: {
      ja: '登録された銀行の代わりに、動いている練習用の銀行を使います（アドレスは npm run bank が表示します）',
      en: 'instead of the bank that is set up, the practice bank that runs at this address (npm run bank prints it)',
    },
  },
} as const;

/** The policy's bank before any other; then the one that was taken. */
export async function chooseBank({ options }: Asked, folder: string, policy: Policy, machine: CommandMachine): Promise<Attempt<CommandBank>> {
  const rule = bankRuleOf(policy);
  const prescribed = await loadPrescribedBank(rule, machine);
  if (!prescribed.ok) return refuseBy(prescribed.problem);
  if (options.practice !== undefined) return prescribed.value === null ? practiceAt(options.practice, folder, policy) : refuse('policy-forbids');
  if (prescribed.value !== null) return allowed(prescribed.value, 'policy', policy);
  const kept = await createBankKeeper({ folder, rule, now: machine.now }).list();
  const [broken] = kept.problems.filter(({ bankId }) => options.bank === undefined || options.bank === bankId);
  if (broken !== undefined) return refuseBy(broken);
  const fitting = kept.banks.filter(({ current }) => options.bank === undefined || current.file.content.profile.id === options.bank);
  const [bank, ...more] = fitting;
  if (bank === undefined) return refuse(options.bank === undefined ? 'no-bank' : 'bank-unknown');
  if (more.length > 0) return refuse('which-bank');
  if (rule.kind === 'signer' && rule.fingerprint !== bank.current.file.fingerprint) return refuse('policy-forbids');
  const dates = checkDates(bank.current.file, machine.now());
  return dates.ok ? allowed(bank.current.file.content.profile, 'file', policy) : refuseBy(dates.problem);
}

const isPracticeForbidden = ({ prescribed }: Policy): boolean => prescribed.practiceAllowed?.value === false;

function allowed(profile: BankProfile, by: CommandBank['by'], policy: Policy): Attempt<CommandBank> {
  if (profile.practice && isPracticeForbidden(policy)) return refuse('practice-forbidden');
  const { baseUrl, authority } = profile;
  const address: Outcome<BankAddress> = baseUrl === null || authority === null ? failure('bank-profile-invalid') : success({ baseUrl, authority });
  return done({ profile, by, locate: async () => address });
}

/** It is trusted by the certificate that it laid into this folder, and never looked for outside of this PC. */
async function practiceAt(address: string, folder: string, policy: Policy): Promise<Attempt<CommandBank>> {
  if (isPracticeForbidden(policy)) return refuse('practice-forbidden');
  const url = URL.canParse(address) ? new URL(address) : null;
  const host = url === null ? '' : hostOf(url.href).host;
  if (url?.protocol !== 'https:' || isIP(host) === 0 || !isLoopback(host)) return refuse('practice-not-here');
  const root = await readWhole(bankFile(join(folder, bankFolder), 'bankRoot'));
  const read = await readBankProfile(null);
  if (root.kind !== 'content' || !read.ok) return refuse('practice-not-here');
  const location = { baseUrl: url.origin, authority: root.content.toString('latin1') };
  return done({ profile: read.profile, by: 'practice', locate: async () => success(location) });
}
