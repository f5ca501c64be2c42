import { isIP } from 'node:net';
import { join } from 'node:path';
import { type Outcome, success } from '../../preload/contract/problem.ts';
import { hostOf, isLoopback } from '../bank/addresses.ts';
import { addressOf, type BankAddress } from '../bank/connection.ts';
import { readBankProfile } from '../bank/load-profile.ts';
import type { BankProfile } from '../bank/profile.ts';
import { createBankKeeper } from '../bank-file/bank-keeper.ts';
import { loadPrescribedBank } from '../bank-file/prescribed-bank.ts';
import { type AtPlace, atPlace } from '../places/at-place.ts';
import { type KnownBank, knownBanks, nextPlace } from '../places/known-banks.ts';
import { openPlaceFile } from '../places/open-place.ts';
import { contractOfPlace, placeFolder, practicePlace } from '../places/place.ts';
import { isBetween, standingAt } from '../places/standing.ts';
import { bankRuleOf } from '../policy/bank-rule.ts';
import type { Policy } from '../policy/read-policy.ts';
import { bankFile, bankFolder } from '../support/kept-files.ts';
import { readWhole } from '../support/whole-file.ts';
import type { Asked, CommandMachine } from './command-line.ts';
import { type Attempt, done, refuse, refuseBy } from './refusal.ts';

/** The contract that a command works with: its bank, and the place where all of it is kept. */
export type CommandBank = AtPlace & {
  /** Of the place: see main/places/place.ts. */
  readonly contract: string;
  readonly by: 'policy' | 'file' | 'practice';
  readonly locate: () => Promise<Outcome<BankAddress>>;
};

export const bankOptions = {
  contract: {
    value: 'ID',
    about: {
      ja: '契約が 2 つ以上あるときに選びます（例: asahi.1。status で分かります）。省略すると、画面で最後に開いたもの',
      en: 'which contract, where there is more than one, for example asahi.1 (see status); left out: the one that the window opened last',
    },
  },
  practice: {
    value: 'ADDRESS',
    about: {
      ja: '登録された銀行の代わりに、動いている練習用の銀行を使います（アドレスは npm run bank が表示します）',
      en: 'instead of the bank that is set up, the practice bank that runs at this address (npm run bank prints it)',
    },
  },
} as const;

type Known = { readonly banks: readonly KnownBank[]; readonly by: 'policy' | 'file' };

async function knowBanks(folder: string, policy: Policy, machine: CommandMachine): Promise<Attempt<Known>> {
  const rule = bankRuleOf(policy);
  const prescribed = await loadPrescribedBank(rule, machine);
  if (!prescribed.ok) return refuseBy(prescribed.problem);
  const keeper = createBankKeeper({ folder, rule, now: machine.now });
  return done({ banks: await knownBanks({ folder, prescribed, keeper, now: machine.now }), by: prescribed.value === null ? 'file' : 'policy' });
}

/** A bank without a contract has the place in which the window would begin. */
const placesOf = (bank: KnownBank): readonly string[] => (bank.places.length === 0 ? [nextPlace(bank)] : bank.places);

/** @returns every contract of this PC, of all its banks */
export async function listContracts(folder: string, policy: Policy, machine: CommandMachine): Promise<Attempt<readonly string[]>> {
  const known = await knowBanks(folder, policy, machine);
  if (!known.ok) return known;
  const contracts = known.value.banks.flatMap(placesOf);
  return contracts.length === 0 ? refuse('no-bank') : done(contracts);
}

/** The policy's bank before any other; then the contract that was named, the only one, or the one that was open last. */
export async function chooseBank({ options }: Asked, folder: string, policy: Policy, machine: CommandMachine): Promise<Attempt<CommandBank>> {
  const known = await knowBanks(folder, policy, machine);
  if (options.practice !== undefined && (!known.ok || known.value.by === 'file')) return practiceAt(options.practice, folder, policy);
  if (!known.ok) return known;
  if (options.practice !== undefined) return refuse('policy-forbids');
  const contracts = known.value.banks.flatMap(placesOf);
  const contract = options.contract ?? (await usualContract(folder, contracts));
  if (contracts.length === 0) return refuse('no-bank');
  if (contract === null) return refuse('which-contract');
  const bank = known.value.banks.find(({ id }) => id === contractOfPlace(contract)?.bankId);
  if (bank === undefined || !contracts.includes(contract)) return refuse('contract-unknown');
  // Somebody on the way comes to the end, also with a bank file past its time.
  if (bank.profile === null || (bank.problem !== null && isBetween(await standingAt(folder, contract))))
    return bank.problem === null ? refuse('no-bank') : refuseBy(bank.problem.problem);
  return atContract(contract, bank.profile, known.value.by, folder, policy);
}

async function usualContract(folder: string, contracts: readonly string[]): Promise<string | null> {
  const [only, ...more] = contracts;
  if (more.length === 0) return only ?? null;
  const last = await openPlaceFile(folder).read();
  return last.kind === 'place' && contracts.includes(last.id) ? last.id : null;
}

const isPracticeForbidden = ({ prescribed }: Policy): boolean => prescribed.practiceAllowed?.value === false;

function atContract(contract: string, profile: BankProfile, by: CommandBank['by'], folder: string, policy: Policy): Attempt<CommandBank> {
  if (profile.practice && isPracticeForbidden(policy)) return refuse('practice-forbidden');
  const address = addressOf(profile);
  return done({ ...atPlace(folder, contract, profile), contract, by, locate: async () => address });
}

/** It is trusted by the certificate that it laid into this folder, and never looked for outside of this PC. */
async function practiceAt(address: string, folder: string, policy: Policy): Promise<Attempt<CommandBank>> {
  if (isPracticeForbidden(policy)) return refuse('practice-forbidden');
  const url = URL.canParse(address) ? new URL(address) : null;
  const host = url === null ? '' : hostOf(url.href).host;
  if (url?.protocol !== 'https:' || isIP(host) === 0 || !isLoopback(host)) return refuse('practice-not-here');
  const root = await readWhole(bankFile(join(placeFolder(folder, practicePlace), bankFolder), 'bankRoot'));
  const read = await readBankProfile(null);
  if (root.kind !== 'content' || !read.ok) return refuse('practice-not-here');
  const location = { baseUrl: url.origin, authority: root.content.toString('latin1') };
  return done({ ...atPlace(folder, practicePlace, read.profile), contract: practicePlace, by: 'practice', locate: async () => success(location) });
}
